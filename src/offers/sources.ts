import type { Difference, Filling } from '../core/reading/filling';
import type { SameBy } from '../core/reading/known-sources';
import type { SourceDraft, SourceInput } from '../core/reading/source-draft';
import type { NoteExtra } from '../core/reading/source-note';
import type { Batch, Stopped } from './batch';

/** What became of a source that was to be created. */
export type CreatedSource =
  | { readonly outcome: 'created'; readonly path: string }
  /** It is here already, known by this key; its note was not touched. */
  | { readonly outcome: 'existing'; readonly path: string; readonly by: SameBy }
  /** Nothing was written for it; `message` says why, in the interface's words. */
  | { readonly outcome: 'failed'; readonly reason: SourceFailure; readonly message: string }
  | Stopped;

/**
 * - `broken-note`: a note that may be this source has properties that cannot be read
 * - `unwritable`: its values could not be written so that they are read back the same
 * - `not-written`: the write failed
 */
export type SourceFailure = 'broken-note' | 'unwritable' | 'not-written';

/** A source that is to be created. */
export interface NewSource extends SourceDraft {
  /** Its entry in a bibliography, which the note then carries; BibTeX. */
  readonly entry?: string | null;
  /** Further properties, and a section that stands before those of the template. */
  readonly extra?: NoteExtra;
}

/** What a source's note is to get; the rest of it stays byte for byte. */
export interface SourceFilling {
  readonly path: string;
  /** Values for keys that are empty. */
  readonly fills: Filling['fills'];
  /** Keys whose values the student wants replaced, with those that were shown. */
  readonly replaced: readonly Difference[];
}

/** What became of a note that was to be filled in. */
export type FilledSource =
  | { readonly outcome: 'filled'; readonly path: string }
  /** Somebody was quicker: nothing was left to fill in. */
  | { readonly outcome: 'unchanged'; readonly path: string }
  | { readonly outcome: 'failed'; readonly reason: SourceFailure; readonly message: string }
  | Stopped;

/** Sources: what is read, one note each. */
export interface Sources {
  /**
   * Opens the form that adds a source, filled in as far as known. Where `whenDone` is given, the note that was made or was
   * here already is not opened but handed on; null where the form was closed without one.
   */
  openForm(prefill?: Partial<SourceInput>, whenDone?: (path: string | null) => void): void;
  /**
   * Creates a note for each source that is not here yet, in their order and without any form. Whether one is here is asked
   * of the vault and of those before it in the list alike. The metadata cache and the index are waited for once, for all;
   * one that fails does not keep the others from being made.
   *
   * @returns what became of each, in the order of `drafts`
   */
  create(drafts: readonly NewSource[], batch?: Batch): Promise<readonly CreatedSource[]>;
  /**
   * Fills keys of notes that are here, by lines of their properties alone; only what is still empty, or still as it was shown.
   *
   * @returns what became of each, in the order of `fillings`
   */
  fill(fillings: readonly SourceFilling[], batch?: Batch): Promise<readonly FilledSource[]>;
  /** The path that a new source would get, as far as is known without asking the disk; cheap. */
  pathFor(draft: Pick<SourceDraft, 'title' | 'year'>): string;
}
