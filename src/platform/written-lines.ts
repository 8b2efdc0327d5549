import {
  movedWritten,
  readWritten,
  withWritten,
  withoutWritten,
  type WrittenLine,
} from '../core/reading/written-lines';
import type { DeviceStorage } from './device-storage';

const KEY = 'research-handbook-log-lines';

/**
 * The log lines that this device wrote last. Where two devices wrote in one place, the sync of one may leave such a line
 * out without a word; whoever remembers it can offer it again.
 */
export class WrittenLines {
  private lines: readonly WrittenLine[] | null = null;

  constructor(private readonly device: DeviceStorage) {}

  /** Another array whenever something changed. */
  all(): readonly WrittenLine[] {
    this.lines ??= readWritten(this.device.read(KEY));
    return this.lines;
  }

  remember(added: readonly WrittenLine[]): void {
    if (added.length > 0) this.keep(withWritten(this.all(), added));
  }

  forget(line: WrittenLine): void {
    this.keep(withoutWritten(this.all(), line));
  }

  moved(from: string, to: string): void {
    const lines = movedWritten(this.all(), from, to);
    if (lines !== this.all()) this.keep(lines);
  }

  private keep(lines: readonly WrittenLine[]): void {
    this.lines = lines;
    try {
      this.device.keep(KEY, lines);
    } catch {
      // No room on the device: the lines are remembered until the app closes.
    }
  }
}
