import { Temporal } from '@js-temporal/polyfill';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { periodRow } from '../../../src/core/progress/period-row';
import { PERIOD_UNITS, WEEK_STARTS } from '../../../src/core/time/period';

const ZONES = ['UTC', 'America/Los_Angeles', 'Asia/Shanghai', 'Pacific/Apia', 'Asia/Kathmandu', 'Australia/Lord_Howe'];
const zoneArb = fc.constantFrom(...ZONES);
const instantArb = fc.integer({ min: Date.UTC(2009, 0, 1), max: Date.UTC(2035, 0, 1) });
const at = (iso: string, zone: string): DateTime => DateTime.fromISO(iso, { zone });

/** The lab's table at a moment: what its five rows say. */
function table(now: DateTime) {
  return PERIOD_UNITS.map((unit) => {
    const { detail, percent } = periodRow(unit, now, 'monday');
    return 'elapsed' in detail ? [detail.elapsed, detail.total, percent] : [];
  });
}

describe('the lab’s table', () => {
  it('says what the drawn sample says', () => {
    // 5 November 2026, 16:24 in Shanghai: the 5th of 30 days; 308 days of 2026 have gone (31+28+31+30+31+30+31+31+30+31+4).
    expect(table(at('2026-11-05T16:24', 'Asia/Shanghai'))).toEqual([
      [16, 24, 68], // 16.4 / 24
      [3, 7, 52], // 3.683 / 7
      [4, 30, 15], // 4.683 / 30
      [35, 92, 38], // 31 + 4 of October, November, December
      [308, 365, 84], // 308.683 / 365
    ]);
  });

  it('begins at nothing and ends one short, to the millisecond', () => {
    expect(table(at('2026-01-01T00:00', 'Asia/Shanghai'))).toEqual([
      [0, 24, 0],
      [3, 7, 42], // a Thursday
      [0, 31, 0],
      [0, 90, 0],
      [0, 365, 0],
    ]);
    expect(table(at('2028-12-31T23:59:59.999', 'America/Los_Angeles'))).toEqual([
      [23, 24, 99],
      [6, 7, 99], // a Sunday
      [30, 31, 99],
      [91, 92, 99],
      [365, 366, 99], // a leap year
    ]);
  });

  it('counts the hours of odd days', () => {
    expect(table(at('2026-03-08T23:30', 'America/Los_Angeles'))[0]).toEqual([22, 23, 97]); // 22.5 / 23
    expect(table(at('2026-11-01T23:30', 'America/Los_Angeles'))[0]).toEqual([24, 25, 98]); // 24.5 / 25
    expect(table(at('2026-10-04T23:30', 'Australia/Lord_Howe'))[0]).toEqual([23, 23.5, 97]);
  });

  it('leaves out the day that Samoa left out', () => {
    const [day, week, month, , year] = table(at('2011-12-31T12:00', 'Pacific/Apia'));
    expect(day).toEqual([12, 24, 50]);
    expect(week).toEqual([4, 6, 75]); // Monday to Thursday, Saturday, Sunday: 4.5 / 6
    expect(month).toEqual([29, 30, 98]); // 29.5 / 30
    expect(year).toEqual([363, 364, 99]);
  });

  it('names the ISO week, whatever day the drawn week begins on', () => {
    for (const weekStart of WEEK_STARTS) {
      // 2027-01-03 is a Sunday of 2026-W53; 2027-01-04 begins 2027-W01 (ISO 8601).
      expect(periodRow('week', at('2027-01-03T12:00', 'UTC'), weekStart).label).toEqual({
        says: 'week',
        week: '2026-W53',
      });
      expect(periodRow('week', at('2027-01-04T00:00', 'UTC'), weekStart).label).toEqual({
        says: 'week',
        week: '2027-W01',
      });
    }
  });
});

describe('any row at any time', () => {
  it('agrees with Temporal on the fraction, floored', () => {
    fc.assert(
      fc.property(instantArb, zoneArb, fc.constantFrom('day', 'month', 'year'), (instant, zone, unit) => {
        const date = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate();
        const first =
          unit === 'day' ? date : unit === 'month' ? date.with({ day: 1 }) : date.with({ month: 1, day: 1 });
        const [start, end] = [first, first.add({ [`${unit}s`]: 1 })].map((day) =>
          BigInt(day.toZonedDateTime(zone).startOfDay().epochMilliseconds),
        ) as [bigint, bigint];
        const expected = ((BigInt(instant) - start) * 100n) / (end - start);
        expect(periodRow(unit as 'day', DateTime.fromMillis(instant, { zone }), 'monday').percent).toBe(
          Number(expected),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('never shows more than there is, and changes exactly when it says so', () => {
    fc.assert(
      fc.property(instantArb, zoneArb, fc.constantFrom(...PERIOD_UNITS), (instant, zone, unit) => {
        const row = (ms: number) => periodRow(unit, DateTime.fromMillis(ms, { zone }), 'monday');
        const now = row(instant);
        if (!('elapsed' in now.detail)) throw new Error('a period says what has gone');
        expect(now.detail.elapsed).toBeGreaterThanOrEqual(0);
        expect(now.detail.elapsed).toBeLessThan(now.detail.total);
        const next = now.next ?? 0;
        expect(next).toBeGreaterThan(instant);
        // Midnight is always a change and is not told; until then, or until `next`, nothing may look different.
        const midnight = DateTime.fromMillis(instant, { zone }).plus({ days: 1 }).startOf('day').toMillis();
        const last = Math.min(next, midnight) - 1;
        expect(row(last)).toEqual(now);
        if (next <= midnight) expect(row(next)).not.toEqual(now);
      }),
      { numRuns: 300 },
    );
  });
});
