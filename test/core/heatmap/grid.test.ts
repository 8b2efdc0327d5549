import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { calendarGrid, MOST_COLUMNS_A_YEAR, startOfWeek, type WeekStart } from '../../../src/core/heatmap/grid';

const WEEK_STARTS: readonly WeekStart[] = [1, 2, 3, 4, 5, 6, 7];
const yearGrid = (year: number, weekStart: WeekStart) => calendarGrid(`${year}-01-01`, `${year}-12-31`, weekStart);

/** The weekday as the platform itself tells it, 1 (Monday) – 7 (Sunday); noon, so that no zone can move the day. */
const weekdayByPlatform = (date: string): number => new Date(`${date}T12:00:00Z`).getUTCDay() || 7;
const daysOfYear = (year: number): string[] => {
  const days: string[] = [];
  for (let at = Date.UTC(year, 0, 1, 12); new Date(at).getUTCFullYear() === year; at += 86_400_000) {
    days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
};

describe('a year of columns', () => {
  // Columns by hand: days of the year plus the empty places above 1 January, in sevens.
  it.each([
    [2024, 1, 53], // a Monday and a leap year: 366 / 7
    [2024, 7, 53],
    [2026, 1, 53], // a Thursday: 3 places above
    [2026, 7, 53],
    [2028, 1, 53], // a leap year from Saturday
    [2028, 7, 54], // … with six places above: 372 / 7 > 53
    [2028, 6, 53],
    [2023, 7, 53], // a Sunday
    [2018, 1, 53], // a Monday, 365 days
    [2010, 1, 53],
  ] as const)('%i from weekday %i takes %i columns', (year, weekStart, columns) => {
    expect(yearGrid(year, weekStart).map((band) => band.weeks.length)).toEqual([columns]);
  });

  for (const year of [2024, 2026, 2028]) {
    for (const weekStart of WEEK_STARTS) {
      it(`holds each day of ${year} once, in the row of its weekday, from weekday ${weekStart}`, () => {
        const [band] = yearGrid(year, weekStart);
        const seen: string[] = [];
        for (const { skip, days } of band!.weeks) {
          days.forEach((day, i) => {
            seen.push(day);
            expect((weekdayByPlatform(day) - weekStart + 7) % 7).toBe(skip + i);
          });
        }
        expect(seen).toEqual(daysOfYear(year));
        expect(band!.weeks.slice(1).every((week) => week.skip === 0)).toBe(true);
        expect(band!.weeks.slice(1, -1).every((week) => week.days.length === 7)).toBe(true);
      });
    }
  }

  it('draws 2024 from 1 January to 31 December, Mondays in the first row (a peer drew 2023-12-31 to 2024-12-30 west of UTC)', () => {
    const [band] = yearGrid(2024, 1);
    expect(band!.weeks[0]).toMatchObject({ skip: 0, week: '2024-W01' });
    expect(band!.weeks[0]!.days[0]).toBe('2024-01-01');
    expect(band!.weeks.at(-1)!.days).toEqual(['2024-12-30', '2024-12-31']);
  });

  it('keeps every column whole across both changes of the clocks (peers put 30 days of 2026 a column off)', () => {
    const [band] = yearGrid(2026, 1);
    for (const change of ['2026-03-08', '2026-03-29', '2026-10-25', '2026-11-01']) {
      expect(band!.weeks.find((week) => week.days.includes(change))!.days).toHaveLength(7);
    }
  });
});

describe('weeks and months', () => {
  it('names a column by the ISO week of its Thursday', () => {
    const [band] = yearGrid(2026, 7); // from Sunday: 2026-01-04 is a Sunday, the rest of its column is W02
    expect(band!.weeks[0]!.week).toBe('2026-W01');
    expect(band!.weeks[1]).toMatchObject({ week: '2026-W02' });
    expect(band!.weeks[1]!.days[0]).toBe('2026-01-04');
  });

  it('names every column so, through years of 52 and of 53 weeks', () => {
    for (const weekStart of WEEK_STARTS) {
      for (const band of calendarGrid('2019-06-01', '2033-06-01', weekStart)) {
        for (const { days, skip, week } of band.weeks) {
          const toThursday = ((4 - weekStart + 7) % 7) - skip;
          const thursday = DateTime.fromISO(days[0]!, { zone: 'utc' }).plus({ days: toThursday });
          expect(week).toBe(thursday.toFormat("kkkk-'W'WW"));
        }
      }
    }
  });

  it('puts a label over the week that holds the 1st, and over the first column where there is room', () => {
    const labels = (from: string, to: string) =>
      calendarGrid(from, to, 1)[0]!.weeks.flatMap((week, column) => (week.month ? [[column, week.month.month]] : []));
    expect(labels('2025-11-03', '2026-01-11')).toEqual([
      [0, 11],
      [4, 12], // 1 December 2025 is the Monday four columns on
      [8, 1], // 1 January 2026 lies in the week from 29 December
    ]);
    expect(labels('2025-11-10', '2025-12-28')).toEqual([
      [0, 11],
      [3, 12], // three columns are just room enough
    ]);
    expect(labels('2025-11-17', '2025-12-28')).toEqual([[2, 12]]); // no room for November
    expect(labels('2026-01-05', '2026-02-28')).toEqual([
      [0, 1],
      [3, 2], // 1 February 2026 is a Sunday: the last day of its column
    ]);
    expect(labels('2026-03-10', '2026-03-20')).toEqual([[0, 3]]);
  });

  it('places twelve labels over a year, not twelve equal widths', () => {
    const columns = yearGrid(2026, 1)[0]!.weeks.flatMap((week, i) => (week.month ? [i] : []));
    expect(columns).toHaveLength(12);
    expect(new Set(columns.map((column, i) => column - (columns[i - 1] ?? column - 4)))).toEqual(new Set([4, 5]));
  });
});

describe('ranges of more than a year', () => {
  it('begin where the weeks are more than a year can have: 54 stand in one band, 55 do not', () => {
    expect(calendarGrid('2026-01-05', '2027-01-17', 1).map((band) => band.weeks.length)).toEqual([54]);
    expect(calendarGrid('2026-01-05', '2027-01-18', 1)).toHaveLength(2);
  });

  it('gives each calendar year a band of its own', () => {
    const bands = calendarGrid('2024-09-02', '2026-03-01', 1);
    expect(bands).toHaveLength(3);
    expect(bands.map((band) => band.weeks[0]!.days[0])).toEqual(['2024-09-02', '2025-01-01', '2026-01-01']);
    expect(bands.map((band) => band.weeks.at(-1)!.days.at(-1))).toEqual(['2024-12-31', '2025-12-31', '2026-03-01']);
  });
});

describe('for any range', () => {
  const written = (n: number) => new Date(n * 86_400_000).toISOString().slice(0, 10);
  const day = fc.integer({ min: 0, max: 40_000 }).map(written);
  const start = fc.constantFrom(...WEEK_STARTS);

  it('every day stands there once, in order, in its weekday’s row', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 2_000 }), start, (from, length, weekStart) => {
        const to = new Date(Date.parse(from) + length * 86_400_000).toISOString().slice(0, 10);
        const weeks = calendarGrid(from, to, weekStart).flatMap((band) => band.weeks);
        const days = weeks.flatMap((week) => week.days);
        expect(days).toHaveLength(length + 1);
        expect([...days].sort()).toEqual(days);
        expect([days[0], days.at(-1)]).toEqual([from, to]);
        for (const week of weeks) {
          expect(week.days.length).toBeGreaterThan(0);
          expect((weekdayByPlatform(week.days[0]!) - weekStart + 7) % 7).toBe(week.skip);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('the first and the last year of the calendar stand there whole, whatever the week begins with', () => {
    for (const year of ['0001', '9999']) {
      for (const weekStart of WEEK_STARTS) {
        const weeks = calendarGrid(`${year}-01-01`, `${year}-12-31`, weekStart).flatMap((band) => band.weeks);
        const from = Date.parse(`${year}-01-01`) / 86_400_000;
        const expected = Array.from({ length: 365 }, (_, n) => written(from + n)); // neither is a leap year
        expect(weeks.flatMap((week) => week.days)).toEqual(expected);
        expect((weekdayByPlatform(`${year}-01-01`) - weekStart + 7) % 7).toBe(weeks[0]?.skip);
      }
    }
  });

  it('no band is wider than a year can be', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 4_000 }), start, (from, length, weekStart) => {
        const to = new Date(Date.parse(from) + length * 86_400_000).toISOString().slice(0, 10);
        for (const band of calendarGrid(from, to, weekStart)) {
          expect(band.weeks.length).toBeLessThanOrEqual(MOST_COLUMNS_A_YEAR);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('a week begins on its first weekday, at most six days before', () => {
    fc.assert(
      fc.property(day, start, (date, weekStart) => {
        const first = startOfWeek(date, weekStart);
        expect(weekdayByPlatform(first)).toBe(weekStart);
        const days = (Date.parse(date) - Date.parse(first)) / 86_400_000;
        expect(days).toBeGreaterThanOrEqual(0);
        expect(days).toBeLessThan(7);
      }),
    );
  });

  it('refuses a range that runs backwards, or a day that does not exist', () => {
    expect(() => calendarGrid('2026-03-02', '2026-03-01', 1)).toThrow(RangeError);
    expect(() => calendarGrid('2026-02-30', '2026-03-01', 1)).toThrow(RangeError);
  });
});

describe('months as calendars', () => {
  it('each day stands once, in the band of its month, below its weekday', () => {
    const bands = calendarGrid('2026-10-15', '2026-12-05', 1, 'months');
    expect(bands).toHaveLength(3);
    const first = bands.map(({ weeks }) => [weeks[0]?.skip, weeks[0]?.days[0]]);
    // 15 October 2026 is a Thursday, 1 November a Sunday, 1 December a Tuesday
    expect(first).toEqual([
      [3, '2026-10-15'],
      [6, '2026-11-01'],
      [1, '2026-12-01'],
    ]);
    const days = bands.flatMap(({ weeks }) => weeks.flatMap((week) => week.days));
    expect(new Set(days).size).toBe(days.length);
    expect(days).toHaveLength(17 + 30 + 5);
    expect(Math.max(...bands.map(({ weeks }) => weeks.length))).toBeLessThanOrEqual(6);
  });
});
