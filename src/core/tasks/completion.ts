import { inlineFields, type InlineField } from '../markdown/inline-fields';
import type { IsoDate } from '../ports';
import { isCalendarDay } from '../time/calendar-day';
import { lenientDay } from '../time/lenient-day';

/** The Tasks plugin's sign for the day a task was done. */
const SIGN = /✅\uFE0F?\s*(\d{4}-\d{2}-\d{2})/u;

/** Dataview's fields for it: its own, and those that people write. */
const FIELDS: readonly string[] = ['completion', 'done', 'completed'];

/**
 * The day that a task says it was completed on, as the Tasks plugin (`✅ 2026-08-04`) or Dataview
 * (`[completion:: 2026-08-04]`) write it; null where it says none, or one that does not exist.
 */
export function completionDay(task: string): IsoDate | null {
  const sign = SIGN.exec(task)?.[1];
  if (sign !== undefined) return isCalendarDay(sign) ? sign : null;
  const [day] = inlineFields(task).flatMap((field) => completionIn(field) ?? []);
  return day ?? null;
}

/** The day of a field that says when a task was done; null for any other field, and for words in its place. */
export function completionIn({ key, value }: InlineField): IsoDate | null {
  return FIELDS.includes(key) ? lenientDay(value) : null;
}
