import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { exactDay, readDate } from '../../../src/core/time/date-value';
import { dayInName } from '../../../src/core/time/day-in-name';
import { lenientDay } from '../../../src/core/time/lenient-day';

describe('a date in a value', () => {
  /** As YAML hands the values over: of bare brackets it makes lists, of bare digits a number. */
  it.each([
    ['2026-09-01', '2026-09-01'],
    ['2026-9-1', '2026-09-01'], // a peer drops it silently
    ['2026/9/1', '2026-09-01'],
    ['2026.9.1', '2026-09-01'],
    ['20260901', '2026-09-01'],
    ['"20260901"', '2026-09-01'],
    ['2026年9月1日', '2026-09-01'],
    ['2026 年 9 月 1 日', '2026-09-01'],
    ['[2026-09-01]', '2026-09-01'],
    ['[20260901]', '2026-09-01'],
    ['[[2026-09-01]]', '2026-09-01'],
    ['"[[2026-09-01]]"', '2026-09-01'],
    ['["[[2026-09-01]]"]', '2026-09-01'],
    ['"[[Daily/2026-09-01|Tuesday]]"', '2026-09-01'],
    ['"[[Tuesday|2026-09-01]]"', '2026-09-01'],
    ['"[[Meeting 2026-09-01#Notes]]"', '2026-09-01'],
    ['"[2026-09-01](Daily/2026-09-01.md)"', '2026-09-01'],
    ['"[that day](Daily/2026-09-01.md)"', '2026-09-01'],
    ['2026-09-01T23:30:00Z', '2026-09-01'], // the day as written: no zone moves it
    ['2026-09-01 08:00', '2026-09-01'],
    ['0001-01-01', '0001-01-01'],
    ['9999-12-31', '9999-12-31'],
    ['2026-02-30', null],
    ['2026-13-01', null],
    ['2026年2月30日', null],
    ['20260230', null],
    ['18.09.2026', null],
    ['09/18/2026', null],
    ['2026-9/1', null],
    ['[2026-09-01, 2026-09-02]', null],
    ['"2026-09-01, 2026-09-02"', null], // as a base gives out a list
    ['[]', null],
    ['{a: 1}', null],
    ['yesterday', null],
    ['2026-09-01x', null],
    ['2026-09', null],
    ['2026', null],
    ['"[[Someone]]"', null],
    ['0000-01-01', null],
    ['+010000-01-01', null],
    ['""', null],
    ['', null],
    ['true', null],
    ['1.5', null],
  ])('%s is of %s', (yaml, day) => {
    const value: unknown = parse(yaml);
    expect(lenientDay(value)).toBe(day);
    const read = readDate(value);
    expect(read.ok ? read.when.day : null).toBe(day); // every reader says the same
  });

  it('a script’s date is its day in UTC, as YAML readers make them, within the calendar', () => {
    expect(lenientDay(new Date('2026-03-01T00:00:00Z'))).toBe('2026-03-01');
    expect([new Date(NaN), new Date(8.64e15), new Date(-8.64e15)].map(lenientDay)).toEqual([null, null, null]);
  });

  it('what stands behind a day matters to who wants an instant, not to who wants the day', () => {
    for (const text of ['2026-09-01 in the evening', '2026-09-01 25:00', '2026年9月1日傍晚']) {
      expect([lenientDay(text), readDate(text).ok], text).toEqual(['2026-09-01', false]);
    }
    expect([exactDay('2026-09-01'), exactDay('2026-09-01 10:00'), exactDay('2026-09-01 AoE')]).toEqual([
      '2026-09-01',
      null,
      null,
    ]);
  });

  it('says what is wrong', () => {
    const problem = (value: unknown) => {
      const read = readDate(value);
      return read.ok ? null : read.problem;
    };
    expect(['2026-13-01', '2026-02-30', '2026-09-01 25:00', '2026-09-01 9:00 PST', 'soon', 7].map(problem)).toEqual([
      'no-such-month',
      'no-such-day',
      'no-such-time',
      'unknown-zone',
      'not-a-day',
      'not-a-day',
    ]);
  });
});

describe('the day in a note’s name', () => {
  it.each([
    ['2026-08-04', '2026-08-04'],
    ['2026-08-04 Meeting', '2026-08-04'],
    ['Log 2026-08-04', '2026-08-04'],
    ['日记2026-08-04', '2026-08-04'],
    ['20260804', '2026-08-04'],
    ['IMG_20260804_1530', '2026-08-04'],
    ['2026年8月4日 组会', '2026-08-04'],
    ['2026-02-30 moved to 2026-08-04', '2026-08-04'], // the first that exists
    ['12026-08-04', null],
    ['2026-08-041', null],
    ['2026-08-32', null],
    ['2026-W32', null],
    ['202608041530', null], // a moment's number, of which the day is a part
    ['Unity 2026.1.2', null], // a version
    ['20261504', null],
  ])('“%s” is %s', (name, day) => {
    expect(dayInName(name)).toBe(day);
  });
});
