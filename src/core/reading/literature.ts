import type { Frontmatter } from '../markdown/frontmatter';
import { OWN_DIALECT, type SourceDialect, type SourceKey } from './source';
import type { SourceKind, SourceStatus } from './types';

/** The tools whose notes are known without being described. */
export type LiteraturePreset = 'none' | 'zotero-integration' | 'citations' | 'zotlit' | 'book-search';

/** The settings that say which notes of other tools are sources; each may be empty. */
export interface LiteratureSettings {
  readonly literatureFolder: string;
  readonly literatureTag: string;
  /** `property=value`, or a property alone. */
  readonly literatureProperty: string;
  readonly literaturePreset: LiteraturePreset;
  /** Names of their keys, one a line: `title: Title`; several names with commas. */
  readonly literatureKeys: string;
}

export interface KeyMapProblem {
  /** Line of the setting, from 0. */
  readonly line: number;
  readonly text: string;
}

/** Which notes of other tools are sources, and how they are read. */
export interface Literature {
  /** How to read a note, or null where it is no such source. `tags` without `#`. */
  dialectOf(note: {
    readonly path: string;
    readonly frontmatter: Frontmatter;
    readonly tags: readonly string[];
  }): SourceDialect | null;
  /** Lines of the key map that could not be read. */
  readonly problems: readonly KeyMapProblem[];
}

const KINDS: Readonly<Record<string, SourceKind>> = {
  // Zotero's and CSL's item types
  journalarticle: 'paper',
  conferencepaper: 'paper',
  preprint: 'paper',
  thesis: 'paper',
  report: 'paper',
  manuscript: 'paper',
  'article-journal': 'paper',
  'paper-conference': 'paper',
  booksection: 'book',
  chapter: 'book',
  videorecording: 'video',
  film: 'video',
  tvbroadcast: 'video',
  presentation: 'video',
  webpage: 'article',
  blogpost: 'article',
  magazinearticle: 'article',
  newspaperarticle: 'article',
};

const STATUSES: Readonly<Record<string, SourceStatus>> = {
  unread: 'queued',
  'to read': 'queued',
  'to-read': 'queued',
  toread: 'queued',
  'in progress': 'reading',
  done: 'read',
  finished: 'read',
  completed: 'read',
  complete: 'read',
  abandoned: 'dropped',
};

/** Names that reference managers' fields go by in people's templates. */
const COMMON_KEYS: Readonly<Record<SourceKey, readonly string[]>> = {
  kind: ['kind', 'itemType', 'type', 'category'],
  title: ['title'],
  authors: ['authors', 'author', 'creators', 'authorString'],
  year: ['year', 'date', 'issued', 'publishDate', 'publish'],
  venue: [
    'venue',
    'publicationTitle',
    'journal',
    'publication',
    'container-title',
    'containerTitle',
    'conferenceName',
    'proceedingsTitle',
    'booktitle',
    'publisher',
  ],
  citekey: ['citekey', 'citationKey', 'citation-key', 'id'],
  arxiv: ['arxiv', 'arxivId', 'archiveID', 'eprint'],
  doi: ['doi'],
  url: ['url', 'link', 'URL'],
  zotero: ['zotero', 'desktopURI', 'zoteroSelectURI', 'zotero-link', 'zotero-key', 'select'],
  status: ['status', 'reading-status', 'readingStatus'],
  rating: ['rating', 'score', 'myRate', 'my_rate'],
  added: ['added', 'dateAdded', 'created', 'imported', 'importDate'],
};

const PRESETS: Readonly<Record<LiteraturePreset, SourceDialect>> = {
  none: { ...OWN_DIALECT, kinds: KINDS, statuses: STATUSES, own: false },
  'zotero-integration': dialect('paper', {}),
  citations: dialect('paper', {}),
  zotlit: dialect('paper', { zotero: ['zotero-key', ...COMMON_KEYS.zotero] }),
  'book-search': dialect('book', {
    kind: ['kind'],
    venue: ['publisher'],
    year: ['publish', 'publishDate', 'publish_date', 'year'], // its sample template, and its two ways to write keys
  }),
};

function dialect(kind: SourceKind, keys: SourceDialect['keys']): SourceDialect {
  return { keys: { ...COMMON_KEYS, ...keys }, kinds: KINDS, statuses: STATUSES, kind, own: false };
}

/** Reads the settings; notes that match the folder, the tag or the property are sources, and any one is enough. */
export function literatureOf(settings: LiteratureSettings): Literature {
  const folder = settings.literatureFolder.trim().replace(/^\/+|\/+$/g, '');
  const tag = settings.literatureTag.trim().replace(/^#/, '').toLowerCase();
  const property = propertyOf(settings.literatureProperty);
  const { keys, problems } = parseKeyMap(settings.literatureKeys);
  const preset = PRESETS[settings.literaturePreset];
  const read: SourceDialect = { ...preset, keys: { ...preset.keys, ...keys } };
  return {
    problems,
    dialectOf: ({ path, frontmatter, tags }) => {
      const matches =
        (folder !== '' && path.startsWith(`${folder}/`)) ||
        (tag !== '' && tags.some((other) => isTagWithin(other.toLowerCase(), tag))) ||
        (property !== null && hasProperty(frontmatter, property));
      return matches ? read : null;
    },
  };
}

/** A tag and those nested in it. */
function isTagWithin(tag: string, parent: string): boolean {
  return tag === parent || tag.startsWith(`${parent}/`);
}

interface Property {
  readonly key: string;
  /** Null where any value will do. */
  readonly value: string | null;
}

function propertyOf(written: string): Property | null {
  const [key = '', ...value] = written.split('=');
  if (key.trim() === '') return null;
  return { key: key.trim(), value: value.length === 0 ? null : value.join('=').trim() };
}

function hasProperty(frontmatter: Frontmatter, { key, value }: Property): boolean {
  const name = Object.keys(frontmatter).find((own) => own.toLowerCase() === key.toLowerCase());
  const found = name === undefined ? undefined : frontmatter[name];
  if (value === null) return found !== undefined && found !== null && found !== '';
  const values: readonly unknown[] = Array.isArray(found) ? found : [found];
  return values.some(
    (one) =>
      ['string', 'number', 'boolean'].includes(typeof one) && String(one).trim().toLowerCase() === value.toLowerCase(),
  );
}

const SOURCE_KEYS = Object.keys(COMMON_KEYS) as SourceKey[];

/** A key map from its text: our key, a colon, their names; both ends without regard to letter case. */
export function parseKeyMap(text: string): {
  readonly keys: SourceDialect['keys'];
  readonly problems: readonly KeyMapProblem[];
} {
  const keys: Partial<Record<SourceKey, readonly string[]>> = {};
  const problems: KeyMapProblem[] = [];
  for (const [line, written] of text.split(/\r?\n/).entries()) {
    if (written.trim() === '' || written.trim().startsWith('#')) continue;
    const [, ours = '', theirs = ''] = /^\s*([\w-]+)\s*[:：=]\s*(.*)$/.exec(written) ?? [];
    const key = SOURCE_KEYS.find((known) => known === ours.toLowerCase());
    const names = theirs
      .split(/[,，]/)
      .map((name) => name.trim())
      .filter((name) => name !== '');
    if (key === undefined || names.length === 0) problems.push({ line, text: written });
    else keys[key] = names;
  }
  return { keys, problems };
}
