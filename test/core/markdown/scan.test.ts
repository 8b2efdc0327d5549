import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanNote } from '../../../src/core/markdown/scan';

/** One letter a line: t text, f frontmatter, c code, % comment, m marker, g guarded. */
function kinds(text: string): string {
  const letters = { text: 't', frontmatter: 'f', code: 'c', comment: '%', marker: 'm', guarded: 'g' };
  return scanNote(text)
    .map((line) => letters[line.kind])
    .join('');
}

describe('scanNote', () => {
  it.each([
    ['frontmatter at the very start only', '---\na: 1\n---\nx\n---\ny', 'fffttt'],
    ['frontmatter after a BOM', '\uFEFF---\na: 1\n---\nx', 'ffft'],
    ['frontmatter that is never closed is text', '---\na: 1\nx', 'ttt'],
    ['a fence and its content', 'x\n```js\n- a\n```\ny', 'tccct'],
    ['a longer fence holds a shorter one', '````\n```\nx\n````\ny', 'cccct'],
    ['tildes do not close backticks', '```\n~~~\n```\nx', 'ccct'],
    ['a code span on one line is no fence', '```x``` y\nz', 'tt'],
    ['an unclosed fence runs to the end', '```\na\nb', 'ccc'],
    ['a fence in a quote ends with the quote', '> ```\n> a\nb', 'cct'],
    ['a fence in a list item', '- x\n  ```\n  a\n  ```\n- y', 'tccct'],
    ['a fence in a list item ends with the item', '- ```\n  a\n- b', 'cct'],
    ['a comment over several lines', 'a\n%%\nb\n%%\nc', 't%%%t'],
    ['a comment that opens a line and is never closed', 'a\n%% b\nc', 't%%'],
    ['an HTML comment', 'a\n<!-- b\n\nc -->\nd', 't%t%t'],
    ['a percent sign doubled in a line hides nothing', '100%% sure\n\nb\n\n%% x %%', 'tttt%'],
    ['code marks in a comment open no fence', '%%\n```\n%%\na', '%%%t'],
    ['a comment mark in code opens no comment', '`%%` a\nb', 'tt'],
    ['a guarded block', 'a\n%% rh:begin reading 9f %%\nb\n\nc\n%% rh:end reading %%\nd', 'tmgggmt'],
    ['a guarded block with a tag that a merge left over', '%% rh:begin a 9f.. %%\nb\n%% rh:end a %%', 'mgm'],
    ['a guarded block without an end', '%% rh:begin reading 9f %%\nb', '%t'],
    ['a guarded block that ends under another name', '%% rh:begin a 1 %%\nb\n%% rh:end c %%\nd', '%t%t'],
    ['a fence inside a guarded block does not leak', '%% rh:begin a 1 %%\n```\n%% rh:end a %%\nd', 'mgmt'],
  ])('%s', (_name, text, expected) => {
    expect(kinds(text)).toBe(expected);
  });

  it('takes comments out of a line, and leaves code spans in it', () => {
    expect(scanNote('a %% b %% c `%% d %%` <!-- e -->f')[0]?.visible).toBe('a  c `%% d %%` f');
  });

  it('gives the lines with their endings back as the text', () => {
    const piece = fc.constantFrom(
      '```',
      '~~~',
      '%%',
      '---',
      '\n',
      '\r\n',
      '> ',
      '- ',
      '  ',
      '<!--',
      '-->',
      'x',
      '`',
      '\t',
    );
    const marker = fc.constantFrom('%% rh:begin a 1 %%\n', '%% rh:end a %%\n');
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, marker, fc.string())), (pieces) => {
        const text = pieces.join('');
        const lines = scanNote(text);
        let at = 0;
        for (const line of lines) {
          expect(line.start).toBe(at);
          expect(text.slice(line.start, line.end)).toBe(line.text);
          const next = lines[line.number + 1]?.start ?? text.length;
          expect(['', '\n', '\r\n']).toContain(text.slice(line.end, next));
          at = next;
        }
        expect(at).toBe(text.length);
      }),
    );
  });
});
