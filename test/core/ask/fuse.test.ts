import { expect, it } from 'vitest';
import { fused } from '../../../src/core/ask/fuse';

const at = (path: string, passage = 0) => ({ path, passage });

it('puts first what stands high in both lists (reciprocal rank fusion, k = 60)', () => {
  // a: 1/61 + 1/63, b: 1/62 + 1/61, c: 1/63, d: 1/62: b 0.0325, a 0.0323, d 0.0161, c 0.0159
  const lists = [
    [at('a'), at('b'), at('c')],
    [at('b'), at('d'), at('a')],
  ];
  expect(fused(lists, 8, 3).map(({ path }) => path)).toEqual(['b', 'a', 'd', 'c']);
  expect(fused(lists, 2, 3).map(({ path }) => path)).toEqual(['b', 'a']);
});

it('takes no more than some of a note', () => {
  const list = [at('a', 1), at('a', 2), at('a', 3), at('b', 1)];
  expect(fused([list], 8, 2)).toEqual([at('a', 1), at('a', 2), at('b', 1)]);
});

it('is the list itself where there is one', () => {
  const list = [at('a'), at('b'), at('c')];
  expect(fused([list, []], 8, 3)).toEqual(list);
});
