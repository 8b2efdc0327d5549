import { arxivKey, citekeyKey, doiKey, isWebAddress, plainDoi, titleKey } from './identifiers';
import { readPastedSource } from './pasted-source';
import { splitAuthors } from './source';
import type { Source, SourceKind, SourceStatus } from './types';

/** What a form or a command line says about a source, as text. */
export interface SourceInput {
  readonly kind: SourceKind;
  readonly status: SourceStatus;
  readonly title: string;
  readonly authors: string;
  readonly year: string;
  readonly venue: string;
  readonly arxiv: string;
  readonly doi: string;
  readonly url: string;
  readonly citekey: string;
  readonly zotero: string;
}

/** The same, understood; nothing where nothing is given. */
export interface SourceDraft {
  readonly kind: SourceKind;
  readonly status: SourceStatus;
  readonly title: string;
  readonly authors: readonly string[];
  readonly year: number | null;
  readonly venue: string | null;
  readonly citekey: string | null;
  readonly arxiv: string | null;
  readonly doi: string | null;
  readonly url: string | null;
  readonly zotero: string | null;
}

/** What is wrong with a field. The words for it are in `i18n`. */
export type InputProblem =
  'no-title' | 'address-for-title' | 'bad-year' | 'bad-arxiv' | 'bad-doi' | 'bad-url' | 'bad-citekey';

export type ReadInput =
  | { readonly ok: true; readonly draft: SourceDraft }
  | { readonly ok: false; readonly problems: Readonly<Partial<Record<keyof SourceInput, InputProblem>>> };

/**
 * Takes an address or an id that stands in the title's place apart into the fields that it fills; what these hold already
 * stays. Null where the title is no such thing.
 */
export function takenApart(input: SourceInput): SourceInput | null {
  const pasted = readPastedSource(input.title);
  if (pasted === null) return null;
  const { title, kind, ...fields } = pasted;
  const filled = Object.fromEntries(
    Object.entries(fields).filter(([key]) => input[key as keyof typeof fields].trim() === ''),
  );
  return { ...input, ...filled, title, ...(kind === undefined || input.kind !== 'paper' ? {} : { kind }) };
}

/**
 * Reads what was typed; every field is looked at, so that all that is wrong can be shown at once. An address in the title's
 * place is none; a number alone may be one.
 */
export function readInput(written: SourceInput): ReadInput {
  const apart = written.title.includes('/') ? takenApart(written) : null;
  const input = apart ?? written;
  const problems: Partial<Record<keyof SourceInput, InputProblem>> = {};
  const report = (field: keyof SourceInput, problem: InputProblem): void => {
    problems[field] = problem;
  };
  const title = oneLine(input.title);
  if (title === '') report('title', apart === null ? 'no-title' : 'address-for-title');
  const year = oneLine(input.year).normalize('NFKC').replace(/年$/, '');
  if (year !== '' && !/^[12]\d{3}$/.test(year)) report('year', 'bad-year');
  const arxiv = oneLine(input.arxiv);
  if (arxiv !== '' && arxivKey(arxiv) === null) report('arxiv', 'bad-arxiv');
  const doi = oneLine(input.doi);
  if (doi !== '' && doiKey(doi) === null) report('doi', 'bad-doi');
  const url = oneLine(input.url);
  if (url !== '' && !isWebAddress(url)) report('url', 'bad-url');
  const citekey = oneLine(input.citekey).replace(/^@/, '');
  if (/[\s,{}#%~\\"']/.test(citekey)) report('citekey', 'bad-citekey');
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  return {
    ok: true,
    draft: {
      kind: input.kind,
      status: input.status,
      title,
      authors: splitAuthors(input.authors),
      year: year === '' ? null : Number(year),
      venue: oneLine(input.venue) || null,
      citekey: citekey || null,
      arxiv: arxiv === '' ? null : arxivKey(arxiv),
      doi: doi === '' ? null : plainDoi(doi),
      url: url || null,
      zotero: oneLine(input.zotero) || null,
    },
  };
}

/** How a source was known again. */
export type SameBy = 'doi' | 'arxiv' | 'citekey' | 'title';

export interface Duplicate<T extends Identifiers = Source> {
  readonly source: T;
  readonly by: SameBy;
}

const KEYS = ['doi', 'arxiv', 'citekey', 'title'] as const;

/** Finds the source that something is already; null where it is new. */
export type DuplicateFinder<T extends Identifiers = Source> = (identifiers: Identifiers) => Duplicate<T> | null;

/** Sources that are known, so that what is one of them already can be told. */
export interface KnownSources<T extends Identifiers = Source> {
  readonly find: DuplicateFinder<T>;
  /** From now on this one is known, too. */
  add(source: T): void;
}

/**
 * Knows sources again: by DOI, arXiv id without its version, citekey, or title; in that order of trust. Of two sources of
 * one key the first counts. Taking sources in is the work; asking is cheap.
 */
export function knownSources<T extends Identifiers>(sources: readonly T[]): KnownSources<T> {
  const known: Readonly<Record<SameBy, Map<string, T>>> = {
    doi: new Map(),
    arxiv: new Map(),
    citekey: new Map(),
    title: new Map(),
  };
  const add = (source: T): void => {
    const keys = keysOf(source);
    for (const by of KEYS) {
      const key = keys[by];
      if (key !== null && !known[by].has(key)) known[by].set(key, source);
    }
  };
  sources.forEach(add);
  return {
    add,
    find: (identifiers) => {
      const wanted = keysOf(identifiers);
      for (const by of KEYS) {
        const source = known[by].get(wanted[by] ?? '');
        if (source !== undefined) return { source, by };
      }
      return null;
    },
  };
}

/** Looks for sources that are here already (see `knownSources`). */
export function duplicateFinder<T extends Identifiers>(sources: readonly T[]): DuplicateFinder<T> {
  return knownSources(sources).find;
}

/** What can be known again from what was typed, even where other fields are not right yet. */
export function identifiersIn(input: SourceInput): Identifiers {
  const { title, arxiv, doi, url, citekey } = input;
  const given = (text: string): string | null => oneLine(text) || null;
  return {
    title: oneLine(title),
    arxiv: given(arxiv),
    doi: given(doi),
    url: given(url),
    citekey: given(citekey),
  };
}

/** What a source can be known by. */
export type Identifiers = Pick<SourceDraft, 'title' | 'citekey' | 'arxiv' | 'doi' | 'url'>;

function keysOf(source: Identifiers): Record<SameBy, string | null> {
  const doi = source.doi === null ? null : doiKey(source.doi);
  const written = source.arxiv ?? (doi?.startsWith('10.48550/arxiv.') === true ? doi : source.url);
  return {
    doi,
    arxiv: written === null ? null : arxivKey(written),
    citekey: source.citekey === null ? null : citekeyKey(source.citekey),
    title: titleKey(source.title),
  };
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
