import { parseLogLine, type LogLine } from './log-line';
import type { IsoDate } from '../ports';
import type { LogEntry } from './types';

/** A line that this device wrote into a source's log. */
export interface WrittenLine {
  /** Path of the source's note. */
  readonly path: string;
  /** As it was written. */
  readonly line: string;
}

/** Lines that are remembered, the latest ones: devices that were apart for longer than these lines took meet too late. */
const MOST_LINES = 100;
/** Longer ones are not remembered: the app keeps what a device remembers in a few megabytes, for all plugins. */
const LONGEST_LINE = 2000;

/** The lines with further ones at their end. A line that is there already is not remembered twice. */
export function withWritten(lines: readonly WrittenLine[], added: readonly WrittenLine[]): WrittenLine[] {
  const kept = added.filter(({ line }) => line.length <= LONGEST_LINE).slice(-MOST_LINES);
  return kept.reduce<WrittenLine[]>((all, one) => [...withoutWritten(all, one), one], [...lines]).slice(-MOST_LINES);
}

/** A note moved, and its lines with it. */
export function movedWritten(lines: readonly WrittenLine[], from: string, to: string): readonly WrittenLine[] {
  return lines.some(({ path }) => path === from)
    ? lines.map((one) => (one.path === from ? { ...one, path: to } : one))
    : lines;
}

export function withoutWritten(lines: readonly WrittenLine[], gone: WrittenLine): WrittenLine[] {
  return lines.filter((one) => !isSame(one, gone));
}

/** What was remembered, read from what the device kept; another version may have written it. */
export function readWritten(kept: unknown): WrittenLine[] {
  if (!Array.isArray(kept)) return [];
  const lines = kept.map((one: Partial<Record<keyof WrittenLine, unknown>> | null): WrittenLine | null => {
    const { path, line } = one ?? {};
    return typeof path === 'string' && typeof line === 'string' ? { path, line } : null;
  });
  return lines.filter((one) => one !== null).slice(-MOST_LINES);
}

/** What is written of a line where others may read it: nothing of a private one. */
export function shownLine({ line }: WrittenLine): string {
  return parseLogLine(line)?.private === false ? line : '…';
}

/**
 * Whether a source's log still holds the line, if only as it was edited since. A line that it does not was deleted, or a
 * sync that found no place for it left it out.
 *
 * @param entries - all that is logged of the source
 * @param today - a line of a day to come is no entry yet, so that nothing can be said of it
 */
export function holdsLine(entries: readonly LogEntry[], { line }: WrittenLine, today: IsoDate): boolean {
  const written = parseLogLine(line);
  if (written?.date == null || written.date > today) return true;
  return entries.some((entry) => isEditOf(entry, written));
}

/** The words as they were on any day; on the same day with others around them, or half of them; no words: its amounts. */
function isEditOf(entry: LogEntry, written: LogLine): boolean {
  if (written.text !== '' && entry.text === written.text) return true;
  if (entry.date !== written.date) return false;
  if (written.text === '' || entry.text === '') {
    return entry.minutes === written.minutes && entry.pages === written.pages && entry.pass === written.pass;
  }
  if (entry.text.includes(written.text) || written.text.includes(entry.text)) return true;
  return sharedEnds(entry.text, written.text) * 2 >= Math.max(entry.text.length, written.text.length);
}

/** How many signs two texts have in common at their beginning and at their end. */
function sharedEnds(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let head = 0;
  while (head < most && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < most - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  return head + tail;
}

function isSame(a: WrittenLine, b: WrittenLine): boolean {
  return a.path === b.path && a.line === b.line;
}
