import { lineEnding, readFrontmatter, splitNote, type Frontmatter } from '../markdown/frontmatter';
import { setFrontmatter } from '../markdown/frontmatter-edit';
import { scanBody } from '../markdown/scan';
import { findSection } from '../markdown/sections';
import type { IsoDate, Yaml } from '../ports';
import { withoutTemplaterTags } from '../text/templater';
import type { SourceDraft } from './source-draft';
import type { Source } from './types';

/** Keys of a source that may be filled in later, in the order in which a new note has them. */
const FILLABLE = ['authors', 'year', 'venue', 'citekey', 'arxiv', 'doi', 'url', 'zotero'] as const;
export type FillableKey = (typeof FILLABLE)[number];

/** A new source's frontmatter; keys without a value are left out. */
function frontmatterFor(draft: SourceDraft, added: IsoDate): Record<string, unknown> {
  return {
    type: 'source',
    kind: draft.kind,
    title: draft.title,
    ...Object.fromEntries(FILLABLE.map((key) => [key, draft[key]] as const).filter(([, value]) => isGiven(value))),
    status: draft.status,
    added,
  };
}

/**
 * The text of a new source: its frontmatter by a real serializer, then the template's body (a template's own frontmatter
 * is not copied) with `{{…}}` filled in. A template without a log heading gets one, so that the log has its place.
 *
 * @param names - headings that are the log's, in any language
 * @param heading - the heading that is added
 * @returns null where the serializer would not read its own text back the same
 */
export function sourceNote(
  draft: SourceDraft,
  added: IsoDate,
  template: string,
  yaml: Yaml,
  names: readonly string[],
  heading: string,
): string | null {
  const inert = withoutTags(draft);
  const frontmatter = frontmatterFor(inert, added);
  const written = yaml.stringify(frontmatter);
  if (!readsBack(written, frontmatter, yaml)) return null;
  const newline = lineEnding(template);
  const body = fillTemplate(splitNote(template).body, inert, added).trim();
  const log =
    findSection(body, names, scanBody(body)) === null ? `${body === '' ? '' : newline + newline}## ${heading}` : '';
  return `---\n${written.trimEnd()}\n---\n\n`.replace(/\n/g, newline) + body + log + newline;
}

/** What is known of a paper came from others: none of it is a program. */
function withoutTags(draft: SourceDraft): SourceDraft {
  const inert = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(inert);
    return typeof value === 'string' ? withoutTemplaterTags(value) : value;
  };
  return Object.fromEntries(Object.entries(draft).map(([key, value]) => [key, inert(value)])) as unknown as SourceDraft;
}

function readsBack(written: string, value: unknown, yaml: Yaml): boolean {
  try {
    return JSON.stringify(yaml.parse(written)) === JSON.stringify(value);
  } catch {
    return false;
  }
}

/** Puts a source's values in for `{{title}}` and the like; what is not known of stays as it is. */
function fillTemplate(body: string, draft: SourceDraft, added: IsoDate): string {
  const values: Readonly<Record<string, string>> = {
    title: draft.title,
    kind: draft.kind,
    authors: draft.authors.join(', '),
    year: draft.year === null ? '' : String(draft.year),
    venue: draft.venue ?? '',
    citekey: draft.citekey ?? '',
    arxiv: draft.arxiv ?? '',
    doi: draft.doi ?? '',
    url: draft.url ?? '',
    zotero: draft.zotero ?? '',
    status: draft.status,
    added,
    date: added,
  };
  return body.replace(/\{\{\s*([a-z]+)\s*\}\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? whole) : whole,
  );
}

/** What adding a source again would do to the note that is there. */
export interface Filling {
  /** Keys without a value there, with what they would get. */
  readonly fills: Readonly<Record<string, unknown>>;
  /** Keys that say something else there; they stay. */
  readonly differing: readonly FillableKey[];
}

/**
 * What adding a source again may fill in.
 *
 * @param written - the note's frontmatter as it stands: a value that `source` could not understand (`year: forthcoming`)
 *   is the student's, too
 */
export function fillingFor(draft: SourceDraft, source: Source, written: Frontmatter): Filling {
  const fills: Record<string, unknown> = {};
  const differing: FillableKey[] = [];
  for (const key of FILLABLE) {
    const [wanted, there] = [draft[key], source[key]];
    if (!isGiven(wanted)) continue;
    if (!isGiven(there) && isEmpty(written[key])) fills[key] = wanted;
    else if (JSON.stringify(wanted).toLowerCase() !== JSON.stringify(there).toLowerCase()) differing.push(key);
  }
  return { fills, differing };
}

/** The note with those keys filled in that are empty in its text as it is now; null where that cannot be edited. */
export function fillEmptyKeys(text: string, fills: Filling['fills'], yaml: Yaml): string | null {
  const read = readFrontmatter(text, yaml);
  if (!read.ok) return null;
  const stillEmpty = Object.entries(fills).filter(([key]) => isEmpty(read.data[key]));
  return setFrontmatter(text, Object.fromEntries(stillEmpty), yaml);
}

function isEmpty(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.every(isEmpty);
  return value === null || value === undefined;
}

function isGiven(value: unknown): boolean {
  return value !== null && !(Array.isArray(value) && value.length === 0);
}
