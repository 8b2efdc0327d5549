import { compare } from '../text/compare';
import type { IsoDate } from '../ports';
import type { FactLine } from './find-log-lines';
import type { LogEntry } from './types';

/** Days on which something other than a line number differs. */
export function changedDays(before: readonly LogEntry[], after: readonly LogEntry[]): Set<IsoDate> {
  if (before.length === 0) {
    const days = new Set<IsoDate>();
    for (const { date } of after) days.add(date);
    return days;
  }
  const counts = new Map<string, { readonly date: IsoDate; count: number }>();
  const tally = (entry: LogEntry, step: number): void => {
    const key = entryKey(entry);
    const seen = counts.get(key);
    if (seen === undefined) counts.set(key, { date: entry.date, count: step });
    else seen.count += step;
  };
  for (const entry of before) tally(entry, 1);
  for (const entry of after) tally(entry, -1);
  return new Set([...counts.values()].filter(({ count }) => count !== 0).map(({ date }) => date));
}

function entryKey(entry: LogEntry): string {
  const { source, path, date, text, minutes, pass, pages, status } = entry;
  return JSON.stringify([source, path, date, text, minutes, pass, pages, status, entry.private, entry.deep]);
}

/** An entry as it may leave the plugin: a private one without its text. */
export function openEntry(entry: LogEntry): LogEntry {
  return entry.private ? { ...entry, text: '' } : { ...entry };
}

/** What lines say, so that the same line in two notes is known. */
export function lineKeys(lines: readonly FactLine[]): Set<string> {
  return new Set(lines.map(lineKey));
}

export function lineKey(line: FactLine): string {
  const { date, text, minutes, pass, pages, status } = line;
  return JSON.stringify([date, text, minutes, pass, pages, status, line.private, line.deep]);
}

export function byDateAndPlace(a: LogEntry, b: LogEntry): number {
  return compare(a.date, b.date) || compare(a.path, b.path) || a.line - b.line;
}
