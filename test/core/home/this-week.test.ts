import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { missedLastWeek, weekReading } from '../../../src/core/home/this-week';
import type { LogEntry } from '../../../src/core/reading/types';

const entry = (date: string, minutes: number | null, more: Partial<LogEntry> = {}): LogEntry => ({
  source: 'a.md',
  path: 'a.md',
  line: 0,
  date,
  text: '',
  minutes,
  pass: null,
  pages: null,
  status: null,
  deep: false,
  private: false,
  ...more,
});
const at = (iso: string): DateTime => DateTime.fromISO(iso);

describe('what was read this week', () => {
  it('is the sum from Monday to Sunday, private lines and lines without minutes among them', () => {
    const entries = [
      entry('2026-11-01', 500),
      entry('2026-11-02', 60),
      entry('2026-11-04', 30, { private: true }),
      entry('2026-11-04', null),
      entry('2026-11-08', 5),
      entry('2026-11-09', 500),
    ];
    expect(weekReading(entries, 0, at('2026-11-05T10:00'))).toEqual({
      week: '2026-W45',
      minutes: 95,
      entries: 4,
      pace: null,
    });
  });

  it('belongs to ISO’s week over New Year', () => {
    expect(weekReading([entry('2027-01-01', 10)], 0, at('2027-01-03T23:59'))).toMatchObject({
      week: '2026-W53',
      minutes: 10,
    });
    expect(weekReading([entry('2027-01-01', 10)], 0, at('2027-01-04T00:00'))).toMatchObject({
      week: '2027-W01',
      minutes: 0,
    });
  });

  it('is measured against a goal where there is one', () => {
    expect(weekReading([entry('2026-11-02', 300)], 600, at('2026-11-05T12:00')).pace).toMatchObject({ percent: 50 });
  });
});

describe('a word about last week’s report', () => {
  const facts = { week: '2026-W45', hasReport: false, begun: true, isDayOff: () => false };

  it('is due where it is missing', () => {
    expect(missedLastWeek(facts)).toBe('2026-W44');
    expect(missedLastWeek({ ...facts, week: '2027-W01' })).toBe('2026-W53');
  });

  it('is not due where it is there, on the first days, or after a week off', () => {
    expect(missedLastWeek({ ...facts, hasReport: true })).toBeNull();
    expect(missedLastWeek({ ...facts, begun: false })).toBeNull();
    const off = ['2026-10-26', '2026-10-27', '2026-10-28', '2026-10-29', '2026-10-30'];
    expect(missedLastWeek({ ...facts, isDayOff: (day) => off.includes(day) })).toBeNull();
    expect(missedLastWeek({ ...facts, isDayOff: (day) => off.slice(1).includes(day) })).toBe('2026-W44');
  });
});
