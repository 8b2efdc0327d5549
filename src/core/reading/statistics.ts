import type { IsoDate, IsoWeek } from '../ports';
import { addDays, dayFromNumber, dayNumber, weekdayOfNumber } from '../time/calendar-day';
import { addWeeks, daysOfWeek, weekOf } from '../time/iso-week';
import { countPages } from './amounts';
import type { LogEntry, ReadingIndexView } from './types';

/** What was done in a stretch of the log. Private entries count like any other. */
export interface ReadingTotals {
  /** Sum of the minutes that are written; an entry without any adds nothing. */
  readonly minutes: number;
  /** Entries: each line is one sitting. */
  readonly sessions: number;
  /** Different sources with at least one entry. */
  readonly sourcesTouched: number;
  /** Different sources with an entry that says `status: read`. */
  readonly finished: number;
  /** Different (source, pass) pairs, by pass: a pass that takes three evenings is one. */
  readonly passes: Readonly<Record<1 | 2 | 3, number>>;
  /** Pages of all entries, ranges included; a page that is read twice counts twice. */
  readonly pages: number;
  /** Different days with at least one entry. */
  readonly activeDays: number;
}

/** Totals of the entries given; whoever asks chooses them (a week's, a source's). */
export function totalsOf(entries: readonly LogEntry[]): ReadingTotals {
  const sources = new Set<string>();
  const finished = new Set<string>();
  const days = new Set<IsoDate>();
  const passes: Record<1 | 2 | 3, Set<string>> = { 1: new Set(), 2: new Set(), 3: new Set() };
  let minutes = 0;
  let pages = 0;
  for (const entry of entries) {
    sources.add(entry.source);
    days.add(entry.date);
    minutes += entry.minutes ?? 0;
    if (entry.pages !== null) pages += countPages(entry.pages) ?? 0;
    if (entry.pass !== null) passes[entry.pass].add(entry.source);
    if (entry.status === 'read') finished.add(entry.source);
  }
  return {
    minutes,
    sessions: entries.length,
    sourcesTouched: sources.size,
    finished: finished.size,
    passes: { 1: passes[1].size, 2: passes[2].size, 3: passes[3].size },
    pages,
    activeDays: days.size,
  };
}

/** How many sources were read over four weeks, and how many of these were finished. */
export type ReadingDepth = Pick<ReadingTotals, 'sourcesTouched' | 'finished'>;

const DEPTH_DAYS = 28;
/** Of fewer sources there is nothing to tell that the list of them does not. */
const FEW = 3;

/**
 * What came to an end of what was begun, over the four weeks that end with a day; by the log alone, so that a week's figures stay what they
 * were. Null where hardly anything was read.
 */
export function readingDepth(index: ReadingIndexView, last: IsoDate): ReadingDepth | null {
  const totals = totalsOf(index.entriesBetween(addDays(last, 1 - DEPTH_DAYS), last));
  return totals.sourcesTouched < FEW ? null : totals;
}

export interface Streaks {
  /** Active days in the run that reaches today, or yesterday while today is pending; 0 where it is broken. */
  readonly current: number;
  /** Active days in the longest run. */
  readonly longest: number;
  /** First and last day of the longest run (the latest of equals); null where there is no active day. */
  readonly longestRun: { readonly from: IsoDate; readonly to: IsoDate } | null;
  /** Whether one of the two goes over days that are forgiven. */
  readonly forgiving: boolean;
}

/**
 * Runs of active days. A day without an entry breaks a run, unless it is a Saturday, a Sunday or a day off: such a day
 * is forgiven, and counts only if something was done on it. Today breaks nothing before it is over. Days after today are
 * left out.
 *
 * @param active - active days, in any order; doubles do not matter
 * @param isDayOff - declared holidays, beside weekends
 */
export function streaksOf(active: Iterable<IsoDate>, today: IsoDate, isDayOff: (date: IsoDate) => boolean): Streaks {
  const now = dayNumber(today);
  const days: number[] = [];
  for (const date of active) {
    const day = dayNumber(date);
    if (day !== null && now !== null && day <= now) days.push(day);
  }
  days.sort((a, b) => a - b);
  const forgiven = (day: number): boolean => weekdayOfNumber(day) >= 6 || isDayOff(dayFromNumber(day));
  const bridged = (from: number, to: number): boolean => {
    for (let day = from + 1; day < to; day++) if (!forgiven(day)) return false;
    return true;
  };

  let longest = 0;
  let longestRun: { from: number; to: number } | null = null;
  let run = 0;
  let from = 0;
  let last: number | null = null;
  for (const day of days) {
    if (day === last) continue;
    if (last !== null && bridged(last, day)) run += 1;
    else [run, from] = [1, day];
    if (run >= longest) {
      longest = run;
      longestRun = { from, to: day };
    }
    last = day;
  }
  const reaches = last !== null && now !== null && bridged(last, now);
  const counted = last === now ? run : run + 1; // today is pending
  const forgiving =
    (reaches && now - from + 1 > counted) || (longestRun !== null && longestRun.to - longestRun.from + 1 > longest);
  return {
    current: reaches ? run : 0,
    longest,
    forgiving,
    longestRun: longestRun && { from: dayFromNumber(longestRun.from), to: dayFromNumber(longestRun.to) },
  };
}

/**
 * Minutes a week in the four ISO weeks before this one. Weeks before the first entry do not count, so a beginner is not
 * measured against weeks when there was no log; a week without reading after it does. Null where fewer than two weeks are left: of one it would be that
 * week's number again.
 *
 * @param entries - at least those of the four weeks before
 * @param first - day of the log's first entry
 * @throws RangeError where there is no such week or day
 */
export function fourWeekAverage(entries: readonly LogEntry[], week: IsoWeek, first: IsoDate): number | null {
  const since = weekOf(first);
  const weeks = [4, 3, 2, 1].map((back) => addWeeks(week, -back)).filter((earlier) => earlier >= since);
  const [earliest] = weeks;
  if (earliest === undefined || weeks.length < 2) return null;
  const from = daysOfWeek(earliest)?.start ?? '';
  const before = daysOfWeek(week)?.start ?? '';
  const minutes = entries
    .filter(({ date }) => from <= date && date < before)
    .reduce((sum, entry) => sum + (entry.minutes ?? 0), 0);
  return minutes / weeks.length;
}
