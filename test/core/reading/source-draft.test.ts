import { describe, expect, it } from 'vitest';
import { findSource } from '../../../src/core/reading/find-source';
import { readSource } from '../../../src/core/reading/source';
import { duplicateFinder, knownSources } from '../../../src/core/reading/known-sources';
import { readInput, type SourceInput } from '../../../src/core/reading/source-draft';

const INPUT: SourceInput = {
  kind: 'paper',
  status: 'inbox',
  title: 'T',
  authors: '',
  year: '',
  venue: '',
  arxiv: '',
  doi: '',
  url: '',
  citekey: '',
  zotero: '',
};

function draft(more: Partial<SourceInput>) {
  const read = readInput({ ...INPUT, ...more });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.draft;
}

describe('readInput', () => {
  it('understands what people paste', () => {
    expect(
      draft({
        title: '  Masked\nAutoencoders ',
        authors: 'Kaiming He, 谢赛宁',
        year: '２０２２年',
        arxiv: 'https://arxiv.org/abs/2111.06377v3',
        doi: 'https://doi.org/10.1109/CVPR52688.2022.01553',
        citekey: '@he2022',
        venue: '',
      }),
    ).toEqual({
      kind: 'paper',
      status: 'inbox',
      title: 'Masked Autoencoders',
      authors: ['Kaiming He', '谢赛宁'],
      year: 2022,
      arxiv: '2111.06377',
      doi: '10.1109/CVPR52688.2022.01553',
      citekey: 'he2022',
      venue: null,
      url: null,
      zotero: null,
    });
  });

  it('names everything that is wrong at once', () => {
    expect(
      readInput({ ...INPUT, title: ' ', year: '23', arxiv: 'abc', doi: 'x', url: 'ftp://x', citekey: 'a b' }),
    ).toEqual({
      ok: false,
      problems: {
        title: 'no-title',
        year: 'bad-year',
        arxiv: 'bad-arxiv',
        doi: 'bad-doi',
        url: 'bad-url',
        citekey: 'bad-citekey',
      },
    });
  });
});

describe('knownSources', () => {
  it('finds what was added later, after what was there before', () => {
    const known = knownSources([readSource('a.md', { title: 'Deep Residual Learning' })]);
    expect(known.find(draft({ title: 'Segment Anything' }))).toBeNull();
    known.add(readSource('b.md', { title: 'segment anything', arxiv: '2304.02643' }));
    known.add(readSource('c.md', { title: 'deep residual learning', arxiv: '2304.02643' }));
    const found = (more: Partial<SourceInput>) => known.find(draft(more))?.source.path;
    expect(found({ title: 'Segment Anything' })).toBe('b.md');
    expect(found({ title: 'x', arxiv: '2304.02643v1' })).toBe('b.md');
    expect(found({ title: 'Deep Residual Learning' })).toBe('a.md');
  });
});

describe('duplicateFinder', () => {
  const known = [
    readSource('a.md', { title: 'Deep Residual Learning', doi: '10.1109/CVPR.2016.90', citekey: 'he2016' }),
    readSource('b.md', { title: 'Segment Anything', arxiv: '2304.02643' }),
    readSource('c.md', { title: 'Other', url: 'https://arxiv.org/abs/1706.03762' }),
  ];

  it.each<[string, Partial<SourceInput>, string, string]>([
    ['DOI in any form', { title: 'x', doi: 'doi:10.1109/cvpr.2016.90' }, 'a.md', 'doi'],
    ['arXiv id without its version', { title: 'x', arxiv: '2304.02643v2' }, 'b.md', 'arxiv'],
    ['arXiv id behind its DOI', { title: 'x', doi: '10.48550/arXiv.2304.02643' }, 'b.md', 'arxiv'],
    ['arXiv id behind an address', { title: 'x', arxiv: '1706.03762' }, 'c.md', 'arxiv'],
    ['citekey', { title: 'x', citekey: '@He2016' }, 'a.md', 'citekey'],
    ['title', { title: 'deep residual learning.' }, 'a.md', 'title'],
  ])('knows it by %s', (_name, input, path, by) => {
    const found = duplicateFinder(known)(draft(input));
    expect([found?.source.path, found?.by]).toEqual([path, by]);
  });

  it('trusts a DOI more than an arXiv id, that more than a citekey, and a title least', () => {
    const all = { doi: '10.1109/CVPR.2016.90', arxiv: '2304.02643', citekey: 'smith2020', title: 'Fourth' };
    const four = [
      readSource('4.md', { title: 'Fourth' }),
      readSource('3.md', { title: 'Third', citekey: 'smith2020' }),
      readSource('2.md', { title: 'Second', arxiv: '2304.02643' }),
      readSource('1.md', { title: 'First', doi: '10.1109/CVPR.2016.90' }),
    ];
    const found = (less: Partial<SourceInput>): unknown =>
      duplicateFinder(four)(draft({ ...all, ...less }))?.source.path;
    expect([
      found({}),
      found({ doi: '' }),
      found({ doi: '', arxiv: '' }),
      found({ doi: '', arxiv: '', citekey: '' }),
    ]).toEqual(['1.md', '2.md', '3.md', '4.md']);
  });

  it('takes the first of two that are called the same', () => {
    const twins = [readSource('a.md', { title: 'Twin' }), readSource('b.md', { title: 'twin' })];
    expect(duplicateFinder(twins)(draft({ title: 'TWIN' }))?.source.path).toBe('a.md');
  });

  it('knows no other', () => {
    expect(duplicateFinder(known)(draft({ title: 'Deep Residual Learning 2', arxiv: '2304.02644' }))).toBeNull();
  });
});

describe('findSource', () => {
  const sources = [
    readSource('文献/resnet.md', { title: 'Deep Residual Learning', citekey: 'he2016', arxiv: '1512.03385' }),
    readSource('old/resnet.md', { title: 'Another' }),
    readSource('文献/mae.md', { title: 'Masked Autoencoders', citekey: 'resnet2' }),
  ];
  const paths = (name: string): unknown => {
    const found = findSource(name, sources);
    if (found.kind === 'one') return found.source.path;
    return found.kind === 'many'
      ? found.candidates.map(({ path }) => path)
      : found.similar.map(({ path }) => `~${path}`);
  };

  it.each([
    ['文献/resnet.md', '文献/resnet.md'],
    ['文献/resnet', '文献/resnet.md'],
    ['@he2016', '文献/resnet.md'],
    ['1512.03385v1', '文献/resnet.md'],
    ['deep residual learning', '文献/resnet.md'],
    ['MAE', '文献/mae.md'],
    ['[[文献/mae|it]]', '文献/mae.md'],
    ['resnet', ['文献/resnet.md', 'old/resnet.md']],
    ['masked', ['~文献/mae.md']],
    ['nothing', []],
    [' ', []],
  ])('%s', (name, expected) => {
    expect(paths(name)).toEqual(expected);
  });

  it('takes a path for that note alone, though another is called the same', () => {
    const twins = [readSource('文献/mae.md', { title: 'A' }), readSource('mae.md', { title: 'B' })];
    expect(findSource('mae.md', twins)).toMatchObject({ kind: 'one', source: { path: 'mae.md' } });
    expect(findSource('[[文献/mae]]', twins)).toMatchObject({ kind: 'one', source: { path: '文献/mae.md' } });
  });

  it('takes a # in a link for a part of the name before it takes it for a heading', () => {
    const notes = [readSource('C# course.md', { title: 'One' }), readSource('resnet.md', { title: 'Two' })];
    const pathOf = (name: string) => {
      const found = findSource(name, notes);
      return found.kind === 'one' ? found.source.path : found.kind;
    };
    expect(['[[C# course]]', '[[resnet#Method|the method]]', '[[resnet#Method]]', 'C# course'].map(pathOf)).toEqual([
      'C# course.md',
      'resnet.md',
      'resnet.md',
      'C# course.md',
    ]);
  });

  it('knows a name however its letters are composed', () => {
    const notes = [readSource('Poincaré.md'.normalize('NFD'), { title: 'One' })];
    expect(findSource('Poincaré'.normalize('NFC'), notes).kind).toBe('one');
  });
});
