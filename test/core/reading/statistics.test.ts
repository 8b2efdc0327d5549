import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fourWeekAverage, streaksOf, totalsOf } from '../../../src/core/reading/statistics';
import type { LogEntry } from '../../../src/core/reading/types';
import { addDays, weekdayOf } from '../../../src/core/time/calendar-day';

function entry(date: string, more: Partial<LogEntry> = {}): LogEntry {
  return {
    source: 'a.md',
    path: 'a.md',
    line: 0,
    date,
    text: '',
    minutes: null,
    pass: null,
    pages: null,
    status: null,
    deep: false,
    private: false,
    ...more,
  };
}

const NEVER = (): boolean => false;

describe('totalsOf', () => {
  it('counts each thing by its definition', () => {
    const totals = totalsOf([
      entry('2026-08-03', { minutes: 60, pass: 1, pages: '1-4' }),
      entry('2026-08-03', { minutes: 30, pass: 1, pages: '4, 6', private: true }),
      entry('2026-08-04', { source: 'b.md', minutes: 20, pass: 1, status: 'read' }),
      entry('2026-08-05', { source: 'b.md', pass: 2, status: 'read' }),
      entry('2026-08-06', { source: 'c.md', status: 'dropped', pages: 'iv' }),
    ]);
    expect(totals).toEqual({
      minutes: 110,
      sessions: 5,
      sourcesTouched: 3,
      finished: 1,
      passes: { 1: 2, 2: 1, 3: 0 },
      pages: 6,
      activeDays: 4,
    });
  });

  it('is nothing for nothing', () => {
    expect(totalsOf([])).toMatchObject({ minutes: 0, sessions: 0, activeDays: 0 });
  });
});

describe('streaksOf', () => {
  // 2026-08-03 is a Monday.
  it.each([
    ['nothing', [], '2026-08-05', 0, 0],
    ['today alone', ['2026-08-05'], '2026-08-05', 1, 1],
    ['up to yesterday, today pending', ['2026-08-03', '2026-08-04'], '2026-08-05', 2, 2],
    ['a weekday left out', ['2026-08-03', '2026-08-05'], '2026-08-05', 1, 1],
    ['broken: yesterday was a weekday without any', ['2026-08-03'], '2026-08-05', 0, 1],
    ['over a weekend', ['2026-08-06', '2026-08-07', '2026-08-10'], '2026-08-10', 3, 3],
    ['on a Sunday, after Friday', ['2026-08-07'], '2026-08-09', 1, 1],
    ['a Monday pending after a weekend', ['2026-08-07'], '2026-08-10', 1, 1],
    ['a Tuesday after such a Monday', ['2026-08-07'], '2026-08-11', 0, 1],
    ['a Saturday with reading counts', ['2026-08-07', '2026-08-08', '2026-08-10'], '2026-08-10', 3, 3],
    ['days to come are left out', ['2026-08-04', '2026-08-05', '2026-08-06'], '2026-08-05', 2, 2],
    ['doubles', ['2026-08-04', '2026-08-04'], '2026-08-05', 1, 1],
  ])('%s', (_name, days, today, current, longest) => {
    expect(streaksOf(days, today, NEVER)).toMatchObject({ current, longest });
  });

  it.each([
    [true, 'a weekend in it', ['2026-08-07', '2026-08-10'], '2026-08-10'],
    [true, 'a weekend behind it', ['2026-08-07'], '2026-08-09'],
    [true, 'a longest one over a weekend, in the past', ['2026-08-07', '2026-08-10', '2026-08-20'], '2026-08-20'],
    [false, 'read through the weekend', ['2026-08-07', '2026-08-08', '2026-08-09', '2026-08-10'], '2026-08-10'],
    [false, 'today pending', ['2026-08-04'], '2026-08-05'],
    [false, 'broken after a weekend', ['2026-08-07'], '2026-08-12'],
    [false, 'nothing', [], '2026-08-05'],
  ])('tells %s whether it forgave a day: %s', (forgiving, _name, days, today) => {
    expect(streaksOf(days, today, NEVER).forgiving).toBe(forgiving);
  });

  it('forgives declared days off', () => {
    const off = (date: string): boolean => date >= '2026-08-04' && date <= '2026-08-06';
    expect(streaksOf(['2026-08-03', '2026-08-07'], '2026-08-07', off)).toMatchObject({ current: 2 });
    expect(streaksOf(['2026-08-03'], '2026-08-06', off)).toMatchObject({ current: 1 });
  });

  it('says which run was the longest, the latest of equals', () => {
    const days = ['2026-08-03', '2026-08-04', '2026-08-12', '2026-08-13', '2026-08-20'];
    expect(streaksOf(days, '2026-08-20', NEVER).longestRun).toEqual({ from: '2026-08-12', to: '2026-08-13' });
  });

  it('agrees with counting day by day', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 40 })),
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 0, max: 6 }),
        (picks, back, off) => {
          const day = (index: number): string => addDays('2026-08-03', index);
          const active = new Set(picks.map(day));
          const isOff = (date: string): boolean => date.endsWith(String(off));
          // The plain telling of the rule: walk from the first day to today, a counter goes up or back to nothing.
          let run = 0;
          let longest = 0;
          for (let index = 0; index <= back; index++) {
            const date = day(index);
            if (active.has(date)) run += 1;
            else if (index < back && weekdayOf(date) < 6 && !isOff(date)) run = 0;
            longest = Math.max(longest, run);
          }
          expect(streaksOf(active, day(back), isOff)).toMatchObject({ current: run, longest });
        },
      ),
    );
  });
});

describe('fourWeekAverage', () => {
  const entries = [
    entry('2026-07-05', { minutes: 1000 }), // W27: too early
    entry('2026-07-06', { minutes: 100 }), // W28, its Monday
    entry('2026-07-26', { minutes: 60 }), // W30
    entry('2026-08-02', { minutes: 40 }), // W31, its Sunday
    entry('2026-08-03', { minutes: 500 }), // W32: the week itself
  ];

  it('is the mean of the four weeks before', () => {
    expect(fourWeekAverage(entries, '2026-W32', '2026-01-01')).toBe(50);
  });

  it('leaves out weeks before the first entry', () => {
    expect(fourWeekAverage(entries.slice(2), '2026-W32', '2026-07-26')).toBe(50);
    expect(fourWeekAverage([], '2026-W32', '2026-08-03')).toBeNull();
  });

  it('is none where one week is left, whose number it would be again', () => {
    expect(fourWeekAverage(entries.slice(3), '2026-W32', '2026-07-27')).toBeNull();
    expect(fourWeekAverage(entries.slice(3), '2026-W32', '2026-07-26')).toBe(20); // the last day of the week before that
  });

  it('goes over New Year by ISO weeks', () => {
    // 2027-W01 begins on 2027-01-04; W53 of 2026 is the week before.
    expect(fourWeekAverage([entry('2027-01-03', { minutes: 80 })], '2027-W01', '2026-01-01')).toBe(20);
  });
});
