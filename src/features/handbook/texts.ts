import type { Failed, Outcome } from '../../core/handbook/apply';
import type { PackProblem } from '../../core/handbook/pack';
import type { KeepReason } from '../../core/handbook/note-steps';
import type { CheckedFolders } from '../../core/handbook/set-up-folders';
import type { Wordings } from '../../i18n';

type Words = Wordings['handbook'];

export function packProblem({ file, code, value }: PackProblem, t: Words): string {
  return t.packProblem(file, t.packProblems[code](value));
}

export function folderProblem({ path, problem, part }: CheckedFolders & { readonly ok: false }, t: Words): string {
  return t.folderProblems[problem](path, part);
}

export function keepReason(reason: KeepReason, t: Words): string {
  return t.keepReasons[reason];
}

export function failReason({ reason, message }: Failed, t: Words): string {
  return t.failReasons[reason](message);
}

/** An outcome for programs: lists of vault paths, as the CLI promises. */
export function outcomeJson(outcomes: readonly Outcome[], t: Words): Record<string, unknown> {
  const all = <T>(pick: (outcome: Outcome) => readonly T[]): T[] => outcomes.flatMap(pick);
  return {
    created: all((outcome) => outcome.created),
    updated: all((outcome) => outcome.updated),
    merged: all((outcome) => outcome.merged),
    kept: all((outcome) => outcome.kept).map(({ path }) => path),
    unchanged: all((outcome) => outcome.unchanged),
    failed: all((outcome) => outcome.failed).map((failed) => ({ path: failed.path, reason: failReason(failed, t) })),
  };
}

/** An outcome for people: a sentence of counts, then what needs their attention, a line each. */
export function outcomeText(outcomes: readonly Outcome[], t: Words): string {
  const all = <T>(pick: (outcome: Outcome) => readonly T[]): T[] => outcomes.flatMap(pick);
  return [
    outcomeSummary(outcomes, t),
    ...all((outcome) => outcome.failed).map((failed) => t.textFailed(failed.path, failReason(failed, t))),
    ...all((outcome) => outcome.kept).map(({ path, reason }) => t.textKept(path, keepReason(reason, t))),
    ...all((outcome) => outcome.merged).map(t.textMerged),
    ...all((outcome) => outcome.updated).map(t.textUpdated),
    ...all((outcome) => outcome.created).map(t.textCreated),
  ].join('\n');
}

/** How many notes were created, updated and so on; says so where nothing was. */
export function outcomeSummary(outcomes: readonly Outcome[], t: Words): string {
  const count = (pick: (outcome: Outcome) => readonly unknown[]): number => outcomes.flatMap(pick).length;
  const counts: [number, (count: number) => string][] = [
    [count((outcome) => outcome.created), t.countCreated],
    [count((outcome) => outcome.updated), t.countUpdated],
    [count((outcome) => outcome.merged), t.countMerged],
    [count((outcome) => outcome.kept), t.countKept],
    [count((outcome) => outcome.failed), t.countFailed],
  ];
  const said = counts.filter(([number]) => number > 0).map(([number, say]) => say(number));
  return said.length === 0 ? t.nothingToDo(count((outcome) => outcome.unchanged)) : t.sentence(said);
}
