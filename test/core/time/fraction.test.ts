import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BAR_STEPS, nextStep, percentGone, stepsGone } from '../../../src/core/time/fraction';

const stretch = fc
  .tuple(fc.integer({ min: 0, max: 2e12 }), fc.integer({ min: 1, max: 4e11 }))
  .map(([start, length]) => ({ start, end: start + length }));
const steps = fc.constantFrom(100, BAR_STEPS, 1000);

describe('stepsGone', () => {
  it('grows from 0 to all, never falls, and is whole', () => {
    fc.assert(
      fc.property(
        stretch,
        steps,
        fc.array(fc.double({ min: -0.2, max: 1.2, noNaN: true })),
        ({ start, end }, all, at) => {
          const instants = at.map((share) => Math.round(start + share * (end - start))).sort((a, b) => a - b);
          const gone = instants.map((instant) => stepsGone(start, end, instant, all));
          expect(gone).toEqual([...gone].sort((a, b) => a - b));
          for (const [index, value] of gone.entries()) {
            expect(Number.isInteger(value)).toBe(true);
            const instant = instants[index] ?? 0;
            // By whole numbers alone, so that no rounding can hide: value ≤ share × all < value + 1.
            if (instant > start && instant < end) {
              const share = BigInt(instant - start) * BigInt(all);
              expect(BigInt(value) * BigInt(end - start) <= share).toBe(true);
              expect(BigInt(value + 1) * BigInt(end - start) > share).toBe(true);
            }
          }
          expect([stepsGone(start, end, start, all), stepsGone(start, end, end, all)]).toEqual([0, all]);
        },
      ),
    );
  });

  it('is floored: not whole until it is over', () => {
    const day = [Date.UTC(2026, 0, 1), Date.UTC(2026, 0, 2)] as const;
    expect(percentGone(...day, day[1] - 1)).toBe(99);
    expect(percentGone(...day, day[1])).toBe(100);
    expect(percentGone(...day, day[0] - 1)).toBe(0);
    // New Year, five past midnight, is not 1/365 of the year; the evening of 31 December is not all of it.
    const year = [Date.UTC(2026, 0, 1), Date.UTC(2027, 0, 1)] as const;
    expect(percentGone(...year, Date.UTC(2026, 0, 1, 0, 5))).toBe(0);
    expect(percentGone(...year, Date.UTC(2026, 11, 31, 23, 59))).toBe(99);
  });
});

describe('nextStep', () => {
  it('is exactly the instant at which the answer changes', () => {
    fc.assert(
      fc.property(stretch, steps, fc.double({ min: 0, max: 1, noNaN: true }), ({ start, end }, all, share) => {
        const at = Math.min(end - 1, Math.round(start + share * (end - start)));
        const next = nextStep(start, end, at, all);
        expect(next).not.toBeNull();
        const now = stepsGone(start, end, at, all);
        expect(stepsGone(start, end, (next ?? 0) - 1, all)).toBe(now);
        expect(stepsGone(start, end, next ?? 0, all)).toBeGreaterThan(now);
        expect(next).toBeLessThanOrEqual(end);
      }),
    );
  });

  it('is the start before it, and nothing after it', () => {
    expect(nextStep(1000, 2000, 10, 100)).toBe(1000);
    expect(nextStep(1000, 2000, 2000, 100)).toBeNull();
    expect(nextStep(1000, 1000, 1000, 100)).toBeNull();
  });
});
