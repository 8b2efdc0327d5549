import type { Zone } from 'luxon';
import { addDays, addMonths, dayFromNumber, daysBetween, partsOf } from '../time/calendar-day';
import { wholeDays } from './countdown';
import type { SpanUnit } from './span-options';
import { workdaysBetween, type IsDayOff } from './workdays';

const MILLISECONDS_AN_HOUR = 3_600_000;
const MILLISECONDS_A_DAY = 86_400_000; // of local time as if it were UTC

/**
 * Whole units from one instant to a later one, by the zone's clock: a month is from a day and time to the same in the next
 * (the month's last day, where it has no such day), a working day one that begins in between.
 */
export function wholeUnits(unit: SpanUnit, from: number, to: number, zone: Zone, isDayOff: IsDayOff): number {
  switch (unit) {
    case 'hours':
      return Math.floor((to - from) / MILLISECONDS_AN_HOUR);
    case 'days':
      return wholeDays(from, to, zone);
    case 'weeks':
      return Math.floor(wholeDays(from, to, zone) / 7);
    case 'workdays': {
      const day = addDays(localOf(from, zone).day, 1);
      return workdaysBetween(day, addDays(day, wholeDays(from, to, zone)), isDayOff);
    }
    case 'months':
      return wholeMonths(from, to, zone);
    case 'years':
      return Math.floor(wholeMonths(from, to, zone) / 12);
  }
}

function wholeMonths(from: number, to: number, zone: Zone): number {
  const [first, last] = [localOf(from, zone), localOf(to, zone)];
  const [a, b] = [partsOf(first.day), partsOf(last.day)];
  const months = (b.year - a.year) * 12 + b.month - a.month;
  const same = addMonths(first.day, months);
  const days = daysBetween(same, last.day);
  const isFull = days > 0 || (days === 0 && first.time <= last.time);
  return Math.max(0, isFull ? months : months - 1);
}

function localOf(instant: number, zone: Zone): { readonly day: string; readonly time: number } {
  const local = instant + zone.offset(instant) * 60_000;
  const number = Math.floor(local / MILLISECONDS_A_DAY);
  return { day: dayFromNumber(number), time: local - number * MILLISECONDS_A_DAY };
}
