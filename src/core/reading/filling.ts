import { readFrontmatter, type Frontmatter } from '../markdown/frontmatter';
import { setFrontmatter } from '../markdown/frontmatter-edit';
import { canonicalValue } from '../markdown/frontmatter-value';
import type { Yaml } from '../ports';
import { isSameValue } from './same-value';
import type { SourceDraft } from './source-draft';
import type { Source } from './types';

/** Keys of a source that may be filled in later, in the order in which a new note has them. */
export const FILLABLE = ['authors', 'year', 'venue', 'citekey', 'arxiv', 'doi', 'url', 'zotero'] as const;
export type FillableKey = (typeof FILLABLE)[number];

/** A key that says something else in the note than what is added. */
export interface Difference {
  readonly key: FillableKey;
  /** As the note's frontmatter has it. */
  readonly old: unknown;
  readonly new: unknown;
}

/** What adding a source again would do to the note that is there. */
export interface Filling {
  /** Keys without a value there, with what they would get. */
  readonly fills: Readonly<Partial<Record<FillableKey, unknown>>>;
  /** Keys that say something else there; they stay, unless the student takes the other. */
  readonly differing: readonly Difference[];
}

/** Nothing to fill in, nothing that differs. */
export const NO_FILLING: Filling = { fills: {}, differing: [] };

/**
 * What adding a source again may fill in.
 *
 * @param written - the note's frontmatter as it stands: a value that `source` could not understand (`year: forthcoming`)
 *   is the student's, too
 */
export function fillingFor(draft: Pick<SourceDraft, FillableKey>, source: Source, written: Frontmatter): Filling {
  const fills: Partial<Record<FillableKey, unknown>> = {};
  const differing: Difference[] = [];
  for (const key of FILLABLE) {
    const [wanted, there] = [draft[key], source[key]];
    if (!isGiven(wanted)) continue;
    if (!isGiven(there) && isEmpty(written[key])) fills[key] = wanted;
    else if (!isSameValue(key, wanted, there)) differing.push({ key, old: written[key] ?? there, new: wanted });
  }
  return { fills, differing };
}

/**
 * The note with those keys filled in that are empty in its text as it is now, and those replaced that still say what the
 * student was shown; null where that cannot be edited.
 */
export function fillKeys(
  text: string,
  fills: Filling['fills'],
  replaced: readonly Difference[],
  yaml: Yaml,
): string | null {
  const read = readFrontmatter(text, yaml);
  if (!read.ok) return null;
  const stillEmpty = Object.entries(fills).filter(([key]) => isEmpty(read.data[key]));
  const stillOld = replaced.filter(({ key, old }) => canonicalValue(read.data[key]) === canonicalValue(old));
  const changes = [...stillEmpty, ...stillOld.map((one): [string, unknown] => [one.key, one.new])];
  return setFrontmatter(text, Object.fromEntries(changes), yaml);
}

function isEmpty(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.every(isEmpty);
  return value === null || value === undefined;
}

/** Whether a draft says anything of a key. */
export function isGiven(value: unknown): boolean {
  return value !== null && !(Array.isArray(value) && value.length === 0);
}
