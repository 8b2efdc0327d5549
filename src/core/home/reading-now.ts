import { compare } from '../text/compare';
import type { IsoDate } from '../ports';
import type { LogEntry, Source } from '../reading/types';
import { daysBetween } from '../time/calendar-day';

/** A source that is being read, by its status or by the log. */
export interface ReadingNow {
  readonly source: Source;
  /** Day of its latest entry; null where nothing was logged. */
  readonly lastTouched: IsoDate | null;
  /** Minutes of all its entries. */
  readonly minutes: number;
  /** The highest pass logged, for a paper; 0 where none was, null for what is not read in passes. */
  readonly pass: 0 | 1 | 2 | 3 | null;
}

export interface ReadingNowList {
  /** Latest touched first; those never touched last, latest added first. */
  readonly reading: readonly ReadingNow[];
  /** What waits to be read, in the queue or in the inbox, and is not being read: latest added first. */
  readonly waiting: readonly Source[];
  /** How many sources there are of any status. */
  readonly total: number;
}

/** Days up to today in which an entry shows that a source is being read, whatever its status says. */
const LATELY = 14;

/**
 * The sources with status `reading`, and those that were logged in the last two weeks, whatever their status; in the order
 * in which they were touched.
 *
 * @param sources - sorted by title, which decides where nothing else does
 */
export function readingNow(
  sources: readonly Source[],
  entriesOf: (path: string) => readonly LogEntry[],
  today: IsoDate,
): ReadingNowList {
  const isRecent = (day: IsoDate | null): boolean => {
    const ago = day === null ? LATELY : daysBetween(day, today);
    return ago >= 0 && ago < LATELY;
  };
  const reading = sources
    .map((source) => touched(source, entriesOf(source.path)))
    .filter(({ source, lastTouched }) => source.status === 'reading' || isRecent(lastTouched))
    .sort(byTouch);
  const shown = new Set(reading.map(({ source }) => source));
  const waiting = sources
    .filter((source) => (source.status === 'queued' || source.status === 'inbox') && !shown.has(source))
    .sort(byAdded);
  return { reading, waiting, total: sources.length };
}

function touched(source: Source, entries: readonly LogEntry[]): ReadingNow {
  let lastTouched: IsoDate | null = null;
  let minutes = 0;
  let pass: 0 | 1 | 2 | 3 = 0;
  for (const entry of entries) {
    if (lastTouched === null || entry.date > lastTouched) lastTouched = entry.date;
    minutes += entry.minutes ?? 0;
    if (entry.pass !== null && entry.pass > pass) pass = entry.pass;
  }
  return { source, lastTouched, minutes, pass: source.kind === 'paper' ? pass : null };
}

function byTouch(a: ReadingNow, b: ReadingNow): number {
  return compare(b.lastTouched ?? '', a.lastTouched ?? '') || byAdded(a.source, b.source);
}

function byAdded(a: Source, b: Source): number {
  return compare(b.added ?? '', a.added ?? '');
}
