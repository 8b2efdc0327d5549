// What a device keeps beside the vault: IndexedDB and local storage. jsdom has no IndexedDB; the one here is in memory.
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';

/** Handed on to another host, it is the same device: the app started again, or a second window. */
export interface HostDevice {
  readonly indexedDB: globalThis.IDBFactory;
  readonly localStorage: Readonly<Record<string, string>>;
}

/** Gives the page a device: a new one, or one that another host had. Answers with the device as it is when asked. */
export function giveDevice(window: Window & typeof globalThis, known: HostDevice | undefined): () => HostDevice {
  const indexedDB = known?.indexedDB ?? new IDBFactory();
  for (const [key, value] of Object.entries(known?.localStorage ?? {})) window.localStorage.setItem(key, value);
  Object.defineProperty(window, 'indexedDB', { value: indexedDB, configurable: true });
  Object.defineProperty(window, 'IDBKeyRange', { value: IDBKeyRange, configurable: true });
  return () => ({ indexedDB, localStorage: { ...window.localStorage } });
}
