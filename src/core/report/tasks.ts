import type { IsoDate } from '../ports';
import { inlineFields } from '../markdown/inline-fields';
import { parseListedItem } from '../markdown/list-lines';
import { scanNote } from '../markdown/scan';
import { isCalendarDay } from '../time/calendar-day';
import type { CompletedTask } from './model';
import { isPrivateLine } from './private-line';
import { taskWords } from './task-words';

const TASKS_DONE = /✅\uFE0F?\s*(\d{4}-\d{2}-\d{2})/u;

export interface TaskQuery {
  /** First and last day, both included. */
  readonly start: IsoDate;
  readonly end: IsoDate;
  /** Only tasks with this tag (with `#`; nested tags count); null for all of the note. */
  readonly tag: string | null;
}

/**
 * Tasks of a note that were completed in a stretch of days, by the date that Tasks (`✅ 2026-08-04`) or Dataview
 * (`[completion:: 2026-08-04]`) wrote; a ticked box without a date belongs to no week. Private lines are left out.
 */
export function completedTasks(path: string, text: string, { start, end, tag }: TaskQuery): CompletedTask[] {
  if (!text.includes('✅') && !text.includes('::')) return [];
  return scanNote(text).flatMap((line) => {
    if (line.kind !== 'text') return [];
    const item = parseListedItem(line.visible);
    if (item === null || (item.checkbox !== 'x' && item.checkbox !== 'X')) return [];
    const date = completionDate(item.text);
    if (date === null || date < start || end < date) return [];
    if (isPrivateLine(item.text) || (tag !== null && !hasTag(item.text, tag))) return [];
    const words = taskWords(item.text);
    return words === '' ? [] : [{ path, line: line.number, date, text: words }];
  });
}

function completionDate(text: string): IsoDate | null {
  const written =
    TASKS_DONE.exec(text)?.[1] ??
    inlineFields(text)
      .find(({ key }) => key === 'completion')
      ?.value.slice(0, 10);
  return written !== undefined && isCalendarDay(written) ? written : null;
}

/** Whether the text has the tag or one below it; tags know no letter case. */
function hasTag(text: string, tag: string): boolean {
  const wanted = tag.toLowerCase();
  const tags = text.toLowerCase().match(/#[^\s#,.;:!?()[\]{}'"]+/g) ?? [];
  return tags.some((one) => one === wanted || one.startsWith(`${wanted}/`));
}
