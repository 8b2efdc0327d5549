/** The shape of a language's texts: the same keys and parameters, other words. */
export type Wording<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : T extends readonly string[]
      ? readonly string[]
      : { readonly [K in keyof T]: Wording<T[K]> };

/** Words for each of a set of codes: one without words does not compile, nor do words without a code. */
export type ProblemSentences<Code extends string> = Readonly<Record<Code, (problem: SaidProblem) => string>>;

/** A problem with an option, as far as its message needs it; texts hold no backticks and are short. */
export interface SaidProblem {
  readonly key: string;
  readonly value: string;
  /** Line in the block, from 1; null where the options come from a script. */
  readonly line: number | null;
  readonly nearest: string | null;
  readonly known: readonly string[];
}

/** The texts that a release puts its wordings together from; scripts/texts-plugin.mjs says what they are. */
export interface GivenTexts {
  /** The keys of all texts. */
  readonly shape: string;
  readonly zh: string;
  readonly en: string;
}
