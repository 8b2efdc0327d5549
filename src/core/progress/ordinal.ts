import type { IsoDate } from '../ports';
import { addDays, addMonths, daysBetween, partsOf, weekdayOf } from '../time/calendar-day';
import type { WeekStart } from '../time/period';
import type { OrdinalUnit } from './row';

const FIRST_WEEKDAY: Readonly<Record<WeekStart, number>> = { monday: 1, saturday: 6, sunday: 7 };

/** The how-manieth week, month or year of a span a day lies in, counted from 1; and how many the span has. */
export interface Ordinal {
  readonly at: number;
  readonly total: number;
}

/**
 * Teaching weeks are weeks of the calendar: the first is the one that holds the first day, on whatever day that falls.
 * Months and years go from the first day to the same day later on (the month's last, where it has no such day).
 *
 * @param first - the span's first day
 * @param last - its last day, included
 */
export function ordinalOf(
  unit: OrdinalUnit,
  first: IsoDate,
  last: IsoDate,
  day: IsoDate,
  weekStart: WeekStart,
): Ordinal {
  if (unit === 'week') {
    const start = addDays(first, -((weekdayOf(first) - FIRST_WEEKDAY[weekStart] + 7) % 7));
    const nth = (date: IsoDate): number => Math.floor(daysBetween(start, date) / 7) + 1;
    return { at: nth(day), total: nth(last) };
  }
  const length = unit === 'month' ? 1 : 12;
  const nth = (date: IsoDate): number => {
    const [from, to] = [partsOf(first), partsOf(date)];
    const months = (to.year - from.year) * 12 + to.month - from.month;
    const isFull = daysBetween(addMonths(first, months), date) >= 0;
    return Math.floor((isFull ? months : months - 1) / length) + 1;
  };
  return { at: nth(day), total: nth(last) };
}
