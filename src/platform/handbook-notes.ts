import { placeOf } from '../core/handbook/folders';
import { countingFirst } from '../core/handbook/note-that-counts';
import type { HandbookNote } from '../core/home/handbook-steps';
import type { Language } from '../core/ports';
import type { MapRecord } from '../core/handbook/record';
import type { HandbookNoteCollector, NotesOf } from './collectors/handbook-notes';
import type { Places, ShippedPath } from './places';

interface Handbook extends NotesOf {
  readonly record: MapRecord | null;
}

/** The one look-up of the handbook's notes by what they are, wherever they lie. Goes by the metadata cache. */
export class HandbookNotes {
  constructor(
    private readonly notes: HandbookNoteCollector,
    private readonly places: Places,
    private readonly shippedPath: ShippedPath,
  ) {}

  /** Path of the note with an identity, of several the one that counts; null where there is none. */
  find(id: string, language: Language): string | null {
    return this.counting(id, this.handbook(language))?.path ?? null;
  }

  /** Every note of a language, one for each identity. */
  all(language: Language): readonly HandbookNote[] {
    const handbook = this.handbook(language);
    return this.notes.ids(handbook).flatMap((id) => this.counting(id, handbook) ?? []);
  }

  /** Calls back after a change of any handbook note; answers how to stop. */
  subscribe(listener: () => void): () => void {
    return this.notes.subscribe(listener);
  }

  /** Whose notes are meant: before a set-up has ended nobody has said so, and any do. */
  private handbook(language: Language): Handbook {
    const record = this.places.recordFor(language);
    return { pack: record?.pack ?? null, language: record?.language ?? language, record };
  }

  private counting(id: string, handbook: Handbook): HandbookNote | null {
    return countingFirst(this.notes.withId(id, handbook), () => this.ownPath(id, handbook))[0] ?? null;
  }

  /** Where the pack itself would have put it. */
  private ownPath(id: string, { pack, language, record }: Handbook): string | null {
    const path = this.shippedPath(pack, language, id);
    if (path === null) return null;
    return placeOf({ id, path }, record === null ? this.places.folders() : this.places.foldersOf(record));
  }
}
