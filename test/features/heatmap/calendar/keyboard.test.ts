import { describe, expect, it } from 'vitest';
import { dayAfterKey } from '../../../../src/features/heatmap/calendar/keyboard';

const LONG = { from: '2023-01-01', to: '2027-12-31' };
const after = (
  key: string,
  from: string,
  more: { ctrl?: boolean; rtl?: boolean; turned?: boolean } = {},
  range = LONG,
  start = 1,
) => dayAfterKey({ key, ctrl: false, rtl: false, ...more }, from, range, start as 1);

describe('a key leads from a day', () => {
  it.each([
    [1, '2026-11-02', '2026-11-08'],
    [7, '2026-11-01', '2026-11-07'],
    [6, '2026-10-31', '2026-11-06'],
  ] as const)('to the ends of its column, weeks beginning with day %i', (start, first, last) => {
    // 5 November 2026 is a Thursday.
    expect(after('Home', '2026-11-05', {}, LONG, start)).toBe(first);
    expect(after('End', '2026-11-05', {}, LONG, start)).toBe(last);
  });

  it.each([
    ['PageUp', '2026-11-05', '2026-10-05'],
    ['PageUp', '2026-03-31', '2026-02-28'],
    ['PageUp', '2024-03-31', '2024-02-29'],
    ['PageUp', '2026-01-15', '2025-12-15'],
    ['PageDown', '2026-01-31', '2026-02-28'],
    ['PageDown', '2026-12-05', '2027-01-05'],
    ['PageDown', '2026-11-30', '2026-12-30'],
  ])('%s from %s: the same day of the month beside it, or its last', (key, from, to) => {
    expect(after(key, from)).toBe(to);
  });

  it('no further than the ends of the calendar', () => {
    const first = { from: '0001-01-01', to: '0001-12-31' };
    const last = { from: '9999-01-01', to: '9999-12-31' };
    for (const key of ['ArrowUp', 'ArrowLeft', 'PageUp', 'Home'])
      expect(after(key, '0001-01-01', {}, first, 7), key).toBe('0001-01-01');
    for (const key of ['ArrowDown', 'ArrowRight', 'PageDown', 'End'])
      expect(after(key, '9999-12-31', {}, last), key).toBe('9999-12-31');
  });

  it('to the column beside it, and nowhere where that has no such weekday', () => {
    const year = { from: '2026-01-01', to: '2026-12-31' };
    expect(after('ArrowLeft', '2026-01-08', {}, year)).toBe('2026-01-01');
    expect(after('ArrowLeft', '2026-01-03', {}, year)).toBe('2026-01-03');
    expect(after('ArrowRight', '2026-12-30', {}, year)).toBe('2026-12-30');
  });

  it('the other way where the page is read from right to left', () => {
    expect(after('ArrowLeft', '2026-11-05', { rtl: true })).toBe('2026-11-12');
    expect(after('ArrowRight', '2026-11-05', { rtl: true })).toBe('2026-10-29');
  });

  it('by days to the side and by weeks up and down where weeks are rows', () => {
    const month = { from: '2026-11-01', to: '2026-11-30' };
    const steps: [string, boolean, string][] = [
      ['ArrowLeft', false, '2026-11-10'],
      ['ArrowRight', false, '2026-11-12'],
      ['ArrowLeft', true, '2026-11-12'],
      ['ArrowRight', true, '2026-11-10'],
      ['ArrowUp', false, '2026-11-04'],
      ['ArrowDown', true, '2026-11-18'],
    ];
    for (const [key, rtl, day] of steps)
      expect([key, after(key, '2026-11-11', { rtl, turned: true }, month)]).toEqual([key, day]);
    expect(after('ArrowUp', '2026-11-05', { turned: true }, month)).toBe('2026-11-05');
    expect(after('ArrowDown', '2026-11-24', { turned: true }, month)).toBe('2026-11-24');
    expect(after('ArrowLeft', '2026-11-01', { turned: true }, month)).toBe('2026-11-01');
  });

  it('with Ctrl to the ends of what is shown, and never out of it', () => {
    const span = { from: '2026-11-04', to: '2026-11-06' };
    expect(after('Home', '2026-11-05', { ctrl: true })).toBe(LONG.from);
    expect(after('End', '2026-11-05', { ctrl: true })).toBe(LONG.to);
    for (const key of ['Home', 'PageUp']) expect(after(key, '2026-11-05', {}, span)).toBe(span.from);
    for (const key of ['End', 'PageDown']) expect(after(key, '2026-11-05', {}, span)).toBe(span.to);
  });

  it('and no other key does', () => {
    for (const key of ['a', 'Tab', 'Delete', 'F1']) expect(after(key, '2026-11-05')).toBeNull();
  });
});
