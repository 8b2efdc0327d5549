import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainWords, wordPieces } from '../../../src/core/markdown/plain-words';

describe('plain words', () => {
  it.each([
    ['读 [[慢即是快|慢即是快]] 和 [[handbook/group]]', '读 慢即是快 和 group'],
    ['read [the notes](https://example.org/a) today', 'read the notes today'],
    ['**bold**, *thin*, _lean_, ~~gone~~, ==seen==', 'bold, thin, lean, gone, seen'],
    ['call `a * b * c` twice', 'call a * b * c twice'],
    ['2 * 3 * 4 and snake_case_name', '2 * 3 * 4 and snake_case_name'],
    ['see [[note#A heading]] ^block-1', 'see note'],
    ['see ^block-1[[note|s]]', 'see ^block-1s'],
    ['see [[note| ^block-1]]', 'see ^block-1'],
    ['see [[note|_lean_]], **[[note| x]]**', 'see lean, x'],
    ['<b onclick="x">text</b>', '<b onclick="x">text</b>'],
    ['  much   space  ', 'much space'],
    ['', ''],
  ])('of %j are %j', (markdown, words) => {
    expect(plainWords(markdown)).toBe(words);
  });
});

describe('words in pieces', () => {
  const shown = (markdown: string) => wordPieces(markdown).map(({ text, link }) => [text, link?.target ?? null]);

  it.each([
    [
      '读 [[慢即是快|心态]]，再读 [[a/b#第 2 节]] ^x1',
      [
        ['读 ', null],
        ['心态', '慢即是快'],
        ['，再读 ', null],
        ['b', 'a/b#第 2 节'],
      ],
    ],
    [
      '**see [[note]]** now',
      [
        ['see ', null],
        ['note', 'note'],
        [' now', null],
      ],
    ],
    ['[the *notes*](<my notes.md>)', [['the notes', 'my notes.md']]],
    ['`[[no link]]` here', [['[[no link]] here', null]]],
    ['[[|]]', []],
    ['', []],
  ])('of %j are %j', (markdown, pieces) => {
    expect(shown(markdown)).toEqual(pieces);
  });

  it('keep an address as it is written, and know that it leads out', () => {
    expect(wordPieces('[a](https://example.org/%E4%BD%A0?x=1#y)')).toEqual([
      { text: 'a', link: { target: 'https://example.org/%E4%BD%A0?x=1#y', external: true } },
    ]);
  });

  it('lead nowhere but where the line leads, and leave no sign of their own', () => {
    const part = fc.constantFrom(
      ...['[[a|b]]', '[[c#d]]', '[e](f.md)', '[[a| ]]', '[[a|_b_]]', '[[a|**]]', '[[a| ^b]]', '[[|]]'],
      ...['**', '*', '_', '`', '==', ' ', 'x', '\uFDD0', '\uFDD1', '^z', '[', ']'],
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const line = parts.join('');
        const targets = wordPieces(line).flatMap(({ link }) => (link === null ? [] : [link.target]));
        expect(targets.every((target) => ['a', 'c#d', 'f.md', ''].includes(target))).toBe(true);
        expect(plainWords(line)).not.toMatch(/[\uFDD0\uFDD1]|^\s|\s$|\s\s/);
      }),
    );
  });
});
