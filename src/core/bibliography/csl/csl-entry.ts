import { arxivKey } from '../../reading/identifiers';
import type { Entry } from '../entry';
import { escapeTex, fieldTex } from '../latex/escape';
import { isEastAsianName } from '../../reading/person-name';
import { plainHtml } from './plain-html';

type Csl = Readonly<Record<string, unknown>>;

const TYPES: Readonly<Record<string, string>> = {
  'article-journal': 'article',
  'journal-article': 'article',
  journalarticle: 'article',
  'article-magazine': 'article magazine',
  'article-newspaper': 'article newspaper',
  magazinearticle: 'article magazine',
  newspaperarticle: 'article newspaper',
  'paper-conference': 'inproceedings',
  'proceedings-article': 'inproceedings',
  conferencepaper: 'inproceedings',
  book: 'book',
  monograph: 'book',
  'edited-book': 'book',
  'reference-book': 'book',
  collection: 'book',
  chapter: 'incollection',
  'book-chapter': 'incollection',
  booksection: 'incollection',
  'entry-encyclopedia': 'incollection',
  'entry-dictionary': 'incollection',
  'reference-entry': 'incollection',
  encyclopediaarticle: 'incollection',
  dictionaryentry: 'incollection',
  thesis: 'phdthesis',
  dissertation: 'phdthesis',
  report: 'techreport',
  manuscript: 'unpublished',
  webpage: 'online',
  post: 'online',
  'post-weblog': 'online',
  blogpost: 'online',
  forumpost: 'online',
  motion_picture: 'video',
  broadcast: 'video',
  speech: 'video',
  song: 'audio',
  videorecording: 'video',
  film: 'video',
  podcast: 'video',
  tvbroadcast: 'video',
  radiobroadcast: 'video',
  audiorecording: 'audio',
  presentation: 'video',
  software: 'software',
  computerprogram: 'software',
  dataset: 'dataset',
  patent: 'patent',
};

/** Under which CSL, and Zotero by the kind of item, say what something is part of. */
const CONTAINERS = [
  'container-title',
  'publicationTitle',
  'proceedingsTitle',
  ...['book', 'encyclopedia', 'dictionary', 'blog', 'website', 'forum'].map((kind) => `${kind}Title`),
];

/** A CSL item as an entry, under BibTeX's names; an item of Zotero's with its `author`s, too. Null where it is none. */
export function cslEntry(item: Csl): { readonly entry: Entry; readonly zotero: string | null } | null {
  const text = (...names: readonly string[]): string =>
    names.map((name) => textOf(item[name])).find((one) => one !== '') ?? '';
  if (text('title', 'DOI', 'URL', 'type', 'id') === '') return null;
  const [type = 'misc', subtype = ''] = TYPES[text('type', 'itemType').toLowerCase()]?.split(' ') ?? [];
  const fields = new Map<string, string>();
  const set = (name: string, value: string): void => {
    if (value !== '') fields.set(name, fieldTex(name, value));
  };
  const authors = namesTexOf(item['author']);
  const editors = namesTexOf(item['editor']);
  if (authors !== '') fields.set('author', authors);
  if (editors !== '') fields.set('editor', editors);
  set('title', text('title'));
  set('subtitle', text('title').includes(text('subtitle')) ? '' : text('subtitle'));
  set('entrysubtype', subtype);
  const isPart = type === 'inproceedings' || type === 'incollection';
  set(isPart ? 'booktitle' : 'journal', text(...CONTAINERS));
  set('eventtitle', text('event-title', 'event', 'conferenceName'));
  set('publisher', text('publisher', 'university', 'institution', 'repository'));
  set('year', yearOf(item));
  set('volume', text('volume'));
  set('number', text('issue'));
  set('pages', text('page', 'pages'));
  set('doi', text('DOI', 'doi'));
  set('url', text('URL', 'url'));
  set('isbn', text('ISBN'));
  set('issn', text('ISSN'));
  set('abstract', text('abstract', 'abstractNote'));
  set('note', text('note', 'extra'));
  const arxiv = arxivIn(text);
  if (arxiv !== null) {
    set('eprint', arxiv);
    set('archiveprefix', 'arXiv');
  }
  const id = text('id');
  const zotero = /zotero\.org\/(?:(groups\/\d+)|users\/[^/\s]+)\/items\/([A-Z0-9]{8})/.exec(id);
  const inNote = /citation key:\s?(\S+)/i.exec(text('note', 'extra'))?.[1] ?? '';
  const key = [text('citation-key', 'citationKey', 'citekey'), inNote, zotero === null ? id : ''].find(
    (one) => one !== '',
  );
  const isKey = key !== undefined && /^(?!https?:)[^\s,{}#%~\\"'=]+$/.test(key);
  return {
    entry: { type, key: isKey ? key.replace(/^@/, '') : '', fields },
    zotero: zotero === null ? null : `zotero://select/${zotero[1] ?? 'library'}/items/${zotero[2] ?? ''}`,
  };
}

/** A value as text; of a list the first that says something. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).find((one) => one !== '') ?? '';
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' ? plainHtml(value) : '';
}

function arxivIn(text: (...names: readonly string[]) => string): string | null {
  const isArxiv = /arxiv/i.test(`${text('archive')} ${text('publisher')} ${text('repository')} ${text('number')}`);
  const own = isArxiv ? [text('archive_location', 'archiveID'), text('number')] : [];
  return own.map((one) => arxivKey(one)).find((one) => one !== null) ?? null;
}

/** Dates come as parts, which may be empty, or as text. */
function yearOf(item: Csl): string {
  for (const name of ['issued', 'published', 'published-print', 'published-online', 'date', 'created']) {
    const date = item[name];
    const parts: unknown = typeof date === 'object' && date !== null ? (date as Csl)['date-parts'] : null;
    const first: unknown = Array.isArray(parts) && Array.isArray(parts[0]) ? (parts[0] as readonly unknown[])[0] : null;
    const written =
      typeof date === 'object' && date !== null
        ? textOf((date as Csl)['raw'] ?? (date as Csl)['literal'])
        : textOf(date);
    const year = /(?:^|\D)([12]\d{3})(?!\d)/.exec(textOf(first) || written)?.[1];
    if (year !== undefined) return year;
  }
  return '';
}

/** Names as BibTeX parts them: `Family, Given`; a name that is whole in braces. */
function namesTexOf(people: unknown): string {
  if (!Array.isArray(people)) return '';
  return people
    .map(nameTexOf)
    .filter((name) => name !== '')
    .join(' and ');
}

function nameTexOf(person: unknown): string {
  if (typeof person !== 'object' || person === null) return whole(textOf(person));
  const part = (name: string): string => textOf((person as Csl)[name]);
  const family = [part('dropping-particle'), part('non-dropping-particle'), part('family') || part('lastName')]
    .filter((one) => one !== '')
    .join(' ');
  const given = part('given') || part('firstName');
  if (family === '' || (given === '' && family.includes(' ')))
    return whole(part('literal') || part('name') || family || given);
  if (given === '') return escapeTex(family);
  if (isEastAsianName(family + given)) return `${escapeTex(family)}, ${escapeTex(given)}`;
  const suffix = part('suffix');
  return [family, suffix, given]
    .filter((one) => one !== '')
    .map(escapeTex)
    .join(', ');
}

const whole = (name: string): string => (name === '' ? '' : `{${escapeTex(name)}}`);
