import { arxivKey, doiKey, isArxivDoi, plainDoi } from '../reading/identifiers';
import { elementsOf, saidIn } from './markup';
import { yearIn } from './draft-of-entry';
import type { ItemDraft } from './item';

/** What arXiv says of a paper: an entry of its answers, and of its feeds (info.arxiv.org/help/api). Null where it says none. */
export function arxivDraft(entry: string): ItemDraft | null {
  const id = arxivKey(saidIn(entry, 'id', 'guid')) ?? arxivKey(saidIn(entry, 'link'));
  const title = saidIn(entry, 'title');
  if (id === null || title === '') return null;
  const doi = saidIn(entry, 'arxiv:doi');
  return {
    kind: 'paper',
    title,
    authors: elementsOf(entry, 'author')
      .map(({ inner }) => saidIn(inner, 'name'))
      .filter((name) => name !== ''),
    year: yearIn(saidIn(entry, 'published')),
    venue: saidIn(entry, 'arxiv:journal_ref') || null,
    citekey: null,
    arxiv: id,
    doi: doiKey(doi) === null || isArxivDoi(doi) ? null : plainDoi(doi),
    url: null,
    zotero: null,
  };
}
