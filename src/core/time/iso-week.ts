import type { IsoDate, IsoWeek } from '../ports';
import { addDays, dayNumber, formatDay, LAST_DAY, partsOf, weekdayOf, writtenYear } from './calendar-day';

const WEEK = /^(\d{4})-W(\d{2})$/;

/**
 * The ISO week that holds a day: weeks start on Monday and belong to the year that holds their Thursday
 * (ISO 8601), so 2027-01-01 lies in 2026-W53. @throws RangeError where `date` names no day that exists
 */
export function weekOf(date: IsoDate): IsoWeek {
  const thursday = addDays(date, 4 - weekdayOf(date));
  const { year } = partsOf(thursday);
  const first = dayNumber(formatDay(year, 1, 1)) ?? 0;
  const number = Math.floor(((dayNumber(thursday) ?? 0) - first) / 7) + 1;
  return formatWeek(year, number);
}

/**
 * First and last day (Monday and Sunday) of a week, or null where there is no such week (`2025-W53`). The calendar's last
 * week ends with its last day, a Friday.
 */
export function daysOfWeek(week: IsoWeek): { readonly start: IsoDate; readonly end: IsoDate } | null {
  const parts = WEEK.exec(week);
  if (parts === null) return null;
  const [year, number] = [Number(parts[1]), Number(parts[2])];
  if (year === 0 || number === 0) return null;
  const inFirst = formatDay(year, 1, 4); // 4 January always lies in week 1
  const start = addDays(inFirst, 1 - weekdayOf(inFirst) + (number - 1) * 7);
  if (weekOf(start) !== week) return null;
  const left = (dayNumber(LAST_DAY) ?? 0) - (dayNumber(start) ?? 0);
  return { start, end: addDays(start, Math.min(6, left)) };
}

/** The week so many weeks later (earlier where negative). @throws RangeError where there is no such week */
export function addWeeks(week: IsoWeek, weeks: number): IsoWeek {
  const days = daysOfWeek(week);
  if (days === null) throw new RangeError(`No such week: ${week}`);
  return weekOf(addDays(days.start, weeks * 7));
}

function formatWeek(year: number, number: number): IsoWeek {
  return `${writtenYear(year)}-W${String(number).padStart(2, '0')}`;
}
