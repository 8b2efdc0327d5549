import type { Item } from '../bibliography/item';
import { NO_FILLING, type Difference, type Filling, type FillableKey } from '../reading/filling';
import type { ImportPlan, ImportStep, KnownNote } from './plan';

/** What the student decided about a plan; steps by their number. */
export interface ImportChoices {
  /** Steps that are left out. */
  readonly unticked: ReadonlySet<number>;
  /** Keys that take the new value where the note says something else. */
  readonly taken: ReadonlyMap<number, ReadonlySet<FillableKey>>;
  /** Possible doubles that are what they may be, so that none is made. */
  readonly same: ReadonlySet<number>;
}

/** Everything new is made, everything empty filled, and whatever a note says stays. */
export const DEFAULT_CHOICES: ImportChoices = { unticked: new Set(), taken: new Map(), same: new Set() };

/** What is to be done for a step. */
export type ImportTask =
  | { readonly kind: 'create'; readonly item: Item }
  | {
      readonly kind: 'fill';
      readonly path: string;
      readonly fills: Filling['fills'];
      readonly replaced: readonly Difference[];
    }
  /** Nothing: the note says it all, or another tool made it. */
  | { readonly kind: 'unchanged'; readonly path: string }
  /** Nothing, since the student left it out. */
  | { readonly kind: 'unticked' }
  /** Nothing: it is the entry on that line (from 0), which becomes a note. */
  | { readonly kind: 'same-as'; readonly line: number };

/** What is to be done for a step of the plan, as the student chose. */
export function taskFor(step: ImportStep, number: number, choices: ImportChoices): ImportTask {
  if (choices.unticked.has(number)) return { kind: 'unticked' };
  const double = step.kind === 'create' && choices.same.has(number) ? step.double : null;
  if (double !== null && 'line' in double.place) return { kind: 'same-as', line: double.place.line };
  const known = knownIn(step, number, choices);
  if (known === null) return { kind: 'create', item: step.item };
  const { source, filling } = known;
  const taken = choices.taken.get(number);
  const replaced = filling.differing.filter(({ key }) => taken?.has(key) === true);
  if (Object.keys(filling.fills).length === 0 && replaced.length === 0) return { kind: 'unchanged', path: source.path };
  return { kind: 'fill', path: source.path, fills: filling.fills, replaced };
}

/** The note that a step is about, if it is one that is here. */
export function knownIn(step: ImportStep, number: number, choices: ImportChoices): KnownNote | null {
  if (step.kind === 'known') return step.known;
  return choices.same.has(number) ? (step.double?.known ?? null) : null;
}

/** What differs between a step's entry and the note that it is. */
export function differencesOf(step: ImportStep): readonly Difference[] {
  return (step.kind === 'known' ? step.known.filling : NO_FILLING).differing;
}

/** How many entries become what; they add up to those found. */
export interface ImportCounts {
  readonly found: number;
  readonly created: number;
  readonly filled: number;
  /** Notes in which only values that the student took are other ones. */
  readonly replaced: number;
  readonly unchanged: number;
  readonly unticked: number;
  /** The same as another entry, commented out, or holding things for others. */
  readonly skipped: number;
  readonly failed: number;
}

/** What a plan comes to, as the student chose. */
export function importCounts(plan: ImportPlan, choices: ImportChoices): ImportCounts {
  const tasks = plan.steps.map((step, number) => taskFor(step, number, choices));
  const count = (test: (task: ImportTask) => boolean): number => tasks.filter(test).length;
  const fills = (task: ImportTask): boolean => task.kind === 'fill' && Object.keys(task.fills).length > 0;
  return {
    found: plan.found,
    created: count(({ kind }) => kind === 'create'),
    filled: count(fills),
    replaced: count((task) => task.kind === 'fill' && !fills(task)),
    unchanged: count(({ kind }) => kind === 'unchanged'),
    unticked: count(({ kind }) => kind === 'unticked'),
    skipped: plan.skipped.length + count(({ kind }) => kind === 'same-as'),
    failed: plan.failures.length,
  };
}
