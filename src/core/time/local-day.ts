import type { DateTime, Zone } from 'luxon';
import type { IsoDate } from '../ports';
import { addDays, dayNumber, dayOf, daysBetween } from './calendar-day';

const MILLISECONDS_A_MINUTE = 60_000;
const MINUTES_A_DAY = 1_440;
const A_DAY_AWAY = MINUTES_A_DAY * MILLISECONDS_A_MINUTE; // further than any change of offset reaches

/**
 * The first instant of a calendar day in a zone, in milliseconds since 1970: the earlier one where midnight comes
 * twice, the end of the gap where the clock jumps over midnight, or over the whole day (Apia, 30 December 2011).
 * The rule is that of `Temporal.ZonedDateTime.startOfDay`. @throws RangeError where `date` names no day that exists
 */
export function startOfDay(date: IsoDate, zone: Zone): number {
  const number = dayNumber(date);
  if (number === null) throw new RangeError(`No such day: ${date}`);
  return instantOf(number * A_DAY_AWAY, zone);
}

/**
 * The instant at which a zone's clock shows a local time.
 *
 * @param local - the local time as if it were UTC, in milliseconds since 1970
 * @returns milliseconds since 1970; the earlier instant where the time comes twice, the end of the gap where it never comes
 */
export function instantOf(local: number, zone: Zone): number {
  const before = zone.offset(local - A_DAY_AWAY);
  const after = zone.offset(local + A_DAY_AWAY);
  const instants = [before, after]
    .map((offset) => ({ offset, at: local - offset * MILLISECONDS_A_MINUTE }))
    .filter(({ offset, at }) => zone.offset(at) === offset)
    .map(({ at }) => at);
  return instants.length > 0 ? Math.min(...instants) : endOfGap(local, zone);
}

/** The first local day after the instant's, and the instant at which it begins. */
export function nextMidnight(instant: DateTime): number {
  return startOfDay(addDays(dayOf(instant), 1), instant.zone);
}

/**
 * Days of the calendar from one day to another, less those that the zone's clock left out (and with those that it
 * had twice) by crossing the date line; that shows as a change of a whole day in its offset.
 */
export function daysLived(from: IsoDate, to: IsoDate, zone: Zone): number {
  const change = zone.offset(startOfDay(to, zone)) - zone.offset(startOfDay(from, zone));
  return daysBetween(from, to) - Math.round(change / MINUTES_A_DAY);
}

/** Where the clock leaps over a local time: the instant of the leap, found by halving. */
function endOfGap(local: number, zone: Zone): number {
  let low = local - A_DAY_AWAY;
  let high = local + A_DAY_AWAY;
  const old = zone.offset(low);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (zone.offset(middle) === old) low = middle;
    else high = middle;
  }
  return high;
}
