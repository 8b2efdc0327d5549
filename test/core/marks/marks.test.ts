import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closingOf, withClosed } from '../../../src/core/marks/close-mark';
import { readKeywords } from '../../../src/core/marks/keywords';
import { marksIn, type MarkRules } from '../../../src/core/marks/marks-in';
import { marksOf, type Mark } from '../../../src/core/marks/marks-of';
import { scanNote } from '../../../src/core/markdown/scan';
import { inOneGo } from '../../../src/core/steps';

const rules: MarkRules = { keywords: readKeywords(''), code: true };
const marks = (text: string): Mark[] => inOneGo(marksOf(text, rules));
const said = (text: string): string[] =>
  marks(text).map(({ keyword, arg, text: words }) => [keyword, ...(arg === '' ? [] : [`(${arg})`]), words].join(' '));

describe('what is a mark', () => {
  it.each([
    ['TODO run it again', 'TODO run it again'],
    ['TODO: run it', 'TODO run it'],
    ['TODO：再跑一次', 'TODO 再跑一次'],
    ['TODO', 'TODO '],
    ['TODO调参', 'TODO 调参'],
    ['- TODO x', 'TODO x'],
    ['  - [ ] TODO x', 'TODO x'],
    ['1. [x] FIXME x', 'FIXME x'],
    ['> TODO x', 'TODO x'],
    ['>> - TODO x', 'TODO x'],
    ['> [!warning]- FIXME the loss', 'FIXME the loss'],
    ['## IDEA share keys', 'IDEA share keys'],
    ['ASK(Ana): does it hold?', 'ASK (Ana) does it hold?'],
    ['ASK（导师）：要不要？', 'ASK (导师) 要不要？'],
    ['TODO([[Ana]]) x', 'TODO (Ana) x'],
    ['遮住。ASK（导师）：比例？', 'ASK (导师) 比例？'],
    ['It holds. ASK: does it?', 'ASK does it?'],
    ['想法：换一种采样', 'IDEA 换一种采样'],
    ['待办（显存） 放不下', 'TODO (显存) 放不下'],
    ['PAPER: MAE', 'READ MAE'],
    ['待读：MAE', 'READ MAE'],
    ['| a | TODO(显存) 放不下 |', 'TODO (显存) 放不下'],
    ['| TODO x | y |', 'TODO x'],
    ['**TODO**: x', 'TODO x'],
    ['**TODO:** x', 'TODO x'],
    ['**TODO: x**', 'TODO x'],
    ['==ASK: x==', 'ASK x'],
    ['~~TODO: x~~ y', 'TODO x'],
    ['TODO read [[mae|MAE]] and `x` ^ab12', 'TODO read MAE and x'],
    ['%% TODO x %%', 'TODO x'],
    ['words %% FIXME: x %% more', 'FIXME x'],
    ['<!-- NOTE x -->', 'NOTE x'],
    ['$5 TODO: and $6', 'TODO and $6'],
    ['costs 5$$ TODO: x', 'TODO x'],
    ['😀TODO: x', 'TODO x'],
    ['(TODO: x)', 'TODO x)'],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual([expected]);
  });

  it('is several on one line, each up to the next', () => {
    expect(said('TODO: a, FIXME: b')).toEqual(['TODO a,', 'FIXME b']);
    expect(said('| TODO a | FIXME b |')).toEqual(['TODO a', 'FIXME b']);
  });
});

describe('what is none', () => {
  it.each([
    'OTODOKE: x',
    'TOGGLE_TODO: x',
    'MY_TODO: x',
    'TODOS: x',
    'TODO_LIST: x',
    'todo: x',
    'a TODO without a colon',
    '待办事项',
    '待办 事项',
    '我的待办：事项', // a letter before
    '这是想法',
    'https://example.org/TODO: x',
    'www.example.org/?q=TODO:x',
    '[x](https://example.org/TODO:1)',
    '[TODO: x](https://example.org)',
    '[[TODO: x]]',
    '[[a|TODO: x]]',
    '![[TODO: x.png]]',
    '`TODO: x`',
    '`` a ` TODO: x ``',
    'a `code\nTODO: x` b',
    '$TODO: x$',
    '$$\nTODO: x\n$$',
    '$$ a\nTODO x $$',
    '---\nTODO: x\n---\n',
    '<a title="TODO: x">y</a>',
    '#TODO: x',
    'READ-ONLY memory',
    'TODO.md is a file',
    'TODO:: a field of Dataview',
    '[TODO:: x]',
    '> [!TODO] a callout',
    '```\nTODO: x\n```',
    '```py\nTODO = 1\nx = OTODOKE  # not one\nurl = "https://TODO"\ny = 10 *TODO\n```',
    '%% rh:begin reading abc123 %%\nTODO: x\n%% rh:end reading %%',
  ])('%s', (text) => {
    expect(said(text)).toEqual([]);
  });

  it('goes on behind what hides one', () => {
    expect(said('$$x$$ TODO: y')).toEqual(['TODO y']);
    expect(said('$$\na\n$$\n\nTODO z')).toEqual(['TODO z']);
    expect(said('`TODO: x` FIXME: y')).toEqual(['FIXME y']);
    expect(said('[[TODO: x]] FIXME: y')).toEqual(['FIXME y']);
  });
});

describe('comments in code', () => {
  const COMMENTS = [
    '# TODO x',
    '#TODO x',
    'a = 1  # TODO x',
    '// TODO x',
    '/// TODO x',
    '/* TODO x */',
    ' * TODO x',
    '-- TODO x',
    '% TODO x',
    '; TODO x',
    '<!-- TODO x -->',
    '# ~~TODO x~~',
  ];

  it.each(COMMENTS)('%s', (line) => {
    expect(said(`\`\`\`\n${line}\n\`\`\``)).toEqual(['TODO x']);
    expect(said(`> \`\`\`\n> ${line}\n> \`\`\``)).toEqual(line.startsWith(' *') ? [] : ['TODO x']);
    expect(inOneGo(marksOf(`\`\`\`\n${line}\n\`\`\``, { ...rules, code: false }))).toEqual([]);
  });
});

describe('what is known of a mark', () => {
  const NOTE = `# Top\n\n- [ ] TODO a #cv/vit\n- [x] ASK: b\n\n## Below\n\n~~IDEA c~~\n\nFIXME d [private:: true]\n\nTODO e\n`;

  it('is its line, heading, tags, and whether it is done or private', () => {
    expect(marks(NOTE).map(({ line, heading, done, private: hidden }) => [line, heading, done, hidden])).toEqual([
      [2, 'Top', false, false],
      [3, 'Top', true, false],
      [7, 'Below', true, false],
      [9, 'Below', false, true],
      [11, 'Below', false, false],
    ]);
    expect(marks(NOTE)[0]?.tags).toEqual(['cv/vit']);
    expect(marks(NOTE)[3]?.private).toBe(true);
  });
});

describe('offsets', () => {
  const piece = fc.constantFrom(
    ...[
      'TODO',
      'ASK（甲）：',
      '想法：',
      'NOTE: ',
      'x',
      '字',
      ' ',
      '\n',
      '\r\n',
      '- ',
      '> ',
      '`',
      '```\n',
      '$',
      '$$',
      '%%',
      '~~',
    ],
    ...['[[', ']]', '|', '# ', '---\n', '😀', '(', ')', '*', '[ ] ', '<', '>', '_', 'https://'],
  );

  it('name the keyword in the text, in order, none within another', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        let end = 0;
        for (const { keyword, from, to, argFrom, argTo, textFrom, textTo, line } of marksIn(scanNote(text), rules)) {
          const written = text.slice(line.start + from, line.start + to);
          expect(keyword.forms.some((form) => written.startsWith(form))).toBe(true);
          expect(line.start + from).toBeGreaterThanOrEqual(end);
          expect([from, argFrom, argTo, to].every((at, index, all) => index === 0 || at >= (all[index - 1] ?? 0))).toBe(
            true,
          );
          expect(to).toBeLessThanOrEqual(textFrom);
          expect(textFrom).toBeLessThanOrEqual(textTo);
          expect(line.start + textTo).toBeLessThanOrEqual(line.end);
          end = line.start + Math.max(to, textTo);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('close one mark by changing its line alone, and then it is done', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const all = marks(text);
        for (const mark of all.filter(({ done }) => !done)) {
          const closing = closingOf(text, mark, rules);
          if (closing === null) throw new Error('no mark there');
          const closed = withClosed(text, closing, rules);
          if (closed === null) throw new Error('not closed');
          const [before, after] = [text.split('\n'), closed.split('\n')];
          expect(after.filter((_line, at) => at !== mark.line)).toEqual(before.filter((_line, at) => at !== mark.line));
          expect(after[mark.line]?.replace(/~~|\[[x ]\]/g, '')).toBe(before[mark.line]?.replace(/~~|\[[x ]\]/g, ''));
          expect(withClosed(`x${text}`, { ...closing, before: `${closing.before}x` }, rules)).toBeNull();
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('closing', () => {
  it.each([
    ['> FIXME 线性探测少 1.8 个点', '> ~~FIXME 线性探测少 1.8 个点~~'],
    ['- [ ] TODO x', '- [x] TODO x'],
    ['> 1. [ ] TODO x', '> 1. [x] TODO x'],
    ['- [ ] a task. ASK: x?', '- [ ] a task. ~~ASK: x?~~'], // the box is the task's
    ['- TODO x', '- ~~TODO x~~'],
    ['| a | TODO x | b |', '| a | ~~TODO x~~ | b |'],
    ['%% TODO x %%', '%% ~~TODO x~~ %%'],
    ['TODO: a ~~b~~ c', '~~TODO~~: a ~~b~~ c'],
    ['```\n# TODO x\n```', '# ~~TODO x~~'],
    ['TODO', '~~TODO~~'],
  ])('%s', (text, after) => {
    const [mark] = marks(text);
    const closing = mark === undefined ? null : closingOf(text, mark, rules);
    expect(closing?.after).toBe(after);
    const closed = closing === null ? null : withClosed(text, closing, rules);
    expect(marks(closed ?? '').map(({ done }) => done)).toEqual([true]);
  });

  it('does nothing where the line has changed, or the mark is closed', () => {
    const closing = closingOf('TODO x\n', { line: 0, at: 0 }, rules);
    if (closing === null) throw new Error('no mark');
    expect(withClosed('TODO y\n', closing, rules)).toBeNull();
    expect(withClosed('a\nTODO x\n', closing, rules)).toBeNull();
    expect(withClosed('~~TODO x~~\n', closing, rules)).toBeNull();
    expect(withClosed('```\nTODO x\n```\n', { ...closing, line: 1 }, rules)).toBeNull();
    expect(closingOf('~~TODO x~~', { line: 0, at: 2 }, rules)).toBeNull();
  });
});
