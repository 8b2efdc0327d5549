import { checkboxMark } from '../markdown/checkbox';
import { readFrontmatter } from '../markdown/frontmatter';
import type { Yaml } from '../ports';
import type { Plan } from './plan';
import { recordKeys } from './record';
import { foldersAbove } from '../vault/path';

/** A note of ours that may go. */
export interface Removable {
  readonly path: string;
  readonly text: string;
}

/**
 * Notes of a handbook that are as they were shipped. Stricter than "unchanged" of an update, which keeps what it does
 * not count: a ticked box or a property of the student's keeps a note, since both would go with it.
 */
export function removableNotes(plan: Plan, yaml: Yaml): Removable[] {
  return plan.steps.flatMap((step) => {
    const text = step.kind === 'unchanged' && !step.edited ? step.text : step.kind === 'update' ? step.before : null;
    if (text === null || hasTicks(text)) return [];
    const shipped = plan.pack.notes.find((note) => note.id === step.id);
    if (shipped === undefined || hasOwnKeys(text, shipped.text, plan, yaml)) return [];
    return [{ path: step.path, text }];
  });
}

/** Folders above removed notes that the plugin made: the handbook's own and what lies in them, or known as `made`. */
export function ownFolders(removed: readonly string[], plans: readonly Plan[], made: readonly string[]): string[] {
  const tops = plans.flatMap(({ folders }) => [folders.handbook, folders.templates]);
  const isOwn = (folder: string): boolean =>
    made.includes(folder) || tops.some((top) => folder === top || folder.startsWith(`${top}/`));
  return [...new Set(removed.flatMap(foldersAbove))].filter(isOwn);
}

function hasTicks(text: string): boolean {
  return text.split('\n').some((line) => (checkboxMark(line) ?? ' ') !== ' ');
}

function hasOwnKeys(text: string, shipped: string, { pack, folders }: Plan, yaml: Yaml): boolean {
  const mine = readFrontmatter(text, yaml);
  const theirs = readFrontmatter(shipped, yaml);
  if (!mine.ok || !theirs.ok) return true;
  const record = recordKeys({
    pack: pack.name,
    packVersion: 1,
    language: pack.language,
    folders,
    beside: true,
    pin: '',
  });
  return Object.keys(mine.data).some((key) => !Object.hasOwn(theirs.data, key) && !Object.hasOwn(record, key));
}
