import type { IsoDate, IsoWeek } from '../ports';
import { fourWeekAverage, readingDepth, totalsOf } from '../reading/statistics';
import type { LogEntry, ReadingIndexView, SourceKind, SourceStatus } from '../reading/types';
import { addDays } from '../time/calendar-day';
import { daysOfWeek } from '../time/iso-week';
import type { ExperimentWeek } from '../experiments/week';
import type { CompletedTask, EarlierPlan, Feedback, OpenQuestion, SourceWeek, WeekNumbers, WeekReport } from './model';
import { noteName } from '../vault/path';
import { plainLine } from '../markdown/plain-line';

/** What a report is made from, beside the reading log. */
export interface WeekFacts {
  readonly plan: EarlierPlan | null;
  readonly feedback: readonly Feedback[];
  readonly done: readonly CompletedTask[] | null;
  readonly experiments: readonly ExperimentWeek[] | null;
  readonly questions: readonly OpenQuestion[] | null;
  /** Those of `readOften` that have no limitation or idea written down. */
  readonly unthought: ReadonlyMap<string, number>;
}

/** From this reading on, a source without a limitation or an idea is mentioned. */
const OFTEN = 3;

/** What is read through again and again; a course or a book takes many sittings for one reading. */
const READ_WHOLE: ReadonlySet<SourceKind> = new Set(['paper', 'article']);

/**
 * The report of an ISO week. An entry belongs to it by the date of its log line, from Monday to Sunday.
 *
 * @throws RangeError where there is no such week
 */
export function weekReport(week: IsoWeek, index: ReadingIndexView, facts: WeekFacts): WeekReport {
  const { start, end } = requireWeek(week);
  const entries = index.entriesBetween(start, end);
  const reading = readingOf(entries, index, facts.unthought);
  const { plan, feedback, done, experiments, questions } = facts;
  return {
    week,
    plan,
    feedback,
    reading,
    done,
    experiments,
    questions,
    numbers: numbersOf(week, start, entries, reading.length, index),
    depth: readingDepth(index, end),
  };
}

/** Papers and articles of the week that have been read three times or more by its end, and how often; a day counts once. */
export function readOften(week: IsoWeek, index: ReadingIndexView): ReadonlyMap<string, number> {
  const { start, end } = requireWeek(week);
  const often = new Map<string, number>();
  for (const source of new Set(index.entriesBetween(start, end).map((entry) => entry.source))) {
    if (!READ_WHOLE.has(index.source(source)?.kind ?? 'paper')) continue;
    const times = timesRead(source, index, end);
    if (times >= OFTEN) often.set(source, times);
  }
  return often;
}

function readingOf(
  entries: readonly LogEntry[],
  index: ReadingIndexView,
  unthought: ReadonlyMap<string, number>,
): SourceWeek[] {
  const bySource = new Map<string, LogEntry[]>();
  for (const entry of entries) {
    const own = bySource.get(entry.source);
    if (own === undefined) bySource.set(entry.source, [entry]);
    else own.push(entry);
  }
  return [...bySource].flatMap(([source, own]) => {
    const open = own.filter((entry) => !entry.private);
    if (open.length === 0) return []; // only private lines: the source is not named
    const minutes = own.flatMap((entry) => entry.minutes ?? []);
    return [
      {
        source,
        title: index.source(source)?.title ?? noteName(source),
        sessions: own.length,
        minutes: minutes.length === 0 ? null : minutes.reduce((sum, one) => sum + one, 0),
        passes: [...new Set(open.flatMap((entry) => entry.pass ?? []))].sort((a, b) => a - b),
        statuses: changesOf(open),
        lines: open.map((entry) => plainLine(entry.text)).filter((text) => text !== ''),
        unthought: unthought.get(source) ?? null,
      },
    ];
  });
}

/** Days on which it was read up to a day; a third pass is a third reading, however few days were written down. */
function timesRead(source: string, index: ReadingIndexView, end: IsoDate): number {
  const until = index.entriesOf(source).filter(({ date }) => date <= end);
  const days = new Set(until.map(({ date }) => date)).size;
  return until.some(({ pass }) => pass === OFTEN) ? Math.max(days, OFTEN) : days;
}

function changesOf(entries: readonly LogEntry[]): SourceStatus[] {
  const statuses: SourceStatus[] = [];
  for (const { status } of entries) if (status !== null && status !== statuses.at(-1)) statuses.push(status);
  return statuses;
}

function numbersOf(
  week: IsoWeek,
  start: IsoDate,
  entries: readonly LogEntry[],
  sources: number,
  index: ReadingIndexView,
): WeekNumbers {
  const before = index.entriesBetween(addDays(start, -28), addDays(start, -1));
  const { sessions, minutes } = totalsOf(entries);
  const last = totalsOf(before.filter(({ date }) => date >= addDays(start, -7)));
  const first = index.bounds()?.first;
  const isFirst = first === undefined || first >= start;
  return {
    sessions,
    minutes,
    sources,
    lastWeek: isFirst ? null : { sessions: last.sessions, minutes: last.minutes },
    averageMinutes: isFirst ? null : fourWeekAverage(before, week, first),
  };
}

function requireWeek(week: IsoWeek): { readonly start: IsoDate; readonly end: IsoDate } {
  const days = daysOfWeek(week);
  if (days === null) throw new RangeError(`No such week: ${week}`);
  return days;
}
