import fc from 'fast-check';
import { format } from 'prettier';
import { describe, expect, it } from 'vitest';
import { appendLogLine } from '../../../src/core/reading/log-section';
import { readNoteFacts, type NoteFacts } from '../../../src/core/reading/find-log-lines';
import { readSource } from '../../../src/core/reading/source';
import { inOneGo } from '../../../src/core/steps';

const HEADINGS = ['阅读日志', 'Reading log', 'Journal'];

function facts(text: string, day: string | null = null, isSource = true): NoteFacts {
  return inOneGo(readNoteFacts(text, { source: isSource ? readSource('a.md', {}) : null, day, logHeadings: HEADINGS }));
}

const texts = (text: string): string[] => facts(text).lines.map((line) => line.text);

describe("a source's log", () => {
  it('is found among everything else that students write', () => {
    const note = [
      '---',
      'type: source',
      'note: "- 2026-08-01 in frontmatter"',
      '---',
      '# A paper',
      '- 2026-08-01 above the log',
      '',
      '## Reading log',
      '',
      'Some words, and 2026-08-01 in them.',
      '- 2026-08-02 one [min:: 10]',
      '  - 2026-08-03 nested counts too',
      '  - a remark without a day',
      '    2026-08-01 a paragraph of it',
      '- [x] 2026-08-04 done ✅ 2026-08-05',
      '- [ ] 2026-08-06 planned 📅 2026-08-07 #task',
      '- [due:: 2026-08-01] a Dataview line',
      '- 2026-08-07 two [topic:: loss] [min:: 5]',
      '> - 2026-08-01 quoted',
      '> [!note] A callout',
      '> - 2026-08-01 in it',
      '',
      '| 2026-08-01 | a table |',
      '| ---------- | ------- |',
      '| - 2026-08-01 | b |',
      '',
      '```',
      '- 2026-08-01 code',
      '```',
      '%% - 2026-08-01 comment %%',
      '%%',
      '- 2026-08-01 comment',
      '%%',
      '<!--',
      '- 2026-08-01 comment',
      '-->',
      '%% rh:begin reading 9f3a1c %%',
      '- 2026-08-01 generated',
      '%% rh:end reading %%',
      '1. 2026-08-01 numbered',
      '### August',
      '* 2026-08-08 three %% aside %%',
      '',
      '## Notes',
      '- 2026-08-01 below the log',
      '',
      '## Journal',
      '- 2026-08-09 under another name for it',
    ].join('\n');
    expect(texts(note)).toEqual([
      'one',
      'nested counts too',
      'done',
      'two [topic:: loss]',
      'numbered', // told of, since it does not count
      'three',
      'under another name for it',
    ]);
  });

  it('holds as private what belongs to a private item, and names nothing of its words', () => {
    const { lines } = facts(
      [
        '## Reading log',
        '1. a quarrel [private:: true]',
        '   - 2026-08-01 secret [min:: 10]',
        '   - secret [min:: 5]',
        '   - 2026-02-30 secret [min:: secret]',
        '',
        '- 2026-08-02 open [min:: 20]',
        '- 2026-08-03 secret 【private】',
      ].join('\n'),
    );
    expect(lines.map((line) => [line.line, line.minutes, line.private])).toEqual([
      [2, 10, true],
      [3, 5, true],
      [4, null, true],
      [6, 20, false],
      [7, null, true],
    ]);
    expect(lines.flatMap(({ problems }) => problems)).toEqual([
      { code: 'no-date', value: '…' },
      { code: 'impossible-date', value: '2026-02-30' },
      { code: 'bad-minutes', value: '…' },
    ]);
  });

  it('tells of lines that are meant as its own and are no list items, and of nothing else', () => {
    const log = [
      '2026-08-03: 1-55 [min:: 20]',
      '2026-08-04 the line after it',
      '',
      '1. 2026-08-05 numbered',
      '2) 2026/8/6 numbered',
      '',
      'proofs [min:: 30]',
      '',
      'On 2026-08-01 I began.',
      '2026-08-07 goes on in a paragraph',
      '',
      '> - 2026-08-08 quoted',
      '    2026-08-09 indented',
      '- [ ] 2026-08-10 planned',
      '1. [ ] 2026-08-11 planned [min:: 5]',
      '',
      '2026-08-12 secret [private:: true]',
    ];
    const { lines } = facts(`## Reading log\n\n${log.join('\n')}\n`);
    expect(lines.map(({ line, date, problems }) => [line - 2, date, problems])).toEqual([
      [0, null, [{ code: 'no-item', value: '2026-08-03: 1-55 [min:: 20]' }]],
      [1, null, [{ code: 'no-item', value: '2026-08-04 the line after it' }]],
      [3, null, [{ code: 'no-item', value: '1. 2026-08-05 numbered' }]],
      [4, null, [{ code: 'no-item', value: '2) 2026/8/6 numbered' }]],
      [6, null, [{ code: 'no-item', value: 'proofs [min:: 30]' }]],
      [16, null, [{ code: 'no-item', value: '…' }]],
    ]);
  });

  it.each([
    [
      '- 2026-08-04 a long line that a formatter breaks [min::\n  75] [pages:: 4-6]',
      75,
      'a long line that a formatter breaks',
    ],
    ['- 2026-08-04 a long line that\n  goes on here [min:: 75]', 75, 'a long line that goes on here'],
    [
      '- 2026-08-04 a long line that\n  goes on here [min:: 75]\n  - with a child [min:: 5]',
      75,
      'a long line that goes on here',
    ],
    ['- 2026-08-04 short [min:: 75]\n  and a remark without fields', 75, 'short'],
    ['- 2026-08-04 short [min:: 75]\n\n  and a paragraph [min:: 5]', 75, 'short'],
    ['- 2026-08-04 short\n> quoted [min:: 5]', null, 'short'],
    ['- 2026-08-04 short\n### Heading [min:: 5]', null, 'short'],
  ])('reads an item over the lines that it is wrapped over: %j', (log, minutes, text) => {
    const [line] = facts(`## Reading log\n\n${log}\n`).lines;
    expect([line?.minutes, line?.text, line?.problems]).toEqual([minutes, text, []]);
  });

  it.each([
    '- 2026-08-04 a secret that is\n  wrapped [private:: true] [min:: 5]',
    '- 2026-08-04 a secret that is\n  wrapped [private:: and never closed',
    '- 2026-08-04 a secret that is\n  wrapped 【private】',
  ])('holds a wrapped item as private that says so on any of its lines: %j', (log) => {
    const { lines } = facts(`## Reading log\n\n${log}\n- 2026-08-05 open\n`);
    expect(lines.map((line) => line.private)).toEqual([true, false]);
  });

  it('reads what Prettier made of a long line as before', async () => {
    const words = 'why the residual helps when the plain network of the same depth does not train at all';
    const written = `## Reading log\n\n- 2026-08-04 ${words} [min:: 75] [pass:: 2] [pages:: 4-6] [marked:: read]\n`;
    for (let printWidth = 20; printWidth <= 120; printWidth += 1) {
      const wrapped = await format(written, { parser: 'markdown', proseWrap: 'always', printWidth });
      expect(facts(wrapped).lines).toEqual(facts(written).lines);
    }
  });

  it('tells of minutes without a day, and of nothing else that has none', () => {
    const log = ['- 8/4 proofs [min:: 60]', '- [min:: 5]', '- a remark', '- see [pages:: 4]', '- [ ] plan [min:: 30]'];
    const { lines } = facts(`## Reading log\n${log.join('\n')}\n`);
    expect(lines.map(({ line, date, problems }) => [line, date, problems])).toEqual([
      [1, null, [{ code: 'no-date', value: '8/4 proofs' }]],
      [2, null, [{ code: 'no-date', value: '' }]],
    ]);
    expect(facts('- 8/4 proofs [min:: 60]\n').lines).toEqual([]); // outside a log
  });

  it('reads the same with the line endings of Windows and a byte order mark', () => {
    const note = '---\ntype: source\n---\n## Reading log\n- 2026-08-02 one [min:: 10]\n';
    expect(facts(`\uFEFF${note.replace(/\n/g, '\r\n')}`)).toEqual(facts(note));
  });
});

describe('a line that is appended', () => {
  const piece = fc.constantFrom(
    '## Reading log\n',
    '## 阅读日志\n',
    '## Notes\n',
    '### August\n',
    '- 2026-08-02 x [min:: 5]\n',
    '  - nested\n',
    '    continued\n',
    '- [ ] plan\n',
    'words\n',
    '\n',
    '```\n',
    '%%\n',
    '<!--\n',
    '-->\n',
    '> quote\n',
    '| a | b |\n',
    '---\n',
    '---\ntype: source\n---\n',
    '%% rh:begin a 1 %%\n',
    '%% rh:end a %%\n',
  );

  it('is refused where the blank line before it would make code of a heading', () => {
    const note = '## Reading log\n%% aside %%\n    words\n---\n- 2026-08-02 not of the log [min:: 5]\n';
    expect(facts(note).lines).toEqual([]);
    expect(appendLogLine(note, '- 2026-08-04 new [min:: 60]', HEADINGS, 'Reading log')).toEqual({
      ok: false,
      reason: 'unclosed',
      line: 1,
    });
  });

  it('is refused in a comment that goes on behind a guarded block', () => {
    const note = '## Reading log\n\n%%\n%% rh:begin a 1 %%\n%% rh:end a %%\n';
    expect(appendLogLine(note, '- 2026-08-04 new [min:: 60]', HEADINGS, 'Reading log')).toEqual({
      ok: false,
      reason: 'unclosed',
      line: 2,
    });
  });

  it('keeps away from an underlined heading below, which would be one of its words', () => {
    const note = '## Reading log\n\n- 2026-08-02 x [min:: 5]\n%% aside %%\nNotes\n---\n- 2026-08-03 not of the log\n';
    const result = appendLogLine(note, '- 2026-08-04 new [min:: 60]', HEADINGS, 'Reading log');
    expect(result).toEqual({
      ok: true,
      text: '## Reading log\n\n- 2026-08-02 x [min:: 5]\n%% aside %%\n- 2026-08-04 new [min:: 60]\n\nNotes\n---\n- 2026-08-03 not of the log\n',
    });
  });

  it('counts, and leaves every other line counting as it did', () => {
    const line = '- 2026-08-04 new [min:: 60]';
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const before = pieces.join('');
        const result = appendLogLine(before, line, HEADINGS, 'Reading log');
        if (!result.ok) return;
        const plain = (text: string): string[] =>
          facts(text).lines.map(({ date, text: words }) => `${date ?? ''} ${words}`);
        const after = plain(result.text);
        const at = after.indexOf('2026-08-04 new');
        expect(at).toBeGreaterThanOrEqual(0);
        expect([...after.slice(0, at), ...after.slice(at + 1)]).toEqual(plain(before));
      }),
      { numRuns: 2000 },
    );
  });
});
