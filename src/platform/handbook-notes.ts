import { placeOf } from '../core/handbook/folders';
import { countingFirst } from '../core/handbook/note-that-counts';
import type { HandbookNote } from '../core/home/handbook-steps';
import type { Language } from '../core/ports';
import type { HandbookNoteCollector } from './collectors/handbook-notes';
import type { Places, ShippedPath } from './places';

/** The one look-up of the handbook's notes by what they are, wherever they lie. Goes by the metadata cache. */
export class HandbookNotes {
  constructor(
    private readonly notes: HandbookNoteCollector,
    private readonly places: Places,
    private readonly shippedPath: ShippedPath,
  ) {}

  /** Path of the note with an identity, of several the one that counts; null where there is none. */
  find(id: string, language: Language): string | null {
    return this.counting(id, language)?.path ?? null;
  }

  /** Every note of a language, one for each identity. */
  all(language: Language): readonly HandbookNote[] {
    return this.notes.ids(language).flatMap((id) => this.counting(id, language) ?? []);
  }

  /** Calls back after a change of any handbook note; answers how to stop. */
  subscribe(listener: () => void): () => void {
    return this.notes.subscribe(listener);
  }

  private counting(id: string, language: Language): HandbookNote | null {
    return countingFirst(this.notes.withId(id, language), () => this.ownPath(id, language))[0] ?? null;
  }

  /** Where the pack itself would have put it. */
  private ownPath(id: string, language: Language): string | null {
    const path = this.shippedPath(language, id);
    if (path === null) return null;
    const record = this.places.recordIn(language);
    return placeOf({ id, path }, record === null ? this.places.folders() : this.places.foldersOf(record));
  }
}
