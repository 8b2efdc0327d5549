import { authorNames } from './authors';
import type { Frontmatter } from '../markdown/frontmatter';
import { lenientDay } from '../time/lenient-day';
import { noteName } from '../vault/path';
import { arxivKey } from './identifiers';
import { statusOf } from './log-line';
import { personName } from './person-name';
import { SOURCE_KINDS, type Source, type SourceKind, type SourceStatus } from './types';

/** A source's frontmatter keys, under our own names. */
export type SourceKey =
  | 'kind'
  | 'title'
  | 'authors'
  | 'year'
  | 'venue'
  | 'citekey'
  | 'arxiv'
  | 'doi'
  | 'url'
  | 'zotero'
  | 'status'
  | 'rating'
  | 'added';

/** Under which names a kind of notes keeps its values; the first that holds something counts. Ours where none is given. */
export interface SourceDialect {
  readonly keys: Readonly<Partial<Record<SourceKey, readonly string[]>>>;
  readonly kinds: Readonly<Record<string, SourceKind>>;
  readonly statuses: Readonly<Record<string, SourceStatus>>;
  /** Kind where none is written. */
  readonly kind: SourceKind;
  /** Whether the plugin may write its own keys into such a note. */
  readonly own: boolean;
}

/** Notes that the plugin itself makes. */
export const OWN_DIALECT: SourceDialect = { keys: {}, kinds: {}, statuses: {}, kind: 'paper', own: true };

/** A source as its frontmatter has it, before the log has had its say. */
export interface SourceFacts extends Source {
  /** Whether a status that can be read is written; if not, the log's last one counts. */
  readonly statusWritten: boolean;
  /** Whether the note is of our own kind, and not one that another tool made. */
  readonly own: boolean;
}

/** Reads a source leniently: nothing throws, what cannot be read is null or empty. */
export function readSource(path: string, frontmatter: Frontmatter, dialect: SourceDialect = OWN_DIALECT): SourceFacts {
  const find = dialect.own ? exactly(frontmatter) : inAnyCase(frontmatter);
  const value = (key: SourceKey): unknown => {
    for (const name of dialect.keys[key] ?? [key]) {
      const found = find(name);
      if (found !== undefined && found !== null && found !== '') return found;
    }
    return undefined;
  };
  const kind = textOf(value('kind'))?.toLowerCase();
  const written = textOf(value('status'));
  const status = written === null ? null : (statusOf(written) ?? dialect.statuses[written.toLowerCase()] ?? null);
  const arxiv = textOf(value('arxiv'));
  const name = noteName(path);
  return {
    path,
    kind: SOURCE_KINDS.find((known) => known === kind) ?? dialect.kinds[kind ?? ''] ?? dialect.kind,
    title: textOf(value('title')) ?? name,
    authors: authorsOf(value('authors')),
    year: yearOf(value('year')),
    venue: textOf(value('venue')),
    citekey: (textOf(value('citekey')) ?? (name.startsWith('@') ? name : null))?.replace(/^@/, '') ?? null,
    // As YAML reads 2310.12570 unquoted: a number without its last nought.
    arxiv: typeof value('arxiv') === 'number' ? (arxivKey(arxiv ?? '') ?? arxiv) : arxiv,
    doi: textOf(value('doi')),
    url: textOf(value('url')),
    zotero: textOf(value('zotero')),
    status: status ?? 'inbox',
    rating: numberOf(value('rating')),
    added: lenientDay(value('added')),
    tags: tagsOf(frontmatter),
    statusWritten: status !== null,
    own: dialect.own,
  };
}

type Lookup = (name: string) => unknown;

function exactly(frontmatter: Frontmatter): Lookup {
  return (name) => frontmatter[name];
}

/** People's templates write `DOI`, `Title`, `citekey` as they like. */
function inAnyCase(frontmatter: Frontmatter): Lookup {
  const values = new Map(Object.entries(frontmatter).map(([name, value]) => [name.toLowerCase(), value]));
  return (name) => values.get(name.toLowerCase());
}

/** Authors from one line of text (see `authorNames`), by what links among them show. */
export function splitAuthors(text: string): string[] {
  return authorNames(text)
    .map((name) => plain(name))
    .filter((name) => name !== '');
}

/** Tags as the `tags` (or `tag`) key has them, a list or a line of text, without `#`. */
export function tagsOf(frontmatter: Frontmatter): string[] {
  const written = frontmatter['tags'] ?? frontmatter['tag'];
  const list = Array.isArray(written) ? written : typeof written === 'string' ? written.split(/[,\s]+/) : [];
  return list.map((tag) => (textOf(tag) ?? '').replace(/^#/, '')).filter((tag) => tag !== '');
}

function textOf(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (Array.isArray(value)) return value.length === 0 ? null : textOf(value[0]);
  return typeof value === 'string' ? value.trim() || null : null;
}

function authorsOf(value: unknown): string[] {
  if (typeof value === 'string') return splitAuthors(value);
  if (!Array.isArray(value)) return [];
  return value.map((author) => plain(textOf(author) ?? cslName(author))).filter((author) => author !== '');
}

/** A name in CSL's parts (`family`, `given`, particles), or whole. */
function cslName(author: unknown): string {
  if (typeof author !== 'object' || author === null) return '';
  const parts = author as Readonly<Record<string, unknown>>;
  const part = (key: string): string => textOf(parts[key]) ?? '';
  const particle = `${part('dropping-particle')} ${part('non-dropping-particle')}`;
  const name = personName({ family: part('family'), given: part('given'), particle, suffix: part('suffix') });
  return name || part('literal') || part('name');
}

/** A name without the link that some tools put around it. */
function plain(name: string): string {
  const link = /^\[\[([^\]|]*)(?:\|([^\]]*))?\]\]$/.exec(name.trim());
  return (link === null ? name : (link[2] ?? noteName(link[1] ?? ''))).trim();
}

function numberOf(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

function yearOf(value: unknown): number | null {
  const year = /(?:^|\D)(\d{4})(?!\d)/.exec(textOf(value) ?? '')?.[1];
  return year === undefined ? null : Number(year);
}
