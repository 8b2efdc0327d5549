import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isLogText,
  parseLogLine,
  printLogLine,
  tidyLogText,
  type NewLogLine,
} from '../../../src/core/reading/log-line';
import { SOURCE_STATUSES } from '../../../src/core/reading/types';
import { dayFromNumber } from '../../../src/core/time/calendar-day';

const NOTHING = {
  minutes: null,
  pass: null,
  pages: null,
  status: null,
  deep: false,
  private: false,
  problems: [],
  timed: false,
};

describe('parseLogLine', () => {
  it("reads the handbook's own example", () => {
    expect(parseLogLine('- 2026-08-04 推导 3.2 节 [min:: 60] [pass:: 2] [pages:: 4-6]')).toEqual({
      ...NOTHING,
      date: '2026-08-04',
      dated: true,
      timed: true,
      text: '推导 3.2 节',
      minutes: 60,
      pass: 2,
      pages: '4-6',
    });
  });

  it.each([
    ['a star', '* 2026-08-04 a'],
    ['a plus and an indent', '\t + 2026-08-04 a'],
    ['a ticked box', '- [x] 2026-08-04 a'],
    ['a linked day', '- [[2026-08-04]] a'],
    ['a day linked by its path and with words', '- [[Daily/2026-08-04|Tuesday]] a'],
    ['a day as the words of a link', '- [[04.08.2026|2026-08-04]] a'],
    ['a Markdown link to a day', '- [2026-08-04](Daily/2026-08-04.md) a'],
    ['a day in bold', '- **2026-08-04** a'],
    ['a colon after the day', '- 2026-08-04： a'],
    ['a block id', '- 2026-08-04 a ^3f9a01'],
    ['dates of the Tasks plugin', '- [x] 2026-08-04 a 📅 2026-08-05 ✅ 2026-08-06'],
  ])('knows a line in spite of %s', (_name, line) => {
    expect(parseLogLine(line)).toMatchObject({ date: '2026-08-04', text: 'a', problems: [] });
  });

  it('reads a day that Chinese follows without a blank', () => {
    expect(parseLogLine('- 2026-08-04推导')).toMatchObject({ date: '2026-08-04', text: '推导' });
  });

  it.each(['2026-08-04 a', '1. 2026-08-04 a', '> - 2026-08-04 a', '- [ ] 2026-08-04 a', '- [-] 2026-08-04 a', ''])(
    'is no line of a log: “%s”',
    (line) => {
      expect(parseLogLine(line)).toBeNull();
    },
  );

  it.each(['- a 2026-08-04', '- [[resnet]] a', '- 2026', '- 12345-08-04', '- 2026-08-041'])(
    'has no day: “%s”',
    (line) => {
      expect(parseLogLine(line)).toMatchObject({ date: null, dated: false, problems: [] });
    },
  );

  it.each([
    ['2026-02-30', '2026-02-30'],
    ['[[2026-13-01]]', '2026-13-01'],
    ['2026/8/4', '2026/8/4'],
    ['2026年8月4日', '2026年8月4日'],
    ['2026-8-4', '2026-8-4'],
  ])('names a day that is none: %s', (written, value) => {
    expect(parseLogLine(`- ${written} a [min:: 5]`)).toMatchObject({
      date: null,
      dated: true,
      text: 'a',
      problems: [{ code: 'impossible-date', value }],
    });
  });

  it.each(['0026-08-04', '1026-08-04', '[[1899-12-31]]'])('names a day that no log reaches back to: %s', (written) => {
    const value = written.replace(/[[\]]/g, '');
    expect(parseLogLine(`- ${written} a [min:: 5]`)).toMatchObject({
      date: null,
      dated: true,
      problems: [{ code: 'long-ago', value }],
    });
    expect(parseLogLine('- 1900-01-01 a')).toMatchObject({ date: '1900-01-01', problems: [] });
  });

  it('counts a line whose numbers are bad without them, and names each', () => {
    const line = parseLogLine('- 2026-08-04 a [min:: soon] [pass:: 4] [pages:: 9-3] [status:: done]');
    expect(line).toMatchObject({ text: 'a', minutes: null, pass: null, pages: null, status: null, timed: true });
    expect(line?.problems).toEqual([
      { code: 'bad-minutes', value: 'soon' },
      { code: 'bad-pass', value: '4' },
      { code: 'bad-pages', value: '9-3' },
      { code: 'bad-status', value: 'done' },
    ]);
  });

  it('reads a change of status as it is written now and as it was before, and writes one that Dataview does not take for the note’s', () => {
    for (const field of ['marked', 'status', 'Marked'])
      expect(parseLogLine(`- 2026-08-04 a [${field}:: read]`)).toMatchObject({
        text: 'a',
        status: 'read',
        problems: [],
      });
    expect(parseLogLine('- 2026-08-04 a [marked: read]')?.problems).toEqual([
      { code: 'bad-status', value: '[marked: read]' },
    ]);
    const line = { ...NOTHING, date: '2026-08-04', text: 'a', status: 'read' as const };
    expect(printLogLine(line)).toBe('- 2026-08-04 a [marked:: read]');
  });

  it('names a field that is not quite one; minutes were written all the same', () => {
    const line = parseLogLine('- 2026-08-04 a [min: 60] （pass：2）');
    expect(line?.problems).toEqual([
      { code: 'bad-minutes', value: '[min: 60]' },
      { code: 'bad-pass', value: '（pass：2）' },
    ]);
    expect(line).toMatchObject({ minutes: null, timed: true });
  });

  it('leaves prose that only looks like one alone', () => {
    const text = 'argmin (min: over x), [status] and (pass: the test)';
    expect(parseLogLine(`- 2026-08-04 ${text}`)).toMatchObject({ ...NOTHING, text });
  });

  it.each(['the loss is x^2', 'E = mc^2abcd'])('keeps “%s”, which ends in no block id of the app’s', (text) => {
    expect(parseLogLine(`- 2026-08-04 ${text}`)?.text).toBe(text);
  });

  it('takes an empty field of a template for none', () => {
    expect(parseLogLine('- 2026-08-04 a [min:: ] [pass:: ]')).toMatchObject({ ...NOTHING, timed: true, text: 'a' });
  });

  it('adds up two sittings on one line', () => {
    expect(parseLogLine('- 2026-08-04 early [min:: 30] late (min:: 20)')).toMatchObject({
      minutes: 50,
      text: 'early late',
    });
  });

  it.each([
    ['[deep:: 1]', true],
    ['(deep:: true)', true],
    ['[deep:: ]', false], // a template's
    ['[deep:: 0]', false],
    ['[deep:: 否]', false],
    ['deep', false],
  ])('takes %s for deep work: %s', (field, expected) => {
    expect(parseLogLine(`- 2026-08-04 a ${field}`)?.deep).toBe(expected);
  });

  it.each([
    ['[private:: true]', true],
    ['[private:: ]', true],
    ['[private:: yes]', true],
    ['[private: true]', true],
    ['[private]', true],
    ['[private:: false]', false],
    ['[private:: 否]', false],
    ['private', false],
  ])('takes %s for private: %s', (field, expected) => {
    expect(parseLogLine(`- 2026-08-04 a ${field}`)?.private).toBe(expected);
  });

  it('keeps fields that it does not know, and code, in the text', () => {
    const text = 'a [topic:: loss] `[min:: 5]`';
    expect(parseLogLine(`- 2026-08-04 ${text}`)).toMatchObject({ minutes: null, text });
  });

  it('never throws', () => {
    const piece = fc.constantFrom(
      '- ',
      '2026-08-04',
      '[',
      ']',
      'min',
      '::',
      ' ',
      '60',
      '[[',
      '|',
      '(',
      ')',
      '`',
      'private',
      '：',
      '^abcdef',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((pieces) => `- ${pieces.join('')}`),
        ),
        (line) => {
          parseLogLine(line);
        },
      ),
    );
  });
});

describe('printLogLine', () => {
  const line: fc.Arbitrary<NewLogLine> = fc.record({
    date: fc.integer({ min: -20_000, max: 40_000 }).map(dayFromNumber),
    text: fc
      .oneof(
        fc.string({ unit: 'grapheme' }),
        fc.string(),
        fc.constantFrom('', '：a', '[[resnet]] 推导', '- a', '[x] a', '#tag $x$'),
      )
      .map(tidyLogText)
      .filter(isLogText),
    minutes: fc.option(fc.integer({ min: 0, max: 1440 })),
    pass: fc.option(fc.constantFrom(1 as const, 2 as const, 3 as const)),
    pages: fc.option(fc.constantFrom('4', '4-6', '4–6, 9')),
    status: fc.option(fc.constantFrom(...SOURCE_STATUSES)),
    deep: fc.boolean(),
    private: fc.boolean(),
  });

  it('is read back the same', () => {
    fc.assert(
      fc.property(line, (written) => {
        expect(parseLogLine(printLogLine(written))).toEqual({
          ...written,
          dated: true,
          timed: written.minutes !== null,
          problems: [],
        });
      }),
    );
  });

  it('writes what the handbook shows', () => {
    expect(
      printLogLine({
        date: '2026-11-05',
        text: '推导第 3 节的重建损失',
        minutes: 45,
        pass: 2,
        pages: '3-4',
        status: null,
        deep: false,
        private: false,
      }),
    ).toBe('- 2026-11-05 推导第 3 节的重建损失 [min:: 45] [pass:: 2] [pages:: 3-4]');
  });
});

describe('isLogText', () => {
  it.each(['推导 3.2 节', 'a [topic:: b]', '“x” #tag [[y]] $[a](b)$', '', '100%'])('allows “%s”', (text) => {
    expect(isLogText(text)).toBe(true);
  });

  it.each(['[min:: 5]', 'a [min: 5]', '[private]', 'a %% b %%', 'a <!-- b -->', 'a ^3f9a01', 'a\nb', ' a'])(
    'not “%s”',
    (text) => {
      expect(isLogText(text)).toBe(false);
    },
  );

  // A later line of the same paragraph may close what this one opens, and hide every line between.
  it.each(['100%% sure', 'a %%', '`%%` in code', 'a <!-- b', '`<!--`', '%% b'])(
    'not “%s”, which may open a comment',
    (text) => {
      expect(isLogText(text)).toBe(false);
    },
  );
});
