import type { SameBy, SourceDraft, SourceInput } from '../core/reading/source-draft';
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
  create(drafts: readonly SourceDraft[], batch?: Batch): Promise<readonly CreatedSource[]>;
}
