import { countingFirst } from './note-that-counts';

/** A note of a pack as it lies in the vault now. */
export interface VaultNote {
  readonly id: string;
  readonly language: string;
  /** `handbook-version`; null where it is missing or no whole number. */
  readonly version: number | null;
  readonly path: string;
  readonly text: string;
}

/** What planning needs to know of a vault. */
export interface VaultState {
  /** Every note that says it belongs to the pack, in any language. */
  readonly notes: readonly VaultNote[];
  /** Paths of all files. */
  readonly files: readonly string[];
  /** Paths of all folders but the root. */
  readonly folders: readonly string[];
  /** Paths of notes that cannot be read just now: whose they are is not known. */
  readonly unread: readonly string[];
}

/** The notes of one language by identity: one that counts, and the copies beside it. */
export interface KnownNote extends VaultNote {
  /** Further notes with this identity (conflict copies of a sync, say). */
  readonly copies: readonly string[];
}

/** Finds the note that counts for each identity. */
export function knownNotes(
  state: VaultState,
  language: string,
  ownPath: (id: string) => string | null,
): Map<string, KnownNote> {
  const byId = new Map<string, VaultNote[]>();
  for (const note of state.notes) {
    if (note.language === language) byId.set(note.id, [...(byId.get(note.id) ?? []), note]);
  }
  const known = new Map<string, KnownNote>();
  for (const [id, notes] of byId) {
    const [first, ...copies] = countingFirst(notes, () => ownPath(id));
    if (first !== undefined) known.set(id, { ...first, copies: copies.map((copy) => copy.path) });
  }
  return known;
}
