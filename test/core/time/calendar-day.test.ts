import { Temporal } from '@js-temporal/polyfill';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  dayFromNumber,
  dayNumber,
  dayOf,
  daysBetween,
  isCalendarDay,
  partsOf,
  weekdayOf,
} from '../../../src/core/time/calendar-day';
import { addWeeks, daysOfWeek, weekOf } from '../../../src/core/time/iso-week';

/** Expected values from the Temporal polyfill and from Intl, which share no code with what is under test. */
const dayArb = fc
  .integer({ min: -200_000, max: 200_000 })
  .map((day) => Temporal.PlainDate.from('1970-01-01').add({ days: day }).toString());

describe('calendar days', () => {
  it('are numbered, and counted, as by Temporal', () => {
    const epoch = Temporal.PlainDate.from('1970-01-01');
    fc.assert(
      fc.property(dayArb, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        const day = Temporal.PlainDate.from(date);
        expect(dayNumber(date)).toBe(epoch.until(day, { largestUnit: 'days' }).days);
        expect(dayFromNumber(dayNumber(date) ?? NaN)).toBe(date);
        const other = day.add({ days }).toString();
        expect(addDays(date, days)).toBe(other);
        expect(daysBetween(date, other)).toBe(days);
        expect(weekdayOf(date)).toBe(day.dayOfWeek);
        expect(partsOf(date)).toEqual({ year: day.year, month: day.month, day: day.day });
      }),
    );
  });

  it('are those of the student’s own zone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2e12 }), (ms) => {
        // Sweden writes dates as ISO 8601 does.
        expect(dayOf(DateTime.fromMillis(ms))).toBe(new Intl.DateTimeFormat('sv-SE').format(new Date(ms)));
      }),
    );
  });

  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-4-1', '0000-01-01', '2026-04-01T00:00', ''])(
    '%j is none',
    (text) => {
      expect(isCalendarDay(text)).toBe(false);
      expect(() => addDays(text, 1)).toThrow(RangeError);
    },
  );

  it.each(['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('%s is one', (text) => {
    expect(isCalendarDay(text)).toBe(true);
  });
});

describe('ISO weeks', () => {
  it('are those of Temporal, for any day', () => {
    fc.assert(
      fc.property(dayArb, (date) => {
        const day = Temporal.PlainDate.from(date);
        const name = `${String(day.yearOfWeek).padStart(4, '0')}-W${String(day.weekOfYear).padStart(2, '0')}`;
        expect(weekOf(date)).toBe(name);
        const monday = day.subtract({ days: day.dayOfWeek - 1 });
        expect(daysOfWeek(name)).toEqual({ start: monday.toString(), end: monday.add({ days: 6 }).toString() });
      }),
    );
  });

  // ISO 8601: a year has 53 weeks where it begins on a Thursday, or on a Wednesday in a leap year.
  it.each([
    ['2026-12-31', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2020-12-31', '2020-W53'],
    ['2025-12-29', '2026-W01'],
    ['2026-02-01', '2026-W05'], // a Sunday, W06 by the American reckoning
  ])('%s lies in %s', (date, week) => {
    expect(weekOf(date)).toBe(week);
  });

  it('go on over the end of a year', () => {
    expect([addWeeks('2026-W52', 1), addWeeks('2026-W53', 1), addWeeks('2027-W01', -1)]).toEqual([
      '2026-W53',
      '2027-W01',
      '2026-W53',
    ]);
  });

  it.each(['2025-W53', '2026-W00', '2026-W54', '2026-32', '2026-W5', '0000-W01', ''])('%j is none', (week) => {
    expect(daysOfWeek(week)).toBeNull();
    expect(() => addWeeks(week, 1)).toThrow(RangeError);
  });
});
