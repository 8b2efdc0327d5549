import { problemKey, problemLine, type OptionProblem, type OptionProblemCode } from '../core/options/problem';
import type { Wordings } from '../i18n';
import type { SaidProblem } from '../i18n/types';

const LONGEST = 60;

/** Cause and tip in words. */
export interface ProblemWords {
  readonly cause: string;
  readonly tip: string;
}

/** The words for a problem that any block may have; undefined for a feature's own codes, which it words itself. */
export function wordOptionProblem(problem: OptionProblem, wordings: Wordings): ProblemWords | undefined {
  const { cause, tip } = wordings.options;
  if (!isCommonCode(problem.code, cause)) return undefined;
  const said = sayProblem(problem);
  return { cause: cause[problem.code](said), tip: tip[problem.code](said) };
}

/** A problem's parts, fit for a sentence: one line, not too long, and without backticks, which mark code there. */
export function sayProblem(problem: OptionProblem): SaidProblem {
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

function isCommonCode(code: string, words: object): code is OptionProblemCode {
  return Object.hasOwn(words, code);
}
