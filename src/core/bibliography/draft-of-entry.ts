import { arxivKey, doiKey, isArxivDoi, isWebAddress, plainDoi } from '../reading/identifiers';
import type { SourceKind } from '../reading/types';
import type { Entry } from './entry';
import type { ItemDraft } from './item';
import { namesOf } from './latex/names';
import { plainText } from './latex/plain-text';

const KINDS: Readonly<Record<string, SourceKind>> = {
  book: 'book',
  mvbook: 'book',
  inbook: 'book',
  bookinbook: 'book',
  suppbook: 'book',
  booklet: 'book',
  incollection: 'book',
  collection: 'book',
  mvcollection: 'book',
  suppcollection: 'book',
  proceedings: 'book',
  mvproceedings: 'book',
  reference: 'book',
  mvreference: 'book',
  inreference: 'book',
  video: 'video',
  movie: 'video',
  audio: 'video',
  online: 'article',
  electronic: 'article',
  www: 'article',
  webpage: 'article',
};

/** What an entry says of a source; the title is empty where it says none. */
export function draftOfEntry({ type, key, fields }: Entry): ItemDraft {
  const text = (...names: readonly string[]): string => {
    for (const name of names) {
      const value = plainText(fields.get(name) ?? '');
      if (value !== '') return value;
    }
    return '';
  };
  const written = (name: string): string =>
    (fields.get(name) ?? '')
      .replace(/\\([_%#&~])/g, '$1')
      .replace(/[{}]/g, '')
      .trim();
  const arxiv = arxivOf(text, written);
  const doi = doiOf(written);
  const url = urlOf(written);
  const isPress = type === 'article' && /^(?:magazine|newspaper)$/i.test(text('entrysubtype'));
  const kind = isPress ? 'article' : (KINDS[type] ?? 'paper');
  return {
    kind: kind === 'article' && arxiv !== null ? 'paper' : kind,
    title: titleOf(text),
    authors: namesOf(fields.get('author') ?? fields.get('editor') ?? ''),
    year: yearIn(text('date')) ?? yearIn(text('year')),
    venue: venueOf(text),
    citekey: key === '' ? null : key,
    arxiv,
    doi,
    url: url !== null && (doiKey(url) !== null || arxivKey(url) !== null) ? null : url,
    zotero: null,
  };
}

type Text = (...names: readonly string[]) => string;
type Written = (name: string) => string;

function titleOf(text: Text): string {
  const title = text('title', 'maintitle');
  const subtitle = title === '' ? '' : text('subtitle');
  if (subtitle === '') return title;
  return /[?!.:。？！：]$/.test(title) ? `${title} ${subtitle}` : `${title}: ${subtitle}`;
}

function venueOf(text: Text): string | null {
  const venue =
    text('booktitle') ||
    text('journaltitle', 'journal') ||
    text('eventtitle') ||
    text('publisher', 'school', 'institution', 'organization');
  return (/^arxiv\b/i.test(venue) ? 'arXiv' : venue) || null;
}

/** A year of four digits, wherever it stands in the text. */
export function yearIn(text: string): number | null {
  const year = /(?:^|\D)([12]\d{3})(?!\d)/.exec(text)?.[1];
  return year === undefined ? null : Number(year);
}

/** Its own field first; then wherever else people and programs put an arXiv id. */
function arxivOf(text: Text, written: Written): string | null {
  const kind = (text('archiveprefix') || text('eprinttype')).toLowerCase();
  if (kind === '' || kind === 'arxiv') {
    const own = arxivKey(written('eprint')) ?? arxivKey(written('arxiv'));
    if (own !== null) return own;
  }
  const found = [written('doi'), written('url'), written('eprint')].filter((one) => /arxiv/i.test(one)).map(arxivKey);
  const mentioned = ['note', 'journal', 'journaltitle', 'howpublished', 'pages', 'volume', 'number', 'publisher'].map(
    (name) => /(?:arxiv(?:\.org\/abs\/|:)\s?|^(?:abs|corr)\/)([a-z-]+\/\d{7}|\d{4}\.\d{4,5})/i.exec(written(name))?.[1],
  );
  return [...found, ...mentioned.map((one) => arxivKey(one ?? ''))].find((one) => one !== null) ?? null;
}

function doiOf(written: Written): string | null {
  const fields = ['doi', 'url', 'howpublished', 'note'].map(written);
  const found = fields.find((one, at) => doiKey(one) !== null && (at === 0 || /doi/i.test(one)) && !isArxivDoi(one));
  return found === undefined ? null : plainDoi(found);
}

function urlOf(written: Written): string | null {
  const inText = /https?:\/\/[^\s{}<>"]+/i.exec(`${written('howpublished')} ${written('note')}`)?.[0];
  return [written('url'), inText ?? ''].find(isWebAddress) ?? null;
}
