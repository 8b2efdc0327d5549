import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { lineEnding, readFrontmatter, splitNote } from '../../../src/core/markdown/frontmatter';

const yaml = { parse: (text: string): unknown => parse(text), stringify };

describe('splitNote', () => {
  it('finds frontmatter and says where it stands', () => {
    const text = '---\ntitle: A\n---\n# A\n';
    expect(splitNote(text)).toEqual({
      bom: '',
      opening: '---\n',
      yaml: 'title: A\n',
      closing: '---\n',
      body: '# A\n',
      yamlStart: 4,
      bodyStart: 17,
      bodyLine: 3,
    });
  });

  it.each([
    ['Windows line endings', '---\r\na: 1\r\n---\r\nbody', 'a: 1\r\n', 'body'],
    ['a byte order mark', '\uFEFF---\na: 1\n---\nbody', 'a: 1\n', 'body'],
    ['blanks after the dashes', '--- \na: 1\n---\t\nbody', 'a: 1\n', 'body'],
    ['empty frontmatter', '---\n---\nbody', '', 'body'],
    ['no body', '---\na: 1\n---', 'a: 1\n', ''],
    ['a rule in the body', '---\na: 1\n---\nx\n---\ny', 'a: 1\n', 'x\n---\ny'],
    ['a longer dash line inside', '---\na: |\n  ----\n---\nb', 'a: |\n  ----\n', 'b'],
  ])('reads %s', (_name, text, raw, body) => {
    const parts = splitNote(text);
    expect([parts.yaml, parts.body]).toEqual([raw, body]);
    expect(text.slice(parts.bodyStart)).toBe(body);
    expect(text.slice(parts.yamlStart, parts.yamlStart + raw.length)).toBe(raw);
  });

  it.each([
    ['an unclosed one', '---\na: 1\nbody'],
    ['one that starts late', '\n---\na: 1\n---\n'],
    ['a rule of four dashes', '----\na: 1\n---\n'],
    ['an empty note', ''],
  ])('takes %s for body', (_name, text) => {
    expect(splitNote(text)).toMatchObject({ yaml: null, body: text, bodyStart: 0, bodyLine: 0 });
  });

  it('loses no character of any text', () => {
    const piece = fc.constantFrom('---', '\n', '\r\n', 'a: 1', '\uFEFF', ' ', '文', '----', '# x');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join('');
        const { bom, opening, yaml: raw, closing, body } = splitNote(text);
        expect(bom + opening + (raw ?? '') + closing + body).toBe(text);
      }),
    );
  });
});

describe('readFrontmatter', () => {
  it('answers data, none, or the reason', () => {
    expect(readFrontmatter('---\na: [1, 2]\n---\n', yaml)).toEqual({ ok: true, data: { a: [1, 2] } });
    expect(readFrontmatter('# no frontmatter', yaml)).toEqual({ ok: true, data: {} });
    expect(readFrontmatter('---\n# only a comment\n---\n', yaml)).toEqual({ ok: true, data: {} });
    expect(readFrontmatter('---\n- a\n---\n', yaml).ok).toBe(false);
    expect(readFrontmatter('---\na: [1\n---\n', yaml)).toMatchObject({ ok: false });
  });
});

it('knows the line ending of a text', () => {
  expect([lineEnding('a\r\nb\n'), lineEnding('a\nb\r\n'), lineEnding('a'), lineEnding('\n')]).toEqual([
    '\r\n',
    '\n',
    '\n',
    '\n',
  ]);
});
