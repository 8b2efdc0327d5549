import { problemKey, problemLine, type OptionProblem, type OptionProblemCode } from '../core/options/problem';
import type { ProblemSentences, SaidProblem } from '../i18n/types';
import { groupProblems, linesAsText, placesOf } from '../core/options/problem-groups';
import { drawErrorBox } from './error-box';

const LONGEST = 60;
/** More boxes than that are no help: what is mended first shows the rest. */
const MOST_BOXES = 10;

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
  /** Counts what is like a shown problem, and problems that are not shown. */
  readonly more: (count: number, lines: string) => string;
  readonly others: (count: number) => string;
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
 * Draws what was not understood of a block's options, in the order of its lines: a box for each, or for many of one cause.
 *
 * @param source - the block's text, to show the lines of; null where there is none
 */
export function drawProblems<Own extends string>(
  parent: HTMLElement,
  problems: readonly OptionProblem<Own>[],
  texts: ProblemTexts<Own>,
  source: string | null,
): void {
  const { langTag } = texts;
  const groups = groupProblems(problems);
  for (const group of groups.slice(0, MOST_BOXES)) {
    const [first] = group.shown;
    if (first === undefined) continue;
    const { cause, tip } = wordProblem(first, texts);
    const alike = group.shown.length - 1 + group.more;
    const lines = group.shown.slice(1).flatMap((one) => problemLine(one) ?? []);
    const more = alike === 0 ? '' : texts.more(alike, linesAsText([...lines, ...group.lines]) ?? '');
    drawErrorBox(parent, { cause, tip, more, source, places: placesOf(group), langTag });
  }
  const hidden = groups.slice(MOST_BOXES).reduce((sum, { shown, more }) => sum + shown.length + more, 0);
  if (hidden > 0) parent.createDiv({ cls: 'rh-error-others', text: texts.others(hidden), attr: { lang: langTag } });
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
