import type { SourceDraft } from '../reading/source-draft';
import type { Damage, Entry, Failure, Skipped } from './entry';

/** What an entry says of a source; when it was taken in, the status is chosen. */
export type ItemDraft = Omit<SourceDraft, 'status'>;

/** A source that was found in a bibliography. */
export interface Item {
  readonly draft: ItemDraft;
  readonly entry: Entry;
  /** The entry's own text, where it says by itself what `entry` does; else null. */
  readonly text: string | null;
  /** Line on which it begins, from 0. */
  readonly line: number;
  readonly damage: readonly Damage[];
}

/** Formats that are read. */
export type Format = 'bibtex' | 'ris' | 'endnote' | 'refworks' | 'csl-json';

/** What a text holds of sources. */
export interface ReadItems {
  readonly items: readonly Item[];
  readonly failures: readonly Failure[];
  readonly skipped: readonly Skipped[];
}
