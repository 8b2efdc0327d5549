import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weekFromQuery } from '../../../src/core/time/week-query';

/** Thursday of 2026-W43 (2026-10-19 to 2026-10-25, by the calendar). */
const TODAY = '2026-10-22';

describe('weekFromQuery', () => {
  it.each([
    ['2026-10-20', '2026-W43'],
    ['2026/10/20', '2026-W43'],
    ['20261020', '2026-W43'],
    ['2026年10月20日', '2026-W43'],
    ['10-20', '2026-W43'],
    ['10/20', '2026-W43'],
    ['10月20日', '2026-W43'],
    ['10 月 20 日', '2026-W43'],
    ['10月20号', '2026-W43'],
    ['第43周', '2026-W43'],
    ['第 43 周', '2026-W43'],
    ['43周', '2026-W43'],
    ['W43', '2026-W43'],
    ['w43', '2026-W43'],
    ['week 43', '2026-W43'],
    ['2026-W43', '2026-W43'],
    ['2026W43', '2026-W43'],
    ['2025年第1周', '2025-W01'],
    ['last week', '2026-W42'],
    ['上周', '2026-W42'],
    ['上上周', '2026-W41'],
    ['This week', '2026-W43'],
    ['本周', '2026-W43'],
    ['next week', '2026-W44'],
    ['下周', '2026-W44'],
  ])('%s is in %s', (query, week) => {
    expect(weekFromQuery(query, TODAY)).toBe(week);
  });

  it.each([
    ['10-31', '2026-W44'], // next week
    ['11-02', '2025-W44'], // the one after that is a year ago: a Sunday
    ['12月31日', '2026-W01'], // of 2025, a Wednesday of the first week of 2026
    ['W44', '2026-W44'],
    ['W45', '2025-W45'],
    ['W53', '2020-W53'], // 2021 to 2025 have 52
    ['2-29', '2024-W09'],
  ])('%s, without a year, is the latest there was: %s', (query, week) => {
    expect(weekFromQuery(query, TODAY)).toBe(week);
  });

  it('looks over the turn of the year', () => {
    expect(weekFromQuery('12-30', '2026-01-03')).toBe('2026-W01');
    expect(weekFromQuery('1-4', '2025-12-30')).toBe('2026-W01');
    expect(weekFromQuery('W02', '2025-12-31')).toBe('2026-W02');
  });

  it.each([
    '',
    '2026',
    '10',
    'draft',
    '草稿',
    '13-40',
    '2026-02-30',
    'W54',
    'W0',
    '2025-W53',
    '2-30',
    '10月',
    '__proto__',
    'constructor',
  ])('takes “%s” for no week', (query) => {
    expect(weekFromQuery(query, TODAY)).toBeNull();
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (query) => {
        weekFromQuery(query, TODAY);
      }),
    );
  });
});
