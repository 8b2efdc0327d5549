import type { IsoDate } from '../ports';
import { isCalendarDay } from '../time/calendar-day';
import { lenientDay } from '../time/lenient-day';
import { finite } from './amount';

/** What a note's property gives: amounts, and whatever was no number. */
export interface PropertyAmounts {
  readonly amounts: readonly number[];
  /** The first value that is no number, as text; null where there is none. */
  readonly unreadable: string | null;
}

/** The day in a note's name: `2026-08-04`, `2026-08-04 Meeting`, `Log 2026-08-04`; null where it holds none that exists. */
export function dayInName(name: string): IsoDate | null {
  for (const match of name.matchAll(/(?:^|\D)(\d{4}-\d{2}-\d{2})(?!\d)/g)) {
    if (match[1] !== undefined && isCalendarDay(match[1])) return match[1];
  }
  return null;
}

/** The day in a property's value: a date, a date with a time (the day as written), or a link to a daily note. */
export function dayInProperty(value: unknown): IsoDate | null {
  if (Array.isArray(value)) return value.length === 1 ? dayInProperty(value[0]) : null;
  const day = lenientDay(value);
  if (day !== null || typeof value !== 'string') return day;
  return value.trim().startsWith('[[') ? dayInName(value) : null;
}

/**
 * A property's value as amounts: a number, a number as text, a ticked box (1 or 0), or a list of these, each of which
 * counts. Empty values are no record. What is no finite number is told.
 */
export function amountsIn(value: unknown): PropertyAmounts {
  const amounts: number[] = [];
  let unreadable: string | null = null;
  for (const one of Array.isArray(value) ? (value as unknown[]) : [value]) {
    if (one === null || one === undefined || one === '') continue;
    const amount = finite(one);
    if (amount !== null) amounts.push(amount);
    else unreadable ??= typeof one === 'string' || typeof one === 'number' ? String(one) : JSON.stringify(one);
  }
  return { amounts, unreadable };
}
