import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkPack, type PackFile } from '../../../src/core/pack/check';
import { manifestText } from '../../../src/core/pack/release';
import { yaml } from '../handbook/lab';
import { note, packFile, shipped, smallPack } from './packs';

function sources(dir: string): string[] {
  const root = new URL(`${dir}/`, import.meta.url);
  return (readdirSync(root, { recursive: true }) as string[])
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(new URL(file, root), 'utf8'));
}

const codes = (files: readonly PackFile[]): string[] => checkPack(files, yaml).refused.map(({ code }) => code);

it.each(['zh', 'en'])('takes the handbook that the plugin brings in %s, and has no advice on it', (language) => {
  const { pack, refused, advice } = checkPack(shipped(language), yaml);
  expect(refused).toEqual([]);
  expect(advice).toEqual([]);
  expect(pack?.language).toBe(language);
});

/** The names by which features register blocks. */
const BLOCKS = [
  ...new Set(
    sources('../../../src/features').flatMap((text) =>
      [
        ...text.matchAll(
          /(?:codeBlocks\.register|registerNoteBlock|registerBlock|registerSection)\(\s*(?:\w+,\s*)?'([\w-]+)'/g,
        ),
      ].map(([, name = '']) => name),
    ),
  ),
];

it('knows where the plugin’s blocks are named', () => {
  expect(BLOCKS.length).toBeGreaterThanOrEqual(11);
});

it('takes a pack in any language, and plain code, links and pictures', () => {
  const body = [
    '```python\nif a <b: print("<script>")\n```',
    '- in a list\n  ~~~~bash\n  ssh <user>@<host> # obsidian://x\n  ~~~~',
    '```calendar-heatmap\nyear: 2026\n```',
    'H<sub>2</sub>O, x<br>y, $a <b$, 3 < 4, <https://example.org>, <mail@example.org>',
    '![[bild.png]] ![Ein Bild](bild.png) [Netz](https://example.org/a:b) [Post](mailto:a@example.org)',
    '`dataview` and `a = 3` and %% one line %% and Data: none, file: none',
  ].join('\n\n');
  const { pack, refused } = checkPack(
    smallPack(body, [{ path: 'Buch/bild.png', size: 3, sha256: '', text: null }]),
    yaml,
  );
  expect(refused).toEqual([]);
  expect(pack).toMatchObject({ name: 'robots', language: 'de', title: 'Roboter' });
});

describe('refuses by file and line', () => {
  const FIRST = 8; // six lines of frontmatter, the heading and a blank line come before
  /** With the line, counted from that of the text, where it is not the first. */
  const CASES: [code: string, text: string, line?: number][] = [
    ['runs', '```dataviewjs\ndv.pages()\n```'],
    ['runs', '```dataview\nLIST\n```'],
    ['runs', '   ~~~ DataviewJS\n~~~'],
    ['runs', '> - ````tasks\n> - ````'],
    ['runs', '1. [ ] ```templater\n```'],
    ['runs', '```{dataviewjs}\n```'],
    ['runs', '```dataviewjs {a=1}\n```'],
    ['runs', '\t```js-engine\n\t```'],
    ['runs', '````text\n```meta-bind-js-view\n````', 1],
    ['query', 'Today is <% tp.date.now() %>'],
    ['query', '```python\nx = "<%* 1 %>"\n```', 1],
    ['query', 'There are `= length(this.file.tasks)` tasks'],
    ['query', 'There are ``$= dv.current()`` tasks'],
    ['html', '<img src="https://example.org/a.png">'],
    ['html', 'text <IFRAME src=x></IFRAME>'],
    ['html', 'text <script>alert(1)</script>'],
    ['html', 'text <span style="position:fixed">'],
    ['html', 'text <br onclick=x>'],
    ['html', '> <kbd>\n> a'],
    ['html', 'text <!-- a comment'],
    ['html', 'para\n    ```text <img src=https://example.org/a.png>', 1],
    ['html', 'x ```text <img src=x onerror=alert(1)>'],
    ['html', '<https://e.org/`><img src=x>`'],
    ['html', '[a](`)<img src=x>`'],
    ['html', '`\n<?`', 1],
    ['html', '$`$ <img src=x> `'],
    ['html', '%% ` %% <img src=x> `'],
    ['html', 'text <a\nhref="https://example.org">'],
    ['html', '<details>\n```python\n<img src=x onerror=alert(1)>\n```\n</details>'],
    ['remote', '![](https://example.org/a.png)'],
    ['remote', '![a][b]\n\n[b]: https://example.org/a.png'],
    ['remote', '![a](<//example.org/a.png>)'],
    ['remote', '![a\nb](https://example.org/a.png)'],
    ['remote', '![[https://example.org/a.png]]'],
    ['remote', '![a](&sol;&sol;example.org/a.png)'],
    ['remote', '![a](&#47;/example.org/a.png)'],
    ['remote', '![a](http\\://example.org/a.png)'],
    ['address', '[a](javascript:alert(1))'],
    ['address', '[a](<JaVaScript:alert(1)>)'],
    ['address', '[a](java&#115;cript&colon;alert(1))'],
    ['address', '[a](&#x6A;avascript:alert(1))'],
    ['address', '[a](obsidian\\://open?vault=x)'],
    ['address', 'see obsidian://open?vault=x'],
    ['address', '[a](file:///etc/passwd)'],
    ['address', '[[file:///etc/passwd]]'],
    ['address', '[a](zotero://select/x)'],
    ['address', '[a](data:text/html,x)'],
    ['address', '[a]:\njavascript:alert(1)', 1],
    ['address', '<vscode://file/x>'],
    ['hidden', '%% begins and goes on\n```python\n%%\n```'],
    ['hidden', 'right to left \u202e'],
    ['private', '- 2026-08-04 salary [private:: true]'],
  ];
  it.each(CASES)('%s: %s', (code, body, line = 0) => {
    const { pack, refused } = checkPack(smallPack(body), yaml);
    expect(pack).toBeNull();
    expect(refused).toContainEqual(expect.objectContaining({ file: 'Buch/Erstes.md', code, line: FIRST + line }));
  });

  it('none of the plugin’s own blocks', () => {
    const blocks = [...BLOCKS, ...BLOCKS.map((name) => `rh-${name}`)];
    expect(codes(smallPack(blocks.map((name) => `\`\`\`${name}\n\`\`\`\n`).join('')))).toEqual([]);
  });

  it('a block of ours that asks Dataview', () => {
    expect(codes(smallPack('```calendar-heatmap\nsource: dataview\n```'))).toEqual(['runs']);
    expect(codes(smallPack('```rh-calendar-heatmap\n{"source":\n"dataview"}\n```'))).toEqual(['runs']);
  });

  it('what frontmatter asks to run or to open', () => {
    const [list, map] = smallPack('');
    const text = note('first', '# Erstes\n').replace(
      '---\nhandbook',
      '---\nurl: obsidian://x\ncover: "<% x %>"\nhandbook',
    );
    const files = [list, map, packFile('Buch/Erstes.md', text)].filter((file) => file !== undefined);
    expect(checkPack(files, yaml).refused).toMatchObject([
      { code: 'address', line: 1 },
      { code: 'query', line: 2 },
    ]);
  });
});

describe('refuses files', () => {
  it.each([
    ['kind', 'Buch/run.js'],
    ['kind', 'Buch/page.html'],
    ['path', '../outside.md'],
    ['path', '/outside.md'],
    ['path', 'C:/outside.md'],
    ['path', 'Buch/.obsidian/plugin.md'],
    ['path', 'Buch/con.md'],
    ['path', 'Buch/a:b.md'],
    ['path', 'Buch\\a.md'],
    ['same-path', 'buch/ERSTES.md'],
    ['same-path', 'BUCH/other.md'],
  ] as const)('%s: %s', (code, path) => {
    expect(codes(smallPack('', [packFile(path, note('x', '# X\n'))]))).toContain(code);
  });

  it('two spellings of one name (composed and decomposed letters)', () => {
    const twins = ['Buch/\u00fcben.md', 'Buch/u\u0308ben.md'].map((path) => packFile(path, note('x', '# X\n')));
    expect(codes(smallPack('', twins))).toContain('same-path');
  });

  it('more than 500 notes, a note above 256 KB, more than 20 MB, bytes that are no text', () => {
    const many = Array.from({ length: 499 }, (_, n) => packFile(`Buch/${n}.md`, note(String(n), '# N\n')));
    expect(codes(smallPack('', many))).toContain('too-large');
    expect(codes(smallPack('', many.slice(1)))).not.toContain('too-large');
    const sized = (path: string, size: number): PackFile => ({ path, size, sha256: '', text: null });
    expect(codes(smallPack('', [sized('Buch/big.md', 256 * 1024 + 1)]))).toEqual(
      expect.arrayContaining(['too-large', 'kind']),
    );
    expect(codes(smallPack('', [sized('Buch/a.png', 19_999_000), sized('Buch/b.png', 1_000)]))).toEqual(['too-large']);
  });

  it('a base with formulas that draw HTML or pictures', () => {
    expect(codes(smallPack('', [packFile('Buch/a.base', 'formulas:\n  a: html("<b>")\n')]))).toEqual(['address']);
    expect(codes(smallPack('', [packFile('Buch/a.base', 'views:\n  - type: table\n')]))).toEqual([]);
  });
});

describe('the manifest', () => {
  it('holds every file to its bytes', () => {
    const files = smallPack('One');
    const manifest = packFile('manifest.json', manifestText(1, files));
    expect(codes([...files, manifest])).toEqual([]);
    const other = smallPack('Two');
    expect(checkPack([...other, manifest], yaml).refused).toMatchObject([{ code: 'changed', file: 'Buch/Erstes.md' }]);
    expect(codes([...files.slice(0, 2), manifest])).toContain('changed');
    expect(codes([...files, packFile('Buch/a.base', ''), manifest])).toContain('changed');
    expect(codes([...files, packFile('manifest.json', 'no JSON')])).toContain('changed');
  });
});

it('has one finding a note for HTML, at its first place, and says how much there is', () => {
  const files = smallPack('<div>\n\n<p>a</p>\n\n```dataviewjs\n```', [packFile('Buch/b.md', note('b', '# B\n\n<hr>'))]);
  expect(checkPack(files, yaml).refused).toMatchObject([
    { file: 'Buch/Erstes.md', code: 'html', line: 8, value: '<div> … ×3' },
    { file: 'Buch/Erstes.md', code: 'runs', line: 12 },
    { file: 'Buch/b.md', code: 'html', value: '<hr>' },
    { code: 'unlisted-note' },
  ]);
});

it('tells the author of dead links, which refuse nothing', () => {
  const files = smallPack('[[Karte]], [[Nirgends|x]] and [y](Fehlt.md), `[[code]]`, [[#here]], [[{{rh:sources}}/a]]');
  const { pack, advice } = checkPack(files, yaml);
  expect(pack).not.toBeNull();
  expect(advice).toMatchObject([
    { file: 'Buch/Erstes.md', line: 8, code: 'dead-link', value: 'Nirgends' },
    { file: 'Buch/Erstes.md', line: 8, code: 'dead-link', value: 'Fehlt.md' },
  ]);
});
