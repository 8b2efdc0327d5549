// What a device keeps beside the vault: IndexedDB and local storage. jsdom has no IndexedDB; the one here is in memory.
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';

/** Handed on to another host, it is the same device: the app started again, or a second window. */
export interface HostDevice {
  readonly indexedDB: globalThis.IDBFactory;
  readonly localStorage: Readonly<Record<string, string>>;
}

export interface DeviceInPage {
  /** Requests and transactions under way. */
  busy(): number;
  /** The device as it is now. */
  device(): HostDevice;
}

/** Gives the page a device: a new one, or one that another host had. */
export function giveDevice(window: Window & typeof globalThis, known: HostDevice | undefined): DeviceInPage {
  const factory = known?.indexedDB ?? new IDBFactory();
  for (const [key, value] of Object.entries(known?.localStorage ?? {})) window.localStorage.setItem(key, value);
  let busy = 0;
  const counted = <T extends EventTarget>(target: T, ends: readonly string[]): T => {
    busy += 1;
    let isOver = false;
    for (const end of ends) {
      target.addEventListener(end, () => {
        if (!isOver) busy -= 1;
        isOver = true;
      });
    }
    return target;
  };
  const open = (name: string, version?: number): IDBOpenDBRequest => {
    const request = counted(factory.open(name, version), ['success', 'error']);
    request.addEventListener('success', () => {
      const db = request.result;
      const transaction = db.transaction.bind(db);
      db.transaction = (...args) => counted(transaction(...args), ['complete', 'abort']);
    });
    return request;
  };
  const indexedDB = new Proxy(factory, {
    get: (target, key): unknown => {
      if (key === 'open') return open;
      const value: unknown = Reflect.get(target, key);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
  Object.defineProperty(window, 'indexedDB', { value: indexedDB, configurable: true });
  Object.defineProperty(window, 'IDBKeyRange', { value: IDBKeyRange, configurable: true });
  return {
    busy: () => busy,
    device: () => ({ indexedDB: factory, localStorage: { ...window.localStorage } }),
  };
}
