import { TEMPLATE_PREFIX } from '../handbook/pack';

/** A handbook note with its checkboxes, as the metadata cache knows them. */
export interface HandbookNote {
  readonly path: string;
  readonly id: string;
  readonly title: string;
  /** Lines of the open and of the settled checkboxes, from 0, in order. */
  readonly open: readonly number[];
  readonly settled: readonly number[];
}

/** An open item, by where it stands. */
export interface StepPlace {
  readonly note: HandbookNote;
  readonly line: number;
}

export interface HandbookSteps {
  /** The first open items, in the pack's order. */
  readonly next: readonly StepPlace[];
  /** Notes whose checklist is not through, in the pack's order. */
  readonly unfinished: readonly HandbookNote[];
  /** How many notes have a checklist, and of how many every item is settled. */
  readonly checklists: number;
  readonly finished: number;
}

/**
 * What the handbook still asks for.
 *
 * @param notes - the handbook's notes of one language; of two with one id (copies made by a sync) one counts: that with
 *   the shortest path, then the first by alphabet
 * @param order - ids in the order of the pack; notes that it does not know come last, by path
 */
export function handbookSteps(notes: readonly HandbookNote[], order: readonly string[], limit: number): HandbookSteps {
  const rank = new Map(order.map((id, index) => [id, index]));
  const rankOf = (note: HandbookNote): number => rank.get(note.id) ?? order.length;
  const checklists = withoutCopies(notes)
    .filter((note) => !note.id.startsWith(TEMPLATE_PREFIX) && note.open.length + note.settled.length > 0)
    .sort((a, b) => rankOf(a) - rankOf(b) || byPath(a, b));
  const unfinished = checklists.filter(({ open }) => open.length > 0);
  return {
    next: unfinished.flatMap((note) => note.open.map((line) => ({ note, line }))).slice(0, limit),
    unfinished,
    checklists: checklists.length,
    finished: checklists.length - unfinished.length,
  };
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
