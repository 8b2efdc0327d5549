import fc from 'fast-check';
import { rangeInWords } from '../../../src/core/heatmap/range-words';
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

describe('ranges in words', () => {
  const TERMS = new Map([
    ['Grant', { from: '2026-01-01', to: '2027-12-31' }],
    ['Autumn term', { from: '2026-09-07', to: '2027-01-15' }],
    ['春季学期', { from: '2026-02-23', to: '2026-07-10' }],
  ]);
  const days = (text: string, today = '2026-11-05', pages = 0, weekStart: 1 | 7 = 1) => {
    const spec = rangeInWords(text, TERMS) ?? parseRange(text);
    if (typeof spec !== 'object') throw new Error(String(spec));
    const { from, to } = resolveRange(spec, today, weekStart, pages);
    return `${from}..${to}`;
  };

  // 2026-11-05 is a Thursday.
  it.each([
    ['last 30 days', '2026-10-07..2026-11-05'],
    ['Last 1 day', '2026-11-05..2026-11-05'],
    ['past 8 weeks', '2026-09-14..2026-11-08'], // eight columns, this week's among them
    ['last 3 months', '2026-08-06..2026-11-05'],
    ['last 1 year', '2025-11-06..2026-11-05'],
    ['最近 30 天', '2026-10-07..2026-11-05'],
    ['近8周', '2026-09-14..2026-11-08'],
    ['过去 3 个月', '2026-08-06..2026-11-05'],
    ['this week', '2026-11-02..2026-11-08'],
    ['本周', '2026-11-02..2026-11-08'],
    ['week', '2026-11-02..2026-11-08'],
    ['2026-W32', '2026-08-03..2026-08-09'], // as GNU `date -d 2026-08-03 +%G-W%V` names it
    ['this month', '2026-11-01..2026-11-30'],
    ['本季度', '2026-10-01..2026-12-31'],
    ['this term', '2026-09-07..2027-01-15'],
    ['本学期', '2026-09-07..2027-01-15'],
  ])('%s', (text, expected) => {
    expect(days(text)).toBe(expected);
  });

  it('page by their own length', () => {
    expect(days('last 30 days', '2026-11-05', -1)).toBe('2026-09-07..2026-10-06');
    expect(days('last 8 weeks', '2026-11-05', -1)).toBe('2026-07-20..2026-09-13');
    expect(days('week', '2026-11-05', -1)).toBe('2026-10-26..2026-11-01');
    expect(days('2026-W32', '2026-11-05', 1)).toBe('2026-08-10..2026-08-16');
  });
  it('begin a week where the calendar does', () => {
    expect(days('week', '2026-11-05', 0, 7)).toBe('2026-11-01..2026-11-07');
    expect(days('2026-W32', '2026-11-05', 0, 7)).toBe('2026-08-02..2026-08-08');
  });
  it('between terms mean the nearest', () => {
    const terms = new Map([...TERMS].filter(([name]) => name !== 'Grant'));
    const at = (today: string) => {
      const spec = rangeInWords('this term', terms);
      return typeof spec === 'object' ? resolveRange(spec, today, 1, 0).from : spec;
    };
    expect([at('2026-07-12'), at('2026-09-01')]).toEqual(['2026-02-23', '2026-09-07']);
    expect(rangeInWords('this term', new Map())).toBe('no-term');
  });
  it('are no more than these', () => {
    for (const text of ['last days', 'last 0 days', 'last 5 moons', 'this', '近 天', 'next week']) {
      expect(rangeInWords(text, TERMS)).toBeUndefined();
    }
    expect(parseRange('2026-W54')).toBe('no-such-day');
  });
});
