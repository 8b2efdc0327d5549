import { arxivKey, citekeyKey, doiKey, isArxivDoi, titleKey } from './identifiers';
import { surnameKey } from './person-name';
import type { Source } from './types';

/** What a source can be known by. */
export type Identifiers = Pick<Source, 'title' | 'citekey' | 'arxiv' | 'doi' | 'url'> &
  Partial<Pick<Source, 'zotero' | 'year' | 'authors'>>;

/** How a source was known again. */
export type SameBy = 'zotero' | 'doi' | 'arxiv' | 'citekey' | 'title';

export interface Duplicate<T extends Identifiers = Source> {
  readonly source: T;
  readonly by: SameBy;
}

/** Why a source of the same citekey or title is another one all the same. */
export type ApartBy = 'doi' | 'arxiv' | 'years' | 'authors';

/** A source of the same citekey or title that something else speaks against: perhaps the same, perhaps not. */
export interface NearDuplicate<T extends Identifiers = Source> extends Duplicate<T> {
  readonly apart: ApartBy;
}

/** Finds the source that something is already; null where it is new. */
export type DuplicateFinder<T extends Identifiers = Source> = (identifiers: Identifiers) => Duplicate<T> | null;

/** Sources that are known, so that what is one of them already can be told. */
export interface KnownSources<T extends Identifiers = Source> {
  readonly find: DuplicateFinder<T>;
  /** For something that `find` takes for new: the first source that it may be after all, or null. */
  near(identifiers: Identifiers): NearDuplicate<T> | null;
  /** From now on this one is known, too. */
  add(source: T): void;
}

/** In the order of trust: the last two count only where nothing speaks against. */
const SURE = ['zotero', 'doi', 'arxiv'] as const;
const UNSURE = ['citekey', 'title'] as const;

interface Keyed {
  readonly keys: Readonly<Record<SameBy, string | null>>;
  readonly year: number | null;
  readonly surnames: () => ReadonlySet<string>;
}

type KeyedSource<T> = Keyed & { readonly source: T };

/**
 * Knows sources again: by the item in Zotero, DOI, arXiv id without its version, citekey, or title; in that order of trust.
 * Citekeys and titles are given twice (“Editorial”, `Wang2017`): they do not count where DOIs differ (arXiv's own aside),
 * arXiv ids differ, years lie more than two apart with no surname shared, or a citekey's titles and authors have nothing in
 * common. Of two sources of one key the first counts. Taking sources in is the work; asking is cheap.
 */
export function knownSources<T extends Identifiers>(sources: readonly T[]): KnownSources<T> {
  const known: Readonly<Record<SameBy, Map<string, KeyedSource<T>[]>>> = {
    zotero: new Map(),
    doi: new Map(),
    arxiv: new Map(),
    citekey: new Map(),
    title: new Map(),
  };
  const add = (source: T): void => {
    const keyed = { ...keyedBy(source), source };
    for (const by of [...SURE, ...UNSURE]) {
      const key = keyed.keys[by];
      if (key === null) continue;
      const list = known[by].get(key);
      if (list === undefined) known[by].set(key, [keyed]);
      else list.push(keyed);
    }
  };
  sources.forEach(add);
  // What is asked for a near one was asked for the same before: its keys are the work.
  let asked: { readonly identifiers: Identifiers; readonly keyed: Keyed } | null = null;
  const keysFor = (identifiers: Identifiers): Keyed => {
    if (asked?.identifiers !== identifiers) asked = { identifiers, keyed: keyedBy(identifiers) };
    return asked.keyed;
  };
  const ofKey = (wanted: Keyed, by: SameBy): readonly KeyedSource<T>[] => known[by].get(wanted.keys[by] ?? '') ?? [];
  return {
    add,
    find: (identifiers) => {
      const wanted = keysFor(identifiers);
      for (const by of SURE) {
        const [first] = ofKey(wanted, by);
        if (first !== undefined) return { source: first.source, by };
      }
      for (const by of UNSURE) {
        const same = ofKey(wanted, by).find((one) => apartBy(wanted, one, by) === null);
        if (same !== undefined) return { source: same.source, by };
      }
      return null;
    },
    near: (identifiers) => {
      const wanted = keysFor(identifiers);
      for (const by of UNSURE) {
        const [first] = ofKey(wanted, by);
        const apart = first === undefined ? null : apartBy(wanted, first, by);
        if (first !== undefined && apart !== null) return { source: first.source, by, apart };
      }
      return null;
    },
  };
}

/** Looks for sources that are here already (see `knownSources`). */
export function duplicateFinder<T extends Identifiers>(sources: readonly T[]): DuplicateFinder<T> {
  return knownSources(sources).find;
}

/** What speaks against two of one citekey or title being one source; null where nothing does. */
function apartBy(a: Keyed, b: Keyed, by: (typeof UNSURE)[number]): ApartBy | null {
  const differs = (key: SameBy): boolean => a.keys[key] !== null && b.keys[key] !== null && a.keys[key] !== b.keys[key];
  if (differs('doi')) return 'doi';
  if (differs('arxiv')) return 'arxiv';
  const shared = [...a.surnames()].some((name) => b.surnames().has(name));
  if (a.year !== null && b.year !== null && Math.abs(a.year - b.year) > 2 && !shared) return 'years';
  const strangers = !shared && a.surnames().size > 0 && b.surnames().size > 0;
  return by === 'citekey' && strangers && differs('title') ? 'authors' : null;
}

function keyedBy(source: Identifiers): Keyed {
  const { doi: writtenDoi, arxiv, url, citekey, title, zotero = null, year = null, authors = [] } = source;
  const isArxiv = writtenDoi !== null && isArxivDoi(writtenDoi);
  const writtenArxiv = arxiv ?? (isArxiv ? writtenDoi : url);
  let surnames: ReadonlySet<string> | null = null;
  return {
    keys: {
      zotero: zotero === null ? null : zoteroKey(zotero),
      doi: writtenDoi === null || isArxiv ? null : doiKey(writtenDoi),
      arxiv: writtenArxiv === null ? null : arxivKey(writtenArxiv),
      citekey: citekey === null ? null : citekeyKey(citekey),
      title: /(?:…|\.\.\.)\s?$/.test(title) ? null : titleKey(title), // one that was cut may go on as any other
    },
    year,
    surnames: () => (surnames ??= new Set(authors.map(surnameKey).filter((name) => name !== ''))),
  };
}

/** Library and key of a link into Zotero: `zotero://select/groups/42/items/ABCD2345`; a key alone is the own library's. */
function zoteroKey(written: string): string | null {
  const link = /(?:(library|groups\/\d+)\/)?items\/(?:\d+_)?([A-Z0-9]{8})\b/i.exec(written.slice(0, 400));
  const [, library = 'library', key = /^[A-Z0-9]{8}$/i.exec(written.trim())?.[0]] = link ?? [];
  return key === undefined ? null : `${library.toLowerCase()}/${key.toUpperCase()}`;
}
