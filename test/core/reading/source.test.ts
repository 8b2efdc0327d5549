import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { literatureOf, parseKeyMap, type LiteratureSettings } from '../../../src/core/reading/literature';
import { readSource } from '../../../src/core/reading/source';

const NONE: LiteratureSettings = {
  literatureFolder: '',
  literatureTag: '',
  literatureProperty: '',
  literaturePreset: 'none',
  literatureKeys: '',
};

function readAs(
  settings: Partial<LiteratureSettings>,
  path: string,
  frontmatter: Record<string, unknown>,
  tags: string[] = [],
) {
  const dialect = literatureOf({ ...NONE, ...settings }).dialectOf({ path, frontmatter, tags });
  return dialect === null ? null : readSource(path, frontmatter, dialect);
}

describe('readSource', () => {
  it('reads a note of ours', () => {
    const source = readSource('文献/mae.md', {
      type: 'source',
      kind: 'paper',
      title: 'Masked Autoencoders',
      authors: ['Kaiming He', '谢赛宁'],
      year: 2022,
      venue: 'CVPR',
      citekey: 'he2022masked',
      arxiv: '2111.06377',
      status: 'reading',
      rating: 5,
      added: '2026-08-04',
      tags: ['vision', '#ssl'],
    });
    expect(source).toMatchObject({
      authors: ['Kaiming He', '谢赛宁'],
      year: 2022,
      status: 'reading',
      added: '2026-08-04',
      tags: ['vision', 'ssl'],
      doi: null,
      own: true,
    });
  });

  it('is lenient with what people and YAML make of values', () => {
    expect(
      readSource('a.md', {
        year: '2022-05-01',
        arxiv: 2310.1257,
        status: 'Reading ',
        kind: 'Zettel',
        rating: '4',
        added: '2026-08-04T10:00',
        authors: 'A; B',
      }),
    ).toMatchObject({
      year: 2022,
      arxiv: '2310.12570',
      status: 'reading',
      kind: 'paper',
      rating: 4,
      added: '2026-08-04',
      authors: ['A', 'B'],
      title: 'a',
    });
    expect(readSource('a.md', { title: 2001, year: 'soon', status: 7, added: '2026-02-30' })).toMatchObject({
      title: '2001',
      year: null,
      status: 'inbox',
      statusWritten: false,
      added: null,
    });
  });

  it.each<[Record<string, unknown>, string[]]>([
    [{ tags: 'vision, #ssl' }, ['vision', 'ssl']],
    [{ tag: 'vision' }, ['vision']],
    [{ tag: ['vision', 'ssl'] }, ['vision', 'ssl']],
    [{ tags: null }, []],
  ])('reads tags as the app does: %j', (frontmatter, tags) => {
    expect(readSource('a.md', frontmatter).tags).toEqual(tags);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('title', 'authors', 'year', 'arxiv', 'status', 'tags', 'added', 'rating'),
          fc.anything(),
        ),
        (frontmatter) => {
          readSource('a.md', frontmatter);
        },
      ),
    );
  });
});

describe('literatureOf', () => {
  it.each<[string, Partial<LiteratureSettings>, string, Record<string, unknown>, string[], boolean]>([
    ['nothing set', {}, 'Lit/a.md', { title: 'x' }, ['paper'], false],
    ['its folder', { literatureFolder: '/Lit/' }, 'Lit/sub/a.md', {}, [], true],
    ['a folder that only begins alike', { literatureFolder: 'Lit' }, 'Literature/a.md', {}, [], false],
    ['its tag', { literatureTag: '#paper' }, 'a.md', {}, ['Paper'], true],
    ['a nested tag', { literatureTag: 'paper' }, 'a.md', {}, ['paper/cv'], true],
    ['another tag', { literatureTag: 'paper' }, 'a.md', {}, ['papers'], false],
    ['its property', { literatureProperty: 'category = Literature' }, 'a.md', { Category: 'literature' }, [], true],
    ['a property in a list', { literatureProperty: 'category=x' }, 'a.md', { category: ['y', 'x'] }, [], true],
    ['another value', { literatureProperty: 'category=x' }, 'a.md', { category: 'y' }, [], false],
    ['a property alone', { literatureProperty: 'citekey' }, 'a.md', { citekey: 'a' }, [], true],
    ['an empty property', { literatureProperty: 'citekey' }, 'a.md', { citekey: null }, [], false],
  ])('matches by %s', (_name, settings, path, frontmatter, tags, expected) => {
    expect(readAs(settings, path, frontmatter, tags) !== null).toBe(expected);
  });

  it('reads notes of Zotero Integration', () => {
    const source = readAs({ literatureFolder: 'Z', literaturePreset: 'zotero-integration' }, 'Z/a.md', {
      Title: 'Deep Residual Learning',
      Authors: ['[[Authors/Kaiming He]]'],
      date: '2016-06-27',
      Citekey: '@he2016',
      DOI: '10.1109/cvpr.2016.90',
      publicationTitle: 'CVPR',
      itemType: 'conferencePaper',
      desktopURI: 'zotero://select/x',
    });
    expect(source).toMatchObject({
      title: 'Deep Residual Learning',
      authors: ['Kaiming He'],
      year: 2016,
      citekey: 'he2016',
      doi: '10.1109/cvpr.2016.90',
      venue: 'CVPR',
      kind: 'paper',
      zotero: 'zotero://select/x',
      own: false,
      statusWritten: false,
    });
  });

  it('reads notes of Citations, whose key is the name', () => {
    const source = readAs({ literatureFolder: 'C', literaturePreset: 'citations' }, 'C/@he2016.md', {
      title: 'X',
      authors: 'Kaiming He, Xiangyu Zhang',
      year: 2016,
    });
    expect(source).toMatchObject({ citekey: 'he2016', authors: ['Kaiming He', 'Xiangyu Zhang'] });
  });

  it('reads notes of ZotLit', () => {
    expect(
      readAs({ literatureProperty: 'zotero-key', literaturePreset: 'zotlit' }, 'a.md', {
        title: 'X',
        citekey: 'he2016',
        'zotero-key': 'ABCD',
      }),
    ).toMatchObject({ citekey: 'he2016', zotero: 'ABCD' });
  });

  it('reads notes of Book Search', () => {
    expect(
      readAs(
        { literatureTag: '📚Book', literaturePreset: 'book-search' },
        'b.md',
        {
          title: 'Deep Learning',
          author: ['Ian Goodfellow'],
          publisher: 'MIT Press',
          publish: '2016-11-18',
          status: 'unread',
        },
        ['📚Book'],
      ),
    ).toMatchObject({ kind: 'book', authors: ['Ian Goodfellow'], venue: 'MIT Press', year: 2016, status: 'queued' });
  });

  // What that plugin writes without a template (its `toStringFrontMatter`), in its two ways to write keys.
  it.each([
    { publishDate: '2016-11-18', myRate: 4 },
    { publish_date: '2016-11-18', my_rate: 4 },
  ])('reads the properties that Book Search writes by default: %j', (written) => {
    const book = {
      title: 'Deep Learning',
      author: 'Ian Goodfellow, Yoshua Bengio',
      authors: 'Ian Goodfellow,Yoshua Bengio',
      category: 'Computers',
      publisher: 'MIT Press',
      ...written,
    };
    expect(readAs({ literatureFolder: 'Books', literaturePreset: 'book-search' }, 'Books/b.md', book)).toMatchObject({
      kind: 'book',
      authors: ['Ian Goodfellow', 'Yoshua Bengio'],
      venue: 'MIT Press',
      year: 2016,
      rating: 4,
    });
  });

  it('lets own names of keys win, and reads names in CSL parts', () => {
    expect(
      readAs({ literatureFolder: 'L', literatureKeys: 'title: Name\nauthors: people' }, 'L/a.md', {
        title: 'no',
        name: 'yes',
        people: [
          { family: '欧阳', given: '修' },
          { family: 'He', given: 'Kaiming' },
        ],
      }),
    ).toMatchObject({ title: 'yes', authors: ['欧阳修', 'Kaiming He'] });
  });
});

describe('parseKeyMap', () => {
  it('names lines that it cannot read', () => {
    expect(parseKeyMap('title: Title, Name\n\n# remark\nauthor: x\nyear:')).toEqual({
      keys: { title: ['Title', 'Name'] },
      problems: [
        { line: 3, text: 'author: x' },
        { line: 4, text: 'year:' },
      ],
    });
  });
});
