import { applyDelta, type Edit } from './delta';
import type { Pack, PackNote } from './pack';

/** What `history.json` holds for one note. */
export interface NoteHistory {
  /** Where it lay in the version that was released last. */
  readonly path?: string;
  /** Where the note lay in earlier versions, so that their links are understood. */
  readonly paths?: readonly string[];
  /** Earlier texts by version, each as edits of today's text or whole. */
  readonly versions?: Readonly<Record<string, string | readonly Edit[]>>;
}

/** Earlier texts of a pack's notes, as far as the pack brings them. */
export interface PackHistory {
  /** The shipped text of a version of a note; null where it is not known. */
  text(note: PackNote, version: number): string | null;
  formerPaths(note: PackNote): readonly string[];
}

/** Reads a pack's history. A pack without one, or with a damaged one, has no earlier texts: then nothing is merged. */
export function packHistory(pack: Pick<Pack, 'history'>): PackHistory {
  const notes = historyIn(pack.history);
  return {
    text: (note, version) => {
      if (version === note.version) return note.text;
      const edits = notes[note.id]?.versions?.[String(version)];
      if (typeof edits === 'string') return edits;
      return Array.isArray(edits) ? applyDelta(note.text, edits as readonly Edit[]) : null;
    },
    formerPaths: (note) => notes[note.id]?.paths ?? [],
  };
}

/** What is known of each note by its id; nothing where there is no history, or a damaged one. */
export function historyIn(history: string | null): Readonly<Partial<Record<string, NoteHistory>>> {
  if (history === null) return {};
  try {
    const data = JSON.parse(history) as unknown;
    return typeof data === 'object' && data !== null ? (data as Partial<Record<string, NoteHistory>>) : {};
  } catch {
    return {};
  }
}
