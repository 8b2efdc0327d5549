import type { Host } from '../../host/node';

/** Goes through what the plugin keeps on the device, and puts back what `change` answers; answers how many records there are. */
export async function eachRecord(host: Host, change: (value: unknown, key: unknown) => unknown): Promise<number> {
  const factory = host.device.indexedDB;
  let count = 0;
  for (const { name = '' } of await factory.databases()) {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = factory.open(name);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    await new Promise<void>((resolve) => {
      const transaction = db.transaction('kept', 'readwrite');
      transaction.oncomplete = () => resolve();
      const cursor = transaction.objectStore('kept').openCursor();
      cursor.onsuccess = () => {
        const record = cursor.result;
        if (record === null) return;
        count += 1;
        record.update(change(record.value, record.key));
        record.continue();
      };
    });
    db.close();
  }
  return count;
}
