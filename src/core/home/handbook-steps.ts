import { TEMPLATE_PREFIX } from '../handbook/pack';
import type { ChecklistItem } from './checklist';

/** A handbook note with its checkboxes, as the metadata cache knows them. */
export interface HandbookNote {
  readonly path: string;
  readonly id: string;
  readonly title: string;
  /** Lines of the open and of the settled checkboxes, from 0, in order. */
  readonly open: readonly number[];
  readonly settled: readonly number[];
}

export interface Checklists {
  /** Notes with a checklist, in the pack's order. */
  readonly all: readonly HandbookNote[];
  /** Those of them in which something is left to do. */
  readonly unfinished: readonly HandbookNote[];
  /** Steps of all of them, and how many of these are done. */
  readonly steps: { readonly done: number; readonly total: number };
}

/**
 * The handbook's checklists.
 *
 * @param notes - the handbook's notes of one language; of two with one id (copies made by a sync) one counts: that with
 *   the shortest path, then the first by alphabet
 * @param order - ids in the order of the pack; notes that it does not know come last, by path
 */
export function handbookChecklists(notes: readonly HandbookNote[], order: readonly string[]): Checklists {
  const rank = new Map(order.map((id, index) => [id, index]));
  const rankOf = (note: HandbookNote): number => rank.get(note.id) ?? order.length;
  const all = withoutCopies(notes)
    .filter((note) => !note.id.startsWith(TEMPLATE_PREFIX) && note.open.length + note.settled.length > 0)
    .sort((a, b) => rankOf(a) - rankOf(b) || byPath(a, b));
  const done = all.reduce((sum, { settled }) => sum + settled.length, 0);
  return {
    all,
    unfinished: all.filter(({ open }) => open.length > 0),
    steps: { done, total: all.reduce((sum, { open }) => sum + open.length, done) },
  };
}

/** A step as it is shown, with the note that it stands in. */
export interface Step {
  readonly path: string;
  /** The note's title. */
  readonly title: string;
  readonly item: ChecklistItem;
}

/**
 * The steps to show: the first open ones, and among them those that were ticked where they are shown, so that nothing
 * jumps and a slip can be taken back.
 *
 * @param steps - all steps in order
 * @param ticked - those ticked here
 * @returns at most `limit`; once all that are shown are done, the next open ones
 */
export function stepsToShow(steps: readonly Step[], ticked: (step: Step) => boolean, limit: number): readonly Step[] {
  const shown = steps.filter((step) => !step.item.done || ticked(step)).slice(0, limit);
  if (shown.some(({ item }) => !item.done)) return shown;
  return steps.filter(({ item }) => !item.done).slice(0, limit);
}

function withoutCopies(notes: readonly HandbookNote[]): HandbookNote[] {
  const kept = new Map<string, HandbookNote>();
  for (const note of [...notes].sort((a, b) => a.path.length - b.path.length || byPath(a, b))) {
    if (!kept.has(note.id)) kept.set(note.id, note);
  }
  return [...kept.values()];
}

function byPath(a: HandbookNote, b: HandbookNote): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
