import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, nearestName } from '../../../src/core/text/nearest';

describe('a name that was mistyped', () => {
  it('is measured by letters, however they are composed', () => {
    const [written, known] = ['échéancé'.normalize('NFD'), ['échéance'.normalize('NFC')]];
    expect(nearestName(written, known)).toBe(known[0]); // one letter of eight
  });
});

describe('editDistance', () => {
  it.each([
    ['pallete', 'palette', 2],
    ['form', 'from', 1],
    ['wek', 'week', 1],
    ['', 'day', 3],
    ['kitten', 'sitting', 3], // the textbook case of Levenshtein's distance
    ['ca', 'abc', 3], // optimal string alignment, where the unrestricted distance is 2
  ])('counts %s → %s as %d', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
  });

  it('is symmetric, zero only for equal texts, and never above the longer length', () => {
    const word = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        const distance = editDistance(a, b);
        expect(distance).toBe(editDistance(b, a));
        expect(distance === 0).toBe(a === b);
        expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });
});

describe('nearestName', () => {
  const known = ['day', 'week', 'month', 'quarter', 'year'];

  it.each([
    ['wek', 'week'],
    ['Week', 'week'],
    ['mnoth', 'month'],
    ['quater', 'quarter'],
    ['yaer', 'year'],
  ])('takes %s for %s', (typed, meant) => {
    expect(nearestName(typed, known)).toBe(meant);
  });

  it.each(['decade', 'x', '', '学期', 'a'.repeat(10_000)])('does not guess at %s', (typed) => {
    expect(nearestName(typed, known)).toBeNull();
  });
});
