import type { Damage, Failure } from '../bibliography/entry';
import type { Difference } from '../reading/filling';
import { differencesOf, taskFor, type ImportChoices } from './choices';
import type { ImportPlan, ImportStep, SkippedEntry } from './plan';

/** What became of a step's task. */
export type StepResult =
  | { readonly kind: 'created' | 'filled' | 'unchanged'; readonly path: string }
  | { readonly kind: 'failed'; readonly message: string };

/** Why an entry was left out, for a student who asks. */
export type LeftOut =
  SkippedEntry | { readonly code: 'unticked' | 'stopped'; readonly line: number; readonly value: string };

/** An entry that no note came of: it could not be read, or not be written. */
export type FailedEntry =
  Failure | { readonly code: 'not-written'; readonly line: number; readonly raw: string; readonly message: string };

/** What an import did, or would do. `found` is the sum of created, filled, unchanged, failed and skipped. */
export interface ImportOutcome {
  readonly found: number;
  readonly created: readonly string[];
  readonly filled: readonly string[];
  readonly unchanged: readonly string[];
  readonly failed: readonly FailedEntry[];
  readonly skipped: readonly LeftOut[];
  /** Values that stayed although the entry says something else, and those that were taken. */
  readonly different: readonly (Difference & { readonly path: string; readonly taken: boolean })[];
  /** New notes that may be doubles of others. */
  readonly doubles: readonly { readonly path: string; readonly other: string }[];
  /** Entries that were taken with something wrong in them. */
  readonly damaged: readonly (Damage & { readonly path: string })[];
}

/** Puts together what became of a plan; a step without a result was not come to. */
export function outcomeOf(
  plan: ImportPlan,
  choices: ImportChoices,
  results: ReadonlyMap<number, StepResult>,
): ImportOutcome {
  const outcome = {
    created: [] as string[],
    filled: [] as string[],
    unchanged: [] as string[],
    failed: [...plan.failures] as FailedEntry[],
    skipped: [...plan.skipped] as LeftOut[],
    different: [] as (Difference & { path: string; taken: boolean })[],
    doubles: [] as { path: string; other: string }[],
    damaged: [] as (Damage & { path: string })[],
  };
  for (const [number, step] of plan.steps.entries()) {
    const { line, draft, damage } = step.item;
    const task = taskFor(step, number, choices);
    if (task.kind === 'unticked') outcome.skipped.push({ code: 'unticked', line, value: draft.title });
    else if (task.kind === 'same-as') {
      outcome.skipped.push({ code: 'same-as', line, value: draft.title, other: task.line });
    } else {
      const result: StepResult | undefined =
        task.kind === 'unchanged' ? { kind: 'unchanged', path: task.path } : results.get(number);
      if (result === undefined) outcome.skipped.push({ code: 'stopped', line, value: draft.title });
      else if (result.kind === 'failed') {
        outcome.failed.push({ code: 'not-written', line, raw: step.item.text ?? draft.title, message: result.message });
      } else {
        outcome[result.kind].push(result.path);
        outcome.damaged.push(...damage.map((one) => ({ ...one, path: result.path })));
        const taken = task.kind === 'fill' ? task.replaced : [];
        for (const one of differencesOf(step))
          outcome.different.push({ ...one, path: result.path, taken: taken.includes(one) });
        const other = doubleOf(plan, step, results);
        if (result.kind === 'created' && other !== null) outcome.doubles.push({ path: result.path, other });
      }
    }
  }
  const byLine = (a: { readonly line: number }, b: { readonly line: number }): number => a.line - b.line;
  outcome.failed.sort(byLine);
  outcome.skipped.sort(byLine);
  return { found: plan.found, ...outcome };
}

/** The note that a new one may be a double of. */
function doubleOf(plan: ImportPlan, step: ImportStep, results: ReadonlyMap<number, StepResult>): string | null {
  if (step.kind !== 'create' || step.double === null) return null;
  const { place } = step.double;
  if ('path' in place) return place.path;
  const result = results.get(plan.steps.findIndex(({ item }) => item.line === place.line));
  return result === undefined || result.kind === 'failed' ? null : result.path;
}
