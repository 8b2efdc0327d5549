import type { Zone } from 'luxon';
import type { IsoDate } from '../ports';
import { addDays, dayFromNumber, dayNumber, weekdayOfNumber } from '../time/calendar-day';
import { startOfDay } from '../time/local-day';

/** Days of the settings on which nothing is expected, beside Saturdays and Sundays. */
export type IsDayOff = (date: IsoDate) => boolean;

const FRIDAY = 5;
/** Beyond so many days nobody has told days off: weeks are counted by five. */
const MOST_DAYS = 20_000;

/** How many working days there are from a day to another, which does not count. */
export function workdaysBetween(from: IsoDate, to: IsoDate, isDayOff: IsDayOff): number {
  const [begin, end] = [dayNumber(from) ?? 0, dayNumber(to) ?? 0];
  const weeks = Math.max(0, Math.floor((end - begin - MOST_DAYS) / 7));
  const first = begin + weeks * 7;
  let count = weeks * 5;
  for (let day = first; day < end; day++) {
    if (weekdayOfNumber(day) <= FRIDAY && !isDayOff(dayFromNumber(day))) count += 1;
  }
  return count;
}

/** Where a stretch of days stands, by its working days alone. */
export interface WorkShare {
  readonly elapsed: number;
  readonly total: number;
  /** Of all of them, that of today among them. */
  readonly steps: (of: number) => number;
  /** The next instant at which `steps(of)` may be more. */
  readonly next: (of: number) => number;
}

/** @param last - the last day, which counts. @param at - milliseconds since 1970, on the day `today` */
export function workShare(
  first: IsoDate,
  last: IsoDate,
  today: IsoDate,
  at: number,
  zone: Zone,
  isDayOff: IsDayOff,
): WorkShare {
  const elapsed = workdaysBetween(first, today, isDayOff);
  const total = workdaysBetween(first, addDays(last, 1), isDayOff);
  const isWorking = workdaysBetween(today, addDays(today, 1), isDayOff) === 1;
  const [start, midnight] = [startOfDay(today, zone), startOfDay(addDays(today, 1), zone)];
  const gone = elapsed + (isWorking ? (at - start) / (midnight - start) : 0);
  const steps = (of: number): number => (total === 0 ? 0 : Math.floor((gone * of) / total));
  return {
    elapsed,
    total,
    steps,
    next: (of) => {
      const due = start + Math.ceil((((steps(of) + 1) * total) / of - elapsed) * (midnight - start));
      return isWorking && due > at && due < midnight ? due : midnight;
    },
  };
}
