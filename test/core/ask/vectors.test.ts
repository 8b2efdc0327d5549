import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packVectors, VectorMap, vectorOf } from '../../../src/core/ask/vectors';
import { inOneGo } from '../../../src/core/steps';

describe('a vector', () => {
  it('keeps its direction, in whole numbers', () => {
    expect([...(vectorOf([3, 4]) ?? [])]).toEqual([76, 102]); // 127 · 3/5, 127 · 4/5
    expect([...(vectorOf([0.003, 0.004]) ?? [])]).toEqual([76, 102]);
    expect(vectorOf([0, 0])).toBeNull();
    expect(vectorOf([])).toBeNull();
    expect(vectorOf([NaN, 1])).toBeNull();
  });
});

const vector = fc
  .array(fc.integer({ min: -127, max: 127 }), { minLength: 4, maxLength: 4 })
  .map((all) => Int8Array.from(all));
const some = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 2 ** 52 - 1 }), vector), {
  selector: ([print]) => print,
  minLength: 1,
  maxLength: 20,
});
const filled = (all: readonly (readonly [number, Int8Array])[]): VectorMap => {
  const map = new VectorMap();
  map.add(
    packVectors(
      all.map(([print]) => print),
      all.map(([, one]) => one),
    ),
  );
  return map;
};

describe('vectors by passages', () => {
  it('come back from bytes, wherever these lie', () => {
    fc.assert(
      fc.property(some, fc.nat(7), (all, offset) => {
        const bytes = packVectors(
          all.map(([print]) => print),
          all.map(([, one]) => one),
        );
        const moved = new Uint8Array(bytes.length + offset);
        moved.set(bytes, offset);
        const map = new VectorMap();
        expect(map.add(moved.subarray(offset))).toEqual(all.map(([print]) => print));
        expect(map.size).toBe(4);
        expect(all.every(([print]) => map.has(print))).toBe(true);
      }),
    );
  });

  it('are found by the angle between them, the nearest first, of those that are asked for', () => {
    fc.assert(
      fc.property(some, vector, fc.integer({ min: 1, max: 5 }), (all, asked, most) => {
        const may = all.filter((_, at) => at % 3 !== 0);
        const found = inOneGo(
          filled(all).nearest(
            asked,
            may.map(([print]) => [print, print] as const),
            most,
          ),
        );
        const nearness = new Map(
          may.map(([print, one]) => [print, one.reduce((sum, number, at) => sum + number * (asked[at] ?? 0), 0)]),
        );
        const sorted = [...nearness.values()].sort((a, b) => b - a);
        expect(found.map((print) => nearness.get(print))).toEqual(sorted.slice(0, most));
      }),
    );
  });

  it('are not read from what is damaged, or of another length', () => {
    const map = filled([[7, Int8Array.of(1, 2, 3, 4)]]);
    const other = packVectors([8], [Int8Array.of(1, 2)]);
    const whole = packVectors([8, 9], [Int8Array.of(1, 2, 3, 4), Int8Array.of(1, 2, 3, 4)]);
    for (const bytes of [
      other,
      whole.subarray(0, -1),
      whole.subarray(0, -2), // a number less of each
      whole.subarray(0, 16),
      new Uint8Array(3),
      new Uint8Array(64).fill(255),
    ]) {
      expect(map.add(bytes)).toBeNull();
    }
    expect([map.size, map.has(7), map.has(8)]).toEqual([4, true, false]);
  });
});
