import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyDelta, makeDelta } from '../../../src/core/handbook/delta';
import { differences, matchSequences } from '../../../src/core/text/diff';
import { mergeLines, type MergeLine, type MergePart } from '../../../src/core/text/merge';

/** Lines of one letter each; a full stop after a letter ends a paragraph. */
const lines = (text: string): MergeLine[] =>
  [...text.matchAll(/\w\.?/g)].map(([key]) => ({
    key: key[0] ?? '',
    text: key[0] ?? '',
    endsParagraph: key.length > 1,
  }));
const texts = (part: readonly MergeLine[]): string => part.map((line) => line.text).join('');
const shown = (parts: readonly MergePart[]): string =>
  parts
    .map(({ kind, base, mine, theirs }) =>
      kind === 'same'
        ? texts(mine)
        : kind === 'conflict'
          ? `<${texts(mine)}|${texts(base)}|${texts(theirs)}>`
          : `{${kind} ${texts(base)}>${texts(kind === 'theirs' ? theirs : mine)}}`,
    )
    .join(' ');
const merged = (base: string, mine: string, theirs: string): string =>
  shown(mergeLines(lines(base), lines(mine), lines(theirs)));

describe('mergeLines', () => {
  it.each([
    ['nothing changed', 'abc', 'abc', 'abc', 'abc'],
    ['mine changed', 'abc', 'aXc', 'abc', 'a {mine b>X} c'],
    ['theirs changed', 'abc', 'abc', 'aXc', 'a {theirs b>X} c'],
    ['both the same way', 'abc', 'aXc', 'aXc', 'a {both b>X} c'],
    ['both, each its own', 'abc', 'aXc', 'aYc', 'a <X|b|Y> c'],
    ['far apart', 'abcde', 'Xbcde', 'abcdY', '{mine a>X} bcd {theirs e>Y}'],
    ['side by side: a conflict, as in Git', 'abcd', 'aXcd', 'abYd', 'a <Xc|bc|bY> d'],
    ['side by side, a paragraph between', 'ab.cd', 'aX.cd', 'ab.Yd', 'a {mine b>X} {theirs c>Y} d'],
    ['the other way round', 'ab.cd', 'ab.Xd', 'aY.cd', 'a {theirs b>Y} {mine c>X} d'],
    ['mine deleted, theirs changed', 'abc', 'ac', 'aXc', 'a <|b|X> c'],
    ['both deleted', 'abc', 'ac', 'ac', 'a {both b>} c'],
    ['both added at the end', 'a', 'aX', 'aY', 'a <X||Y>'],
    ['both added, in part the same', 'a', 'aXY', 'aXZ', 'a {both >X} <Y||Z>'],
    ['added before and after', 'a', 'Xa', 'aY', '{mine >X} a {theirs >Y}'],
    ['all of it is new', '', 'X', 'Y', '<X||Y>'],
    ['theirs deleted all', 'ab', 'ab', '', '{theirs ab>}'],
  ])('%s', (_name, base, mine, theirs, expected) => {
    expect(merged(base, mine, theirs)).toBe(expected);
  });

  const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e.', 'f.'), { maxLength: 12 }).map((all) => all.join(''));

  it('holds every line of all three texts, in order, once', () => {
    fc.assert(
      fc.property(text, text, text, (base, mine, theirs) => {
        const parts = mergeLines(lines(base), lines(mine), lines(theirs));
        const joined = (pick: (part: MergePart) => readonly MergeLine[]): string =>
          parts.map((p) => texts(pick(p))).join('');
        expect(joined((part) => part.base)).toBe(texts(lines(base)));
        expect(joined((part) => part.mine)).toBe(texts(lines(mine)));
        expect(joined((part) => part.theirs)).toBe(texts(lines(theirs)));
      }),
    );
  });

  it('calls every part by its right name', () => {
    fc.assert(
      fc.property(text, text, text, (base, mine, theirs) => {
        for (const part of mergeLines(lines(base), lines(mine), lines(theirs))) {
          const [b, m, t] = [texts(part.base), texts(part.mine), texts(part.theirs)];
          const right = { same: b === m && m === t, mine: t === b, theirs: m === b, both: m === t, conflict: m !== t }[
            part.kind
          ];
          expect([part.kind, b, m, t, right]).toEqual([part.kind, b, m, t, true]);
        }
      }),
    );
  });

  it('gives back what only one side changed', () => {
    fc.assert(
      fc.property(text, text, (base, other) => {
        const pick = (parts: MergePart[], side: 'mine' | 'theirs'): string =>
          parts.map((part) => texts(part[side])).join('');
        const mineOnly = mergeLines(lines(base), lines(other), lines(base));
        expect(mineOnly.every((part) => part.kind === 'same' || part.kind === 'mine')).toBe(true);
        expect(pick(mineOnly, 'mine')).toBe(texts(lines(other)));
        const theirsOnly = mergeLines(lines(base), lines(base), lines(other));
        expect(theirsOnly.every((part) => part.kind === 'same' || part.kind === 'theirs')).toBe(true);
        expect(pick(theirsOnly, 'theirs')).toBe(texts(lines(other)));
      }),
    );
  });

  it('does not depend on whose side is called mine', () => {
    fc.assert(
      fc.property(text, text, text, (base, mine, theirs) => {
        const one = mergeLines(lines(base), lines(mine), lines(theirs)).map((part) => part.kind);
        const other = mergeLines(lines(base), lines(theirs), lines(mine)).map((part) => part.kind);
        const swapped = other.map((kind) => (kind === 'mine' ? 'theirs' : kind === 'theirs' ? 'mine' : kind));
        expect(swapped).toEqual(one);
      }),
    );
  });
});

describe('matchSequences', () => {
  const sequence = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 10 });

  /** The length of a longest common subsequence by the textbook's table. */
  function longest(a: readonly string[], b: readonly string[]): number {
    const rows = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
    const at = (i: number, j: number): number => rows[i]?.[j] ?? 0;
    for (let i = 1; i <= a.length; i++) {
      for (let j = 1; j <= b.length; j++) {
        const row = rows[i] ?? [];
        row[j] = a[i - 1] === b[j - 1] ? at(i - 1, j - 1) + 1 : Math.max(at(i - 1, j), at(i, j - 1));
      }
    }
    return at(a.length, b.length);
  }

  it('finds a common subsequence, and no longer one exists', () => {
    fc.assert(
      fc.property(sequence, sequence, (a, b) => {
        const pairs = matchSequences(a, b).flatMap((j, i) => (j < 0 ? [] : [[i, j] as const]));
        for (const [i, j] of pairs) expect(a[i]).toBe(b[j]);
        pairs.slice(1).forEach(([, j], index) => {
          expect(j).toBeGreaterThan(pairs[index]?.[1] ?? -1);
        });
        expect(pairs).toHaveLength(longest(a, b));
      }),
    );
  });

  it('looks at each line a few times, where a short note has become a very long one', () => {
    let looks = 0;
    const counted = (lines: readonly string[]): readonly string[] =>
      new Proxy(lines, {
        get: (target, key) => {
          if (typeof key === 'string' && /^\d+$/.test(key)) looks += 1;
          return Reflect.get(target, key) as unknown;
        },
      });
    // Changed at both ends and in between, so that no common start or end can be left out.
    const kept = Array.from({ length: 200 }, (_, i) => `line ${i}`);
    const a = ['first', ...kept, 'last'];
    const mine = Array.from({ length: 50_000 }, (_, i) => `mine ${i}`);
    const b = ['another first', ...kept.slice(0, 100), ...mine, ...kept.slice(100), 'another last'];
    expect(differences(counted(a), counted(b))).toEqual([
      { aFrom: 0, aTo: 1, bFrom: 0, bTo: 1 },
      { aFrom: 101, aTo: 101, bFrom: 101, bTo: 50_101 },
      { aFrom: 201, aTo: 202, bFrom: 50_201, bTo: 50_202 },
    ]);
    expect(looks).toBeLessThan(4 * (a.length + b.length)); // a table of both would be ten million
  });
});

describe('deltas', () => {
  const text = fc.array(fc.constantFrom('a', 'b', '中', '', ' x'), { maxLength: 12 }).map((all) => all.join('\n'));

  it('make the other text again, byte for byte', () => {
    fc.assert(
      fc.property(text, text, (from, to) => {
        expect(applyDelta(from, makeDelta(from, to))).toBe(to);
      }),
    );
  });

  it('do not fit a text they were not made for', () => {
    expect(applyDelta('a', [[5, 1, ['b']]])).toBeNull();
    expect(
      applyDelta('a\nb\nc', [
        [2, 1, []],
        [0, 1, []],
      ]),
    ).toBeNull();
  });
});
