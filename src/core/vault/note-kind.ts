/** Kinds that a note says itself, under `type`. */
const TYPES = [
  'source',
  'weekly-report',
  'inbox',
  'handed-in',
  'feedback',
  'members',
  'agenda',
  'idea',
  'experiment',
  'reading-group',
] as const;

/** What a note is by its frontmatter; `null` for a note of the student's own that none of ours claims. */
export type NoteKind = (typeof TYPES)[number] | 'handbook';

/**
 * The kind of a note. A handbook's note is one whatever its type, since its templates show the frontmatter of the notes that
 * are made from them. Letter case and blanks around do not count: people type it.
 */
export function noteKind(frontmatter: Readonly<Record<string, unknown>> | null | undefined): NoteKind | null {
  if (frontmatter === null || frontmatter === undefined) return null;
  if (frontmatter['handbook-id'] !== undefined) return 'handbook';
  const { type } = frontmatter;
  const written = typeof type === 'string' ? type.trim().toLowerCase() : '';
  return TYPES.find((known) => known === written) ?? null;
}

/** What in notes of a kind is the student's own doing, and counts: the rest are samples, quotes or the handbook's text. */
const COUNTS: Readonly<Record<NoteKind, { readonly log: boolean; readonly tasks: boolean }>> = {
  source: { log: true, tasks: true },
  'weekly-report': { log: false, tasks: false },
  inbox: { log: false, tasks: false },
  'handed-in': { log: false, tasks: false },
  feedback: { log: false, tasks: false },
  members: { log: false, tasks: false },
  agenda: { log: false, tasks: false },
  idea: { log: true, tasks: true },
  experiment: { log: true, tasks: true },
  'reading-group': { log: false, tasks: true }, // several people write in it, and whoever reads it asks
  handbook: { log: false, tasks: false },
};

/** Whether notes of this kind have a log of work that is none of reading. */
export function hasWorkLog(kind: NoteKind | null): boolean {
  return kind === 'idea' || kind === 'experiment';
}

/** Whether log lines in notes of this kind are entries. */
export function mayHoldLog(kind: NoteKind | null): boolean {
  return kind === null || COUNTS[kind].log;
}

/** Whether ticked boxes in notes of this kind are work that was done. */
export function mayHoldTasks(kind: NoteKind | null): boolean {
  return kind === null || COUNTS[kind].tasks;
}
