import type { Zone } from 'luxon';
import { addDays, addMonths, daysBetween } from '../time/calendar-day';
import { instantOfWhen, type When } from '../time/when';
import type { IsoDate } from '../ports';

export const REPEATS = ['week', 'month', 'year'] as const;
export type Repeat = (typeof REPEATS)[number];

/** At least so many days lie between one time and the next. */
const FEWEST_DAYS: Readonly<Record<Repeat, number>> = { week: 7, month: 28, year: 365 };

/**
 * How often something has come round when it ends next, after an instant; 0 for the first time.
 * @param today - the day of the instant `at`, in any zone
 */
export function turnsUntil(to: When, repeat: Repeat, at: number, today: IsoDate, zone: Zone): number {
  const days = Math.max(0, daysBetween(to.day, today) - 2);
  // A year has a day more now and then: from fewer turns than there can have been on.
  let turns = Math.max(0, Math.floor(days / (FEWEST_DAYS[repeat] + 3)) - 1);
  while (instantOfWhen(turned(to, repeat, turns), 'end', zone) <= at) turns += 1;
  return turns;
}

/** The same so many times later: 29 February is the 28th in other years, 31 January the last day of each month. */
export function turned(when: When, repeat: Repeat, turns: number): When {
  const day =
    repeat === 'week' ? addDays(when.day, turns * 7) : addMonths(when.day, turns * (repeat === 'year' ? 12 : 1));
  return { ...when, day };
}
