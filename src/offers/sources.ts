import type { SourceInput } from '../core/reading/source-draft';

/** Sources: what is read, one note each. */
export interface Sources {
  /** Opens the form that adds a source, filled in as far as known. */
  openForm(prefill?: Partial<SourceInput>): void;
}
