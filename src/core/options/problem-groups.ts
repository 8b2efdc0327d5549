import type { Place } from './place';
import { problemLine, type OptionProblem } from './problem';

/** Problems of one cause. */
export interface ProblemGroup<Own extends string = never> {
  /** Those that are shown, in the order of their lines. */
  readonly shown: readonly OptionProblem<Own>[];
  /** How many more there are, and the lines (from 1) that they begin on, as far as they have any. */
  readonly more: number;
  readonly lines: readonly number[];
}

/** From more than so many of one cause, the first few stand for all. */
const FEW = 3;

/**
 * Groups problems by their cause, in the order of their lines: 365 wrong days are one fault to a reader. Few of one cause
 * stand each for itself.
 */
export function groupProblems<Own extends string>(problems: readonly OptionProblem<Own>[]): ProblemGroup<Own>[] {
  const byCause = new Map<string, OptionProblem<Own>[]>();
  for (const problem of inOrder(problems)) {
    const cause = causeOf(problem);
    const same = byCause.get(cause);
    if (same === undefined) byCause.set(cause, [problem]);
    else same.push(problem);
  }
  const groups = [...byCause.values()].flatMap((same) =>
    same.length > FEW ? [summary(same)] : same.map((one) => ({ shown: [one], more: 0, lines: [] })),
  );
  const at = ({ shown: [first] }: ProblemGroup<Own>): number => (first === undefined ? Infinity : lineOf(first));
  return groups.sort((a, b) => at(a) - at(b) || 0);
}

/** Lines as people write them: `3, 5–12`; null where they are too many to name. */
export function linesAsText(lines: readonly number[]): string | null {
  const runs: [number, number][] = [];
  for (const line of [...new Set(lines)].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last?.[1] === line - 1) last[1] = line;
    else runs.push([line, line]);
  }
  if (runs.length > MOST_RUNS) return null;
  return runs.map(([from, to]) => (from === to ? String(from) : `${String(from)}–${String(to)}`)).join(', ');
}

const MOST_RUNS = 6;

function summary<Own extends string>(same: readonly OptionProblem<Own>[]): ProblemGroup<Own> {
  const rest = same.slice(FEW);
  return { shown: same.slice(0, FEW), more: rest.length, lines: rest.flatMap((one) => problemLine(one) ?? []) };
}

/** Stretches of the text that a group shows, each once. */
export function placesOf(group: ProblemGroup<string>): readonly Place[] {
  return group.shown.flatMap(({ places }) => places);
}

/** What a reader would call the same mistake: what is wrong, where in the options, and what was most likely meant. */
function causeOf({ code, path, nearest }: OptionProblem<string>): string {
  const where = path.slice(0, -1).filter((part) => typeof part === 'string');
  return JSON.stringify([code, where, nearest]);
}

function inOrder<Own extends string>(problems: readonly OptionProblem<Own>[]): OptionProblem<Own>[] {
  return [...problems].sort((a, b) => lineOf(a) - lineOf(b) || 0);
}

/** Those without a line (something is missing) come last. */
function lineOf(problem: OptionProblem<string>): number {
  return problemLine(problem) ?? Infinity;
}
