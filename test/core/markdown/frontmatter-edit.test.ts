import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { setFrontmatter } from '../../../src/core/markdown/frontmatter-edit';

const yaml = { parse: (text: string): unknown => parse(text), stringify };
const set = (frontmatter: string, changes: Record<string, unknown>, eol = '\n'): string | null => {
  const text = setFrontmatter(['---', frontmatter, '---', 'body', ''].join(eol), changes, yaml);
  return text?.slice(`---${eol}`.length, text.indexOf(`---${eol}body`)) ?? null;
};

describe('setFrontmatter', () => {
  it.each([
    ['status: queued # next', 'status: reading # next\n'],
    ['status: queued\t# after the retreat  ', 'status: reading\t# after the retreat  \n'],
    ['status: queued', 'status: reading\n'],
    ['status: queued#1', 'status: reading\n'], // no comment: no blank before it
    ['status: "a # b"', 'status: reading\n'], // nor within quotes
    ['status: # nothing yet', 'status: reading\n'],
    ['a: 1 # one\nstatus: queued # next\n# below\nb: 2', 'a: 1 # one\nstatus: reading # next\n# below\nb: 2\n'],
  ])('keeps what the student wrote behind the value: %j', (before, after) => {
    expect(set(before, { status: 'reading' })).toBe(after);
  });

  it('keeps it with the line endings of the note, and beside no list', () => {
    expect(set('status: queued # next', { status: 'read' }, '\r\n')).toBe('status: read # next\r\n');
    expect(set('tags: a # one', { tags: ['a', 'b'] })).toBe('tags:\n  - a\n  - b\n');
  });
});
