import type { IsoWeek } from '../../core/ports';
import type { CompletedTask } from '../../core/report/model';
import { completedTasks } from '../../core/report/tasks';
import { compare } from '../../core/text/compare';
import { daysOfWeek } from '../../core/time/iso-week';
import { mayHoldTasks, noteKind } from '../../core/vault/note-kind';
import type { Settings } from '../../settings/schema';
import type { Context } from '../context';

/** Whose tasks the settings choose. */
interface ChosenTasks {
  /** Without slashes at their ends; `''` for the whole vault. */
  readonly folders: readonly string[];
  /** With `#`; null for none. */
  readonly tag: string | null;
}

/** Completed tasks of the folders and the tag in the settings; null where none is chosen. */
export async function doneInWeek(ctx: Context, week: IsoWeek): Promise<CompletedTask[] | null> {
  const chosen = chosenTasks(ctx.settings.values);
  const days = daysOfWeek(week);
  if (days === null || chosen === null) return null;
  await ctx.tasks.flush();
  const tasks = [...ctx.tasks.notes].flatMap(([path, ticked]) => {
    const isWhole = isInside(path, chosen);
    if ((!isWhole && chosen.tag === null) || !isOwnWork(ctx, path)) return [];
    return completedTasks(path, ticked, { ...days, tag: isWhole ? null : chosen.tag });
  });
  return tasks.sort((a, b) => compare(a.date, b.date) || compare(a.path, b.path) || a.line - b.line);
}

/** Which notes could not be read for their tasks, in words; nothing where there is none. */
export function unreadTasksRemark(ctx: Context): string[] {
  const chosen = chosenTasks(ctx.settings.values);
  if (chosen === null) return [];
  const unread = [...ctx.tasks.unread].filter(
    (path) => (chosen.tag !== null || isInside(path, chosen)) && isOwnWork(ctx, path),
  );
  return unread.length === 0 ? [] : [ctx.i18n.ui.report.unreadTasks(unread.sort(compare))];
}

function chosenTasks({ taskFolders, taskTag }: Readonly<Settings>): ChosenTasks | null {
  const folders = taskFolders
    .split(/[,，;；\n]/)
    .map((folder) => folder.trim().replace(/^\/+|\/+$/g, ''))
    .filter((folder, at, all) => folder !== '' || (all.length === 1 && taskFolders.trim() === '/'));
  const tag = taskTag.trim() === '' ? null : `#${taskTag.trim().replace(/^#+/, '')}`;
  return folders.length === 0 && tag === null ? null : { folders, tag };
}

function isInside(path: string, { folders }: ChosenTasks): boolean {
  return folders.some((folder) => folder === '' || path.startsWith(`${folder}/`));
}

/** Whether the tasks of a note are the student's own: those of templates, reports and the handbook are not. */
function isOwnWork({ app }: Context, path: string): boolean {
  const file = app.vault.getFileByPath(path);
  return mayHoldTasks(noteKind(file === null ? undefined : app.metadataCache.getFileCache(file)?.frontmatter));
}
