// What formatters do to a note is not an edit; what a person does is one.
import { readdirSync, readFileSync } from 'node:fs';
import { format } from 'prettier';
import { describe, expect, it } from 'vitest';
import { canonicalText, withoutLayout } from '../../../src/core/block/canonical';
import { blockTag, parseBlocks, renderBlock } from '../../../src/core/block/guarded-block';
import { refreshBlocks } from '../../../src/core/block/refresh';
import { splitNote } from '../../../src/core/markdown/frontmatter';

const BODY = '- [[resnet|残差网络]] · 2 次（60 分钟）· 第 1 遍：看了图\n  - 表 1\n- [[vit]] · 1 次';

describe('the layout of a block', () => {
  it.each([
    ['bullets', '* [[resnet|残差网络]] · 2 次（60 分钟）· 第 1 遍：看了图\n  * 表 1\n* [[vit]] · 1 次'],
    ['pluses', '+ [[resnet|残差网络]] · 2 次（60 分钟）· 第 1 遍：看了图\n  + 表 1\n+ [[vit]] · 1 次'],
    [
      'blanks around brackets and scripts',
      '- [[resnet|残差网络]] ·2次 （60分钟） · 第1遍： 看了图\n  - 表1\n- [[vit]] · 1次',
    ],
    [
      'blanks behind the mark',
      '-   [[resnet|残差网络]] · 2 次（60 分钟）· 第 1 遍：看了图\n    -   表 1\n-   [[vit]] · 1 次',
    ],
    ['a tab for an indent', '- [[resnet|残差网络]] · 2 次（60 分钟）· 第 1 遍：看了图\n\t- 表 1\n- [[vit]] · 1 次'],
    [
      'the whole list indented',
      '  - [[resnet|残差网络]] · 2 次（60 分钟）· 第 1 遍：看了图\n    - 表 1\n  - [[vit]] · 1 次',
    ],
    [
      'blank lines between',
      '\n- [[resnet|残差网络]] · 2 次（60 分钟）· 第 1 遍：看了图\n\n  - 表 1\n\n- [[vit]] · 1 次\n\n',
    ],
  ])(
    'may be written with other %s: it stays ours, and a refresh that has nothing new writes nothing',
    (_what, written) => {
      expect(blockTag(written)).toBe(blockTag(BODY));
      const block = (body: string): string => renderBlock('reading', BODY).replace(BODY, () => body);
      const note = `# W\n\n${block(written)}\n\n## Mine\n`;
      expect(parseBlocks(note).blocks).toHaveLength(1);
      const same = refreshBlocks(note, new Map([['reading', BODY]]));
      expect([same.text, same.states.get('reading')]).toEqual([note, 'unchanged']);
      const more = `${BODY}\n- [[mae]] · 1 次`;
      expect(refreshBlocks(note, new Map([['reading', more]])).text).toBe(
        `# W\n\n${renderBlock('reading', more)}\n\n## Mine\n`,
      );
    },
  );

  it.each([
    ['a word', BODY.replace('看了图', '看了表')],
    ['a word more', BODY.replace('看了图', '看了图 5')],
    ['a number', BODY.replace('60', '61')],
    ['an item that hangs below another', BODY.replace('  - 表 1\n- [[vit]]', '  - 表 1\n  - [[vit]]')],
    ['an item that no longer hangs there', BODY.replace('  - 表 1', '- 表 1')],
    ['an item that is a paragraph now', BODY.replace('- [[vit]]', '[[vit]]')],
    ['an item that is a task now', BODY.replace('- [[vit]]', '- [ ] [[vit]]')],
    ['an item that is quoted now', BODY.replace('- [[vit]]', '> - [[vit]]')],
    ['a numbered item', BODY.replace('- [[vit]]', '1. [[vit]]')],
    ['an item less', BODY.replace('\n- [[vit]] · 1 次', '')],
  ])('counts where %s is another', (_what, edited) => {
    expect(blockTag(edited)).not.toBe(blockTag(BODY));
  });

  it('knows words that are written apart from those that are written in one', () => {
    expect(canonicalText('now here')).not.toBe(canonicalText('nowhere'));
    expect(canonicalText('`a  b`')).not.toBe(canonicalText('`a b`'));
    expect(canonicalText('```\na  b\n```')).not.toBe(canonicalText('```\na b\n```'));
    expect(canonicalText('été 1')).not.toBe(canonicalText('été1'));
    expect(canonicalText('한국 어')).not.toBe(canonicalText('한국어'));
  });

  it('says apart from a moved link that the layout is another', () => {
    expect(withoutLayout('- [[a/x|X]]')).toBe(withoutLayout('*   [[a/x|X]]'));
    expect(withoutLayout('- [[a/x|X]]')).not.toBe(withoutLayout('- [[b/x|X]]')); // a refresh has to write that
    expect(canonicalText('- [[a/x|X]]')).toBe(canonicalText('- [[b/x|X]]'));
  });
});

describe('Prettier', () => {
  const content = 'src/content';
  const notes = readdirSync(content, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));

  // Each fifth note, since it takes its time; all hundred were seen to hold.
  it.each(notes.sort().filter((_name, at) => at % 5 === 0))('does not edit %s', async (name) => {
    const { body } = splitNote(readFileSync(`${content}/${name}`, 'utf8'));
    const formatted = await format(body, { parser: 'markdown', embeddedLanguageFormatting: 'off' });
    expect(canonicalText(formatted)).toBe(canonicalText(body));
  });

  it.each([2, 4, 8])('does not edit a block, with an indent of %i', async (tabWidth) => {
    const note = `# W\n\n${renderBlock('reading', BODY)}\n\n## Mine\n`;
    const formatted = await format(note.replace(/^( *)-/gm, '$1*'), {
      parser: 'markdown',
      tabWidth,
      useTabs: tabWidth === 8,
    });
    const [block] = parseBlocks(formatted).blocks;
    expect(blockTag(block?.body ?? '')).toBe(blockTag(BODY));
  });
});
