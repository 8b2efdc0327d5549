import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markdownDestination, parseLinks, rewriteLinks, wikilink } from '../../../src/core/markdown/links';

const brief = (text: string): unknown[] =>
  parseLinks(text).map((link) => [text.slice(link.from, link.to), link.path, link.subpath, link.display]);

describe('parseLinks', () => {
  it.each([
    ['[[a]]', [['[[a]]', 'a', '', null]]],
    ['x [[a/b#Part one|shown]] y', [['[[a/b#Part one|shown]]', 'a/b', '#Part one', 'shown']]],
    ['![[p.png|300]]', [['![[p.png|300]]', 'p.png', '', '300']]],
    ['| [[a\\|b]] |', [['[[a\\|b]]', 'a', '', 'b']]],
    ['[[#Here]]', [['[[#Here]]', '', '#Here', null]]],
    ['[shown](a%20b.md#x)', [['[shown](a%20b.md#x)', 'a b.md', '#x', 'shown']]],
    ['[shown](<a b.md>)', [['[shown](<a b.md>)', 'a b.md', '', 'shown']]],
    ['[a](x(1).md "title")', [['[a](x(1).md "title")', 'x(1).md', '', 'a']]],
    ['[a [b] c](d.md)', [['[a [b] c](d.md)', 'd.md', '', 'a [b] c']]],
    [
      '[[a]] [[b]]',
      [
        ['[[a]]', 'a', '', null],
        ['[[b]]', 'b', '', null],
      ],
    ],
  ])('reads %s', (text, expected) => {
    expect(brief(text)).toEqual(expected);
  });

  it.each(['[a]', '\\[[a]](b', '\\[a](b)', '[[a\nb]]', '`[[a]]`', '```\n[[a]]\n```', '[ ] (x)', '[[1, [2]]'])(
    'finds none in %j',
    (text) => {
      expect(brief(text)).toEqual([]);
    },
  );

  it('finds links after code that ended, whatever the backticks', () => {
    expect(brief('`a\\` [[b]]')).toEqual([['[[b]]', 'b', '', null]]);
    expect(brief('\\`[[b]]\\`')).toEqual([['[[b]]', 'b', '', null]]);
    expect(brief('`` ` `` [[b]]')).toEqual([['[[b]]', 'b', '', null]]);
    expect(brief('one ` tick\n\n[[b]] `')).toEqual([['[[b]]', 'b', '', null]]);
  });

  it('tells a link out of the vault', () => {
    expect(parseLinks('[a](https://x.org) [b](c.md) [d](obsidian://open)').map((link) => link.external)).toEqual([
      true,
      false,
      true,
    ]);
  });
});

describe('rewriteLinks', () => {
  it('changes destinations and nothing else', () => {
    expect(rewriteLinks('a [[b#c|d]] [e](f.md) [[g]]', (link) => (link.path === 'g' ? null : 'new'))).toBe(
      'a [[new|d]] [e](new) [[g]]',
    );
  });

  it('keeps every text where nothing is changed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('[', ']', '(', ')', '|', '!', '`', '\n', '\\', 'a', ' ') }),
        (text) => {
          expect(rewriteLinks(text, () => null)).toBe(text);
          expect(rewriteLinks(text, (link) => text.slice(link.destinationFrom, link.destinationTo))).toBe(text);
        },
      ),
    );
  });
});

describe('wikilink', () => {
  it('writes one link for any title, and only one', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('[', ']', '|', '%', '\n', '\\', 'a', '文', ' ') }), (title) => {
        const text = wikilink('Sources/x', title);
        const links = parseLinks(text);
        expect(links.map((link) => [link.from, link.to, link.path])).toEqual([[0, text.length, 'Sources/x']]);
        expect(text).not.toMatch(/%%|\n/);
      }),
    );
  });

  it('writes what is shown only where it says more than the path', () => {
    expect([wikilink('a'), wikilink('a', 'a'), wikilink('a', 'B'), wikilink('a', 'B', '#c')]).toEqual([
      '[[a]]',
      '[[a]]',
      '[[a|B]]',
      '[[a#c|B]]',
    ]);
  });
});

it('encodes a path for a Markdown link so that it is read back', () => {
  const path = 'a b/c (1) 100%.md';
  expect(parseLinks(`[x](${markdownDestination(path)})`)[0]?.path).toBe(path);
});
