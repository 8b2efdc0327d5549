import type { Written } from '../../../core/handbook/apply';
import { importWrite, readImportRecord, type ImportRecord, type ImportWrite } from '../../../core/import/undo';
import type { DeviceStorage } from '../../../platform/device-storage';

const KEY = 'research-handbook-import';
/** Writes that an import which is killed may leave out of its record: to keep it after each would take longer than writing. */
const TOGETHER = 20;

/** The record for taking back the last import. It belongs to the device: another one may have synced in between. */
export class ImportStore {
  constructor(private readonly device: DeviceStorage) {}

  load(): ImportRecord | null {
    try {
      return readImportRecord(JSON.parse(String(this.device.read(KEY))));
    } catch {
      return null;
    }
  }

  /** Begins a record; the one before is only given up once something is written. */
  begin(day: string): { readonly remember: (written: Written) => void; readonly finish: () => void } {
    const writes: ImportWrite[] = [];
    return {
      remember: (written) => {
        writes.push(importWrite(written));
        if (writes.length % TOGETHER === 1) this.keep({ day, writes });
      },
      finish: () => {
        if (writes.length > 0) this.keep({ day, writes });
      },
    };
  }

  keep(record: ImportRecord): void {
    try {
      this.device.keep(KEY, JSON.stringify(record));
    } catch {
      this.clear(); // no room: better no record than half of one
    }
  }

  clear(): void {
    this.device.forget(KEY);
  }
}
