import { describe, expect, it } from 'vitest';
import { knownSources, type Identifiers } from '../../../src/core/reading/known-sources';

type Named = Identifiers & { readonly name: string };
const NONE = { citekey: null, arxiv: null, doi: null, url: null };
const named = (name: string, more: Partial<Identifiers>): Named => ({ ...NONE, title: name, ...more, name });
const ask = (known: readonly Named[], wanted: Partial<Identifiers>): unknown => {
  const all = knownSources(known);
  const identifiers = { ...NONE, title: 'wanted', ...wanted };
  const same = all.find(identifiers);
  if (same !== null) return `same ${same.source.name} by ${same.by}`;
  const near = all.near(identifiers);
  return near === null ? 'new' : `near ${near.source.name} by ${near.by}, apart by ${near.apart}`;
};

describe('citekeys and titles, which are given twice', () => {
  it.each<[string, Partial<Identifiers>, Partial<Identifiers>, string]>([
    [
      'DOIs differ',
      { title: 'Editorial', doi: '10.1000/a' },
      { title: 'Editorial', doi: '10.1000/b' },
      'near a by title, apart by doi',
    ],
    [
      'DOIs differ under one citekey',
      { citekey: 'Wang2017', doi: '10.1000/a' },
      { citekey: 'wang2017', doi: '10.1000/b' },
      'near a by citekey, apart by doi',
    ],
    [
      'arXiv ids differ',
      { title: 'T', arxiv: '2401.00001' },
      { title: 'T', arxiv: '2401.00002' },
      'near a by title, apart by arxiv',
    ],
    [
      'years far apart, nobody shared',
      { title: 'T', year: 2010, authors: ['Ann Lee'] },
      { title: 'T', year: 2013, authors: ['Bo Li'] },
      'near a by title, apart by years',
    ],
    [
      'years far apart, nobody named',
      { title: 'Editorial', year: 2010 },
      { title: 'Editorial', year: 2020 },
      'near a by title, apart by years',
    ],
    [
      'years far apart, one shared',
      { title: 'T', year: 2010, authors: ['Jan van der Meer'] },
      { title: 'T', year: 2020, authors: ['van der Meer, J.'] },
      'same a by title',
    ],
    [
      'years two apart',
      { title: 'T', year: 2010, authors: ['Ann Lee'] },
      { title: 'T', year: 2012, authors: ['Bo Li'] },
      'same a by title',
    ],
    [
      'a citekey of strangers',
      { title: 'One', citekey: 'w', authors: ['Ann Lee'] },
      { title: 'Two', citekey: 'w', authors: ['Bo Li'] },
      'near a by citekey, apart by authors',
    ],
    [
      'an arXiv DOI beside a publisher’s',
      { title: 'T', doi: '10.48550/arXiv.2401.00001' },
      { title: 'T', doi: '10.1000/c' },
      'same a by title',
    ],
    [
      'the arXiv id, whatever the DOIs',
      { title: 'x', arxiv: '2401.00001' },
      { title: 'y', arxiv: '2401.00001v3', doi: '10.1000/c' },
      'same a by arxiv',
    ],
    ['a title that was cut', { title: 'Deep …' }, { title: 'Deep …' }, 'new'],
    [
      'an item of Zotero',
      { zotero: 'zotero://select/library/items/ABCD2345' },
      { zotero: 'zotero://select/library/items/abcd2345' },
      'same a by zotero',
    ],
    [
      'an item of another library',
      { zotero: 'zotero://select/library/items/ABCD2345' },
      { zotero: 'zotero://select/groups/42/items/ABCD2345' },
      'new',
    ],
  ])('%s', (_name, there, wanted, answer) => {
    expect(ask([named('a', there)], wanted)).toBe(answer);
  });

  it('looks on among those of one title for the one that nothing speaks against', () => {
    const two = [named('a', { title: 'Editorial', doi: '10.1000/a' }), named('b', { title: 'Editorial', year: 2020 })];
    expect(ask(two, { title: 'Editorial', doi: '10.1000/c', year: 2021 })).toBe('same b by title');
  });
});
