import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { splitNote } from '../../../src/core/markdown/frontmatter';
import { readSource } from '../../../src/core/reading/source';
import type { SourceDraft } from '../../../src/core/reading/source-draft';
import { sourceNote } from '../../../src/core/reading/source-note';

const YAML = { parse: (text: string): unknown => parse(text), stringify: (value: unknown) => stringify(value) };
const NAMES = ['阅读日志', 'Reading log'];
const HEADINGS = { log: 'Reading log', entry: 'Citation' };

const DRAFT: SourceDraft = {
  kind: 'paper',
  status: 'inbox',
  title: 'T',
  authors: [],
  year: null,
  venue: null,
  citekey: null,
  arxiv: null,
  doi: null,
  url: null,
  zotero: null,
};

const write = (draft: Partial<SourceDraft>, template = '# {{title}}\n\n## Reading log\n'): string =>
  sourceNote({ ...DRAFT, ...draft }, '2026-08-04', template, YAML, NAMES, HEADINGS) ?? 'unwritable';

describe('sourceNote', () => {
  // Templater can be set to run what stands in `<% %>` of every new note: a title from the web must not be run.
  it('takes the signs of a program apart in what came from others, and leaves those of the template', () => {
    const evil = '<%* await fetch("https://example.org") %>';
    const note = write(
      { title: `A ${evil}`, authors: [evil], venue: `<<%= 1 %>`, url: `https://example.org/<%x%>`, zotero: evil },
      '# {{title}}\n\n{{authors}} {{venue}} {{url}} {{zotero}}\n\n<% tp.date.now() %>\n\n## Reading log\n',
    );
    expect(note.replace('<% tp.date.now() %>', '')).not.toContain('<%');
    expect(note).toContain('# A < %* await fetch("https://example.org") %>\n');
    expect(note).toContain('<% tp.date.now() %>\n');
  });

  it('writes frontmatter, then the template without its own', () => {
    expect(
      write(
        { title: 'MAE: a', authors: ['Kaiming He', '谢赛宁'], year: 2022, arxiv: '2111.06377' },
        '---\nhandbook-id: template/source\n---\n\n# {{title}} ({{year}}, {{unknown}})\n\n## Reading log\n',
      ),
    ).toBe(
      '---\ntype: source\nkind: paper\ntitle: "MAE: a"\nauthors:\n  - Kaiming He\n  - 谢赛宁\nyear: 2022\narxiv: "2111.06377"\nstatus: inbox\nadded: 2026-08-04\n---\n\n# MAE: a (2022, {{unknown}})\n\n## Reading log\n',
    );
  });

  it('adds no second log where the template has one between rules', () => {
    const text = write({}, '---\na: 1\n---\n---\n\n## Reading log\n\n---\n');
    expect(text.match(/## Reading log/g)).toHaveLength(1);
  });

  it.each([
    ['reads it as something else', () => ({ title: 'another' })],
    [
      'does not read it at all',
      () => {
        throw new Error('bad indentation');
      },
    ],
  ])('writes nothing that the app %s', (_how, read) => {
    const yaml = { ...YAML, parse: read };
    expect(sourceNote(DRAFT, '2026-08-04', '', yaml, NAMES, HEADINGS)).toBeNull();
  });

  it('leaves what it has no value for, whatever objects are called by it', () => {
    expect(write({}, '{{constructor}} {{ valueof }}\n')).toContain('{{constructor}} {{ valueof }}');
  });

  it('has the line endings of its template throughout', () => {
    const text = write({ authors: ['A', 'B'] }, '# {{title}}\r\n\r\nwords\r\n');
    expect(text).toContain('# T\r\n\r\nwords\r\n\r\n## Reading log\r\n');
    expect(text.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
  });

  it('gives a template without a log one', () => {
    expect(write({}, '# {{title}}\n')).toMatch(/# T\n\n## Reading log\n$/);
    expect(write({}, '')).toMatch(/---\n\n## Reading log\n$/);
    expect(write({}, '## 阅读日志\n')).not.toContain('Reading log');
  });

  it.each([
    'a: b',
    '"quoted"',
    "it's",
    '# no comment',
    '[[link]]',
    'back\\slash',
    '🚀',
    '@he',
    '- dash',
    '2001',
    '2310.12570',
    'null',
    'yes',
    '{a}',
    '*x',
    '&y',
    '%z',
    '? q',
    '欧阳修',
    '1e3',
    '2026-08-04',
    '~',
    '|',
    '>',
  ])('brings the title %s through the parser and back', (title) => {
    const text = write({ title, authors: [`A ${title}`], venue: title, arxiv: '2310.12570' });
    const source = readSource('x.md', parse(splitNote(text).yaml ?? '') as Record<string, unknown>);
    expect([source.title, source.authors, source.venue, source.arxiv]).toEqual([
      title,
      [`A ${title}`.trim()],
      title,
      '2310.12570',
    ]);
  });

  it('brings any title through', () => {
    const line = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .map((text) => text.replace(/\s+/gu, ' ').trim())
      .filter((text) => text !== '');
    fc.assert(
      fc.property(line, (title) => {
        const data = parse(splitNote(write({ title })).yaml ?? '') as Record<string, unknown>;
        expect(data['title']).toBe(title);
      }),
    );
  });

  it('refuses to write what its serializer would read otherwise', () => {
    const bad = { parse: YAML.parse, stringify: () => 'title: 2310.12570\n' };
    expect(sourceNote(DRAFT, '2026-08-04', '', bad, NAMES, HEADINGS)).toBeNull();
  });
});
