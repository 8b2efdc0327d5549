import type { Yaml } from '../ports';
import { readBlockOptions } from './block-options';
import type { ReadOptions } from './problem';

export const NOTE_KEYS = ['path'] as const;

/** What a block about one note shows: the note at a path, as links have it; null for the block's own. */
export interface NoteOptions {
  readonly path: string | null;
}

/** Reads the text of such a block. */
export function readNoteOptions(source: string, yaml: Yaml): ReadOptions<NoteOptions> {
  const { root, problems } = readBlockOptions(source, yaml);
  root.only(NOTE_KEYS);
  return { options: { path: root.text('path') ?? null }, problems: problems.all };
}
