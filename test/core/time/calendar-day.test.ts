import { Temporal } from '@js-temporal/polyfill';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
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
const epoch = Temporal.PlainDate.from('1970-01-01');
/** Days from 1970 to the first and the last day that people write. */
const [FIRST, LAST] = ['0001-01-01', '9999-12-31'].map((day) => epoch.until(day).days);
const around = (day = 0, days = 2000) => fc.integer({ min: day - days, max: day + days });
const writtenArb = (days: fc.Arbitrary<number>) => days.map((day) => epoch.add({ days: day }).toString());
/** Within some centuries of ours, and at the ends of the calendar. */
const dayArb = writtenArb(fc.oneof(around(0, 200_000), around(FIRST), around(LAST)));

describe('calendar days', () => {
  it('are numbered, and counted, as by Temporal', () => {
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
        expect(addMonths(date, days)).toBe(day.add({ months: days }).toString());
      }),
    );
  });

  it('a month that has no such day has its last', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2028-02-29', 12)).toBe('2029-02-28');
    expect(addMonths('2026-11-30', 2)).toBe('2027-01-30');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
  });

  it('go on beyond the years that people write, though none of these is read', () => {
    expect([addDays('9999-12-31', 1), addDays('0001-01-01', -1), addDays('0000-01-01', -1)]).toEqual([
      '+010000-01-01',
      '0000-12-31',
      '-000001-12-31',
    ]);
    const beyond = ['+010000-01-01', '-000001-12-31', '0000-12-31', '0000-01-01', '10000-01-01', '+002026-01-01'];
    expect(beyond.filter(isCalendarDay)).toEqual([]);
  });

  it('are those of the student’s own zone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2e12 }), (ms) => {
        // Sweden writes dates as ISO 8601 does.
        expect(dayOf(DateTime.fromMillis(ms))).toBe(new Intl.DateTimeFormat('sv-SE').format(new Date(ms)));
      }),
    );
  });

  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-4-1', '10000-01-01', '2026-04-01T00:00', ''])(
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
      fc.property(
        writtenArb(fc.oneof(around(0, 200_000), around((FIRST ?? 0) + 3000), around((LAST ?? 0) - 3000))),
        (date) => {
          const day = Temporal.PlainDate.from(date);
          const name = `${String(day.yearOfWeek).padStart(4, '0')}-W${String(day.weekOfYear).padStart(2, '0')}`;
          expect(weekOf(date)).toBe(name);
          const monday = day.subtract({ days: day.dayOfWeek - 1 });
          expect(daysOfWeek(name)).toEqual({ start: monday.toString(), end: monday.add({ days: 6 }).toString() });
        },
      ),
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

  it('the calendar’s first begins with its first day, the last ends with its last', () => {
    expect(daysOfWeek('0001-W01')).toEqual({ start: '0001-01-01', end: '0001-01-07' }); // a Monday
    expect([weekOf('9999-12-31'), daysOfWeek('9999-W52')]).toEqual([
      '9999-W52',
      { start: '9999-12-27', end: '9999-12-31' },
    ]);
    expect(() => addWeeks('9999-W52', 1)).not.toThrow();
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
