/** An entry of a bibliography under BibTeX's names, whichever format it came in. */
export interface Entry {
  /** In lower case, without `@`. */
  readonly type: string;
  /** As written; empty where none is. */
  readonly key: string;
  /** By name in lower case. Values as BibTeX has them: LaTeX, without the braces or quotes around. */
  readonly fields: ReadonlyMap<string, string>;
}

/** An entry where it was found. */
export interface FoundEntry extends Entry {
  /** Line on which it begins, from 0. */
  readonly line: number;
  /** As it stands in the text. */
  readonly raw: string;
  /** Whether `raw` says by itself what `fields` do: no name of the file's own, nothing inherited, nothing damaged. */
  readonly isWhole: boolean;
  /** What is wrong with it; it is taken all the same. */
  readonly damage: readonly Damage[];
}

/**
 * What may be wrong in a text. The words for it are in `i18n`.
 *
 * Of an entry that is taken: a comma, a brace or an `=` too few or too many, a name that no `@string` gives, a line that is
 * commented out, a field that stands there twice, a value that does not end, an end that is missing, a key that is missing or
 * another entry's, too.
 */
export type DamageCode =
  | 'missing-comma'
  | 'extra-brace'
  | 'no-equals'
  | 'no-value'
  | 'unknown-name'
  | 'commented-line'
  | 'double-field'
  | 'unclosed-value'
  | 'unclosed-entry'
  | 'no-end'
  | 'no-type'
  | 'stray-line'
  | 'no-key'
  | 'double-key';

export interface Damage {
  readonly code: DamageCode;
  /** Line of the text, from 0. */
  readonly line: number;
  /** The piece that it is about; may be empty. */
  readonly value: string;
}

/**
 * Why something that looks like an entry is none.
 * - `unreadable`: nothing of it could be understood
 * - `no-title`: it says nothing that a note could be made of
 * - `no-entry`: an `@` begins the line, but no entry
 * - `no-at`: an entry's line without its `@`
 * - `not-json`, `not-csl`: the text, or one piece of it, is no such data
 */
export type FailureCode = 'unreadable' | 'no-title' | 'no-entry' | 'no-at' | 'not-json' | 'not-csl';

export interface Failure {
  readonly code: FailureCode;
  readonly line: number;
  /** The text as it stands there, shortened where it is very long. */
  readonly raw: string;
  /** What was found wrong within, if anything was. */
  readonly damage: readonly Damage[];
}

/**
 * Why something is no source of its own.
 * - `commented-out`: it stands in a comment
 * - `container`: it only holds what others inherit (`@xdata`, a volume that others refer to, a set)
 * - `part`: a file or a note in Zotero without an item
 */
export interface Skipped {
  readonly code: 'commented-out' | 'container' | 'part';
  readonly line: number;
  readonly value: string;
}

/** What a text holds; together every byte of it that is no comment, and no block of the format's own. */
export interface ReadEntries {
  readonly entries: readonly FoundEntry[];
  readonly failures: readonly Failure[];
  readonly skipped: readonly Skipped[];
}

const LONGEST_RAW = 2_000;

/** A failed piece as it is shown and told. */
export function shortened(raw: string): string {
  const text = raw.trimEnd();
  return text.length <= LONGEST_RAW ? text : `${text.slice(0, LONGEST_RAW)}…`;
}
