import type { Zone } from 'luxon';
import { instantOf } from '../time/local-day';
import type { CountUnit } from './row';

const MILLISECONDS_A_DAY = 86_400_000; // of local time as if it were UTC
const MILLISECONDS_AN_HOUR = 3_600_000;
type ClockUnit = 'minutes' | 'hours' | 'days';
const UNITS: readonly (readonly [ClockUnit, number])[] = [
  ['hours', MILLISECONDS_AN_HOUR],
  ['minutes', 60_000],
];

/** What is left until an instant, and when that is to be said anew (milliseconds since 1970). */
export interface Countdown<Unit extends CountUnit = CountUnit> {
  readonly count: number;
  readonly unit: Unit;
  readonly next: number;
}

/**
 * Counts down to an instant: whole days by the zone's clock (a day is from a time to the same time on the next day, be
 * it 23 or 25 hours long), whole hours in the last two days, minutes in the last hour. Floored: never more than is left.
 *
 * @param end - milliseconds since 1970, after `at`
 */
export function countDown(at: number, end: number, zone: Zone): Countdown<ClockUnit> {
  const last = end - 1; // the end of a day still belongs to it
  const days = wholeDays(at, last, zone);
  if (days >= 2) return { count: days, unit: 'days', next: nextDay(at, last, days, zone) };
  for (const [unit, length] of UNITS) {
    const count = Math.floor((end - at) / length);
    if (count >= 1) return { count, unit, next: end - count * length + 1 };
  }
  return { count: 0, unit: 'minutes', next: end };
}

/** The first instant after `at` from which there are other than so many whole days to `last`. */
function nextDay(at: number, last: number, days: number, zone: Zone): number {
  const isSame = (instant: number): boolean => wholeDays(instant, last, zone) === days;
  const byClock = shifted(last, -days, zone) + 1;
  if (byClock > at && isSame(byClock - 1) && !isSame(byClock)) return byClock;
  // A clock that is set leaves out times or shows them twice; then it is found by looking, and by halving.
  let low = at;
  let high = at + MILLISECONDS_AN_HOUR;
  for (; isSame(high); high += MILLISECONDS_AN_HOUR) low = high;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isSame(middle)) low = middle;
    else high = middle;
  }
  return high;
}

/** Whole days from one instant to a later one by a zone's clock, as `Temporal.ZonedDateTime.until` counts them. */
export function wholeDays(from: number, to: number, zone: Zone): number {
  const days = Math.floor((local(to, zone) - local(from, zone)) / MILLISECONDS_A_DAY);
  // Where the clock was set meanwhile, its own difference can be a day off.
  if (shifted(from, days + 1, zone) <= to) return days + 1;
  return Math.max(0, shifted(from, days, zone) > to ? days - 1 : days);
}

/** The instant at which the zone's clock shows the same time so many days later; a time that it leaps over comes later. */
function shifted(instant: number, days: number, zone: Zone): number {
  if (days === 0) return instant;
  const wanted = local(instant, zone) + days * MILLISECONDS_A_DAY;
  const at = instantOf(wanted, zone);
  return local(at, zone) === wanted ? at : at + wanted - (local(at - 1, zone) + 1);
}

function local(instant: number, zone: Zone): number {
  return instant + zone.offset(instant) * 60_000;
}
