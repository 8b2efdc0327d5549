import { describe, expect, it } from 'vitest';
import { parseHolidays } from '../../../src/core/reading/holidays';

describe('parseHolidays', () => {
  it('reads days and ranges, both ends included, with names and blank lines', () => {
    const holidays = parseHolidays('2026-10-01..2026-10-07 # National Day\n\n2026-12-25: Christmas\n# a remark');
    expect(holidays.problems).toEqual([]);
    const days = ['2026-09-30', '2026-10-01', '2026-10-07', '2026-10-08', '2026-12-25', 'nonsense'];
    expect(days.map((day) => holidays.includes(day))).toEqual([false, true, true, false, true, false]);
  });

  it.each([
    '2026-10-01 .. 2026-10-02',
    '2026-10-01 to 2026-10-02',
    '2026-10-01 至 2026-10-02',
    '2026-10-01–2026-10-02',
  ])('reads the range %s', (text) => {
    const holidays = parseHolidays(text);
    expect([holidays.includes('2026-10-01'), holidays.includes('2026-10-02'), holidays.problems.length]).toEqual([
      true,
      true,
      0,
    ]);
  });

  it('names what it cannot read, by line', () => {
    expect(parseHolidays('2026-10-01\n2026-02-30\nsummer\n2026-10-07..2026-10-01\n: x').problems).toEqual([
      { line: 1, text: '2026-02-30', reason: 'not-a-date' },
      { line: 2, text: 'summer', reason: 'not-a-date' },
      { line: 3, text: '2026-10-07..2026-10-01', reason: 'reversed' },
      { line: 4, text: ': x', reason: 'not-a-date' },
    ]);
  });
});
