import { canonicalText } from '../block/canonical';
import { readFrontmatter, splitNote } from '../markdown/frontmatter';
import { canonicalValue } from '../markdown/frontmatter-value';
import { setFrontmatter } from '../markdown/frontmatter-edit';
import type { IsoDate, IsoWeek, Yaml } from '../ports';
import { arxivKey, doiKey, titleKey } from '../reading/identifiers';
import type { Source } from '../reading/types';
import { fingerprint } from '../text/fingerprint';
import { noteKind } from '../vault/note-kind';
import { groupNote, memberKey } from './group-note';

/** A report on its way into the group's folder. */
export interface HandIn {
  readonly member: string;
  readonly week: IsoWeek;
  readonly today: IsoDate;
  /** The report as others may see it. */
  readonly body: string;
  /** What its text links to. */
  readonly sources: readonly Pick<Source, 'arxiv' | 'doi' | 'title'>[];
}

/** Why a file is not written, or not taken back: it is not one's own, or somebody has changed it since. */
export type HandInRefusal = 'not-yours' | 'changed';

export type HandInPlan =
  | { readonly outcome: 'write'; readonly text: string }
  | { readonly outcome: 'same' }
  | { readonly outcome: 'refused'; readonly reason: HandInRefusal };

/** Where a member's report of a week lies. */
export function handInPath(folder: string, member: string, week: IsoWeek): string {
  return `${folder === '' ? '' : `${folder}/`}${member}/${week}.md`;
}

/** What a source is known by in every vault of a group. */
export function sourceKey({ arxiv, doi, title }: Pick<Source, 'arxiv' | 'doi' | 'title'>): string | null {
  const id = arxiv === null ? null : arxivKey(arxiv);
  if (id !== null) return `arxiv:${id}`;
  const registered = doi === null ? null : doiKey(doi);
  if (registered !== null) {
    const inArxiv = arxivKey(registered);
    return inArxiv === null ? `doi:${registered}` : `arxiv:${inArxiv}`;
  }
  const named = titleKey(title);
  return named === null ? null : `title:${named}`;
}

/**
 * What to write, in view of what is there: the file is replaced only where it is the member's own and nobody has changed it
 * since it was handed in. Properties that others added stay, and so does the day on which it first came.
 */
export function planHandIn(handIn: HandIn, there: string | null, yaml: Yaml): HandInPlan {
  const keyed = new Map(handIn.sources.flatMap((one) => [[sourceKey(one), one.title.replace(/\s+/g, ' ').trim()]]));
  keyed.delete(null);
  const { member, week, today, body } = handIn;
  const properties = {
    type: 'handed-in',
    member,
    week,
    'handed-in': today,
    sources: [...keyed.keys()],
    titles: [...keyed.values()],
    hash: hashOf(body),
  };
  if (there === null) return { outcome: 'write', text: `---\n${yaml.stringify(properties)}---\n\n${body}` };
  const own = ownHandIn(there, member, week, yaml);
  if (!own.ok) return { outcome: 'refused', reason: own.reason };
  const first = own.on ?? today;
  const isSame = (['sources', 'titles', 'hash'] as const).every(
    (key) => canonicalValue(own.data[key]) === canonicalValue(properties[key]),
  );
  if (isSame) return { outcome: 'same' };
  const { bom, opening, yaml: head, closing } = splitNote(there);
  const text = setFrontmatter(
    `${bom}${opening}${head ?? ''}${closing}\n${body}`,
    { ...properties, 'handed-in': first },
    yaml,
  );
  return text === null ? { outcome: 'refused', reason: 'changed' } : { outcome: 'write', text };
}

/** Whether a file is the member's own hand-in of that week, and as it was handed in. */
export function ownHandIn(
  text: string,
  member: string,
  week: IsoWeek,
  yaml: Yaml,
):
  | { readonly ok: true; readonly on: IsoDate | null; readonly data: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly reason: HandInRefusal } {
  const read = readFrontmatter(text, yaml);
  const note = read.ok && noteKind(read.data) === 'handed-in' ? groupNote('', read.data) : null;
  if (!read.ok || note?.week !== week || memberKey(note.member) !== memberKey(member)) {
    return { ok: false, reason: 'not-yours' };
  }
  if (read.data['hash'] !== hashOf(splitNote(text).body)) return { ok: false, reason: 'changed' };
  return { ok: true, on: note.on, data: read.data };
}

function hashOf(body: string): string {
  return fingerprint(canonicalText(body));
}
