import type { IsoDate } from '../ports';
import { writtenAs, type OptionMap } from '../options/option-map';
import { dayFromNumber, formatDay, isCalendarDay } from '../time/calendar-day';
import type { HeatmapProblemCode } from './problem-code';

/** One amount on one day, written in a block or handed over by a script. */
export interface InlineAmount {
  readonly date: IsoDate;
  readonly amount: number;
  /** What to say about it in the day's list, or null. */
  readonly note: string | null;
}

/**
 * Reads `data`: days with amounts (`2026-03-01: 5`, or a script's `Map` of them), or a list of entries (`- date: …`, `value: …`, `note: …`).
 * Whatever is no day or no finite number is a problem.
 */
export function readInlineData(root: OptionMap<HeatmapProblemCode>): readonly InlineAmount[] {
  if (Array.isArray(root.raw('data'))) return (root.entries('data') ?? []).flatMap((entry) => readEntry(entry));
  const amounts: InlineAmount[] = [];
  const map = root.map('data');
  const raw = root.raw('data');
  if (map === undefined) return amounts;
  // Scripts group what they count in maps.
  const days: Iterable<readonly [unknown, unknown]> = raw instanceof Map ? raw : Object.entries(raw as object);
  for (const [key, value] of days) {
    if (value === undefined || value === null) continue; // a day with nothing behind it: no record
    const date = lenientDay(key);
    const amount = finite(value);
    if (date !== null && amount !== null) amounts.push({ date, amount, note: null });
    else
      root.problems.add('bad-data', ['data', writtenAs(key)], {
        value: date === null ? writtenAs(key) : writtenAs(value),
        at: date === null ? 'key' : 'value',
      });
  }
  return amounts;
}

function readEntry(entry: OptionMap<HeatmapProblemCode>): readonly InlineAmount[] {
  entry.only(['date', 'value', 'note']);
  if (!entry.require('date')) return [];
  const date = lenientDay(entry.raw('date'));
  const amount = entry.has('value') ? finite(entry.raw('value')) : 1;
  if (date !== null && amount !== null) return [{ date, amount, note: entry.text('note') ?? null }];
  const key = date === null ? 'date' : 'value';
  entry.problems.add('bad-data', [...entry.path, key], { value: writtenAs(entry.raw(key)) });
  return [];
}

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

/** A finite number, also one written as text; null for anything else. */
export function finite(value: unknown): number | null {
  if (typeof value === 'boolean') return value ? 1 : 0;
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}
