import { expect, it } from 'vitest';
import { parseMetadata } from './parse';

it('finds links, embeds and tags, but not in code, comments or properties', () => {
  const text = [
    '---',
    'tags: [x]',
    'up: "[[Top|t]]"',
    '---',
    '[[a]] ![[b#h]] [c](c%20d.md) [web](https://x.org) #täg #手册/一 #123',
    '`[[no]]` %%[[no]] #no%%',
    '',
    '```',
    '[[no]] #no',
    '```',
  ].join('\n');
  const cache = parseMetadata(text);
  expect(cache.links?.map((l) => l.link)).toEqual(['a', 'c d.md']);
  expect(cache.embeds?.map((l) => l.link)).toEqual(['b#h']);
  expect(cache.tags?.map((t) => t.tag)).toEqual(['#täg', '#手册/一']);
  expect(cache.frontmatter).toEqual({ tags: ['x'], up: '[[Top|t]]' });
  expect(cache.frontmatterLinks).toEqual([{ key: 'up', link: 'Top', original: '[[Top|t]]', displayText: 't' }]);
  for (const link of cache.links ?? []) {
    expect(text.slice(link.position.start.offset, link.position.end.offset)).toBe(link.original);
  }
});

it('keeps dates and versions in properties as they are written, and survives broken YAML', () => {
  expect(parseMetadata('---\nd: 2026-08-04\nv: "2310.12570"\n---\n').frontmatter).toEqual({
    d: '2026-08-04',
    v: '2310.12570',
  });
  const broken = parseMetadata('---\na: b: c\n---\n# H\n[[x]]');
  expect(broken.frontmatter).toBeUndefined();
  expect(broken.headings?.[0]?.heading).toBe('H');
  expect(broken.links).toHaveLength(1);
  expect(parseMetadata('---\na: 1\na: 2\n---\n').frontmatter).toBeUndefined();
});

it('places headings, sections and list items', () => {
  const text =
    '# One\n\ntext ^id\n\n- a\n  - [x] b\n- [ ] c\n\n> [!tip] T\n> x\n\n## Two\n\n| a |\n|---|\n| b |\n\n```js\n# no\n```\n';
  const cache = parseMetadata(text);
  expect(cache.headings?.map((h) => [h.heading, h.level, h.position.start.line])).toEqual([
    ['One', 1, 0],
    ['Two', 2, 11],
  ]);
  expect(cache.sections?.map((s) => s.type)).toEqual([
    'heading',
    'paragraph',
    'list',
    'callout',
    'heading',
    'table',
    'code',
  ]);
  expect(cache.listItems?.map((i) => [i.position.start.line, i.parent, i.task])).toEqual([
    [4, -4, undefined],
    [5, 4, 'x'],
    [6, -4, ' '],
  ]);
  expect(cache.blocks?.['id']?.position.start.line).toBe(2);
});

it('counts CRLF and a fence that is never closed', () => {
  const cache = parseMetadata('---\r\na: 1\r\n---\r\n# H\r\n\r\n```\r\n# no\r\n[[no]]\r\n');
  expect(cache.frontmatter).toEqual({ a: 1 });
  expect(cache.headings).toHaveLength(1);
  expect(cache.headings?.[0]?.position.start).toEqual({ line: 3, col: 0, offset: 16 });
  expect(cache.links).toBeUndefined();
});
