// What the plugin asks of the device's database takes real time, as a file does: the page is not at rest before it has answered.

let underWay = 0;

/** Requests to open a database and transactions under way. */
export const deviceRequests = (): number => underWay;

function counted<T extends EventTarget>(target: T, ends: readonly string[]): T {
  underWay += 1;
  let isOver = false;
  for (const end of ends) {
    target.addEventListener(end, () => {
      if (!isOver) underWay -= 1;
      isOver = true;
    });
  }
  return target;
}

/** From now on, what this window asks of IndexedDB is counted. */
export function countDeviceRequests(): void {
  const factory = window.indexedDB;
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
}
