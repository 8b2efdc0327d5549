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
  /** Lines that are about to be written, or that nothing has read since: each would seem to be gone. */
  private readonly pending = new Set<string>();
  private looked: readonly WrittenLine[] | null = null;

  constructor(private readonly device: DeviceStorage) {}

  /** Those that may be looked for; another array whenever something changed. */
  all(): readonly WrittenLine[] {
    this.looked ??= this.kept().filter((line) => !this.pending.has(keyOf(line)));
    return this.looked;
  }

  /** Remembers lines before they are written: the app may end at any moment, and they are the student's words. */
  expect(lines: readonly WrittenLine[]): void {
    for (const line of lines) this.pending.add(keyOf(line));
    this.keep(withWritten(this.kept(), lines));
  }

  /** What was expected has been written and read: from now on it may be looked for. */
  arrived(lines: readonly WrittenLine[]): void {
    for (const line of lines) this.pending.delete(keyOf(line));
    this.looked = null;
  }

  forget(line: WrittenLine): void {
    this.pending.delete(keyOf(line));
    this.keep(withoutWritten(this.kept(), line));
  }

  moved(from: string, to: string): void {
    const lines = movedWritten(this.kept(), from, to);
    if (lines === this.kept()) return;
    for (const line of lines) {
      if (line.path === to && this.pending.delete(keyOf({ ...line, path: from }))) this.pending.add(keyOf(line));
    }
    this.keep(lines);
  }

  private kept(): readonly WrittenLine[] {
    this.lines ??= readWritten(this.device.read(KEY));
    return this.lines;
  }

  private keep(lines: readonly WrittenLine[]): void {
    this.lines = lines;
    this.looked = null;
    try {
      this.device.keep(KEY, lines);
    } catch {
      // No room on the device: the lines are remembered until the app closes.
    }
  }
}

function keyOf({ path, line }: WrittenLine): string {
  return `${path}\n${line}`;
}
