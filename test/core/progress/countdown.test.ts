import { Temporal } from '@js-temporal/polyfill';
import fc from 'fast-check';
import { IANAZone } from 'luxon';
import { describe, expect, it } from 'vitest';
import { countDown, wholeDays } from '../../../src/core/progress/countdown';
import { zoneNamed } from '../../../src/core/time/zone';

const ZONES = ['UTC', 'America/Los_Angeles', 'Asia/Shanghai', 'Pacific/Apia', 'Australia/Lord_Howe'];
const zoneArb = fc.constantFrom(...ZONES);
const instantArb = fc.integer({ min: Date.UTC(2010, 0, 1), max: Date.UTC(2035, 0, 1) });
const HOUR = 3_600_000;

/** By adding days until they are too many; the polyfill's own `until` throws where a clock was set back in between. */
function daysUntil(a: Temporal.ZonedDateTime, b: Temporal.ZonedDateTime): number {
  let days = 0;
  while (Temporal.ZonedDateTime.compare(a.add({ days: days + 1 }), b) <= 0) days += 1;
  return days;
}

describe('wholeDays', () => {
  it('is what Temporal counts, daylight saving or not', () => {
    fc.assert(
      fc.property(instantArb, fc.integer({ min: 0, max: 60 * 24 * HOUR }), zoneArb, (from, length, zone) => {
        const [a, b] = [from, from + length].map((ms) =>
          Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone),
        ) as [Temporal.ZonedDateTime, Temporal.ZonedDateTime];
        expect(wholeDays(from, from + length, IANAZone.create(zone))).toBe(daysUntil(a, b));
      }),
      { numRuns: 400 },
    );
  });

  it('is what Temporal counts from, to and over the days on which a clock is set', () => {
    const around = fc.constantFrom(
      ['America/Los_Angeles', Date.parse('2026-03-08T10:00Z')], // forward by an hour
      ['America/Los_Angeles', Date.parse('2026-11-01T09:00Z')], // back by an hour
      ['Australia/Lord_Howe', Date.parse('2026-10-03T15:30Z')], // forward by half an hour
      ['Pacific/Apia', Date.parse('2011-12-30T10:00Z')], // forward by a day
    );
    const hours = fc.integer({ min: 0, max: 60 * 60 }).map((minutes) => minutes * 60_000);
    fc.assert(
      fc.property(around, hours, hours, ([zone, instant], before, after) => {
        const [from, to] = [Number(instant) - before, Number(instant) + after];
        const [a, b] = [from, to].map((ms) =>
          Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(String(zone)),
        ) as [Temporal.ZonedDateTime, Temporal.ZonedDateTime];
        expect(wholeDays(from, to, IANAZone.create(String(zone)))).toBe(daysUntil(a, b));
      }),
      { numRuns: 1500 },
    );
  });
});

describe('countDown', () => {
  const aoe = zoneNamed('AoE') ?? IANAZone.create('UTC');
  const end = Date.parse('2026-11-17T23:59-12:00');
  const left = (at: string) => {
    const { count, unit } = countDown(Date.parse(at), end, aoe);
    return `${String(count)} ${unit}`;
  };

  it.each([
    ['2026-11-05T16:24+08:00', '13 days'], // 4 November, 20:24 anywhere on earth
    ['2026-11-15T23:58-12:00', '2 days'],
    ['2026-11-16T00:00-12:00', '47 hours'], // 47 h 59 min
    ['2026-11-17T22:59-12:00', '1 hours'],
    ['2026-11-17T23:00-12:00', '59 minutes'],
    ['2026-11-17T23:58:30-12:00', '0 minutes'],
  ])('at %s says %s', (at, expected) => {
    expect(left(at)).toBe(expected);
  });

  it('a day ends with its last instant: the day before, there is one whole day left', () => {
    const utc = IANAZone.create('UTC');
    const midnight = Date.parse('2026-11-18T00:00Z'); // the end of 17 November
    expect(countDown(Date.parse('2026-11-05T00:00Z'), midnight, utc)).toMatchObject({ count: 12, unit: 'days' });
    expect(countDown(Date.parse('2026-11-05T23:59Z'), midnight, utc)).toMatchObject({ count: 12, unit: 'days' });
    expect(countDown(Date.parse('2026-11-06T00:00Z'), midnight, utc)).toMatchObject({ count: 11, unit: 'days' });
  });

  it('never says more than is left, and changes exactly when it says so', () => {
    fc.assert(
      fc.property(instantArb, fc.integer({ min: 1, max: 60 * 24 * HOUR }), zoneArb, (at, length, name) => {
        const zone = IANAZone.create(name);
        const until = at + length;
        const { count, unit, next } = countDown(at, until, zone);
        const shortest = { minutes: 60_000, hours: HOUR, days: 22 * HOUR }[unit];
        // Days are those of the zone's clock, and Samoa left one out (30 December 2011) that the clock went through all the same.
        const byClock = length + (zone.offset(until) - zone.offset(at)) * 60_000;
        expect(count * shortest).toBeLessThanOrEqual(unit === 'days' ? Math.max(length, byClock) : length);
        expect(next).toBeGreaterThan(at);
        expect(next).toBeLessThanOrEqual(until);
        const said = ({ count: n, unit: u }: { count: number; unit: string }) => `${String(n)} ${u}`;
        expect(said(countDown(next - 1, until, zone))).toBe(said({ count, unit }));
        if (next < until) expect(said(countDown(next, until, zone))).not.toBe(said({ count, unit }));
      }),
      { numRuns: 400 },
    );
  });
});
