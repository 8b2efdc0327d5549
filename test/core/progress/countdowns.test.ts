// Units, counting up, what comes round again, and working days: expectations by a calendar on the wall and by Temporal.
import { Temporal } from '@js-temporal/polyfill';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readProgressOptions } from '../../../src/core/progress/options';
import type { ProgressRow } from '../../../src/core/progress/row';
import { buildRow } from '../../../src/core/progress/rows';
import { wholeUnits } from '../../../src/core/progress/units';
import { readNamedSpans } from '../../../src/core/time/named-spans';

const yaml = { parse: (text: string) => parse(text) as unknown, stringify: String };
const ZONE = 'Asia/Shanghai';
const OFF = new Set(['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07']);

function row(span: string, now: string): ProgressRow {
  const source = `periods: []\nspans:\n  - {name: it, ${span}}`;
  const [spec] = readProgressOptions(source, yaml, { named: readNamedSpans(''), weeklyGoalMinutes: 0 }).rows;
  if (!spec) throw new Error(`no row: ${span}`);
  const built = buildRow(spec, {
    now: DateTime.fromISO(now, { zone: ZONE }),
    weekStart: 'monday',
    source,
    properties: () => ({ state: 'waiting' }),
    entries: () => [],
    isDayOff: (date) => OFF.has(date),
  });
  if (!built.ok) throw new Error(`${built.problem.code}: ${span}`);
  return built.row;
}
const said = (span: string, now: string): string => {
  const { detail } = row(span, now);
  return 'count' in detail ? `${detail.says} ${String(detail.count)} ${detail.unit}` : JSON.stringify(detail);
};

describe('the unit of a deadline', () => {
  // Thursday 5 November to the end of Friday 18 December: 43 days, six weeks and a day, 31 working days.
  it.each([
    ['days', 'left 43 days'],
    ['weeks', 'left 6 weeks'],
    ['months', 'left 1 months'],
    ['workdays', 'left 31 workdays'],
    ['hours', 'left 1039 hours'], // 43 days and 7 hours of the fifth, from 17:00 on
  ])('%s', (unit, expected) => {
    expect(said(`to: 2026-12-18, unit: ${unit}`, '2026-11-05T17:00')).toBe(expected);
  });
  it('gives way to smaller ones where there is no whole one left', () => {
    expect(said('to: 2026-12-18, unit: weeks', '2026-12-14T12:00')).toBe('left 4 days');
    expect(said('to: 2026-12-20, unit: workdays', '2026-12-19T12:00')).toBe('left 36 hours'); // a Saturday
  });
  it('leaves the days off of the settings out', () => {
    // From Wednesday 30 September to Friday 9 October: the 8th and the 9th alone.
    expect(said('to: 2026-10-09, unit: workdays', '2026-09-30T09:00')).toBe('left 2 workdays');
  });
});

describe('counting up', () => {
  it.each([
    ['', 'since 430 days'],
    ['unit: weeks', 'since 61 weeks'],
    ['unit: months', 'since 14 months'],
    ['unit: years', 'since 1 years'],
  ])('from a day: %s', (unit, expected) => {
    expect(said(`from: 2025-09-01${unit === '' ? '' : `, ${unit}`}`, '2026-11-05T17:00')).toBe(expected);
  });
  it('needs no end, has no percentage, and looks different at midnight', () => {
    const up = row('from: 2025-09-01', '2026-11-05T17:00');
    expect(up).toMatchObject({ kind: 'since', state: 'running', percent: null, steps: 0 });
    expect(up.label).toMatchObject({ says: 'since', day: '2025-09-01' });
    expect(up.next).toBe(DateTime.fromISO('2026-11-06T00:00', { zone: ZONE }).toMillis());
  });
  it('starts where it has not begun', () => {
    expect(said('from: 2026-11-10, kind: since', '2026-11-05T17:00')).toBe('starts 5 days');
  });
});

describe('what comes round again', () => {
  it.each([
    // Fridays at 17:00
    ['to: 2026-01-02 17:00, repeat: week', '2026-11-05T16:00', '2026-11-06'],
    ['to: 2026-01-02 17:00, repeat: week', '2026-11-06T16:59', '2026-11-06'],
    ['to: 2026-01-02 17:00, repeat: week', '2026-11-06T17:00', '2026-11-13'],
    ['to: 2026-12-18, repeat: week', '2026-11-05T16:00', '2026-12-18'], // not before its first time
    ['to: 2000-11-05, repeat: year', '2026-11-05T16:00', '2026-11-05'],
    ['to: 2000-11-04, repeat: year', '2026-11-05T16:00', '2027-11-04'],
    ['to: 2024-02-29, repeat: year', '2026-11-05T16:00', '2027-02-28'],
    ['to: 2024-02-29, repeat: year', '2027-11-05T16:00', '2028-02-29'],
    ['to: 2026-01-31, repeat: month', '2026-11-05T16:00', '2026-11-30'],
  ])('%s at %s', (span, now, day) => {
    const { extent, state } = row(span, now);
    expect(extent?.to.day).toBe(day);
    expect(state).not.toBe('after');
  });
  it('fills its bar from one time to the next', () => {
    // Half a week after the last Friday, 17:00
    expect(row('to: 2026-01-02 17:00, repeat: week', '2026-11-10T05:00').percent).toBe(50);
  });
  it('with two ends keeps its length', () => {
    const { extent, state } = row('from: 2026-01-05 09:00, to: 2026-01-05 11:00, repeat: week', '2026-11-09T10:00');
    expect([extent?.from?.day, extent?.to.day, state]).toEqual(['2026-11-09', '2026-11-09', 'running']);
  });
});

describe('a span in working days', () => {
  const SPAN = 'from: 2026-11-02, to: 2026-11-15, unit: workdays'; // two weeks, ten working days
  it.each([
    ['2026-11-02T00:00', 0, 0],
    ['2026-11-04T12:00', 2, 25], // two and a half of ten
    ['2026-11-07T00:00', 5, 50],
    ['2026-11-08T23:59', 5, 50], // a Sunday moves nothing
    ['2026-11-13T12:00', 9, 95],
    ['2026-11-14T12:00', 10, 100],
  ])('%s', (now, elapsed, percent) => {
    const got = row(SPAN, now);
    expect(got.detail).toMatchObject({ says: 'of', elapsed, total: 10, unit: 'workdays' });
    expect(got.percent).toBe(percent);
  });
  it('knows when it next moves: within a working day, else at midnight', () => {
    // Ten days in 200 steps: one in 72 minutes.
    expect(row(SPAN, '2026-11-04T12:00').next).toBe(DateTime.fromISO('2026-11-04T13:12', { zone: ZONE }).toMillis());
    expect(row(SPAN, '2026-11-07T12:00').next).toBe(DateTime.fromISO('2026-11-08T00:00', { zone: ZONE }).toMillis());
  });
});

it('whole units are those of Temporal, in any zone', () => {
  const zones = fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York');
  const instant = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2030, 0, 1) });
  fc.assert(
    fc.property(instant, instant, zones, fc.constantFrom('weeks', 'months', 'years'), (a, b, name, unit) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b)];
      const at = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(name).toPlainDateTime();
      const zone = DateTime.fromMillis(from, { zone: name }).zone;
      const expected = at(from).until(at(to), { largestUnit: unit, smallestUnit: unit, roundingMode: 'floor' })[unit];
      const got = wholeUnits(unit, from, to, zone, () => false);
      // An hour that the clock left out or showed twice may stand between the two at the very edge.
      expect(Math.abs(got - expected)).toBeLessThanOrEqual(at(to).hour === at(from).hour ? 1 : 0);
    }),
  );
});
