import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { combine } from '../../../src/core/heatmap/combine';

describe('several entries on one day', () => {
  it.each([
    ['sum', 95],
    ['max', 45],
    ['average', 95 / 3],
    ['last', 30],
  ] as const)('%s', (how, amount) => {
    expect(combine([45, 20, 30], how)).toBeCloseTo(amount, 9);
  });

  it('sums without the dust of binary fractions', () => {
    expect(combine([0.1, 0.2], 'sum')).toBe(0.3);
  });

  it('takes negative amounts as they are', () => {
    expect(combine([-3, -1], 'max')).toBe(-1);
    expect(combine([-3, 5], 'sum')).toBe(2);
  });

  it('copes with ten thousand entries a day', () => {
    const many = Array.from({ length: 10_000 }, () => 1);
    expect(combine(many, 'sum')).toBe(10_000);
    expect(combine(many, 'max')).toBe(1);
  });

  it('lies between the least and the greatest, except the sum', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1_000, max: 1_000 }), { minLength: 1 }), (amounts) => {
        for (const how of ['max', 'average', 'last'] as const) {
          expect(combine(amounts, how)).toBeGreaterThanOrEqual(Math.min(...amounts) - 1e-6);
          expect(combine(amounts, how)).toBeLessThanOrEqual(Math.max(...amounts) + 1e-6);
        }
      }),
    );
  });

  it('stays finite, however large the amounts', () => {
    expect(combine([1e308, 1e308], 'sum')).toBeGreaterThan(1e308);
    expect(combine([-1e308, -1e308], 'sum')).toBeLessThan(-1e308);
    expect(combine([1e308, 1e308], 'average')).toBe(1e308);
    expect(Number.isFinite(combine([1e308, 1e308], 'sum'))).toBe(true);
  });

  it('has nothing to say about nothing', () => {
    expect(() => combine([], 'sum')).toThrow(RangeError);
  });
});
