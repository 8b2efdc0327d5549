import type { Written } from '../../core/handbook/apply';
import { readUndoRecord, type UndoRecord } from '../../core/handbook/undo';
import type { DeviceStorage } from '../../platform/device-storage';

const KEY = 'research-handbook-undo';

/** A set-up or update under way. */
export interface UndoRun {
  readonly remember: (written: Written) => void;
  /** Says that every write was done. */
  readonly finish: () => void;
}

/**
 * The record for undoing the last set-up or update. It belongs to the device: another one may have synced in between.
 * Kept write by write, so that a run that was stopped can be undone, too.
 */
export class UndoStore {
  constructor(private readonly device: DeviceStorage) {}

  load(): UndoRecord | null {
    try {
      return readUndoRecord(JSON.parse(String(this.device.read(KEY))));
    } catch {
      return null;
    }
  }

  /**
   * Begins a run. It goes on with the record of one of its kind that did not come to its end; else the record of the one
   * before is only given up once something is written.
   */
  begin(kind: UndoRecord['kind']): UndoRun {
    const earlier = this.load();
    const writes = earlier?.kind === kind && !earlier.finished ? [...earlier.writes] : [];
    return {
      remember: (written) => {
        writes.push(written);
        this.save({ kind, writes, finished: false });
      },
      finish: () => {
        if (writes.length > 0) this.save({ kind, writes, finished: true });
      },
    };
  }

  /** A later write that belongs to the last run, such as a choice made in its result. */
  add(written: Written): void {
    const { kind, writes, finished } = this.load() ?? { kind: 'update', writes: [], finished: true };
    this.save({ kind, writes: [...writes, written], finished });
  }

  clear(): void {
    this.device.forget(KEY);
  }

  private save(record: UndoRecord): void {
    try {
      this.device.keep(KEY, JSON.stringify(record));
    } catch {
      this.clear(); // no room: better no record than half of one
    }
  }
}
