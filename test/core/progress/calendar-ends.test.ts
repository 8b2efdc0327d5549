import { Temporal } from '@js-temporal/polyfill';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { currentTerm } from '../../../src/core/home/term';
import { readProgressOptions } from '../../../src/core/progress/options';
import type { ProgressRow } from '../../../src/core/progress/row';
import { buildRow, type BuiltRow } from '../../../src/core/progress/rows';
import { SPAN_KINDS, SPAN_UNITS } from '../../../src/core/progress/span-options';
import { readNamedSpans } from '../../../src/core/time/named-spans';
import { WEEK_STARTS, type WeekStart } from '../../../src/core/time/period';

const yaml = { parse: (text: string) => parse(text) as unknown, stringify: String };
const NOW = DateTime.fromISO('2026-11-05T16:24', { zone: 'Asia/Shanghai' });

function built(source: string, now = NOW, settings = '', weekStart: WeekStart = 'monday'): BuiltRow[] {
  const { rows } = readProgressOptions(source, yaml, { named: readNamedSpans(settings), weeklyGoalMinutes: 0 });
  const around = { now, weekStart, source, properties: () => ({ state: 'waiting' }) as const, entries: () => [] };
  return rows.map((spec) => buildRow(spec, around));
}
function row(span: string): ProgressRow {
  const [only] = built(`periods: []\nspans:\n  - {name: it, ${span}}`);
  if (only?.ok !== true) throw new Error(span);
  return only.row;
}
const until = (from: string, to: string, largestUnit: 'day' | 'year'): number =>
  Temporal.PlainDate.from(from).until(to, { largestUnit })[`${largestUnit}s`];

describe('a span that ends with the calendar', () => {
  it('counts the years to it', () => {
    expect(row('from: 2025-09-01, to: 9999-12-31')).toMatchObject({
      state: 'running',
      percent: 0,
      detail: { says: 'ordinal', at: 2, total: until('2025-09-01', '9999-12-31', 'year') + 1, unit: 'year' },
      label: { says: 'ends', day: '9999-12-31' },
      extent: { from: { day: '2025-09-01' }, to: { day: '9999-12-31' } },
    });
  });

  it('has days left to it, wherever its clock is', () => {
    const left = { says: 'left', count: until('2026-11-05', '9999-12-31', 'day'), unit: 'days' };
    expect(row('to: 9999-12-31').detail).toEqual(left);
    // Anywhere on earth it is still 4 November, and the end comes on a day that nobody writes in Shanghai.
    expect(row('to: 9999-12-31 23:59 AoE')).toMatchObject({
      detail: { ...left, count: left.count + 1 },
      label: { says: 'due', day: '+010000-01-01', time: null, precision: 'year-and-day' },
    });
  });
});

describe('a span that begins with the calendar', () => {
  it('has gone as long as its beginning is away', () => {
    expect(row('from: 0001-01-01, to: 2026-12-31, unit: days').detail).toEqual({
      says: 'of',
      elapsed: until('0001-01-01', '2026-11-05', 'day'),
      total: until('0001-01-01', '2027-01-01', 'day'),
      unit: 'days',
    });
  });

  it('was over before anyone counted: a deadline of the year 1', () => {
    expect(row('to: 0001-01-01')).toMatchObject({
      state: 'after',
      percent: 100,
      detail: { says: 'closed', count: until('0001-01-01', '2026-11-05', 'day'), unit: 'days' },
      label: { says: 'was', day: '0001-01-01' },
    });
  });
});

describe('one bad row', () => {
  it('never takes the others with it, in a block or in the settings', () => {
    const settings = ['Ever: 2025-09-01..9999-12-31', 'Term: 2026-09-07..2027-01-15', 'Old: 0001-01-01'].join('\n');
    const rows = built('periods: [year]\nspans: all', NOW, settings);
    expect(rows.map((one) => one.ok && one.row.name)).toEqual([
      { of: 'period', unit: 'year' },
      { of: 'text', text: 'Ever', link: null },
      { of: 'text', text: 'Term', link: null },
      { of: 'text', text: 'Old', link: null },
    ]);
    expect(currentTerm(readNamedSpans(settings).spans, NOW, 'sunday')).toEqual({ name: 'Term', week: 9 });
  });

  it('is drawn or told for any two days of the calendar, any unit, kind, zone and hour', () => {
    const [first, last] = [Temporal.PlainDate.from('0001-01-01'), Temporal.PlainDate.from('9999-12-31')];
    const days = fc.integer({ min: 0, max: 500 });
    const day = fc.oneof(
      days.map((after) => first.add({ days: after }).toString()),
      days.map((before) => last.subtract({ days: before }).toString()),
      fc.constantFrom('2026-11-05', '2026-11-04', '2027-01-15'),
    );
    const zone = fc.constantFrom('', ' AoE', ' UTC+14', ' Asia/Shanghai', ' Pacific/Apia');
    const time = fc.constantFrom('', ' 00:00', ' 23:59', ' 24:00');
    const when = fc.tuple(day, time, zone).map((parts) => parts.join(''));
    const own = fc.constantFrom('Asia/Shanghai', 'Pacific/Kiritimati', 'America/Los_Angeles', 'UTC');
    fc.assert(
      fc.property(
        when,
        fc.option(when),
        fc.constantFrom(...SPAN_UNITS),
        fc.constantFrom(...SPAN_KINDS),
        own,
        fc.constantFrom(...WEEK_STARTS),
        (to, from, unit, kind, zoneName, weekStart) => {
          const edges = from === null ? `to: "${to}"` : `from: "${from}", to: "${to}"`;
          const source = `periods: []\nspans:\n  - {name: it, ${edges}, unit: ${unit}, kind: ${kind}}`;
          const [only] = built(source, NOW.setZone(zoneName), '', weekStart);
          const told = kind === 'since' ? ['missing', 'no-effect'] : ['reversed'];
          if (only?.ok === false) expect(told).toContain(only.problem.code);
          else expect(Object.values(only?.row.detail ?? {}).filter((one) => Number.isNaN(one))).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });
});
