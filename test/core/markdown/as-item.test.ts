import { Parser } from 'commonmark';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { asItem } from '../../../src/core/markdown/as-item';
import { scanBody } from '../../../src/core/markdown/scan';

/** Types of the blocks that a text makes, and of what is in its paragraphs, by the reference parser. */
function typesOf(markdown: string): string[] {
  const types: string[] = [];
  const walker = new Parser().parse(markdown).walker();
  for (let step = walker.next(); step !== null; step = walker.next()) if (step.entering) types.push(step.node.type);
  return types;
}

const BLOCKS = ['heading', 'block_quote', 'code_block', 'thematic_break'];

it('leaves words as they are', () => {
  for (const words of [
    '推导 3.2 节',
    '**重点** 一',
    '[[mae]] 的损失',
    '[链接](a.md)',
    '1.5 倍',
    '#标签 x',
    '-1',
    '2026',
  ]) {
    expect(asItem(words)).toBe(words);
  }
});

it.each([
  ['# 标题', '\\# 标题'],
  ['- 再读', '\\- 再读'],
  ['12. 再读', '12\\. 再读'],
  ['> 引文', '\\> 引文'],
  ['```py', '\\```py'],
  ['---', '\\---'],
  ['[ ] 做完', '\\[ ] 做完'],
  ['[^1]: 注', '\\[^1]: 注'],
])('lets “%s” begin nothing', (words, item) => {
  expect(asItem(words)).toBe(item);
});

it('makes one item of any words, by the reference parser and by the scanner', () => {
  const sign = fc.constantFrom(
    '#',
    '-',
    '*',
    '+',
    '>',
    '`',
    '~',
    '_',
    '=',
    '1',
    '.',
    ')',
    '[',
    ']',
    ':',
    ' ',
    'x',
    '\\',
  );
  const line = fc
    .array(sign, { minLength: 1, maxLength: 9 })
    .map((signs) => signs.join('').replace(/\s+/g, ' ').trim())
    .filter((words) => words !== '');
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 3 }), (all) => {
      const text = ['- source', ...all.map((words) => `  - ${asItem(words)}`)].join('\n');
      const types = typesOf(text);
      expect(types.filter((type) => type === 'item')).toHaveLength(1 + all.length);
      expect(types.filter((type) => BLOCKS.includes(type))).toEqual([]);
      expect(scanBody(text).filter(({ kind, heading }) => kind === 'code' || heading !== null)).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});
