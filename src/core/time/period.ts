import type { DateTime, Zone } from 'luxon';
import type { IsoDate } from '../ports';
import { addDays, dayOf, formatDay, partsOf, weekdayOf } from './calendar-day';
import { startOfDay } from './local-day';

export const PERIOD_UNITS = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type PeriodUnit = (typeof PERIOD_UNITS)[number];

/** The day a drawn week begins with. An ISO week's name stays what it is: Monday first. */
export const WEEK_STARTS = ['monday', 'sunday', 'saturday'] as const;
export type WeekStart = (typeof WEEK_STARTS)[number];

const FIRST_WEEKDAY: Readonly<Record<WeekStart, number>> = { monday: 1, saturday: 6, sunday: 7 };

/** A stretch of the calendar, half-open: `[start, next start)`. */
export interface Period {
  readonly unit: PeriodUnit;
  /** Its first day, and the first day of the one after it. */
  readonly firstDay: IsoDate;
  readonly nextDay: IsoDate;
  /** The instants at which those days begin in the zone, in milliseconds since 1970. */
  readonly start: number;
  readonly end: number;
}

/** The period that holds an instant, by the calendar of the instant's own zone. */
export function periodAt(instant: DateTime, unit: PeriodUnit, weekStart: WeekStart = 'monday'): Period {
  const at = instant.toMillis();
  const period = periodOf(dayOf(instant), unit, instant.zone, weekStart);
  // A clock set back just after midnight shows the old day once more, within the new one.
  return at < period.end ? period : periodOf(period.nextDay, unit, instant.zone, weekStart);
}

/** The period that holds a day. @throws RangeError where `date` names no day that exists */
export function periodOf(date: IsoDate, unit: PeriodUnit, zone: Zone, weekStart: WeekStart = 'monday'): Period {
  const [firstDay, nextDay] = daysOfPeriod(date, unit, weekStart);
  return { unit, firstDay, nextDay, start: startOfDay(firstDay, zone), end: startOfDay(nextDay, zone) };
}

function daysOfPeriod(date: IsoDate, unit: PeriodUnit, weekStart: WeekStart): [IsoDate, IsoDate] {
  if (unit === 'day') return [date, addDays(date, 1)];
  if (unit === 'week') {
    const first = addDays(date, -((weekdayOf(date) - FIRST_WEEKDAY[weekStart] + 7) % 7));
    return [first, addDays(first, 7)];
  }
  const { year, month } = partsOf(date);
  if (unit === 'year') return [formatDay(year, 1, 1), formatDay(year + 1, 1, 1)];
  const length = unit === 'month' ? 1 : 3;
  const first = month - ((month - 1) % length);
  const next = first + length;
  return [formatDay(year, first, 1), next > 12 ? formatDay(year + 1, 1, 1) : formatDay(year, next, 1)];
}
