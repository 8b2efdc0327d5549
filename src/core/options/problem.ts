import type { OptionPath, Place } from './place';

/** What may be wrong with any block's options. The words for them are in `i18n`. */
export type OptionProblemCode =
  | 'not-yaml'
  | 'wide-colon'
  | 'key-twice'
  | 'not-options'
  | 'unknown-key'
  | 'unknown-value'
  | 'missing'
  | 'no-value'
  | 'not-text'
  | 'not-number'
  | 'out-of-range'
  | 'not-yes-no'
  | 'not-entries'
  | 'not-keys'
  | 'no-effect'
  | 'not-a-day'
  | 'no-such-month'
  | 'no-such-day';

/**
 * Something in a block that was not understood, and where.
 *
 * @typeParam Own - codes that only this kind of block has, beside the common ones
 */
export interface OptionProblem<Own extends string = never> {
  readonly code: OptionProblemCode | Own;
  readonly path: OptionPath;
  /** Stretches of the block's text to underline, the first being the culprit; empty where there is no text. */
  readonly places: readonly Place[];
  /** What was written, as text; for `not-yaml` the parser's own message, for `no-value` what became a comment. */
  readonly value: string;
  /** The valid name that was most likely meant. */
  readonly nearest: string | null;
  /** What would be valid: keys, values, or the smallest and largest number. */
  readonly known: readonly string[];
}

/** A block's options as far as they were understood. */
export interface ReadOptions<Options, Own extends string = never> {
  readonly options: Options;
  /** Empty where everything was understood. */
  readonly problems: readonly OptionProblem<Own>[];
}

/** Line to name in a message, counted from 1 as an editor does, or null where there is no text. */
export function problemLine(problem: OptionProblem<string>): number | null {
  const place = problem.places[0];
  return place ? place.line + 1 : null;
}

/** The key that the problem is about, as the student wrote it: the last name of its path. */
export function problemKey(problem: OptionProblem<string>): string {
  const names = problem.path.filter((part) => typeof part === 'string');
  return names.at(-1) ?? '';
}
