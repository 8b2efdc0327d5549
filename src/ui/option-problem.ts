import { problemKey, problemLine, type OptionProblem, type OptionProblemCode } from '../core/options/problem';
import type { ProblemSentences, SaidProblem } from '../i18n/types';
import { drawErrorBox } from './error-box';

const LONGEST = 60;

/** Cause and tip in words. */
export interface ProblemWords {
  readonly cause: string;
  readonly tip: string;
}

/**
 * The words, in one language, for all that may be wrong with one kind of block.
 *
 * @typeParam Own - codes that only this kind of block has
 */
export interface ProblemTexts<Own extends string = never> {
  readonly cause: ProblemSentences<OptionProblemCode | Own>;
  readonly tip: ProblemSentences<OptionProblemCode | Own>;
  readonly langTag: string;
}

/** Puts a problem into words. Backticks in them mark code. */
export function wordProblem<Own extends string>(
  problem: OptionProblem<Own>,
  { cause, tip }: ProblemTexts<Own>,
): ProblemWords {
  const said = sayProblem(problem);
  return { cause: cause[problem.code](said), tip: tip[problem.code](said) };
}

/**
 * Draws what was not understood of a block's options, one box each.
 *
 * @param source - the block's text, to show the lines of; null where there is none
 */
export function drawProblems<Own extends string>(
  parent: HTMLElement,
  problems: readonly OptionProblem<Own>[],
  texts: ProblemTexts<Own>,
  source: string | null,
): void {
  for (const problem of problems) {
    const { cause, tip } = wordProblem(problem, texts);
    drawErrorBox(parent, { cause, tip, source, places: problem.places, langTag: texts.langTag });
  }
}

/** A problem's parts, fit for a sentence: one line, not too long, and without backticks, which mark code there. */
function sayProblem(problem: OptionProblem<string>): SaidProblem {
  return {
    key: short(problemKey(problem)),
    value: short(problem.value),
    line: problemLine(problem),
    nearest: problem.nearest,
    known: problem.known,
  };
}

function short(text: string): string {
  const line = text.replace(/[`\s]+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
