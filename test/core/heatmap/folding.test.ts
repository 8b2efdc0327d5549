import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Folding, FOLDS } from '../../../src/core/heatmap/folding';

describe('a calendar folds', () => {
  it.each([
    [53, [53, 27, 18, 14]],
    [54, [54, 27, 18, 14]],
    [29, [29, 15, 10, 8]],
    [14, [14, 7, 5, 4]],
  ])('%i weeks into as even bands as can be', (weeks, columns) => {
    expect(new Folding(weeks).columns).toEqual(columns);
  });

  it('has a band’s names exactly where its weeks reach that band, a partial year’s among them', () => {
    expect(new Folding(53).bandsOf(53)).toEqual([1, 2, 3, 4]);
    // Of 27, 18 or 14 columns: 20 weeks reach the second band of three, 28 that of two, and the third of none.
    expect(new Folding(53).bandsOf(20)).toEqual([1, 3]);
    expect(new Folding(53).bandsOf(14)).toEqual([1]);
    expect(new Folding(53).bandsOf(15)).toEqual([1, 4]);
    expect(new Folding(53).bandsOf(28)).toEqual([1, 2]);
    expect(new Folding(53).bandsOf(37)).toEqual([1, 2, 3]);
  });

  it('counts the bands that a walk from column to column comes through', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 54 }), fc.integer({ min: 1, max: 54 }), (longest, some) => {
        const weeks = Math.min(longest, some);
        const folding = new Folding(longest);
        FOLDS.forEach((fold, i) => {
          const bands = new Set(Array.from({ length: weeks }, (_, week) => Math.floor(week / folding.columns[i]!)));
          expect(folding.bandsOf(weeks).filter((from) => from <= fold)).toHaveLength(bands.size);
        });
      }),
    );
  });

  it('knows the last two columns of a band in each folding', () => {
    const year = new Folding(53);
    expect(year.endsAt(26)).toEqual([2, 4]); // the 27th of 27, the 13th of 14
    expect(year.endsAt(25)).toEqual([2]); // the 26th of 27, the 8th of 18, the 12th of 14
    expect(year.endsAt(13)).toEqual([4]);
    expect(year.endsAt(17)).toEqual([3]);
    expect(year.endsAt(52)).toEqual([1, 2, 3]); // the 53rd of 53, the 26th of 27, the 17th of 18, the 11th of 14
    expect(year.endsAt(0)).toEqual([]);
  });

  it.each([
    [6, 'quarter', false, true],
    [7, 'quarter', false, false],
    [14, 'quarter', false, false],
    [15, 'half', false, false],
    [27, 'half', false, false],
    [28, 'year', true, false],
    [40, 'year', true, false],
    [41, 'year', false, false],
  ] as const)('%i weeks as %s', (weeks, fit, isShort, isTurned) => {
    const folding = new Folding(weeks);
    expect([folding.fit, folding.isShort, folding.isTurned]).toEqual([fit, isShort, isTurned]);
  });
});
