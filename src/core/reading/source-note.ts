import { entryBlock } from '../bibliography/entry-block';
import { lineEnding, splitNote } from '../markdown/frontmatter';
import { scanBody } from '../markdown/scan';
import { findSection, listSections } from '../markdown/sections';
import type { IsoDate, Yaml } from '../ports';
import { withoutTemplaterTags } from '../text/templater';
import { FILLABLE, isGiven } from './filling';
import type { SourceDraft } from './source-draft';

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

/** What a source's note carries besides. */
export interface NoteExtra {
  readonly properties: Readonly<Record<string, unknown>>;
  /** A section, heading and all, that stands before those of the template. */
  readonly section: string;
}

/** Headings of a new source, in the language of its note. */
export interface NoteHeadings {
  /** Of the log, where the template has none. */
  readonly log: string;
  /** Of the entry that the note carries. */
  readonly entry: string;
}

/**
 * The text of a new source: its frontmatter by a real serializer, then the template's body (a template's own frontmatter
 * is not copied) with `{{…}}` filled in. A template without a log heading gets one, so that the log has its place.
 *
 * @param names - headings that are the log's, in any language
 * @param headings - those that are added
 * @param entry - the entry of a bibliography that the note is to carry, if any; it comes last, so that the log's lines do not
 *   come to stand behind it
 * @param extra - what it carries besides, if anything
 * @returns null where the serializer would not read its own text back the same
 */
export function sourceNote(
  draft: SourceDraft,
  added: IsoDate,
  template: string,
  yaml: Yaml,
  names: readonly string[],
  headings: NoteHeadings,
  entry: string | null = null,
  extra: NoteExtra | null = null,
): string | null {
  const inert = withoutTags(draft);
  const frontmatter = { ...frontmatterFor(inert, added), ...extra?.properties };
  const written = yaml.stringify(frontmatter);
  if (!readsBack(written, frontmatter, yaml)) return null;
  const newline = lineEnding(template);
  const filled = fillTemplate(splitNote(template).body, inert, added).trim();
  const body = extra === null ? filled : withSection(filled, extra.section.replaceAll('\n', newline), newline);
  const log =
    findSection(body, names, scanBody(body)) === null
      ? `${body === '' ? '' : newline + newline}## ${headings.log}`
      : '';
  const carried =
    entry === null ? '' : `${newline}${newline}## ${headings.entry}${newline}${newline}${entryBlock(entry, newline)}`;
  return `---\n${written.trimEnd()}\n---\n\n`.replace(/\n/g, newline) + body + log + carried + newline;
}

/** The section comes first of all but the title. */
function withSection(body: string, section: string, newline: string): string {
  const lines = scanBody(body);
  const at = listSections(body, lines).find(({ level }) => level > 1)?.start ?? body.length;
  return [body.slice(0, at).trim(), section, body.slice(at)].filter((part) => part !== '').join(newline + newline);
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
