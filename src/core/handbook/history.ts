import { applyDelta, type Edit } from './delta';
import type { Pack, PackNote } from './pack';

/** What `history.json` holds for one note. */
interface NoteHistory {
  /** Where the note lay in earlier versions, so that their links are understood. */
  readonly paths?: readonly string[];
  /** Earlier texts by version, each as edits of today's text. */
  readonly versions?: Readonly<Record<string, readonly Edit[]>>;
}

/** Earlier texts of a pack's notes, as far as the pack brings them. */
export interface PackHistory {
  /** The shipped text of a version of a note; null where it is not known. */
  text(note: PackNote, version: number): string | null;
  formerPaths(note: PackNote): readonly string[];
}

/** Reads a pack's history. A pack without one, or with a damaged one, has no earlier texts: then nothing is merged. */
export function packHistory(pack: Pack): PackHistory {
  const notes = parsed(pack.history);
  return {
    text: (note, version) => {
      if (version === note.version) return note.text;
      const edits = notes[note.id]?.versions?.[String(version)];
      return Array.isArray(edits) ? applyDelta(note.text, edits as readonly Edit[]) : null;
    },
    formerPaths: (note) => notes[note.id]?.paths ?? [],
  };
}

function parsed(history: string | null): Readonly<Record<string, NoteHistory>> {
  if (history === null) return {};
  try {
    const data = JSON.parse(history) as unknown;
    return typeof data === 'object' && data !== null ? (data as Record<string, NoteHistory>) : {};
  } catch {
    return {};
  }
}
