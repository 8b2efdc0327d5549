import type { DateTime } from 'luxon';
import type { IsoDate } from '../ports';

/**
 * Calendar days without a zone. Arithmetic is on day numbers in the proleptic Gregorian calendar (UTC has no
 * daylight saving), so a step of a day is a day whatever the student's clock does.
 *
 * Who writes `9999-12-31` for "never" has a last day that ends on the next: arithmetic goes on beyond the days that
 * people write, in the expanded form of ISO 8601 (`+010000-01-01`), which no reader takes. As texts, years of six digits
 * do not sort; what is compared stays within the calendar.
 */

/** The first and the last day that people write: a year has four digits, and the year 0 is one of astronomers. */
export const FIRST_DAY: IsoDate = '0001-01-01';
export const LAST_DAY: IsoDate = '9999-12-31';

/** Of a year in the plain form, and of one in the expanded form with its sign. */
const YEAR_DIGITS = 4;
const EXPANDED_YEAR_DIGITS = 6;

const PLUS = 43;
const HYPHEN = 45;
const ZERO = 48;
/** An era has 400 years, after which the calendar repeats. */
const DAYS_AN_ERA = 146_097;
/** From 0000-03-01, where the eras are counted from. */
const DAYS_BEFORE_1970 = 719_468;

/** The day on the student's calendar at an instant, in the instant's own zone. */
export function dayOf(instant: DateTime): IsoDate {
  return formatDay(instant.year, instant.month, instant.day);
}

/**
 * Whether the text is a day that exists, written `YYYY-MM-DD` (ISO 8601 extended; `2026-02-30` does not exist), from the
 * year 1 to the year 9999.
 */
export function isCalendarDay(text: string): boolean {
  return text.length === 10 && text >= FIRST_DAY && dayNumber(text) !== null;
}

/**
 * Days since 1970-01-01, or null where the text names no day that exists. Whole numbers only, after Howard Hinnant's
 * `days_from_civil`: an index and ten calendars ask this a hundred thousand times, and a `Date` each would be felt.
 */
export function dayNumber(date: IsoDate): number | null {
  const at = date.length === 10 ? YEAR_DIGITS : 1 + EXPANDED_YEAR_DIGITS; // where the year ends
  if (date.length !== at + 6 || date.charCodeAt(at) !== HYPHEN || date.charCodeAt(at + 3) !== HYPHEN) return null;
  const year = yearOf(date, at);
  const month = digits(date, at + 1, at + 3);
  const day = digits(date, at + 4, at + 6);
  // NaN, too, is not within these.
  if (Number.isNaN(year) || !(month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month))) return null;
  const shifted = month > 2 ? year : year - 1; // years that begin in March end with the leap day
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_AN_ERA + dayOfEra - DAYS_BEFORE_1970;
}

/** The day with that number; the inverse of `dayNumber`, after `civil_from_days`. */
export function dayFromNumber(number: number): IsoDate {
  const shifted = number + DAYS_BEFORE_1970;
  const era = Math.floor(shifted / DAYS_AN_ERA);
  const dayOfEra = shifted - era * DAYS_AN_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  return formatDay(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

/** @throws RangeError where `date` names no day that exists */
export function addDays(date: IsoDate, days: number): IsoDate {
  return dayFromNumber(requireDay(date) + days);
}

/** The same day so many months later, or that month's last where it has no such day. @throws RangeError as `addDays` */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const { year, month, day } = partsOf(date);
  const index = year * 12 + month - 1 + months;
  const [inYear, inMonth] = [Math.floor(index / 12), index - Math.floor(index / 12) * 12 + 1];
  return formatDay(inYear, inMonth, Math.min(day, daysInMonth(inYear, inMonth)));
}

/** Whole days from `from` to `to`; negative where `to` is earlier. @throws RangeError as `addDays` */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return requireDay(to) - requireDay(from);
}

/** Day of the ISO week: 1 is Monday, 7 is Sunday. @throws RangeError as `addDays` */
export function weekdayOf(date: IsoDate): number {
  return weekdayOfNumber(requireDay(date));
}

/** Day of the ISO week of the day with that number, as `dayNumber` counts. */
export function weekdayOfNumber(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1; // 1970-01-01 was a Thursday
}

export interface DayFields {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  /** Of the month, from 1. */
  readonly day: number;
}

/** Year, month and day of the month. @throws RangeError as `addDays` */
export function partsOf(date: IsoDate): DayFields {
  requireDay(date);
  return fieldsOf(date);
}

/** As `partsOf`, for a date that is known to exist: it is not looked at again. */
export function fieldsOf(date: IsoDate): DayFields {
  const at = date.length - 6;
  return { year: yearOf(date, at), month: digits(date, at + 1, at + 3), day: digits(date, at + 4, at + 6) };
}

export function formatDay(year: number, month: number, day: number): IsoDate {
  return `${writtenYear(year)}-${month < 10 ? '0' : ''}${String(month)}-${day < 10 ? '0' : ''}${String(day)}`;
}

/** A year as it stands in a date or a week: of four digits, else in the expanded form. */
export function writtenYear(year: number): string {
  if (year >= 0 && year <= 9999) return String(year).padStart(YEAR_DIGITS, '0');
  return `${year < 0 ? '-' : '+'}${String(Math.abs(year)).padStart(EXPANDED_YEAR_DIGITS, '0')}`;
}

function yearOf(date: string, end: number): number {
  if (end === YEAR_DIGITS) return digits(date, 0, end);
  const sign = date.charCodeAt(0);
  if (sign !== PLUS && sign !== HYPHEN) return Number.NaN;
  return digits(date, 1, end) * (sign === PLUS ? 1 : -1);
}

function requireDay(date: IsoDate): number {
  const number = dayNumber(date);
  if (number === null) throw new RangeError(`No such day: ${date}`);
  return number;
}

/** The number that a stretch of the text writes in digits, or NaN. */
function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - ZERO;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
