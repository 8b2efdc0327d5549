import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { legendKeys } from '../../../src/core/heatmap/legend';
import {
  goalScale,
  levelOf,
  linearScale,
  quantileScale,
  thresholdScale,
  type Scale,
} from '../../../src/core/heatmap/scale';

const levels = (scale: Scale, amounts: readonly number[]) => amounts.map((amount) => levelOf(scale, amount));
const amounts = fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 1, maxLength: 80 });

describe('quantiles', () => {
  it('gives 1, 2, 3, 4, 100 all four levels (peers paint four palest and one dark)', () => {
    expect(levels(quantileScale([1, 2, 3, 4, 100], 4), [1, 2, 3, 4, 100])).toEqual([1, 2, 3, 4, 4]);
  });

  it('paints equal amounts the deepest', () => {
    expect(levels(quantileScale([37, 37, 37], 4), [37])).toEqual([4]);
    expect(levels(quantileScale([30], 4), [30])).toEqual([4]);
  });

  it('splits a hundred different amounts into four about equal parts', () => {
    const all = Array.from({ length: 100 }, (_, i) => i + 1);
    const counts = [1, 2, 3, 4].map((level) => levels(quantileScale(all, 4), all).filter((l) => l === level).length);
    for (const count of counts) expect(Math.abs(count - 25)).toBeLessThanOrEqual(2);
  });

  it('says bounds as people do, unless two would become one', () => {
    const minutes = [12, 18, 31, 34, 47, 58, 61, 88];
    expect(quantileScale(minutes, 4).bounds).toEqual([12, 30, 45, 60]);
    expect(quantileScale([21, 22, 23, 24], 4).bounds).toEqual([21, 22, 23, 24]);
    const pages = [120, 180, 310, 340, 470, 580, 610, 880];
    expect(quantileScale(pages, 4).bounds).toEqual([120, 300, 450, 600]);
  });

  it('rounds no bound over a day that it stands for', () => {
    expect(levels(quantileScale([33, 33, 33], 4), [33])).toEqual([4]);
    expect(levels(quantileScale([23], 4), [23])).toEqual([4]);
    expect(levels(quantileScale([10, 23, 23], 4), [10, 23])).toEqual([2, 4]);
    const two = [33, 33, 33, 33, 48, 48, 48, 48];
    expect(levels(quantileScale(two, 4), [33, 48])).toEqual([2, 4]);
    expect(legendKeys(quantileScale([29_994], 4), true, 29_994)).toEqual([{ level: 4, from: 29_994, to: null }]);
  });

  it('moves at most a day in twenty, for the sake of a round bound, to another level', () => {
    const exactly = (values: readonly number[], count: number) => {
      const sorted = [...values].sort((a, b) => a - b);
      return Array.from({ length: count - 1 }, (_, i) => sorted[Math.floor(((i + 1) * sorted.length) / count)] ?? 0);
    };
    fc.assert(
      fc.property(amounts, fc.constantFrom(2, 4, 7), (values, count) => {
        const [, ...bounds] = quantileScale(values, count).bounds;
        exactly(values, count).forEach((exact, i) => {
          const under = (bound: number) => values.filter((value) => value < bound).length;
          expect(Math.abs(under(bounds[i] ?? 0) - under(exact))).toBeLessThanOrEqual(values.length / 20);
        });
      }),
    );
  });

  it('takes negative amounts in their order', () => {
    expect(levels(quantileScale([-2, -1, 1, 2], 4), [-2, -1, 1, 2])).toEqual([1, 2, 3, 4]);
  });

  it('never falls, stays within 1..levels, and reaches the deepest', () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 12 }), (values, count) => {
        const scale = quantileScale(values, count);
        const sorted = [...values].sort((a, b) => a - b);
        const drawn = levels(scale, sorted);
        expect([...drawn].sort((a, b) => a - b)).toEqual(drawn);
        expect(drawn.every((level) => level >= 1 && level <= count)).toBe(true);
      }),
    );
  });

  it('does not depend on the order of the days', () => {
    fc.assert(
      fc.property(amounts, (values) => {
        expect(quantileScale([...values].reverse(), 4)).toEqual(quantileScale(values, 4));
      }),
    );
  });

  it('has a level for anything, even where nothing was there to learn from', () => {
    expect(levelOf(quantileScale([], 4), 5)).toBe(4);
    expect(levelOf(quantileScale([10, 20], 4), 3)).toBe(1);
  });
});

describe('other scales', () => {
  it('linear: equal widths up to the greatest', () => {
    const scale = linearScale([10, 100], 4);
    expect(scale.bounds).toEqual([0, 25, 50, 75]);
    expect(levels(scale, [1, 24, 25, 74, 75, 100])).toEqual([1, 1, 2, 3, 4, 4]);
    expect(levels(linearScale([-10, 10], 4), [-10, -1, 1, 10])).toEqual([1, 2, 3, 4]);
  });

  it('linear: from one end of the numbers to the other', () => {
    const scale = linearScale([-1.7e308, 1.7e308], 4);
    expect(scale.bounds.every((bound) => Number.isFinite(bound))).toBe(true);
    expect(levels(scale, [-1.7e308, 1.7e308])).toEqual([1, 4]);
  });

  it('own thresholds: under the first there is no colour', () => {
    expect(levels(thresholdScale([1, 30, 60, 120], 4), [0.5, 1, 29, 30, 60, 119, 120, 1e9])).toEqual([
      0, 1, 1, 2, 3, 3, 4, 4,
    ]);
  });

  it('own thresholds, fewer than colours: the last one is the deepest', () => {
    expect(levels(thresholdScale([60], 4), [59, 60])).toEqual([0, 4]);
    expect(levels(thresholdScale([30, 60], 4), [29, 30, 60])).toEqual([0, 2, 4]);
  });

  it('a goal: full once it is reached, thirds before', () => {
    expect(levels(goalScale(60, 4), [1, 19, 20, 39, 40, 59, 60, 200])).toEqual([1, 1, 2, 2, 3, 3, 4, 4]);
  });

  it('a goal with one colour: reached or not', () => {
    expect(levels(goalScale(60, 1), [59, 60])).toEqual([0, 1]);
  });

  it('an amount over 998 is not the palest (one peer’s is)', () => {
    for (const scale of [quantileScale([1, 10, 2_000], 4), linearScale([1, 10, 2_000], 4)]) {
      expect(levelOf(scale, 2_000)).toBe(4);
    }
  });
});

describe('legend', () => {
  it('says whole numbers without overlap', () => {
    expect(legendKeys(thresholdScale([1, 30, 60, 120], 4), true, 5)).toEqual([
      { level: 1, from: 1, to: 29 },
      { level: 2, from: 30, to: 59 },
      { level: 3, from: 60, to: 119 },
      { level: 4, from: 120, to: null },
    ]);
  });

  it('shows the key for amounts under one’s own first threshold where there are such', () => {
    expect(legendKeys(thresholdScale([30, 60], 4), true, 10)[0]).toEqual({ level: 0, from: null, to: 29 });
    expect(legendKeys(thresholdScale([30, 60], 4), true, 30)[0]).toEqual({ level: 2, from: 30, to: 59 });
  });

  it('leaves out levels that nothing can reach', () => {
    expect(legendKeys(quantileScale([60, 60, 60, 60, 60, 60, 30], 4), true, 30)).toEqual([
      { level: 1, from: 30, to: 59 },
      { level: 4, from: 60, to: null },
    ]);
  });

  it('leaves out levels that nothing can reach, decimals too', () => {
    const linear = linearScale([1.5, 2.25, 3.333, 4], 4); // bounds 0, 1, 2, 3
    expect(legendKeys(linear, false, 1.5)).toEqual([
      { level: 2, from: 1, to: 2 },
      { level: 3, from: 2, to: 3 },
      { level: 4, from: 3, to: null },
    ]);
  });

  it('says the amount itself where all are the same, if less than nought', () => {
    expect(legendKeys(quantileScale([-5, -5], 4), true, -5)).toEqual([{ level: 4, from: -5, to: null }]);
  });

  it('covers every amount that occurs by exactly the key of its level', () => {
    fc.assert(
      fc.property(amounts, fc.constantFrom(2, 4, 7), (values, count) => {
        for (const scale of [quantileScale(values, count), linearScale(values, count)]) {
          const keys = legendKeys(scale, true, Math.min(...values));
          for (const value of values) {
            const holding = keys.filter((key) => (key.from ?? -1e9) <= value && value <= (key.to ?? 1e9));
            expect(holding.map((key) => key.level)).toEqual([levelOf(scale, value)]);
          }
        }
      }),
    );
  });
});
