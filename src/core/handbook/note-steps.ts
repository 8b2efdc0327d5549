import { canonicalNote } from '../block/canonical';
import { readFrontmatter } from '../markdown/frontmatter';
import type { Yaml } from '../ports';
import { mergeNote, writeMerge, type NoteMerge } from './note-merge';
import type { PackHistory } from './history';
import type { PackNote } from './pack';
import type { KnownNote } from './vault-state';

/** Why a note is left as it is although there is something to say about it. */
export type KeepReason =
  | 'in-the-way' // a file of the student's stands where ours belongs; ours goes beside it
  | 'mergeable' // changed by the student, and the new version fits; merged when asked
  | 'conflict' // changed by the student where the new version changed too
  | 'no-history' // changed or not: the version it came from is not known any more
  | 'outdated' // unchanged, and the new version is the update's to write, not the set-up's
  | 'newer' // another device has a newer plugin
  | 'doubled' // more than one note with this identity
  | 'retired' // the pack no longer has it
  | 'frontmatter'; // its frontmatter cannot be read or edited

/** What is to be done with one note. Nothing is done to `keep` and `unchanged`. */
export type Step =
  | { readonly kind: 'create'; readonly id: string; readonly path: string; readonly text: string }
  | {
      readonly kind: 'update';
      readonly id: string;
      readonly path: string;
      readonly before: string;
      readonly after: string;
    }
  | {
      readonly kind: 'merge';
      readonly id: string;
      readonly path: string;
      readonly before: string;
      readonly after: string;
      readonly choice: NoteChoice;
    }
  | {
      readonly kind: 'keep';
      readonly id: string | null;
      readonly path: string;
      readonly reason: KeepReason;
      /** The new version beside the student's, where there is a choice to make. */
      readonly choice?: NoteChoice;
    }
  | {
      readonly kind: 'unchanged';
      readonly id: string;
      readonly path: string;
      readonly text: string;
      /** Whether the student changed it. */
      readonly edited: boolean;
    };

/** A note whose new version the student may take in whole or in part. */
export interface NoteChoice {
  readonly merge: NoteMerge;
  readonly version: number;
  /** The new version as it would stand in this vault. */
  readonly theirs: string;
}

/** A note that the vault has, and what is known of it. */
export interface NoteInVault {
  readonly mine: KnownNote;
  readonly note: PackNote;
  /** The new version as it would stand in this vault. */
  readonly theirs: string;
  readonly history: PackHistory;
  /** A shipped text as it may stand in this vault, by the names that folders have or had. */
  readonly bases: (shipped: string) => readonly string[];
  readonly yaml: Yaml;
}

/** What is to be done with a note that the vault has; a step for each of its copies, if there are any. */
export function stepsFor({ mine, note, theirs, history, bases, yaml }: NoteInVault): Step[] {
  const { id } = note;
  const { path, version } = mine;
  const keep = (reason: KeepReason, choice?: NoteChoice): Step[] => [
    { kind: 'keep', id, path, reason, ...(choice === undefined ? {} : { choice }) },
  ];
  if (mine.copies.length > 0) {
    return [path, ...mine.copies].map((copy) => ({ kind: 'keep', id, path: copy, reason: 'doubled' }));
  }
  if (version !== null && version > note.version) return keep('newer');
  const base = baseOf(version === null ? null : history.text(note, version), mine.text, bases, yaml);
  if (version === note.version) {
    return [{ kind: 'unchanged', id, path, text: mine.text, edited: base?.isUnchanged !== true }];
  }
  const merge = mergeNote(base?.text ?? null, mine.text, theirs, yaml);
  const after = merge === null ? null : writeMerge(merge, () => 'theirs', yaml);
  if (merge === null || after === null) return keep('frontmatter');
  if (base?.isUnchanged === true) return [{ kind: 'update', id, path, before: mine.text, after }];
  const choice = { merge, version: note.version, theirs };
  if (base === null) return keep('no-history', choice);
  if (merge.conflicts > 0) return keep('conflict', choice);
  return [{ kind: 'merge', id, path, before: mine.text, after, choice }];
}

/** The text that the student's came from, and whether theirs still says the same; null where it is not known. */
function baseOf(
  shipped: string | null,
  mine: string,
  bases: NoteInVault['bases'],
  yaml: Yaml,
): { readonly text: string; readonly isUnchanged: boolean } | null {
  if (shipped === null) return null;
  const read = readFrontmatter(shipped, yaml);
  const keys = read.ok ? Object.keys(read.data) : [];
  const candidates = bases(shipped);
  const same = candidates.find((text) => canonicalNote(text, keys, yaml) === canonicalNote(mine, keys, yaml));
  return { text: same ?? candidates[0] ?? shipped, isUnchanged: same !== undefined };
}
