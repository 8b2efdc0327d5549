import { hasTag } from '../markdown/tags';
import type { IsoDate } from '../ports';
import { countPages } from '../reading/amounts';
import type { LogEntry, Source } from '../reading/types';
import { combine, type Combination } from './combine';
import type { ReadingMetric } from './metrics';
import type { DayAmount } from './model';
import type { HeatmapFilter } from './options';

/**
 * Amounts of reading by day. A line without the number counts as nought: something was read, but not how much.
 * @param entries - by day, as the index gives them
 */
export function readingDays(
  entries: readonly LogEntry[],
  metric: ReadingMetric,
  how: Combination,
): ReadonlyMap<IsoDate, DayAmount> {
  const days = new Map<IsoDate, DayAmount>();
  for (let from = 0, to = 0; from < entries.length; from = to) {
    const date = entries[from]?.date ?? '';
    while (entries[to]?.date === date) to += 1;
    days.set(date, { amount: amountOf(entries.slice(from, to), metric, how), count: to - from });
  }
  return days;
}

/** The amount of several lines together; `sources` counts each source once, `sessions` and `count` each line. Of `deep`, only lines of deep work are given. */
export function amountOf(entries: readonly LogEntry[], metric: ReadingMetric, how: Combination): number {
  switch (metric) {
    case 'sources':
      return new Set(entries.map((entry) => entry.source)).size;
    case 'sessions':
    case 'count':
      return entries.length;
    case 'minutes':
    case 'deep':
      return combine(
        entries.map((entry) => entry.minutes ?? 0),
        how,
      );
    case 'pages':
      return combine(
        entries.map((entry) => (entry.pages === null ? null : countPages(entry.pages)) ?? 0),
        how,
      );
  }
}

/** Whether an entry passes the filter; within one key any of the values will do, the keys must all agree. */
export function passesFilter(entry: LogEntry, source: Source | null, filter: HeatmapFilter): boolean {
  return (
    (filter.kind.length === 0 || (source !== null && filter.kind.includes(source.kind))) &&
    (filter.status.length === 0 || (source !== null && filter.status.includes(source.status))) &&
    (filter.tag.length === 0 || (source !== null && hasTag(source.tags, filter.tag))) &&
    (filter.folder.length === 0 || inFolder(source?.path ?? entry.source, filter.folder))
  );
}

/** Whether a note lies in one of the folders, or below. */
export function inFolder(path: string, folders: readonly string[]): boolean {
  return folders.some((folder) => {
    const plain = folder.replace(/^\/+|\/+$/g, '');
    return plain === '' || path.startsWith(`${plain}/`);
  });
}
