import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBlocks, renderBlock } from '../../../src/core/block/guarded-block';
import { keepingPairs, withoutHalfPairs, type TextChange } from '../../../src/core/block/keep-pairs';
import { noteRules, type RuledBlock } from '../../../src/core/block/rules';

const READING = renderBlock('reading', '- [[a]] · 1 次');
const DONE = renderBlock('done', '- 跑通');
const NOTE = `# 周报\n\n${READING}\n${DONE}\n\n## 收获\n\n我的话。\n`;

const pairsOf = (text: string): readonly RuledBlock[] => noteRules(text).runs.flat();

function applied(text: string, changes: readonly TextChange[]): string {
  let result = '';
  let copied = 0;
  for (const { from, to, insert } of changes) {
    expect(from).toBeGreaterThanOrEqual(copied);
    result += text.slice(copied, from) + insert;
    copied = to;
  }
  return result + text.slice(copied);
}

/** The text after a deletion from `[` to `]`, whose place takes what is typed. */
function edited(marked: string, insert = ''): string {
  const [from, to] = [marked.indexOf('⟦'), marked.indexOf('⟧') - 1];
  const text = marked.replace(/[⟦⟧]/g, '');
  const change = { from, to, insert };
  return applied(text, keepingPairs(text, pairsOf(text), [change]) ?? [change]);
}
const around = (text: string, part: string): string => text.replace(part, `⟦${part}⟧`);
const [BEGIN = '', END = ''] = [READING.split('\n')[0], READING.split('\n').at(-1)];
const BODY = '- [[a]] · 1 次';

describe('deleting one marker of a block', () => {
  it.each([
    ['the line', BEGIN],
    ['the line with its ending', `${BEGIN}\n`],
    ['the line with blank lines beside it', `\n${BEGIN}\n\n`],
    ['the other line', `${END}\n`],
  ])('takes the other one along, and leaves what stood between: %s', (_, part) => {
    const left = edited(around(NOTE, part));
    expect(left).toContain(`${BODY}\n`);
    expect(left).not.toContain('reading');
    expect(parseBlocks(left)).toMatchObject({ blocks: [{ name: 'done' }], damage: [] });
  });

  it('takes both blocks’ markers where the line between two is deleted', () => {
    const left = edited(around(NOTE, `${END}\n${DONE.split('\n')[0] ?? ''}`));
    expect(left).not.toContain('rh:');
    for (const words of [BODY, '- 跑通', '我的话。']) expect(left).toContain(words);
  });

  it('works where the other one is the last line of the note', () => {
    expect(edited('⟦%% rh:begin a 1 %%\n⟧%% rh:end a %%')).toBe('');
  });
});

describe('deleting more than a marker', () => {
  it('leaves the marker where it is, on a line of its own', () => {
    const text = NOTE.replace('# 周报', '# ⟦周报').replace('1 次', '1⟧ 次');
    expect(edited(text)).toBe(NOTE.replace('周报\n', '').replace('\n- [[a]] · 1 次', ' 次'));
    expect(edited(text, '换')).toContain(`# 换\n${BEGIN}\n 次\n`);
  });

  it('joins no words to a marker', () => {
    const tight = NOTE.replace(`\n\n${BEGIN}\n\n`, `\n${BEGIN}\n`);
    for (const part of [`\n${BEGIN}`, `${BEGIN}\n`]) {
      const newline = part.startsWith('\n') ? `⟦\n⟧${BEGIN}` : `${BEGIN}⟦\n⟧`;
      expect(edited(tight.replace(part, newline))).toBe(tight);
    }
  });

  it('deletes nothing within a marker', () => {
    expect(edited(around(NOTE, 'rh:begin'))).toBe(NOTE);
    expect(edited(around(NOTE, 'rh:begin'), 'x')).toBe(NOTE);
  });
});

describe('an edit that does no harm', () => {
  it.each([
    ['whole blocks', READING],
    ['both blocks', `${READING}\n${DONE}`],
    ['words inside', '1 次'],
    ['a blank line below a marker', '\n- [[a]]'],
    ['words outside', '我的话。'],
  ])('stays as it is: %s', (_, part) => {
    const from = NOTE.indexOf(part);
    expect(keepingPairs(NOTE, pairsOf(NOTE), [{ from, to: from + part.length, insert: '' }])).toBeNull();
  });

  it('is typing anywhere', () => {
    for (let at = 0; at <= NOTE.length; at++) {
      expect(keepingPairs(NOTE, pairsOf(NOTE), [{ from: at, to: at, insert: 'x' }])).toBeNull();
    }
  });
});

it('never leaves half a pair, nor loses a block unless its marker was deleted, whatever is deleted and typed', () => {
  const place = fc.nat({ max: NOTE.length });
  const edit = fc
    .array(place, { minLength: 2, maxLength: 4 })
    .map((places) => [...new Set(places)].sort((a, b) => a - b))
    .map((places) => places.flatMap((from, at) => (at % 2 === 0 ? [[from, places[at + 1] ?? from] as const] : [])));
  fc.assert(
    fc.property(edit, fc.constantFrom('', 'x', '\n', 'x\ny'), (ranges, insert) => {
      const changes = ranges.filter(([from, to]) => from < to).map(([from, to]) => ({ from, to, insert }));
      const kept = keepingPairs(NOTE, pairsOf(NOTE), changes);
      const text = applied(NOTE, kept ?? changes);
      const { blocks, damage } = parseBlocks(text);
      expect(damage).toEqual([]);
      for (const { name, begin, end } of pairsOf(NOTE)) {
        const touches = changes.some(({ from, to }) => [begin, end].some((line) => from <= line.from && line.to <= to));
        if (!touches) expect(blocks.map((block) => block.name)).toContain(name);
      }
    }),
    { numRuns: 3000 },
  );
});

describe('what is copied', () => {
  it('holds no half of a block', () => {
    expect(withoutHalfPairs(`我的\n${BEGIN}\n\n- x`)).toBe('我的\n\n- x');
    expect(withoutHalfPairs(`- x\n\n${END}\n我的`)).toBe('- x\n\n我的');
    expect(withoutHalfPairs(NOTE)).toBe(NOTE);
    expect(withoutHalfPairs(BEGIN)).toBe(BEGIN); // whoever copies the line alone means it
  });
});
