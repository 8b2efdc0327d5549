import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { PAGE_CLASS, withPageClass } from '../../../src/core/home/page-class';

const yaml = { parse: (text: string): unknown => parse(text), stringify };

const added = (text: string): string => {
  const result = withPageClass(text, yaml);
  if (result.kind !== 'added') throw new Error(result.kind);
  return result.text;
};

describe('the class of the page', () => {
  it.each([
    ['to a note without properties', '# 我的\n', `---\ncssclasses:\n  - ${PAGE_CLASS}\n---\n# 我的\n`],
    [
      'below properties that stay as they are, remarks and all',
      '---\r\ntags: [ 主页 ] # 我的\r\n---\r\n正文\r\n',
      `---\r\ntags: [ 主页 ] # 我的\r\ncssclasses:\r\n  - ${PAGE_CLASS}\r\n---\r\n正文\r\n`,
    ],
    [
      'beside classes in a list',
      '---\ncssclasses:\n  - wide\n---\nx',
      `---\ncssclasses:\n  - wide\n  - ${PAGE_CLASS}\n---\nx`,
    ],
    [
      'beside classes in a text',
      '---\ncssclasses: wide, cards\n---\nx',
      `---\ncssclasses:\n  - wide\n  - cards\n  - ${PAGE_CLASS}\n---\nx`,
    ],
    ['where the key is empty', '---\ncssclasses:\n---\nx', `---\ncssclasses:\n  - ${PAGE_CLASS}\n---\nx`],
  ])('comes %s', (_, before, after) => {
    expect(added(before)).toBe(after);
  });

  it.each([`---\ncssclasses: [wide, ${PAGE_CLASS}]\n---\n`, `---\ncssclasses: wide ${PAGE_CLASS}\n---\n`])(
    'is seen where it is: %j',
    (text) => {
      expect(withPageClass(text, yaml)).toEqual({ kind: 'there' });
    },
  );

  it.each(['---\na: 1\na: 2\n---\n', '---\n- a list\n---\n', '---\n{ cssclasses: wide }\n---\n'])(
    'is not forced upon properties that cannot be read or edited: %j',
    (text) => {
      expect(withPageClass(text, yaml)).toEqual({ kind: 'unreadable' });
    },
  );
});
