import type { App } from 'obsidian';
import type { Written } from '../../core/handbook/apply';
import { readUndoRecord, type UndoRecord } from '../../core/handbook/undo';

const KEY = 'research-handbook-undo';

/**
 * The record for undoing the last set-up or update. It belongs to the device: another one may have synced in between.
 * Kept write by write, so that a run that was stopped can be undone, too.
 */
export class UndoStore {
  constructor(private readonly app: App) {}

  load(): UndoRecord | null {
    try {
      return readUndoRecord(JSON.parse(String(this.app.loadLocalStorage(KEY))));
    } catch {
      return null;
    }
  }

  /** Begins a new run; the record of the one before is only given up once something is written. */
  begin(kind: UndoRecord['kind']): (written: Written) => void {
    const writes: Written[] = [];
    return (written) => {
      writes.push(written);
      this.save({ kind, writes });
    };
  }

  /** A later write that belongs to the last run, such as a choice made in its result. */
  add(written: Written): void {
    const record = this.load();
    this.save({ kind: record?.kind ?? 'update', writes: [...(record?.writes ?? []), written] });
  }

  clear(): void {
    this.app.saveLocalStorage(KEY, null);
  }

  private save(record: UndoRecord): void {
    try {
      this.app.saveLocalStorage(KEY, JSON.stringify(record));
    } catch {
      this.clear(); // no room: better no record than half of one
    }
  }
}
