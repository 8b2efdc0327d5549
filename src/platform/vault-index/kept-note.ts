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

/** 53 bits of a text: two runs of a multiplicative hash, so that two texts by chance share one once in 10^15. */
export function hash(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}
