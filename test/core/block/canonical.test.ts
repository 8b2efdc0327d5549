import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { canonicalNote, canonicalText } from '../../../src/core/block/canonical';

const yaml = { parse: (text: string): unknown => parse(text), stringify };
const same = (a: string, b: string): void => {
  expect(canonicalText(a)).toBe(canonicalText(b));
};
const other = (a: string, b: string): void => {
  expect(canonicalText(a)).not.toBe(canonicalText(b));
};

describe('canonicalText', () => {
  it('does not count where a link leads, but counts what it shows', () => {
    same('See [[tools/zotero|Zotero]].', 'See [[工具/Zotero|Zotero]].');
    same('See [[old]].', 'See [[new]].');
    same('[[old#Part|x]]', '[[new#Other part|x]]');
    same('![[old.png|300]]', '![[assets/new.png|300]]');
    same('[Zotero](old%20name.md)', '[Zotero](<new name.md>)');
    same('| [[old\\|Zotero]] |', '| [[new\\|Zotero]] |');
    other('See [[a|Zotero]].', 'See [[a|Mendeley]].');
    other('![[a]]', '[[a]]');
    other('[Zotero](a.md)', '[Mendeley](a.md)');
  });

  it('counts where a link out of the vault leads, since no rename rewrites that', () => {
    other('[site](https://a.org)', '[site](https://b.org)');
    other('[mail](mailto:a@b.org)', '[mail](mailto:c@b.org)');
  });

  it('does not count a tick, at any depth or mark, but counts the box', () => {
    same('- [ ] a\n  * [x] b\n1. [X] c\n> - [-] d', '- [x] a\n  * [ ] b\n1. [ ] c\n> - [/] d');
    other('- [ ] a', '- a');
    other('text [ ] a', 'text [x] a');
    other('- [ ]a', '- [x]a');
  });

  it('does not count line endings, a byte order mark, trailing blanks and blank lines', () => {
    same('\uFEFFa  \r\n\r\n\tb\t\r\n', 'a\n\tb');
    other('a\n  b', 'a\nb');
    expect(canonicalText('\n\na\n \n')).toBe('a');
  });

  it('does not count how a quote or an emphasis is marked, but counts the emphasis', () => {
    same('> [!tip] T\n> - a\n>   - b', '>[!tip] T\n>- a\n>  - b');
    same('a **b** *c* ***d*** *e*。', 'a __b__ _c_ ___d___ _e_。');
    other('a **b**', 'a b');
    other('a **b**', 'a *b*');
    other('snake_case_name', 'snake*case*name'); // within a word `_` marks nothing
    other('`_a_`', '`*a*`');
    same('_`a`_', '*`a`*');
    other('`x` `y`', '`x``y`'); // one span, which holds two backticks
    other('\\_a\\_', '\\*a\\*');
  });

  it('takes nothing out of code but blanks at line ends', () => {
    other('```\n- [ ] a\n```', '```\n- [x] a\n```');
    other('```py\nx = [[5]]\n```', '```py\nx = [[6]]\n```');
    other('`[[5]]`', '`[[6]]`');
    same('```\na \n\nb\n```', '```\na\nb\n```');
    same('```\na\n```\n[[b]]', '```\na\n```\n[[c]]');
  });

  // (That the canonical text of a canonical text is itself, an earlier property, does not hold by design: blank lines go, and
  // without them code that is indented is text, and a code span may reach a line further.)
  it.each<[string, (text: string) => string]>([
    ['line endings', (text) => text.replace(/\n/g, '\r\n')],
    ['a byte order mark', (text) => `\uFEFF${text}`],
    ['blanks at line ends', (text) => `${text.replace(/\n/g, '  \n')} `],
    ['more blank lines', (text) => text.replace(/\n\n/g, '\n\n\n')],
  ])('is the same whatever is written, with other %s', (_what, written) => {
    const pieces = ['- [ ] ', '[[a|b]]', '[[a]]', '[x](y.md)', '\n', '\n\n', ' ', '```', '`', '|', 'w'];
    const piece = fc.constantFrom(...pieces, '_', '*', '> ', '>', '__', '中', '# ');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (found) => {
        const text = found.join('');
        expect(canonicalText(written(text))).toBe(canonicalText(text));
      }),
      { numRuns: 500 },
    );
  });
});

describe('canonicalNote', () => {
  const keys = ['handbook-id', 'aliases', 'tags'];
  const note = (frontmatter: string, body = '# A\n'): string => `---\n${frontmatter}\n---\n${body}`;

  it('compares frontmatter as data, in our keys only', () => {
    const shipped = canonicalNote(note('handbook-id: tools/zotero\naliases: [Zotero]\ntags: handbook'), keys, yaml);
    const rewritten = note('tags:\n  - handbook\nmood: good\naliases:\n  - "Zotero"\nhandbook-id: "tools/zotero"');
    expect(canonicalNote(rewritten, keys, yaml)).toBe(shipped);
    expect(canonicalNote(note('handbook-id: tools/zotero\naliases: [Z]\ntags: handbook'), keys, yaml)).not.toBe(
      shipped,
    );
  });

  it('does not count in which order a list stands', () => {
    const of = (aliases: string): string => canonicalNote(note(`aliases: ${aliases}`), keys, yaml);
    expect(of('[b, a]')).toBe(of('[a, b]'));
    expect(of('[b, a]')).not.toBe(of('[a, b, b]'));
  });

  it('counts the body', () => {
    expect(canonicalNote(note('a: 1', 'x'), keys, yaml)).not.toBe(canonicalNote(note('a: 1', 'y'), keys, yaml));
  });

  it('does not take frontmatter that cannot be read for the shipped one', () => {
    const broken = canonicalNote(note('handbook-id: [1'), keys, yaml);
    expect(broken).not.toBe(canonicalNote(note('a: 1'), keys, yaml));
    expect(broken).toBe(canonicalNote(note('handbook-id: [1'), keys, yaml));
  });
});
