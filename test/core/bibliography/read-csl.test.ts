import { describe, expect, it } from 'vitest';
import { readBibliography } from '../../../src/core/bibliography/read';

const read = (data: unknown) => {
  const found = readBibliography(typeof data === 'string' ? data : JSON.stringify(data, null, 2));
  if (found === null) throw new Error('no format was found');
  return found;
};
const draft = (data: unknown) => read([data]).items[0]?.draft;

describe('CSL-JSON', () => {
  it('is read as Zotero writes it', () => {
    expect(
      draft({
        id: 'http://zotero.org/groups/42/items/ABCD2345',
        type: 'paper-conference',
        title: 'Masked <i>Things</i>',
        'container-title': 'Proc. CVPR',
        DOI: '10.1109/x',
        URL: 'https://example.org/a',
        author: [
          { family: 'Meer', given: 'Jan', 'non-dropping-particle': 'van der' },
          { family: '欧阳', given: '修' },
          { literal: 'Lab of Things and More' },
        ],
        issued: { 'date-parts': [['2022', 6, 1]] },
        'citation-key': 'meer2022',
      }),
    ).toEqual({
      kind: 'paper',
      title: 'Masked Things',
      authors: ['Jan van der Meer', '欧阳修', 'Lab of Things and More'],
      year: 2022,
      venue: 'Proc. CVPR',
      citekey: 'meer2022',
      arxiv: null,
      doi: '10.1109/x',
      url: 'https://example.org/a',
      zotero: 'zotero://select/groups/42/items/ABCD2345',
    });
  });

  it('is read in all its oddities', () => {
    expect(
      draft({
        type: 'journal-article',
        title: ['<i>X</i> &amp;amp; Y', 'second'],
        author: [{ name: 'Lab Z' }, { family: 'Only' }, 'Ann Lee', null],
        issued: { 'date-parts': [[null]] },
        'container-title': [],
        publisher: 'P',
        ISSN: ['1234'],
      }),
    ).toMatchObject({ kind: 'paper', title: 'X & Y', authors: ['Lab Z', 'Only', 'Ann Lee'], year: null, venue: 'P' });
  });

  it.each([
    ['by archive', { archive: 'arXiv', archive_location: 'arXiv:2401.00001v3' }],
    ['by publisher and number', { publisher: 'arXiv', number: 'arXiv:2401.00001' }],
    ['by its DOI', { DOI: '10.48550/arXiv.2401.00001' }],
    ['by its address', { URL: 'http://arxiv.org/abs/2401.00001v1' }],
    ['by its note', { note: 'arXiv:2401.00001 [cs]' }],
  ])('has the arXiv id %s', (_name, more) => {
    expect(draft({ type: 'article', title: 'T', ...more })).toMatchObject({ arxiv: '2401.00001', doi: null });
  });

  it.each([
    ['raw', { issued: { raw: '2019-03' } }],
    ['literal', { issued: { literal: 'Spring 2019' } }],
    ['print', { 'published-print': { 'date-parts': [[2019]] } }],
  ])('has the year from %s', (_name, more) => {
    expect(draft({ title: 'T', ...more })?.year).toBe(2019);
  });

  it('takes one item, a list within, and the answer of Crossref', () => {
    for (const data of [{ title: 'T', type: 'book' }, { items: [{ title: 'T' }] }, { message: { title: ['T'] } }]) {
      expect(read(data).items.map((one) => one.draft.title)).toEqual(['T']);
    }
  });

  it('tells what is none, with its line and text', () => {
    const text = '[\n  {"title": "{ one"},\n  7,\n  {"type": "book"},\n  {"abstract": "x"}\n]';
    const { items, failures } = read(text);
    expect(items.map(({ draft: { title }, line }) => [title, line])).toEqual([['{ one', 1]]);
    expect(failures.map(({ code, line, raw }) => [code, line, raw.replace(/\s/g, '')])).toEqual([
      ['not-csl', 0, '7'],
      ['no-title', 3, '{"type":"book"}'],
      ['not-csl', 4, '{"abstract":"x"}'],
    ]);
    expect(read('[{"title": "cut').failures).toMatchObject([{ code: 'not-json', line: 0 }]);
  });
});
