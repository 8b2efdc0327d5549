import type { Frontmatter } from '../markdown/frontmatter';
import { isPrivateNote } from '../private/private-note';
import { noteKind, type NoteKind } from './note-kind';

/** A note of a kind that has a status, as far as its frontmatter says. */
export interface StatusNote<S extends string> {
  readonly path: string;
  readonly status: S;
  /** Whether it is private as a whole. */
  readonly isPrivate: boolean;
}

/**
 * How frontmatter of a kind is read; null where it is none of it.
 *
 * @param statuses - the first is that of a new note, and of one whose status is none
 */
export function readStatusNote<S extends string>(
  kind: NoteKind,
  statuses: readonly [S, ...S[]],
): (path: string, frontmatter: Frontmatter | null | undefined) => StatusNote<S> | null {
  return (path, frontmatter) => {
    if (noteKind(frontmatter) !== kind) return null;
    const status = statuses.find((one) => one === frontmatter?.['status']) ?? statuses[0];
    return { path, status, isPrivate: isPrivateNote(frontmatter) };
  };
}
