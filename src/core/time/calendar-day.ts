import type { DateTime } from 'luxon';
import type { IsoDate } from '../ports';

/**
 * Calendar days without a zone. Arithmetic is on day numbers in the proleptic Gregorian calendar (UTC has no
 * daylight saving), so a step of a day is a day whatever the student's clock does.
 */

const MILLISECONDS_A_DAY = 86_400_000; // of UTC only, where every day has this length

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day on the student's calendar at an instant, in the instant's own zone. */
export function dayOf(instant: DateTime): IsoDate {
  return formatDay(instant.year, instant.month, instant.day);
}

/** Whether the text is a day that exists, written `YYYY-MM-DD` (ISO 8601 extended; `2026-02-30` does not exist). */
export function isCalendarDay(text: string): boolean {
  return dayNumber(text) !== null;
}

/** Days since 1970-01-01, or null where the text names no day that exists. */
export function dayNumber(date: IsoDate): number | null {
  const parts = DATE.exec(date);
  if (parts === null) return null;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (year === 0) return null;
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, day);
  if (at.getUTCFullYear() !== year || at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) return null;
  return at.getTime() / MILLISECONDS_A_DAY;
}

/** The day with that number; the inverse of `dayNumber`. */
export function dayFromNumber(number: number): IsoDate {
  const at = new Date(number * MILLISECONDS_A_DAY);
  return formatDay(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate());
}

/** @throws RangeError where `date` names no day that exists */
export function addDays(date: IsoDate, days: number): IsoDate {
  return dayFromNumber(requireDay(date) + days);
}

/** Whole days from `from` to `to`; negative where `to` is earlier. @throws RangeError as `addDays` */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return requireDay(to) - requireDay(from);
}

/** Day of the ISO week: 1 is Monday, 7 is Sunday. @throws RangeError as `addDays` */
export function weekdayOf(date: IsoDate): number {
  return ((((requireDay(date) + 3) % 7) + 7) % 7) + 1; // 1970-01-01 was a Thursday
}

/** Year, month (1–12) and day of the month. @throws RangeError as `addDays` */
export function partsOf(date: IsoDate): { readonly year: number; readonly month: number; readonly day: number } {
  requireDay(date);
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

export function formatDay(year: number, month: number, day: number): IsoDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function requireDay(date: IsoDate): number {
  const number = dayNumber(date);
  if (number === null) throw new RangeError(`No such day: ${date}`);
  return number;
}
