import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IDEA_PARTS, ideaGate, type Gate, type IdeaPart, type OpenPoint } from '../../../src/core/ideas/gate';
import { en } from '../../../src/i18n/en';
import { zh } from '../../../src/i18n/zh';
import '../../properties';

const HEADINGS = Object.fromEntries(
  IDEA_PARTS.map((part) => [part, [zh.ideas.parts[part], en.ideas.parts[part]]]),
) as Record<IdeaPart, string[]>;

/** Sources with a log entry, by the path of a link. */
const READ = new Set(['mae', 'Sources/mae.md', 'simmim']);
const gate = (text: string): Gate =>
  ideaGate(text, {
    headings: [zh.ideas.parts, en.ideas.parts],
    wasRead: (link) => READ.has(link),
    isPrivate: (link) => link === 'secret',
  });
const open = (text: string): [string, number, string][] =>
  gate(text).open.map(({ code, line, about }) => [code, line + 1, about]);

/** A note with these bodies below its headings, and nothing open where none is given. */
const FULL: Record<IdeaPart, string> = {
  sentence: 'Attention picks the mask.',
  shapes: 'B×3×224×224 → B×49×768',
  parts: '| 部分 | 作用 | 依据 |\n| --- | --- | --- |\n| encoder | sees | [[mae]] |',
  nearest: '- [[mae]]: random\n- [[simmim]]: pixels\n- BEiT — tokens',
  test: '100 images.\n\nStop: no gain after two days',
};
const note = (bodies: Partial<Record<IdeaPart, string>> = {}, names = en.ideas.parts): string =>
  `---\ntype: idea\n---\n\n# A\n\n${IDEA_PARTS.map((part) => `## ${names[part]}\n\n${bodies[part] ?? FULL[part]}\n`).join('\n')}`;
/** Line of the first that begins so, from 1. */
const at = (text: string, words: string): number => text.split(/\r?\n/).findIndex((line) => line.startsWith(words)) + 1;
const row = (support: string, head = '| Part | Role | Support |'): string =>
  `${head}\n|---|---|---|\n| encoder | sees | ${support} |`;

describe('the gate', () => {
  it('is open for a note in either language, with any line ending, with or without frontmatter', () => {
    for (const text of [note(), note({}, zh.ideas.parts)]) {
      expect(gate(text).open).toEqual([]);
      expect(gate(text.replaceAll('\n', '\r\n')).open).toEqual([]);
      expect(gate(text.replace(/^---[^]*?---\n\n/, '')).open).toEqual([]);
    }
    expect(gate(note())).toMatchObject({
      sentence: 'Attention picks the mask.',
      supports: [{ about: 'encoder', by: 'source', text: '[[mae]]' }],
    });
  });

  it.each([
    ['a link to a source with an entry', '[[mae]]', null],
    ['an alias with an escaped bar', '[[mae\\|the paper]]', null],
    ['an alias whose bar was not escaped', '[[mae|the paper]]', null],
    ['a heading of the source', '[[mae#Method]]', null],
    ['a Markdown link', '[MAE](Sources/mae.md)', null],
    ['one of two links', '[[unread]], [[mae]]', null],
    ['a link in a code span', '`[[mae]]`', 'no-support'],
    ['a note without an entry', '[[unread\\|x]]', 'not-read'],
    ['nothing', '', 'no-support'],
    ['words', 'everybody does it', 'no-support'],
    ['an address', 'https://github.com/a/b', 'no-support'],
    ['a commit', 'https://github.com/a/b/commit/9f0c71e', null],
    ['a commit as a link', '[code](https://gitlab.com/a/b/-/commit/9f0c71e4c2)', null],
    ['a tree at a commit', 'https://github.com/a/b/tree/9f0c71e', null],
    ['a file at a commit', 'https://github.com/a/b/blob/9f0c71e/a.py#L3', null],
    ['a branch', 'https://github.com/a/b/tree/main', 'no-support'],
    ['a name with a commit', 'timm@1a2b3c4.', null],
    ['the same in code, behind an escaped bar', '`a\\|b` `timm@1a2b3c4`', null],
    ['forty digits', `timm@${'a1b2c3d4'.repeat(5)}`, null],
    ['forty-one', `timm@${'a1b2c3d4'.repeat(5)}e`, 'no-support'],
    ['six digits', 'timm@1a2b3c', 'no-support'],
    ['a mail address', 'li@deadbeef.org', 'no-support'],
  ])('counts as support, or not: %s', (_what, support, code) => {
    const text = note({ parts: row(support) });
    expect(open(text)).toEqual(code === null ? [] : [[code, at(text, '| encoder'), 'encoder']]);
  });

  it.each([
    ['a link', '- [[mae]]', 'MAE', false],
    ['a link with its difference', '- [[mae|MAE]] masks at random', 'MAE', true],
    ['a link and a year', '- [[mae]] (2022)', 'mae', false],
    ['a name', '- MAE', 'MAE', false],
    ['a name, and an address with a colon', '- MAE https://arxiv.org/abs/2111.06377', 'MAE', false],
    ['a name and a colon', '1. MAE（2022）：随机挑', 'MAE', true],
    ['a difference below', '- [[mae]]\n  - masks at random', 'mae', true],
    ['a quote', '> - [[mae]]', 'mae', false],
    ['a table', '| work | difference |\n|-|-|\n| [[mae\\|MAE]] | random |', 'MAE', true],
    ['a row without', '| work | difference |\n|-|-|\n| [[mae]] | |', 'mae', false],
  ])('reads the nearest works: %s', (_what, work, about, differs) => {
    const text = note({ nearest: `Three of them:\n\n${work}\n\n- [[a]]: x\n- [[b]]: y` });
    const found = gate(text).open;
    if (differs) expect(found).toEqual([]);
    else expect(found).toMatchObject([{ part: 'nearest', code: 'no-difference' }]);
    expect(found.every((point) => point.about.toLowerCase() === about.toLowerCase())).toBe(true);
  });

  it('asks for three works, for what is empty and missing, and for a result that ends it', () => {
    const bare = note({
      sentence: '%% hint %%',
      shapes: '',
      parts: 'words',
      nearest: '- [[mae]]: x',
      test: 'One epoch.\n\nStop:',
    });
    expect(open(bare)).toEqual([
      ['empty', at(bare, '## In one'), ''],
      ['empty', at(bare, '## Shapes'), ''],
      ['empty', at(bare, '## Parts'), ''],
      ['few', at(bare, '## Nearest'), '1'],
      ['no-stop', at(bare, 'Stop:'), ''],
    ]);
    expect(gate(bare).states).toEqual({ sentence: 0, shapes: 0, parts: 0, nearest: 50, test: 50 });
    expect(open('').map(([code]) => code)).toEqual(Array(5).fill('missing'));
    const test = (body: string): string[] => open(note({ test: body })).map(([code]) => code);
    expect(test('')).toEqual(['empty', 'no-stop']);
    expect(test('先跑一轮\n\n- **停止**：两天没有升')).toEqual([]);
    expect(test('x\n\n停止：\n- 两天没有升')).toEqual([]);
    expect(test('x\n\nStop:\ntwo days')).toEqual([]);
    expect(test('Stop: two days')).toEqual(['empty']);
    expect(test('We never stop: it runs')).toEqual(['no-stop']);
  });

  it('names an item that ends with a colon and has nothing behind it', () => {
    const text = note({ shapes: '- 输入：B×3×224×224\n- 掩码后的长度：\n- 编码后：\n  - B×49×768' });
    expect(open(text)).toEqual([['no-words', at(text, '- 掩码'), '掩码后的长度']]);
  });

  it('takes a section that is there twice for one, and a heading below it for its own', () => {
    const twice = `${note({ shapes: '' })}\n## Shapes\n\n### Encoder\n\nB×49×768\n\n## Log\n\n- other\n`;
    expect(gate(twice).open).toEqual([]);
    expect(open(note({ shapes: '### Encoder' })).map(([code]) => code)).toEqual(['empty']);
    expect(gate('Shapes\n======\n\nB×3\n').states.shapes).toBe(100);
  });

  it('does not name what is private', () => {
    const text = note({
      sentence: 'Known.\ncanary [private:: true]',
      parts: `${row('[[mae]]')}\n| canary | x | [[mae]] [private:: true] |\n| canary2 | x | [private:: true] |`,
    });
    expect(JSON.stringify(gate(text))).not.toContain('canary');
    expect(gate(text).open).toMatchObject([{ code: 'no-support', about: '' }]);
    const linked = note({
      sentence: 'Known.\nAs in [[secret|canary]].',
      parts: `${row('[[mae]]')}\n| [[secret\\|canary]] | x | [[mae]] |\n| [[secret\\|canary]] | x | |`,
      nearest: `${FULL.nearest}\n- [[secret|canary]]`,
    });
    expect(JSON.stringify(gate(linked))).not.toContain('canary');
    expect(gate(linked).open.map(({ code, about }) => [code, about])).toEqual([
      ['no-support', ''],
      ['no-difference', ''],
    ]);
  });
});

const piece = fc.constantFrom(
  '## Shapes', '## 组成与依据', '# In one sentence', '### Nearest work', '## 最便宜的检验', '## Log', 'Shapes', '---',
  '| Part | Role | Support |', '| --- | --- | --- |', '| a | b | [[mae\\|x]] |', '| a | | |', '|', '| `a|b` | [[c|d]]', '- [[mae]]: x',
  '- MAE', '  - below', '停止：', 'Stop: now', '```', '%%', '- [x] ', '1. ', '> | q |', '', 'words:', '- colon：', 'timm@1a2b3c4', '\uFDD0', '[private:: true]',
); // prettier-ignore
const noteOf = fc
  .tuple(fc.array(fc.oneof(piece, fc.string())), fc.constantFrom('\n', '\r\n'))
  .map(([lines, end]) => lines.join(end));

/** Lines of a part, its headings included, found apart from the gate: by its heading's words alone. */
function linesOf(text: string, part: IdeaPart): Set<number> {
  const found = new Set<number>();
  let inside = false;
  text.split(/\r?\n/).forEach((line, number) => {
    const words = line.replace(/^ {0,3}#+\s*/, '').trim();
    if (HEADINGS[part].includes(words)) inside = true;
    else if (IDEA_PARTS.some((one) => HEADINGS[one].includes(words))) inside = false;
    if (inside) found.add(number);
  });
  return found;
}

it('never throws, and each open point is on a line of its section, or on the last of the note', () => {
  fc.assert(
    fc.property(noteOf, (text) => {
      const last = text.split('\n').length - 1;
      for (const { part, line, code } of gate(text).open) {
        if (code === 'missing') expect(line).toBe(last);
        else expect(linesOf(text, part)).toContain(line);
      }
    }),
  );
});

const body = (part: IdeaPart, some: readonly string[]): fc.Arbitrary<[IdeaPart, string]> =>
  fc.constantFrom(...some, FULL[part]).map((text) => [part, text]);
const unfinished = fc
  .tuple(
    body('sentence', ['', '%% hint %%']),
    body('shapes', ['', '- in:', '- in: B\n- out:\n- then:']),
    body('parts', ['', row(''), `${row('[[unread]]')}\n| b | | words |\n| c | | [[mae]] |`]),
    body('nearest', ['', '- [[mae]]', '- A\n- [[b]]: x\n- C\n- D: y']),
    body('test', ['', 'One.', 'Stop:', 'One.\n\n- Stop：\n']),
  )
  .map((bodies) => note(Object.fromEntries(bodies)));

/** Does what a point says, on its line, and nothing else. */
function filled(text: string, { code, line, about, part }: OpenPoint): string {
  const lines = text.split('\n');
  const behind = (words: string): void => {
    lines[line] = `${lines[line] ?? ''}${words}`;
  };
  const below = (words: string): void => {
    lines[line] = `${lines[line] ?? ''}\n\n${words}\n`;
  };
  if (code === 'missing') lines.push('', `## ${HEADINGS[part][1] ?? ''}`, '', FULL[part]);
  else if (code === 'empty') below(part === 'parts' ? row('[[mae]]') : 'Words');
  else if (code === 'no-words') behind(' B×3');
  else if (code === 'few')
    below(
      Array(3 - Number(about))
        .fill('- X: other')
        .join('\n'),
    );
  else if (code === 'no-difference') behind(': other');
  else if (code === 'no-stop') {
    if (/stop/i.test(lines[line] ?? '')) behind(' two days');
    else below('Stop: two days');
  } else lines[line] = (lines[line] ?? '').replace(/\|[^|]*\|$/, '| [[mae]] |');
  return lines.join('\n');
}

it('closes a point where what it names is filled in, and opens no other', () => {
  fc.assert(
    fc.property(unfinished, (text) => {
      let now = text;
      for (let left = gate(now).open; left.length > 0; left = gate(now).open) {
        const [first] = left;
        if (first === undefined) return;
        now = filled(now, first);
        expect(gate(now).open.length).toBe(left.length - 1);
      }
    }),
  );
});
