import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { strictStreaks } from '../../../src/core/heatmap/statistics';

const dayAt = (n: number): string => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);

describe('streaks', () => {
  it('runs up to today', () => {
    expect(strictStreaks(['2026-11-03', '2026-11-04', '2026-11-05'], '2026-11-05')).toEqual({ current: 3, longest: 3 });
  });

  it('is not broken by a today that is not over', () => {
    expect(strictStreaks(['2026-11-03', '2026-11-04'], '2026-11-05').current).toBe(2);
    expect(strictStreaks(['2026-11-03'], '2026-11-05').current).toBe(0);
  });

  it('is not broken by two notes on one day (one peer’s is)', () => {
    expect(strictStreaks(['2026-11-04', '2026-11-04', '2026-11-05'], '2026-11-05')).toEqual({ current: 2, longest: 2 });
  });

  it('runs across months, a leap day, new year and changes of the clocks', () => {
    for (const [from, days] of [
      ['2024-02-27', 5],
      ['2025-12-30', 4],
      ['2026-03-07', 3],
      ['2026-10-24', 3],
    ] as const) {
      const run = Array.from({ length: days }, (_, i) =>
        new Date(Date.parse(from) + i * 86_400_000).toISOString().slice(0, 10),
      );
      expect(strictStreaks(run, run.at(-1)!)).toEqual({ current: days, longest: days });
    }
  });

  it('does not count plans in the future', () => {
    expect(strictStreaks(['2026-11-05', '2026-11-06', '2026-11-07'], '2026-11-05')).toEqual({ current: 1, longest: 1 });
  });

  it('agrees with counting by hand, whatever the order', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 120 })), (numbers) => {
        const have = new Set(numbers);
        let [run, longest] = [0, 0];
        for (let n = 0; n <= 120; n++) {
          run = have.has(n) ? run + 1 : 0;
          longest = Math.max(longest, run);
        }
        let current = 0;
        for (let n = have.has(120) ? 120 : 119; have.has(n); n--) current++;
        expect(strictStreaks(numbers.map(dayAt), dayAt(120))).toEqual({ current, longest });
      }),
    );
  });
});
