import type { IsoDate } from '../ports';
import { dayFromNumber, formatDay, isCalendarDay } from './calendar-day';

/**
 * A day out of what people and scripts write: `2026-03-01`, `2026-3-1`, `2026/3/1`, `20260301`, one with a time behind it (the day
 * as written; no zone moves it), or a JavaScript date (its UTC day, as YAML readers make them). Null for anything else.
 */
export function lenientDay(value: unknown): IsoDate | null {
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? null : dayFromNumber(Math.floor(value.getTime() / 86_400_000)); // UTC days
  if (typeof value !== 'string') return null;
  if (isCalendarDay(value)) return value;
  const parts = /^\s*(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|(\d{2})(\d{2}))(?:$|[T\s])/.exec(value);
  if (parts === null) return null;
  const date = formatDay(Number(parts[1]), Number(parts[3] ?? parts[5]), Number(parts[4] ?? parts[6]));
  return isCalendarDay(date) ? date : null;
}
