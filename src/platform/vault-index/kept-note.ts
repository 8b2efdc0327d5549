import type { NoteMeta } from './collector';
import { inlineTags } from './note-meta';

/** By what a file on the disk is known to be the same: an equal time and an equal length, not a later one. */
export interface Stamp {
  readonly mtime: number;
  readonly size: number;
}

/** What a collector kept of a note, and all that its answer came from. */
export interface Kept<T> extends Stamp {
  /** What the collector said that it goes by beside the note. */
  readonly depends: string;
  /** The metadata that was gone by: the cache may have lagged behind the body that was read. */
  readonly meta: number;
  readonly value: T | null;
}

/** Frontmatter and tags as one number, to be compared. */
export function metaKey(note: NoteMeta): number {
  return hash(JSON.stringify([note.frontmatter, inlineTags(note)]));
}

/** 32 bits of a text (FNV-1a by code units): for telling apart what is not meant to deceive. */
export function hash(text: string): number {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return sum >>> 0;
}
