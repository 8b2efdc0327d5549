import type { IsoDate, IsoWeek } from '../ports';
import { addDays, addMonths, dayNumber, formatDay, partsOf } from '../time/calendar-day';
import { exactDay } from '../time/date-value';
import { daysOfWeek, weekOf } from '../time/iso-week';
import { startOfWeek, type WeekStart } from './grid';
import { termAt } from './range-words';

/** Which days a heatmap shows, as asked for; without a year or month the current one is meant, whatever day it is. */
export type RangeSpec =
  | { readonly kind: 'rolling' }
  | { readonly kind: 'year'; readonly year: number | null }
  | { readonly kind: 'quarter'; readonly year: number | null; readonly quarter: number | null }
  | { readonly kind: 'month'; readonly year: number | null; readonly month: number | null }
  | { readonly kind: 'week'; readonly week: IsoWeek | null }
  /** So many days, or calendar weeks, months or years, up to today. */
  | { readonly kind: 'last'; readonly count: number; readonly unit: 'day' | 'week' | 'month' | 'year' }
  /** Whichever of these runs today. */
  | { readonly kind: 'term'; readonly terms: readonly Term[] }
  | { readonly kind: 'days'; readonly from: IsoDate; readonly to: IsoDate | null }
  | { readonly kind: 'span'; readonly name: string; readonly from: IsoDate; readonly to: IsoDate };

/** The days of a range, both included. */
export interface DayRange {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** A span of the settings, by its days. */
export interface Term extends DayRange {
  readonly name: string;
}

/** Spans by name, from the settings. */
export type NamedSpans = ReadonlyMap<string, DayRange>;

/** The longest range that is drawn, in years: some twelve thousand days, more than any log holds. */
export const MOST_YEARS = 30;

/** Columns of a rolling year: 52 whole weeks and the one that holds today. */
const ROLLING_WEEKS = 53;
const PAGED_WEEKS = 52;
const FIRST_YEAR = 1;
const LAST_YEAR = 9999;

/** Words that stand for a range relative to today. */
export const RANGE_WORDS = ['rolling', 'year', 'quarter', 'month', 'week'] as const;

/**
 * Reads `rolling`, `year`, `quarter`, `month`, `week`, `2026`, `2026-Q1`, `2026-03`, `2026-W32` or `2026-03-01..2026-07-15`.
 * @returns undefined where the text is none of them (it may be the name of a span); `reversed` and `no-such-day` where
 * it is a pair of days that cannot be drawn
 */
export function parseRange(text: string): RangeSpec | 'reversed' | 'no-such-day' | undefined {
  switch (text) {
    case 'rolling':
      return { kind: 'rolling' };
    case 'year':
      return { kind: 'year', year: null };
    case 'quarter':
      return { kind: 'quarter', year: null, quarter: null };
    case 'month':
      return { kind: 'month', year: null, month: null };
    case 'week':
      return { kind: 'week', week: null };
  }
  if (/^\d{4}-W\d{2}$/i.test(text)) {
    const week = text.toUpperCase();
    return daysOfWeek(week) === null ? 'no-such-day' : { kind: 'week', week };
  }
  const dots = /^\d/.test(text) ? text.indexOf('..') : -1;
  if (dots > 0) {
    const last = text.slice(dots + 2).trim();
    return /^(?:\d|$)/.test(last) ? parseDays(text.slice(0, dots).trimEnd(), last === '' ? null : last) : undefined;
  }
  const period = /^(\d{4})(?:-(?:[Qq]([1-4])|(\d{2})))?$/.exec(text);
  if (period === null) return undefined;
  const year = Number(period[1]);
  if (year < FIRST_YEAR || year > LAST_YEAR) return undefined;
  if (period[2] !== undefined) return { kind: 'quarter', year, quarter: Number(period[2]) };
  if (period[3] === undefined) return { kind: 'year', year };
  const month = Number(period[3]);
  return month >= 1 && month <= 12 ? { kind: 'month', year, month } : 'no-such-day';
}

function parseDays(first: string, last: string | null): RangeSpec | 'reversed' | 'no-such-day' {
  const [from, to] = [exactDay(first), last === null ? null : exactDay(last)];
  if (from === null || (last !== null && to === null)) return 'no-such-day';
  if (to !== null && to < from) return 'reversed';
  return { kind: 'days', from, to };
}

/** Whether a range has earlier and later ones beside it, to page to. */
export function isPaged(spec: RangeSpec): boolean {
  return spec.kind !== 'days' && spec.kind !== 'span' && spec.kind !== 'term';
}

/** Whether the range is longer than is drawn. An open one ends today, which lies within reach. */
export function isTooLong(spec: RangeSpec): boolean {
  if (spec.kind === 'last') return spec.count > MOST_YEARS * { day: 366, week: 52, month: 12, year: 1 }[spec.unit];
  if (spec.kind !== 'days' && spec.kind !== 'span') return false;
  const start = dayNumber(spec.from) ?? 0;
  const end = spec.to === null ? start : (dayNumber(spec.to) ?? start);
  return end - start > MOST_YEARS * 366;
}

/**
 * The days of a range today.
 * @param pages - how many pages forward (negative: back) from the range as asked for
 */
export function resolveRange(spec: RangeSpec, today: IsoDate, weekStart: WeekStart, pages: number): DayRange {
  const now = partsOf(today);
  switch (spec.kind) {
    case 'rolling': {
      const last = addDays(startOfWeek(today, weekStart), pages * PAGED_WEEKS * 7);
      return { from: addDays(last, -(ROLLING_WEEKS - 1) * 7), to: addDays(last, 6) };
    }
    case 'year':
      return months((spec.year ?? now.year) * 12 + pages * 12, 12);
    case 'quarter': {
      const quarter = spec.quarter ?? Math.ceil(now.month / 3);
      return months((spec.year ?? now.year) * 12 + (quarter - 1 + pages) * 3, 3);
    }
    case 'month':
      return months((spec.year ?? now.year) * 12 + (spec.month ?? now.month) - 1 + pages, 1);
    case 'week': {
      const thursday = addDays(daysOfWeek(spec.week ?? weekOf(today))?.start ?? today, 3);
      const from = addDays(startOfWeek(spec.week === null ? today : thursday, weekStart), pages * 7);
      return { from, to: addDays(from, 6) };
    }
    case 'last':
      return lastDays(spec.count, spec.unit, today, weekStart, pages);
    case 'term': {
      const term = termAt(spec.terms, today);
      return term === null ? { from: today, to: today } : { from: term.from, to: term.to };
    }
    case 'days':
      return spec.to === null ? openRange(spec.from, today) : { from: spec.from, to: spec.to };
    case 'span':
      return { from: spec.from, to: spec.to };
  }
}

/** Weeks are whole ones, with today in the last; a month or a year ends today. */
function lastDays(
  count: number,
  unit: 'day' | 'week' | 'month' | 'year',
  today: IsoDate,
  weekStart: WeekStart,
  pages: number,
): DayRange {
  if (unit === 'day' || unit === 'week') {
    const days = unit === 'day' ? count : count * 7;
    const last = unit === 'day' ? today : addDays(startOfWeek(today, weekStart), 6);
    const to = addDays(last, pages * days);
    return { from: addDays(to, 1 - days), to };
  }
  const months = (unit === 'month' ? 1 : 12) * count;
  const to = addMonths(today, pages * months);
  return { from: addDays(addMonths(to, -months), 1), to };
}

function openRange(from: IsoDate, today: IsoDate): DayRange {
  const start = Math.max(dayNumber(from) ?? 0, (dayNumber(today) ?? 0) - MOST_YEARS * 366);
  return start > (dayNumber(today) ?? 0) ? { from, to: from } : { from: addDays('1970-01-01', start), to: today };
}

/** Calendar months from month `first`, counted from January of the year 0. */
function months(first: number, count: number): DayRange {
  const end = first + count;
  return {
    from: formatDay(Math.floor(first / 12), (first % 12) + 1, 1),
    to: addDays(formatDay(Math.floor(end / 12), (end % 12) + 1, 1), -1),
  };
}
