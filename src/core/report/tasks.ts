import { hasTag, tagsOfLine } from '../markdown/tags';
import type { IsoDate } from '../ports';
import { completionDay } from '../tasks/completion';
import type { TickedTask } from '../tasks/ticked';
import type { CompletedTask } from './model';
import { taskWords } from '../tasks/words';

export interface TaskQuery {
  /** First and last day, both included. */
  readonly start: IsoDate;
  readonly end: IsoDate;
  /** Only tasks with this tag (with `#`; nested tags count); null for all of the note. */
  readonly tag: string | null;
}

/**
 * Those of a note's ticked tasks that were completed in a stretch of days; one without a date belongs to no week. Private
 * ones are left out.
 */
export function completedTasks(
  path: string,
  ticked: readonly TickedTask[],
  { start, end, tag }: TaskQuery,
): CompletedTask[] {
  return ticked.flatMap(({ line, text, private: isPrivate }) => {
    const date = completionDay(text);
    if (isPrivate || date === null || date < start || end < date) return [];
    if (tag !== null && !hasTag(tagsOfLine(text), [tag])) return [];
    const words = taskWords(text);
    return words === '' ? [] : [{ path, line, date, text: words }];
  });
}
