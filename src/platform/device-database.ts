import type { DeviceStorage } from './device-storage';

/** Under which the vault's own random id is kept: one origin holds the databases of all vaults. */
const VAULT_ID = 'research-handbook-vault-id';
const STORE = 'kept';

/** How long the database may take to answer; one that takes longer (a private window, a locked profile) counts as none. */
const PATIENCE_MS = 2_000;

/** What one room of the database holds. */
export interface HeldRoom {
  readonly room: string;
  /** All its records together. */
  readonly bytes: number;
}

/**
 * Larger things that this device alone keeps of this vault, in rooms: bytes by a key, in IndexedDB. Nothing in it is
 * needed: it may be missing, refuse to open, be full, be cleared at any time, or be written by another window or another
 * version, and then it holds nothing. A vault that was copied has an id of its own, and starts with nothing.
 */
export class DeviceDatabase {
  private opening: Promise<IDBDatabase | null> | null = null;
  private isClosed = false;

  constructor(private readonly device: DeviceStorage) {}

  /** Records of a room by their key; values that are no bytes are left out. */
  read(room: string): Promise<ReadonlyMap<string, Uint8Array>> {
    return this.inTime(this.readAll(room), new Map());
  }

  /**
   * Writes records of a room, all of them or none; null takes one out. Answers whether they were written: a full or
   * damaged store is no error.
   */
  async write(room: string, records: ReadonlyMap<string, Uint8Array | null>): Promise<boolean> {
    const db = await this.open();
    if (db === null) return false;
    return settled(db, 'readwrite', (store) => {
      for (const [name, value] of records) {
        if (value === null) store.delete([room, name]);
        else store.put(value, [room, name]);
      }
    });
  }

  /** Empties the database, and says what it held; null where it could not be emptied. */
  clear(): Promise<readonly HeldRoom[] | null> {
    return this.inTime(this.clearAll(), null);
  }

  /** What is being written is finished all the same. */
  close(): void {
    this.isClosed = true;
    void this.opening?.then((db) => db?.close());
  }

  private async readAll(room: string): Promise<ReadonlyMap<string, Uint8Array>> {
    const found = new Map<string, Uint8Array>();
    const db = await this.open();
    if (db === null) return found;
    await settled(db, 'readonly', (store) => {
      const keys = store.getAllKeys(rangeOf(room));
      const values = store.getAll(rangeOf(room));
      values.onsuccess = () => {
        keys.result.forEach((key, at) => {
          const name: unknown = Array.isArray(key) ? key[1] : null;
          const value: unknown = values.result[at];
          if (typeof name === 'string' && isBytes(value)) found.set(name, value);
        });
      };
    });
    return found;
  }

  private async clearAll(): Promise<readonly HeldRoom[] | null> {
    const db = await this.open();
    if (db === null) return [];
    const held = new Map<string, number>();
    const isCleared = await settled(db, 'readwrite', (store) => {
      const cursor = store.openCursor();
      cursor.onsuccess = () => {
        const record = cursor.result;
        if (record === null) {
          store.clear();
          return;
        }
        const name: unknown = Array.isArray(record.key) ? record.key[0] : null;
        const room = typeof name === 'string' ? name : '';
        const value: unknown = record.value;
        const size = isBytes(value) ? value.byteLength : 0;
        held.set(room, (held.get(room) ?? 0) + size);
        record.continue();
      };
    });
    return isCleared ? [...held].map(([room, bytes]) => ({ room, bytes })) : null;
  }

  /** An answer that does not come counts as none; it is not waited for a second time. */
  private async inTime<T>(work: Promise<T>, none: T): Promise<T> {
    let timer = 0;
    const late = new Promise<T>((resolve) => {
      timer = window.setTimeout(() => {
        this.opening = Promise.resolve(null);
        resolve(none);
      }, PATIENCE_MS);
    });
    const answer = await Promise.race([work, late]);
    window.clearTimeout(timer);
    return answer;
  }

  private open(): Promise<IDBDatabase | null> {
    this.opening ??= this.isClosed ? Promise.resolve(null) : openDatabase(`research-handbook-${this.vaultId()}`);
    return this.opening;
  }

  private vaultId(): string {
    const known = this.device.read(VAULT_ID);
    if (typeof known === 'string' && /^[\w-]{8,64}$/.test(known)) return known;
    const id = [...window.crypto.getRandomValues(new Uint8Array(16))]
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join('');
    this.device.keep(VAULT_ID, id);
    return id;
  }
}

/** Of whatever window they come. */
function isBytes(value: unknown): value is Uint8Array {
  return ArrayBuffer.isView(value) && Object.prototype.toString.call(value) === '[object Uint8Array]';
}

function rangeOf(room: string): IDBKeyRange {
  return window.IDBKeyRange.bound([room], [room, []]); // every text sorts before a list
}

/** Opens or makes the database; null where there can be none. */
function openDatabase(name: string): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    try {
      const request = window.indexedDB.open(name, 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore(STORE);
      };
      request.onsuccess = () => {
        const db = request.result;
        db.onversionchange = () => {
          db.close(); // another window has a later version of the plugin
        };
        resolve(db);
      };
      request.onerror = () => {
        resolve(null);
      };
    } catch {
      resolve(null); // no IndexedDB at all, or one that is forbidden
    }
  });
}

/** Runs one transaction to its end; false where it did not come through. */
function settled(db: IDBDatabase, mode: IDBTransactionMode, work: (store: IDBObjectStore) => void): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      const transaction = db.transaction(STORE, mode);
      transaction.oncomplete = () => {
        resolve(true);
      };
      transaction.onabort = () => {
        resolve(false); // the device is full, say
      };
      work(transaction.objectStore(STORE));
    } catch {
      resolve(false); // closed meanwhile, or made by a version that had other stores
    }
  });
}
