import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readProgressOptions } from '../../../src/core/progress/options';
import type { ProgressRow } from '../../../src/core/progress/row';
import { buildRow } from '../../../src/core/progress/rows';
import { readNamedSpans } from '../../../src/core/time/named-spans';
import { nextMidnight } from '../../../src/core/time/local-day';

const yaml = { parse: (text: string) => parse(text) as unknown, stringify: String };

/** The row of one span, written as in a block. */
function row(span: string, now: string | DateTime, zone = 'Asia/Shanghai'): ProgressRow {
  const source = `periods: []\nspans:\n  - {name: it, ${span}}`;
  const [spec] = readProgressOptions(source, yaml, { named: readNamedSpans(''), weeklyGoalMinutes: 0 }).rows;
  if (!spec) throw new Error(`no row: ${span}`);
  const built = buildRow(spec, {
    now: typeof now === 'string' ? DateTime.fromISO(now, { zone }) : now,
    weekStart: 'monday',
    source,
    properties: () => ({ state: 'waiting' }),
    entries: () => [],
  });
  if (!built.ok) throw new Error(`${built.problem.code}: ${span}`);
  return built.row;
}

const NOW = '2026-11-05T16:24';

describe('the drawn samples', () => {
  it('a term: week 12 of 18, 64 %', () => {
    expect(row('from: 2026-08-17, to: 2026-12-20', NOW)).toMatchObject({
      kind: 'period',
      state: 'running',
      percent: 64, // 80.683 days of 126
      units: 18,
      detail: { says: 'ordinal', at: 12, total: 18, unit: 'week' },
      label: { says: 'ends', day: '2026-12-20', time: null, precision: 'day' },
    });
  });

  it('a degree: year 2 of 3, 41 %', () => {
    expect(row('from: 2025-09-01, to: 2028-06-30', NOW)).toMatchObject({
      percent: 41, // 430.683 days of 1034
      units: 3,
      detail: { says: 'ordinal', at: 2, total: 3, unit: 'year' },
      label: { says: 'ends', day: '2028-06-30', precision: 'month' },
    });
  });

  it('a deadline: 12 days left, as many ticks', () => {
    expect(row('from: 2026-08-29, to: 2026-11-17, kind: deadline', NOW)).toMatchObject({
      kind: 'deadline',
      state: 'near',
      percent: 84, // 68.683 days of 81
      left: 12,
      units: null,
      detail: { says: 'left', count: 12, unit: 'days' },
      label: { says: 'due', day: '2026-11-17', time: null, precision: 'day' },
    });
  });

  it('not begun, and over', () => {
    expect(row('from: 2027-02-26, to: 2027-07-04', NOW)).toMatchObject({
      state: 'before',
      percent: null,
      steps: 0,
      detail: { says: 'starts', count: 113, unit: 'days' }, // 25 + 31 + 31 + 26
      label: { says: 'begins', day: '2027-02-26', precision: 'year-and-day' },
    });
    expect(row('from: 2026-09-01, to: 2026-10-27', NOW)).toMatchObject({
      state: 'after',
      percent: 100,
      detail: { says: 'ended', count: 9, unit: 'days' },
      label: { says: 'was', day: '2026-10-27', precision: 'day' },
    });
  });
});

describe('the peers’ failures', () => {
  it('a term across New Year is neither negative nor full', () => {
    const term = 'from: 2026-09-07, to: 2027-01-17'; // 133 days
    expect(row(term, '2026-12-31T12:00').percent).toBe(86); // 115.5 / 133
    expect(row(term, '2027-01-01T12:00').percent).toBe(87); // 116.5 / 133
    expect(row(term, '2027-01-17T23:59:59.999').percent).toBe(99);
    expect(row(term, '2027-01-18T00:00').percent).toBe(100);
  });

  it('a date is the student’s own, not UTC’s: no 127 % in New York', () => {
    const day = 'from: 2026-11-05, to: 2026-11-05';
    expect(row(day, '2026-11-05T00:00', 'America/New_York').percent).toBe(0);
    expect(row(day, '2026-11-05T12:00', 'America/New_York').percent).toBe(50);
    expect(row(day, '2026-11-05T23:59', 'America/New_York').percent).toBe(99);
    expect(row(day, '2026-11-04T23:59', 'America/New_York').state).toBe('before');
  });
});

describe('deadlines in their own zone', () => {
  const aoe = 'to: 2026-11-17 23:59 AoE';

  it('is told by the student’s own clock, and counted in the deadline’s zone', () => {
    expect(row(aoe, NOW)).toMatchObject({
      detail: { says: 'left', count: 13, unit: 'days' },
      label: { says: 'due', day: '2026-11-18', time: (19 * 60 + 59) * 60_000 },
    });
    expect(row('to: 2026-11-17 23:59, zone: AoE', NOW)).toEqual(row(aoe, NOW));
  });

  it('is open until the last minute anywhere on earth', () => {
    expect(row(aoe, '2026-11-18T19:58').state).toBe('near');
    expect(row(aoe, '2026-11-18T19:58').detail).toEqual({ says: 'left', count: 1, unit: 'minutes' });
    expect(row(aoe, '2026-11-18T19:59').state).toBe('after');
  });

  it('a whole day of a zone ends there', () => {
    expect(row('to: 2026-11-17, zone: AoE', NOW).label).toMatchObject({ day: '2026-11-18', time: 20 * 3_600_000 });
    expect(row('to: 2026-11-17, zone: Asia/Shanghai', NOW).label).toMatchObject({ day: '2026-11-17', time: null });
  });

  it('says the time while it is near enough to matter, and the year where it is another', () => {
    expect(row('to: 2026-12-18 17:00', NOW).label).toMatchObject({ time: 17 * 3_600_000, precision: 'day' });
    expect(row('to: 2027-01-28 17:00', NOW).label).toMatchObject({ time: null, precision: 'year-and-day' });
  });

  it('without a beginning fills its bar over the last hundred days', () => {
    expect(row('to: 2026-11-17', NOW)).toMatchObject({ percent: 87 }); // day 88.683 of 101
    expect(row('to: 2027-11-17', NOW)).toMatchObject({
      state: 'before',
      detail: { says: 'left', count: 377, unit: 'days' },
    });
  });
});

describe('units', () => {
  it.each([
    ['from: 2026-11-05 08:00, to: 2026-11-06 08:00', { says: 'of', elapsed: 8, total: 24, unit: 'hours' }],
    ['from: 2026-11-02, to: 2026-11-13', { says: 'of', elapsed: 3, total: 12, unit: 'days' }],
    ['from: 2026-09-07, to: 2027-01-15', { says: 'ordinal', at: 9, total: 19, unit: 'week' }],
    ['from: 2026-06-15, to: 2027-06-14', { says: 'ordinal', at: 5, total: 12, unit: 'month' }],
    ['from: 2024-09-01, to: 2028-08-31', { says: 'ordinal', at: 3, total: 4, unit: 'year' }],
    ['from: 2026-09-07, to: 2027-01-15, unit: days', { says: 'of', elapsed: 59, total: 131, unit: 'days' }],
    ['from: 2026-09-07, to: 2027-01-15, unit: months', { says: 'ordinal', at: 2, total: 5, unit: 'month' }],
  ])('%s', (span, detail) => {
    expect(row(span, NOW).detail).toEqual(detail);
  });
});

it('changes exactly when it says so, and never in between', () => {
  const zones = fc.constantFrom('UTC', 'America/Los_Angeles', 'Asia/Kathmandu', 'Pacific/Apia');
  const span = fc.constantFrom(
    'from: 2011-09-01, to: 2012-01-31',
    'from: 2011-12-20 09:30, to: 2012-01-02 18:45',
    'to: 2012-01-05 23:59 AoE',
    'from: 2011-11-01, to: 2011-12-31, kind: deadline, zone: Asia/Tokyo',
    'from: 2011-12-29 12:00, to: 2011-12-31 12:00',
  );
  const at = fc.integer({ min: Date.UTC(2011, 10, 25), max: Date.UTC(2012, 0, 10) });
  fc.assert(
    fc.property(span, at, zones, (written, ms, zone) => {
      const on = (instant: number) => row(written, DateTime.fromMillis(instant, { zone }));
      const now = on(ms);
      const midnight = nextMidnight(DateTime.fromMillis(ms, { zone }));
      const next = Math.min(now.next ?? midnight, midnight);
      expect(next).toBeGreaterThan(ms);
      const { next: _planned, ...seen } = now;
      expect(on(next - 1)).toMatchObject(seen);
      expect(on(Math.floor((ms + next - 1) / 2))).toMatchObject(seen);
    }),
    { numRuns: 300 },
  );
});

it('turns with every hour of a span of hours', () => {
  const span = 'from: 2026-11-05 08:00, to: 2026-11-06 07:00';
  const begin = Date.parse('2026-11-05T08:00+08:00');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 23 * 3_600_000 - 1 }), (gone) => {
      const on = (ms: number) => row(span, DateTime.fromMillis(begin + ms, { zone: 'Asia/Shanghai' }));
      const now = on(gone);
      expect(now.detail).toEqual({ says: 'of', elapsed: Math.floor(gone / 3_600_000), total: 23, unit: 'hours' });
      const next = Math.min(now.next ?? Infinity, Date.parse('2026-11-06T00:00+08:00')) - begin;
      if (next > gone) expect(on(next - 1).detail).toEqual(now.detail);
    }),
  );
});

it('fills from 0 to 100 without ever going back', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: Date.UTC(2026, 7, 1), max: Date.UTC(2027, 1, 28) }),
      fc.integer({ min: 0, max: 40 * 86_400_000 }),
      (ms, later) => {
        const [a, b] = [ms, ms + later].map((instant) =>
          row('from: 2026-09-07, to: 2027-01-15', DateTime.fromMillis(instant, { zone: 'America/Los_Angeles' })),
        );
        expect(b?.steps).toBeGreaterThanOrEqual(a?.steps ?? 0);
        expect(a?.percent === 100).toBe(a?.state === 'after');
      },
    ),
  );
});
