import { Temporal } from '@js-temporal/polyfill';
import fc from 'fast-check';
import { DateTime, IANAZone, SystemZone } from 'luxon';
import { describe, expect, it } from 'vitest';
import { daysLived, instantOf, nextMidnight, startOfDay } from '../../../src/core/time/local-day';
import { PERIOD_UNITS, periodAt, periodOf, WEEK_STARTS, type PeriodUnit } from '../../../src/core/time/period';

/**
 * Expected values come from the Temporal polyfill, which shares no code with luxon or with what is under test, and
 * from the published history of the zones (IANA time zone database).
 */
const ZONES = [
  'UTC',
  'America/Los_Angeles',
  'Asia/Shanghai',
  'Pacific/Apia', // skipped 30 December 2011
  'Asia/Kolkata', // UTC+5:30
  'Asia/Kathmandu', // UTC+5:45
  'Australia/Lord_Howe', // daylight saving of half an hour
  'America/Sao_Paulo', // leapt over midnight until 2018
  'Asia/Beirut', // leaps over midnight
  'America/Havana', // midnight comes twice in autumn
  'America/St_Johns', // until 2010 set back at 00:01, so that the old day came back
  'Pacific/Kwajalein', // skipped 21 August 1993
  'Europe/London',
  'Africa/Casablanca', // daylight saving backwards, in Ramadan
  'Pacific/Kiritimati', // UTC+14
];

const zoneArb = fc.constantFrom(...ZONES);
const instantArb = fc.integer({
  min: Date.UTC(1990, 0, 1),
  max: Date.UTC(2040, 0, 1),
});
const unitArb = fc.constantFrom(...PERIOD_UNITS);
const weekStartArb = fc.constantFrom(...WEEK_STARTS);
const dayArb = fc
  .integer({ min: Date.UTC(1990, 0, 1) / 86_400_000, max: Date.UTC(2040, 0, 1) / 86_400_000 })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));

const at = (instant: number, zone: string): DateTime => DateTime.fromMillis(instant, { zone });
const temporalStart = (date: string, zone: string): number =>
  Temporal.PlainDate.from(date).toZonedDateTime(zone).startOfDay().epochMilliseconds;

/** First day and next first day, by Temporal's calendar arithmetic alone. */
function temporalDays(date: Temporal.PlainDate, unit: PeriodUnit): [Temporal.PlainDate, Temporal.PlainDate] {
  if (unit === 'day') return [date, date.add({ days: 1 })];
  if (unit === 'week') {
    const monday = date.subtract({ days: date.dayOfWeek - 1 });
    return [monday, monday.add({ weeks: 1 })];
  }
  if (unit === 'year') return [date.with({ month: 1, day: 1 }), date.with({ month: 1, day: 1 }).add({ years: 1 })];
  if (unit === 'month') return [date.with({ day: 1 }), date.with({ day: 1 }).add({ months: 1 })];
  const quarter = date.with({ day: 1, month: [1, 1, 1, 4, 4, 4, 7, 7, 7, 10, 10, 10][date.month - 1] ?? 1 });
  return [quarter, quarter.add({ months: 3 })];
}

describe('startOfDay', () => {
  it('is what Temporal says, on any day in any zone', () => {
    fc.assert(
      fc.property(dayArb, zoneArb, (date, zone) => {
        expect(startOfDay(date, IANAZone.create(zone))).toBe(temporalStart(date, zone));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00Z'], // 00:00 → 01:00, UTC-3 → UTC-2
    ['2018-11-04', 'America/Havana', '2018-11-04T04:00:00Z'], // the first of two midnights, UTC-4
    ['2022-03-27', 'Asia/Beirut', '2022-03-26T22:00:00Z'], // 00:00 → 01:00, UTC+2 → UTC+3
    ['2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00Z'], // no such day: the leap itself
    ['2011-12-31', 'Pacific/Apia', '2011-12-30T10:00:00Z'],
    ['2026-11-05', 'Asia/Kathmandu', '2026-11-04T18:15:00Z'],
  ])('%s in %s begins at %s', (date, zone, expected) => {
    expect(new Date(startOfDay(date, IANAZone.create(zone))).toISOString()).toBe(expected.replace('Z', '.000Z'));
  });

  it('refuses a day that does not exist', () => {
    expect(() => startOfDay('2026-02-30', IANAZone.create('UTC'))).toThrow(RangeError);
  });
});

describe('instantOf', () => {
  it('is the earlier of two, and the end of a gap', () => {
    const zone = IANAZone.create('America/Los_Angeles');
    const local = (text: string) => Date.parse(`${text}Z`);
    expect(instantOf(local('2026-11-01T01:30'), zone)).toBe(Date.parse('2026-11-01T01:30-07:00'));
    expect(instantOf(local('2026-03-08T02:30'), zone)).toBe(Date.parse('2026-03-08T03:00-07:00'));
    expect(instantOf(local('2026-07-01T12:00'), zone)).toBe(Date.parse('2026-07-01T12:00-07:00'));
  });
});

describe('periodAt', () => {
  it('is what Temporal says, in the zone of the instant', () => {
    fc.assert(
      fc.property(instantArb, zoneArb, unitArb, (instant, zone, unit) => {
        const date = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate();
        const [first, next] = temporalDays(date, unit);
        const period = periodAt(at(instant, zone), unit);
        if (zone === 'America/St_Johns' && instant >= temporalStart(next.toString(), zone)) return; // see below
        expect(period).toMatchObject({ firstDay: first.toString(), nextDay: next.toString() });
        expect(period.start).toBe(temporalStart(first.toString(), zone));
        expect(period.end).toBe(temporalStart(next.toString(), zone));
      }),
      { numRuns: 500 },
    );
  });

  it('in the zone of this process, too', () => {
    const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    fc.assert(
      fc.property(instantArb, unitArb, (instant, unit) => {
        const local = DateTime.fromMillis(instant, { zone: SystemZone.instance });
        expect(periodAt(local, unit)).toEqual(periodAt(at(instant, zone), unit));
      }),
    );
  });

  it('tiles time: it holds its instant, and the next begins where it ends', () => {
    fc.assert(
      fc.property(instantArb, zoneArb, unitArb, weekStartArb, (instant, zone, unit, weekStart) => {
        const period = periodAt(at(instant, zone), unit, weekStart);
        expect(period.start).toBeLessThanOrEqual(instant);
        expect(period.end).toBeGreaterThan(instant);
        const next = periodAt(at(period.end, zone), unit, weekStart);
        expect(next.start).toBe(period.end);
        const before = periodAt(at(period.start - 1, zone), unit, weekStart);
        expect(before.end).toBe(period.start);
      }),
      { numRuns: 500 },
    );
  });

  it('begins weeks on the day asked for', () => {
    const thursday = at(Date.parse('2026-11-05T12:00Z'), 'UTC');
    expect(WEEK_STARTS.map((start) => periodAt(thursday, 'week', start).firstDay)).toEqual([
      '2026-11-02', // Monday
      '2026-11-01', // Sunday
      '2026-10-31', // Saturday
    ]);
  });

  it('keeps to the new day where the clock goes back over midnight', () => {
    // St John's, 7 November 2010: at 00:01 (UTC-2:30) back to 23:01 of the 6th (UTC-3:30).
    const again = at(Date.parse('2010-11-07T02:40Z'), 'America/St_Johns');
    expect(again.toISODate()).toBe('2010-11-06');
    expect(periodAt(again, 'day').firstDay).toBe('2010-11-07');
  });

  it('knows days of other lengths than 24 hours', () => {
    const hours = (date: string, zone: string) => {
      const { start, end } = periodOf(date, 'day', IANAZone.create(zone));
      return (end - start) / 3_600_000;
    };
    expect(hours('2026-03-08', 'America/Los_Angeles')).toBe(23);
    expect(hours('2026-11-01', 'America/Los_Angeles')).toBe(25);
    expect(hours('2026-10-04', 'Australia/Lord_Howe')).toBe(23.5);
    expect(hours('2026-04-05', 'Australia/Lord_Howe')).toBe(24.5);
    expect(hours('2011-12-30', 'Pacific/Apia')).toBe(0);
    expect(hours('2026-06-15', 'Asia/Shanghai')).toBe(24);
  });
});

describe('nextMidnight', () => {
  it('is the start of tomorrow, and passes over a day that the zone left out', () => {
    const eve = at(Date.parse('2011-12-29T23:00-10:00'), 'Pacific/Apia');
    expect(nextMidnight(eve)).toBe(Date.parse('2011-12-30T10:00Z'));
    expect(nextMidnight(at(Date.parse('2026-12-31T23:59:59.999Z'), 'UTC'))).toBe(Date.parse('2027-01-01T00:00Z'));
  });
});

describe('daysLived', () => {
  it('counts the days that Temporal finds to have begun', () => {
    fc.assert(
      fc.property(dayArb, fc.integer({ min: 0, max: 400 }), zoneArb, (from, length, zone) => {
        const first = Temporal.PlainDate.from(from);
        let lived = 0;
        for (let day = 0; day < length; day += 1) {
          const date = first.add({ days: day });
          const start = temporalStart(date.toString(), zone);
          if (temporalStart(date.add({ days: 1 }).toString(), zone) > start) lived += 1;
        }
        expect(daysLived(from, first.add({ days: length }).toString(), IANAZone.create(zone))).toBe(lived);
      }),
      { numRuns: 60 },
    );
  });

  it('finds 30 days in Apia’s December of 2011, and 31 in others', () => {
    expect(daysLived('2011-12-01', '2012-01-01', IANAZone.create('Pacific/Apia'))).toBe(30);
    expect(daysLived('2012-12-01', '2013-01-01', IANAZone.create('Pacific/Apia'))).toBe(31);
  });
});
