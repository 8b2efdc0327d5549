import { Temporal } from '@js-temporal/polyfill';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ordinalOf } from '../../../src/core/progress/ordinal';

const dayArb = fc
  .integer({ min: 0, max: 25_000 })
  .map((day) => Temporal.PlainDate.from('1990-01-01').add({ days: day }).toString());

describe('teaching weeks', () => {
  it('is week 12 of 18 on 5 November in a term from 17 August to 20 December 2026', () => {
    expect(ordinalOf('week', '2026-08-17', '2026-12-20', '2026-11-05', 'monday')).toEqual({ at: 12, total: 18 });
  });

  it('counts the week that holds the first day as the first, and turns on the day the week begins', () => {
    const week = (day: string, start: 'monday' | 'sunday') =>
      ordinalOf('week', '2026-09-09', '2027-01-15', day, start).at; // a Wednesday
    expect(['2026-09-09', '2026-09-13', '2026-09-14'].map((day) => week(day, 'monday'))).toEqual([1, 1, 2]);
    expect(['2026-09-12', '2026-09-13', '2026-09-19'].map((day) => week(day, 'sunday'))).toEqual([1, 2, 2]);
  });

  it('goes up by one a week, across New Year', () => {
    fc.assert(
      fc.property(dayArb, fc.integer({ min: 0, max: 300 }), (first, days) => {
        const date = Temporal.PlainDate.from(first);
        const monday = date.subtract({ days: date.dayOfWeek - 1 });
        const day = date.add({ days });
        const expected = Math.floor(monday.until(day, { largestUnit: 'days' }).days / 7) + 1;
        expect(ordinalOf('week', first, day.toString(), day.toString(), 'monday')).toEqual({
          at: expected,
          total: expected,
        });
      }),
    );
  });
});

describe('months and years', () => {
  it('is year 2 of 3 in a degree from September 2025 to June 2028', () => {
    expect(ordinalOf('year', '2025-09-01', '2028-06-30', '2026-11-05', 'monday')).toEqual({ at: 2, total: 3 });
    expect(ordinalOf('year', '2025-09-01', '2028-08-31', '2026-08-31', 'monday')).toEqual({ at: 1, total: 3 });
    expect(ordinalOf('year', '2025-09-01', '2028-09-01', '2026-09-01', 'monday')).toEqual({ at: 2, total: 4 });
  });

  it('agrees with Temporal', () => {
    fc.assert(
      fc.property(dayArb, fc.integer({ min: 0, max: 3000 }), (date, days) => {
        const first = Temporal.PlainDate.from(date);
        const day = first.add({ days });
        let at = 1;
        while (Temporal.PlainDate.compare(first.add({ months: at }), day) <= 0) at += 1;
        expect(ordinalOf('month', date, day.toString(), day.toString(), 'monday')).toEqual({ at, total: at });
      }),
    );
  });
});
