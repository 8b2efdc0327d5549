import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTooLong, parseRange, resolveRange, type RangeSpec } from '../../../src/core/heatmap/range';

const spec = (text: string): RangeSpec => {
  const parsed = parseRange(text);
  if (typeof parsed !== 'object') throw new Error(`${text}: ${String(parsed)}`);
  return parsed;
};
const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;

describe('reading a range', () => {
  it.each([
    ['rolling', '2025-11-03', '2026-11-08'],
    ['2026', '2026-01-01', '2026-12-31'],
    ['year', '2026-01-01', '2026-12-31'],
    ['2024', '2024-01-01', '2024-12-31'],
    ['2026-Q1', '2026-01-01', '2026-03-31'],
    ['2026-q4', '2026-10-01', '2026-12-31'],
    ['quarter', '2026-10-01', '2026-12-31'],
    ['2026-03', '2026-03-01', '2026-03-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['month', '2026-11-01', '2026-11-30'],
    ['2026-03-01..2026-07-15', '2026-03-01', '2026-07-15'],
    ['2026-03-01 .. 2026-07-15', '2026-03-01', '2026-07-15'],
    ['2026-09-01..', '2026-09-01', '2026-11-05'],
    ['2026/3/1..2026/7/15', '2026-03-01', '2026-07-15'],
    ['20260301..20260715', '2026-03-01', '2026-07-15'],
    ['2026年3月1日 .. 2026年7月15日', '2026-03-01', '2026-07-15'],
    ['2026-11-05..2026-11-05', '2026-11-05', '2026-11-05'],
    ['0001', '0001-01-01', '0001-12-31'],
    ['9999', '9999-01-01', '9999-12-31'],
    ['9999-Q4', '9999-10-01', '9999-12-31'],
    ['9999-12', '9999-12-01', '9999-12-31'],
  ])('%s on 5 November 2026 is %s to %s', (text, from, to) => {
    expect(resolveRange(spec(text), '2026-11-05', 1, 0)).toEqual({ from, to });
  });

  it.each(['2026-13', '2026-00', '2026-02-30..2026-03-01', '2026-03-01..2026-04-31', '0000-12-31..'])(
    '%s does not exist',
    (text) => {
      expect(parseRange(text)).toBe('no-such-day');
    },
  );
  it('a range that runs backwards is told', () => {
    expect(parseRange('2026-07-15..2026-03-01')).toBe('reversed');
  });
  it.each(['', 'autumn', '26', '2026-Q5', '2026-3', '2026-03-01', '0000'])(
    '“%s” may be a name, but is no range',
    (text) => {
      expect(parseRange(text)).toBeUndefined();
    },
  );
  it('thirty years are drawn, three hundred are not', () => {
    expect(isTooLong(spec('1996-11-06..2026-11-05'))).toBe(false);
    expect(isTooLong(spec('1726-01-01..2026-11-05'))).toBe(true);
  });
});

describe('a range without an end', () => {
  it('that begins only later is that first day', () => {
    expect(resolveRange(spec('2026-12-24..'), '2026-11-05', 1, 0)).toEqual({ from: '2026-12-24', to: '2026-12-24' });
  });
  it('goes back no further than is drawn', () => {
    const open = spec('1900-01-01..');
    expect(isTooLong(open)).toBe(false);
    const { from, to } = resolveRange(open, '2026-11-05', 1, 0);
    expect(to).toBe('2026-11-05');
    expect(isTooLong({ kind: 'days', from, to })).toBe(false);
    expect(days(from, to)).toBeGreaterThanOrEqual(30 * 365);
  });
});

describe('the last twelve months', () => {
  const day = fc.integer({ min: 0, max: 40_000 }).map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
  it('are 53 whole weeks that hold today and the same day a year before, whatever the week starts with', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(1, 2, 3, 4, 5, 6, 7), (today, weekStart) => {
        const { from, to } = resolveRange({ kind: 'rolling' }, today, weekStart as 1, 0);
        expect(days(from, to)).toBe(53 * 7);
        expect(from <= today && today <= to).toBe(true);
        expect(days(from, today)).toBeGreaterThanOrEqual(365);
      }),
    );
  });
  it('have no surprise at new year: the next morning shows one day more', () => {
    const before = resolveRange({ kind: 'rolling' }, '2026-12-31', 1, 0);
    const after = resolveRange({ kind: 'rolling' }, '2027-01-01', 1, 0);
    expect(after).toEqual(before); // Thursday and Friday of one week
  });
});

describe('turning pages', () => {
  it.each([
    ['2026', -1, '2025-01-01', '2025-12-31'],
    ['2026', 1, '2027-01-01', '2027-12-31'],
    ['2026-01', -1, '2025-12-01', '2025-12-31'],
    ['2026-Q1', -1, '2025-10-01', '2025-12-31'],
    ['rolling', -1, '2024-11-04', '2025-11-09'],
  ])('%s by %i', (text, pages, from, to) => {
    expect(resolveRange(spec(text), '2026-11-05', 1, pages)).toEqual({ from, to });
  });
});
