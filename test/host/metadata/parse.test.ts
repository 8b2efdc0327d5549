import { expect, it } from 'vitest';
import { parseMetadata } from './parse';
import type { CachedMetadata, Pos } from './types';

const text = (...lines: string[]): string => lines.join('\n');
/** `line:column` of both ends, as the app counts them: from 0, the end being the place after the last character. */
const place = ({ start, end }: Pos): string =>
  `${String(start.line)}:${String(start.col)}-${String(end.line)}:${String(end.col)}`;
const items = (cache: CachedMetadata): [string, number, string?][] =>
  (cache.listItems ?? []).map(({ position, parent, task }) =>
    task === undefined ? [place(position), parent] : [place(position), parent, task],
  );
const sections = (cache: CachedMetadata): [string, string][] =>
  (cache.sections ?? []).map(({ type, position }) => [type, place(position)]);
const tags = (cache: CachedMetadata): string[] => (cache.tags ?? []).map(({ tag }) => tag);
const links = (cache: CachedMetadata): string[] => (cache.links ?? []).map(({ link }) => link);

it('finds links, embeds and tags, but not in code or properties', () => {
  const note = text(
    '---',
    'tags: [x]',
    'up: "[[Top|t]]"',
    '---',
    '[[a]] ![[b#h]] [c](c%20d.md) [web](https://x.org) #täg #手册/一 #123',
    '`[[no]] #no` ``a ` #no``',
    '',
    '```',
    '[[no]] #no',
    '```',
  );
  const cache = parseMetadata(note);
  expect(links(cache)).toEqual(['a', 'c d.md']);
  expect(cache.embeds?.map((l) => l.link)).toEqual(['b#h']);
  expect(tags(cache)).toEqual(['#täg', '#手册/一']);
  expect(cache.frontmatter).toEqual({ tags: ['x'], up: '[[Top|t]]' });
  expect(cache.frontmatterLinks).toEqual([{ key: 'up', link: 'Top', original: '[[Top|t]]', displayText: 't' }]);
  for (const link of cache.links ?? []) {
    expect(note.slice(link.position.start.offset, link.position.end.offset)).toBe(link.original);
  }
});

it('keeps links and tags inside %%, on a line and over several, and lists no items there', () => {
  const cache = parseMetadata(
    text('words %% [[in a line]] #one %% more', '%%', '- [ ] [[over lines]] #two', '%%', '- after #three'),
  );
  expect(links(cache)).toEqual(['in a line', 'over lines']);
  expect(tags(cache)).toEqual(['#one', '#two', '#three']);
  expect(sections(cache)).toEqual([
    ['paragraph', '0:0-0:35'],
    ['comment', '1:0-3:2'],
    ['list', '4:0-4:14'],
  ]);
  expect(items(cache)).toEqual([['4:0-4:14', -4]]);
});

it('drops links and tags inside HTML comments, and lists no items there', () => {
  const cache = parseMetadata(
    text('words', '<!--', '- [ ] [[no]] #no', '-->', '', '- a <!-- [[no]] #no --> [[yes]] #yes'),
  );
  expect(links(cache)).toEqual(['yes']);
  expect(tags(cache)).toEqual(['#yes']);
  expect(sections(cache)).toEqual([
    ['paragraph', '0:0-0:5'],
    ['html', '1:0-3:3'],
    ['list', '5:0-5:36'],
  ]);
  expect(items(cache)).toEqual([['5:0-5:36', -5]]);
});

it('takes no code span across two blocks, and one fence for one', () => {
  expect(tags(parseMetadata(text('a ` b', '', 'c ` #yes')))).toEqual(['#yes']);
  expect(tags(parseMetadata(text('a ` b', 'c ` #yes ` #no `')))).toEqual(['#yes']);
});

it('reads a tag after an escaped bracket, none in a link’s destination or inside a wikilink', () => {
  expect(tags(parseMetadata('\\[\\[#Words\\]\\] [h](#no) [[#no]] [[a #no]] x#no'))).toEqual(['#Words']);
});

it('takes a bar with nothing before it for the name of the note, and empty brackets for no link', () => {
  const found = parseMetadata('[[]] [[|]] [[|shown]] [[|#h]] [[n|]] [[n#h]] [[#h]]').links;
  expect(found?.map((l) => [l.link, l.displayText])).toEqual([
    ['|', '|'],
    ['|shown', '|shown'],
    ['|#h', '| > h'],
    ['n', ''],
    ['n#h', 'n > h'],
    ['#h', 'h'],
  ]);
});

it('keeps dates and versions in properties as they are written, and survives broken YAML', () => {
  expect(parseMetadata('---\nd: 2026-08-04\nv: "2310.12570"\n---\n').frontmatter).toEqual({
    d: '2026-08-04',
    v: '2310.12570',
  });
  const broken = parseMetadata('---\na: b: c\n---\n# H\n[[x]]');
  expect(broken.frontmatter).toBeUndefined();
  expect(broken.frontmatterLinks).toBeUndefined();
  expect(broken.headings?.[0]?.heading).toBe('H');
  expect(broken.links).toHaveLength(1);
  expect(parseMetadata('---\na: 1\na: 2\n---\n').frontmatter).toBeUndefined();
});

it('has an empty list of links where properties hold none, and no properties at all where nothing stands between the marks', () => {
  expect(parseMetadata('---\na: 1\n---\n').frontmatterLinks).toEqual([]);
  expect(parseMetadata('---\nup: "[[#A head]]"\n---\n').frontmatterLinks).toEqual([
    { key: 'up', link: '#A head', original: '[[#A head]]', displayText: 'A head' },
  ]);
  expect(Object.keys(parseMetadata('---\n---\n\nwords'))).toEqual(['sections']);
  expect(sections(parseMetadata('---\n---\n\nwords'))).toEqual([
    ['yaml', '0:0-1:3'],
    ['paragraph', '3:0-3:5'],
  ]);
});

it('places headings, sections and list items', () => {
  const cache = parseMetadata(
    '# One\n\ntext ^id\n\n- a\n  - [x] b\n- [ ] c\n\n> [!tip] T\n> x\n\n## Two\n\n| a |\n|---|\n| b |\n\n```js\n# no\n```\n',
  );
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

it('lists the items inside quotes and callouts, however deep', () => {
  expect(items(parseMetadata(text('p', '', '> - [ ] a', '>     - b', '> - [x] c')))).toEqual([
    ['2:2-2:9', -2, ' '],
    ['3:4-3:9', 2],
    ['4:2-4:9', -2, 'x'],
  ]);
  expect(items(parseMetadata(text('> [!note] N', '>> [!tip]', '>> - [ ] a')))).toEqual([['2:3-2:10', -2, ' ']]);
  expect(sections(parseMetadata(text('> - a', '> - b')))).toEqual([['blockquote', '0:0-1:5']]);
});

it('begins an item where the content of the item above it begins, blanks before the mark included', () => {
  expect(items(parseMetadata(text('- a', '    - b', '        - c', '', ' - d')))).toEqual([
    ['0:0-0:3', -1],
    ['1:2-1:7', 0],
    ['2:6-2:11', 1],
    ['4:0-4:4', -1],
  ]);
  expect(items(parseMetadata(text('-  a', '\t- b')))).toEqual([
    ['0:0-0:4', -1],
    ['1:1-1:4', 0],
  ]);
  expect(items(parseMetadata(text('10) a', '    - b')))).toEqual([
    ['0:0-0:5', -1],
    ['1:4-1:7', 0],
  ]);
});

it('ends an item with its own last line, and where its list goes on after a blank line at the start of that line', () => {
  expect(items(parseMetadata(text('- a', '  more', '- b', '', '- c', '', '', '- d', '', 'p')))).toEqual([
    ['0:0-1:6', -1],
    ['2:0-3:0', -1],
    ['4:0-5:0', -1],
    ['7:0-7:3', -1],
  ]);
  // A blank line below the last item of an inner list is not inside that list.
  expect(items(parseMetadata(text('- a', '  - b', '', '- c')))).toEqual([
    ['0:0-0:3', -1],
    ['1:2-1:5', 0],
    ['3:0-3:3', -1],
  ]);
  expect(items(parseMetadata(text('- a', '  ```', '  - code', '  ```', '- b')))).toEqual([
    ['0:0-3:5', -1],
    ['4:0-4:3', -1],
  ]);
});

it('begins another list, and another section, where the mark is another', () => {
  const cache = parseMetadata(text('- a', '- b', '', '* c', '1. d', '1) e'));
  expect(sections(cache)).toEqual([
    ['list', '0:0-1:3'],
    ['list', '3:0-3:3'],
    ['list', '4:0-4:4'],
    ['list', '5:0-5:4'],
  ]);
  expect(items(cache).map(([, parent]) => parent)).toEqual([-1, -1, -3, -4, -5]);
});

it('takes a mark after a task’s box for a list of its own', () => {
  expect(items(parseMetadata(text('- [ ] 1. a', '- [ ] 2 b', '- [x] - c')))).toEqual([
    ['0:0-0:10', -1, ' '],
    ['0:6-0:10', 0],
    ['1:0-1:9', -1, ' '],
    ['2:0-2:9', -1, 'x'],
    ['2:6-2:9', 2],
  ]);
});

it('counts CRLF and a fence that is never closed', () => {
  const cache = parseMetadata('---\r\na: 1\r\n---\r\n# H\r\n\r\n```\r\n# no\r\n[[no]]\r\n');
  expect(cache.frontmatter).toEqual({ a: 1 });
  expect(cache.headings).toHaveLength(1);
  expect(cache.headings?.[0]?.position.start).toEqual({ line: 3, col: 0, offset: 16 });
  expect(cache.links).toBeUndefined();
});
