import { Parser } from 'commonmark';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanBody, scanNote } from '../../../src/core/markdown/scan';

/** One letter a line: F fenced, I indented, a figure for a heading's level on each of its lines, a point for the rest. */
function ours(text: string): string {
  const lines = scanBody(text);
  const heads = new Map<number, number>();
  for (const { number, heading } of lines) {
    for (let at = number; heading !== null && at <= heading.last; at++) heads.set(at, heading.level);
  }
  return lines
    .map(({ code, number }) => (code === 'indented' ? 'I' : code !== null ? 'F' : String(heads.get(number) ?? '.')))
    .join('');
}

const reference = new Parser();

/** The same by the reference implementation; headings of the note itself, not of quotes and items. */
function judged(text: string): string {
  const lines = new Array<string>(text.split('\n').length).fill('.');
  const walker = reference.parse(text).walker();
  for (let event = walker.next(); event !== null; event = walker.next()) {
    const { type, info, level, parent, sourcepos } = event.node;
    const isHeading = type === 'heading' && parent?.type === 'document';
    if (!event.entering || (!isHeading && type !== 'code_block')) continue;
    const [[first], [last]] = sourcepos;
    // Only a fence has an info string, be it an empty one.
    lines.fill(isHeading ? String(level) : info === null ? 'I' : 'F', first - 1, last);
  }
  return lines.join('');
}

/** Blank lines left out: whether one at the end of a block belongs to it shows nowhere. */
function written(letters: string, text: string): string {
  return text
    .split('\n')
    .map((line, number) => (/^[\s>]*$/.test(line) ? '' : letters.charAt(number)))
    .join('');
}

const words = fc.constantFrom(
  ...['', '', 'a', 'b c', '```', '```', '~~~', '````', '``` x', '```x`', '~~~ y', '# h', '## h', '---', '===', '***'],
  ...['- ', '-', '`c`', '* * *', '#', '+ d', '10. e'],
);
const notes = (...starts: string[]): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(fc.constantFrom(...starts), words), { minLength: 1, maxLength: 8 })
    .map((lines) => lines.map((parts) => parts.join('')).join('\n'));

// The words hold no `<` and no `[`: the scanner knows neither blocks of HTML nor definitions of links.
describe('the scanner and CommonMark’s reference implementation', () => {
  const agree = (note: fc.Arbitrary<string>): void => {
    fc.assert(
      fc.property(note, (text) => {
        expect(written(ours(text), text)).toBe(written(judged(text), text));
      }),
      { numRuns: 3000 },
    );
  };

  it('agree on code and headings in quotes and lists', () => {
    const quotes = ['> ', '>', '> - ', '- > ', '>> '];
    agree(notes('', '', '', ' ', '  ', '   ', '- ', '* ', '1. ', '2) ', '10. ', '- - ', ...quotes));
  });

  it('agree on code and headings in whatever is indented', () => {
    agree(
      notes('', '', '', '    ', '     ', '      ', '\t', '- ', '* ', '1. ', '2) ', '- - ', '> ', '>', '-   ', '10. '),
    );
  });
});

describe('CommonMark 0.31.2', () => {
  // Examples of the specification by their number, with what it says they are.
  it.each([
    [107, 'indented code', '    a simple\n      indented code block', 'II'],
    [108, 'a paragraph of a list item, not code', '  - foo\n\n    bar', '...'],
    [111, 'blank lines between belong to it', '    chunk1\n\n    chunk2\n  \n \n \n    chunk3', 'IIIIIII'],
    [113, 'it cannot interrupt a paragraph', 'Foo\n    bar\n', '...'],
    [115, 'it can follow a heading', '# Heading\n    foo\nHeading\n------\n    foo\n----', '1I22I.'],
    [121, 'two backticks are no fence', '``\nfoo\n``', '...'],
    [122, 'tildes do not close backticks', '```\naaa\n~~~\n```', 'FFFF'],
    [124, 'the closing fence is as long at least', '````\naaa\n```\n``````', 'FFFF'],
    [128, 'the end of a quote closes it', '> ```\n> aaa\n\nbbb', 'FF..'],
    [134, 'four columns in it is no fence', '    ```\n    aaa\n    ```', 'III'],
    [137, 'so far in nothing closes it', '```\naaa\n    ```', 'FFF'],
    [138, 'no backticks in what follows backticks', '``` ```\naaa', '..'],
    [140, 'it can interrupt a paragraph', 'foo\n```\nbar\n```\nbaz', '.FFF.'],
    [146, 'tildes may have backticks behind them', '~~~ aa ``` ~~~\nfoo\n~~~', 'FFF'],
    [147, 'words after marks close nothing', '```\n``` aaa\n```', 'FFF'],
    [240, 'a lazy line is no list item', '> foo\n    - bar', '..'],
    [239, 'a fence is never lazy', '> ```\nfoo\n```', 'F.F'],
    [272, 'code after an item’s mark', '- foo\n\n      bar', '..I'],
    [282, 'an item may begin with a blank line, not with two', '-\n\n  foo', '...'],
    [287, 'an empty item cannot interrupt a paragraph', 'foo\n*\n\nfoo\n1.', '.....'],
    [
      306,
      'only 1 can interrupt a paragraph',
      'The number of windows in my house is\n14.  The number of doors is 6.',
      '..',
    ],
    [320, 'a fence in an item', '- a\n- ```\n  b\n\n\n  ```\n- c', '.FFFFF.'],
  ])('example %i: %s', (_number, _name, text, expected) => {
    expect(ours(text)).toBe(expected);
  });

  it.each([
    ['330: a code span', '`foo`', ['`foo`']],
    ['331: longer marks hold shorter ones', '`` foo ` bar ``', ['`` foo ` bar ``']],
    ['337: over the end of a line', '``\nfoo\nbar  \nbaz\n``', ['``', 'foo', 'bar  ', 'baz', '``']],
    ['340: a backslash is none in code', '`foo\\`bar`', ['`foo\\`']],
    ['343: code before emphasis', '*foo`*`', ['`*`']],
    ['349: marks without a partner', '```foo``', []],
    ['351: the shorter marks have one', '`foo``bar``', ['``bar``']],
    ['a backslash takes a mark away', '\\`foo`', []],
    ['a paragraph ends it', '`foo\n\nbar`', []],
    ['a list item ends it', '`foo\n- bar`', []],
    ['what continues the paragraph in a quote does not', '> `foo\n> bar`', ['`foo', '> bar`']],
  ])('code spans, example %s', (_name, text, expected) => {
    const found = scanBody(text).flatMap(({ text: line, spans }) => spans.map(({ from, to }) => line.slice(from, to)));
    expect(found).toEqual(expected);
  });
});

describe('where Obsidian differs from CommonMark on purpose', () => {
  it('reads a comment as no part of the paragraph: a rule below it is a rule', () => {
    expect(scanNote('a\n%% c %%\n---').every(({ heading }) => heading === null)).toBe(true);
  });

  it('lets no code span reach over the start of a comment', () => {
    expect(scanNote('`a\n%% b %%\nc`').every(({ spans }) => spans.length === 0)).toBe(true);
  });

  it('takes a row of a table with a line of dashes for a table', () => {
    expect(scanNote('| a |\n---').every(({ heading }) => heading === null)).toBe(true);
  });

  it('has frontmatter', () => {
    expect(scanNote('---\na: 1\n---').map(({ kind }) => kind)).toEqual(['frontmatter', 'frontmatter', 'frontmatter']);
  });
});
