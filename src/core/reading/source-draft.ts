import { arxivKey, doiKey, isWebAddress, plainDoi } from './identifiers';
import type { Identifiers } from './known-sources';
import { readPastedSource } from './pasted-source';
import { splitAuthors } from './source';
import type { SourceKind, SourceStatus } from './types';

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
  return filledUp({ ...input, title: '' }, pasted);
}

/** What was typed, with what was found elsewhere in fields that are empty, and in the kind where none was chosen. */
export function filledUp(input: SourceInput, { kind, ...found }: Partial<SourceInput>): SourceInput {
  const filled = Object.fromEntries(
    Object.entries(found).filter(([key]) => input[key as keyof typeof found].trim() === ''),
  );
  return { ...input, ...filled, ...(kind === undefined || input.kind !== 'paper' ? {} : { kind }) };
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

/** What can be known again from what was typed, even where other fields are not right yet. */
export function identifiersIn(input: SourceInput): Identifiers {
  const { title, arxiv, doi, url, citekey, zotero, year } = input;
  const given = (text: string): string | null => oneLine(text) || null;
  return {
    title: oneLine(title),
    arxiv: given(arxiv),
    doi: given(doi),
    url: given(url),
    citekey: given(citekey),
    zotero: given(zotero),
    year: /^\d{4}$/.test(year.trim()) ? Number(year) : null,
    authors: splitAuthors(input.authors),
  };
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
