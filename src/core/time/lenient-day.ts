import type { IsoDate } from '../ports';
import { isCalendarDay } from './calendar-day';
import { innermost, readDate } from './date-value';
import { leadingDay } from './when';

/**
 * A day out of what people and scripts write, as `readDate` reads it (the day as written; no zone moves it), whatever may
 * stand behind it: `2026-03-01 in the evening` is a day. Null for anything else.
 */
export function lenientDay(value: unknown): IsoDate | null {
  if (typeof value === 'string' && isCalendarDay(value)) return value; // by far the most are
  const read = readDate(value);
  if (read.ok) return read.when.day;
  const held = innermost(value);
  const text = typeof held === 'string' ? held.trim() : '';
  const first = leadingDay(text);
  if (!first.ok) return null;
  const after = text.slice(first.written.length);
  return /^(?:$|[T\s])/.test(after) || /[日号號]$/.test(first.written) ? first.day : null;
}
