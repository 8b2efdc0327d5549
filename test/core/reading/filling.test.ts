import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { fillingFor, fillKeys } from '../../../src/core/reading/filling';
import { readSource } from '../../../src/core/reading/source';
import type { SourceDraft } from '../../../src/core/reading/source-draft';

const YAML = { parse: (text: string): unknown => parse(text), stringify: (value: unknown) => stringify(value) };
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

describe('fillingFor', () => {
  it('fills what is empty, keeps what is there, and says where it differs', () => {
    const written = { title: 'T', year: 2016, venue: 'CVPR', doi: '10.1109/X', authors: [null] };
    const there = readSource('a.md', written);
    const draft = { ...DRAFT, year: 2015, venue: 'cvpr', doi: '10.1109/x', arxiv: '1512.03385', authors: ['A'] };
    expect(fillingFor(draft, there, written)).toEqual({
      fills: { authors: ['A'], arxiv: '1512.03385' },
      differing: [{ key: 'year', old: 2016, new: 2015 }],
    });
  });

  it('takes a value that it does not understand for a value', () => {
    const written = { title: 'T', year: 'forthcoming' };
    const { fills, differing } = fillingFor({ ...DRAFT, year: 2015 }, readSource('a.md', written), written);
    expect(fills).toEqual({});
    expect(differing).toEqual([{ key: 'year', old: 'forthcoming', new: 2015 }]);
  });

  it('takes other forms of one value for the same', () => {
    const written = {
      authors: ['He, Kaiming', 'Étienne, Paul', '李四'],
      doi: 'https://doi.org/10.1109/X',
      arxiv: '2111.06377v3',
      url: 'http://example.org/a/',
      citekey: '@He2022',
      venue: 'Proc. CVPR',
    };
    const draft = {
      ...DRAFT,
      authors: ['Kaiming He', 'Paul Etienne', '李四'],
      doi: '10.1109/x',
      arxiv: '2111.06377',
      url: 'https://www.example.org/a',
      citekey: 'he2022',
      venue: 'proc CVPR',
    };
    expect(fillingFor(draft, readSource('a.md', written), written)).toEqual({ fills: {}, differing: [] });
  });
});

describe('fillKeys', () => {
  const text = '---\nyear: 2016 # accepted\nvenue:\nurl: https://a.org\n---\nwords\n';

  it('goes by the text that it is given', () => {
    expect(fillKeys(text, { year: 2015, venue: 'CVPR' }, [], YAML)).toBe(text.replace('venue:', 'venue: CVPR'));
  });

  it('replaces only what still is as it was shown', () => {
    const year = { key: 'year', old: 2016, new: 2015 } as const;
    const url = { key: 'url', old: 'https://b.org', new: 'https://c.org' } as const;
    expect(fillKeys(text, {}, [year, url], YAML)).toBe(text.replace('2016', '2015'));
  });
});
