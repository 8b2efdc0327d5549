import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { amountOf, goalRow, paceOf } from '../../../src/core/progress/goal-row';
import type { LogEntry } from '../../../src/core/reading/types';

const entry = (source: string, date: string, minutes: number | null): LogEntry => ({
  source,
  path: source,
  line: 0,
  date,
  text: '',
  minutes,
  pass: null,
  pages: null,
  status: null,
  deep: false,
  private: false,
});
const ENTRIES = [
  entry('a.md', '2026-11-01', 500), // the Sunday before
  entry('a.md', '2026-11-03', 65),
  entry('a.md', '2026-11-04', 30),
  entry('b.md', '2026-11-04', null),
  entry('b.md', '2026-11-09', 500), // next Monday
];
const between = (from: string, to: string) => ENTRIES.filter(({ date }) => from <= date && date <= to);
const now = DateTime.fromISO('2026-11-05T16:24', { zone: 'Asia/Shanghai' });

describe('the week’s reading', () => {
  it('counts minutes, log lines and sources of this week alone', () => {
    const week = between('2026-11-02', '2026-11-08');
    expect([amountOf('minutes', week), amountOf('sessions', week), amountOf('sources', week)]).toEqual([95, 3, 2]);
  });

  it('is a row: how much of the goal, and where the week stands', () => {
    const row = goalRow({ metric: 'minutes', target: 300 }, now, 'monday', between);
    expect(row).toMatchObject({
      kind: 'goal',
      percent: 31, // 95 / 300
      pace: 105, // 3.683 days of 7 are 52.6 %: 105 half percents
      detail: { says: 'read', done: 95, target: 300, metric: 'minutes' },
      label: { says: 'pace', pace: { is: 'behind', by: 65 } }, // 157.5 due, 62.5 short, in steps of five
    });
  });

  it('follows the day that weeks begin on', () => {
    const row = goalRow({ metric: 'minutes', target: 1000 }, now, 'sunday', between);
    expect(row.detail).toMatchObject({ done: 595 });
  });

  it('is full, and no fuller, once it is reached', () => {
    expect(goalRow({ metric: 'minutes', target: 60 }, now, 'monday', between)).toMatchObject({
      percent: 100,
      label: { pace: { is: 'reached' } },
    });
  });

  it('changes with the week', () => {
    const { next } = goalRow({ metric: 'minutes', target: 300 }, now, 'monday', between);
    expect(next).toBe(Date.parse('2026-11-02T00:00+08:00') + (106 * 7 * 86_400_000) / 200);
  });
});

describe('pace', () => {
  const minutes = { metric: 'minutes', target: 700 } as const; // 100 a day; half a day is 50
  it.each([
    [350, 0.5, { is: 'on-pace' }],
    [300, 0.5, { is: 'on-pace' }],
    [299, 0.5, { is: 'behind', by: 50 }],
    [401, 0.5, { is: 'ahead', by: 50 }],
    [0, 0, { is: 'on-pace' }],
    [700, 0.1, { is: 'reached' }],
    [100, 0.999, { is: 'behind', by: 600 }],
  ])('%d of 700 minutes at %d of the week', (done, share, expected) => {
    expect(paceOf(minutes, done, share)).toEqual(expected);
  });

  const sessions = { metric: 'sessions', target: 5 } as const;
  it.each([
    [2, 0.5, { is: 'on-pace' }], // 2.5 are due
    [3, 0.5, { is: 'on-pace' }],
    [1, 0.5, { is: 'behind', by: 1 }],
    [4, 0.5, { is: 'ahead', by: 1 }],
    [5, 0.5, { is: 'reached' }],
  ])('%d of 5 sessions at %d of the week', (done, share, expected) => {
    expect(paceOf(sessions, done, share)).toEqual(expected);
  });
});
