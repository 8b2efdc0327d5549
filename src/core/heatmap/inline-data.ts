import type { IsoDate } from '../ports';
import type { OptionMap } from '../options/option-map';
import { writtenValue } from '../text/written-value';
import { plainDate } from '../options/script-values';
import { lenientDay } from '../time/lenient-day';
import type { HeatmapProblemCode } from './problem-code';
import type { ValueReader } from './values';

/** One amount on one day, written in a block or handed over by a script. */
export interface InlineAmount {
  readonly date: IsoDate;
  readonly amount: number;
  /** What to say about it in the day's list, or null. */
  readonly note: string | null;
}

const EXAMPLE_DAY = '2026-08-04';

/**
 * Reads `data`: days with amounts (`2026-03-01: 5`, or a script's `Map` of them), or a list of entries (`- date: …`, `value: …`, `note: …`).
 * Whatever is no day or no finite number is a problem.
 */
export function readInlineData(root: OptionMap<HeatmapProblemCode>, values: ValueReader): readonly InlineAmount[] {
  const finite = (value: unknown): number | null => values.amountOf(value);
  const raw = root.raw('data');
  if (Array.isArray(raw)) {
    return (root.items('data') ?? []).flatMap((item) => {
      const day = lenientDay(plainDate(item.value)) ?? EXAMPLE_DAY;
      const entry = root.entryAt(item, entryText(day, 1));
      return entry === undefined ? [] : readEntry(entry, values);
    });
  }
  const amounts: InlineAmount[] = [];
  if (root.map('data', `${lenientDay(raw) ?? EXAMPLE_DAY}: ${String(finite(raw) ?? values.example)}`) === undefined)
    return amounts;
  // Scripts group what they count in maps.
  const days: Iterable<readonly [unknown, unknown]> = raw instanceof Map ? raw : Object.entries(raw as object);
  for (const [key, value] of days) {
    if (value === undefined || value === null) continue; // a day with nothing behind it: no record
    const date = lenientDay(plainDate(key));
    const amount = finite(value);
    if (date !== null && amount !== null) amounts.push({ date, amount, note: null });
    else
      root.problems.add('bad-data', ['data', writtenValue(key)], {
        value: date === null ? writtenValue(key) : writtenValue(value),
        known: [
          `${date ?? EXAMPLE_DAY}: ${amount === null ? String(numberIn(value) ?? values.example) : writtenValue(value)}`,
        ],
        nearest: null,
        at: date === null ? 'key' : 'value',
      });
  }
  return amounts;
}

function readEntry(entry: OptionMap<HeatmapProblemCode>, values: ValueReader): readonly InlineAmount[] {
  entry.only(['date', 'value', 'note']);
  if (!entry.require('date', EXAMPLE_DAY)) return [];
  const date = lenientDay(plainDate(entry.raw('date')));
  const amount = entry.has('value') ? values.amountOf(entry.raw('value')) : 1;
  if (date !== null && amount !== null) return [{ date, amount, note: entry.text('note') ?? null }];
  const key = date === null ? 'date' : 'value';
  entry.problems.add('bad-data', [...entry.path, key], {
    value: writtenValue(entry.raw(key)),
    known: [
      date === null ? `date: ${EXAMPLE_DAY}` : `value: ${String(numberIn(entry.raw('value')) ?? values.example)}`,
    ],
    nearest: null,
  });
  return [];
}

function entryText(day: IsoDate, amount: number): string {
  return `{date: ${day}, value: ${String(amount)}}`;
}

/** The number that a text begins with (`5 km`), for a tip. */
function numberIn(value: unknown): number | null {
  const number = typeof value === 'string' ? /^-?\d+(?:\.\d+)?/.exec(value.trim())?.[0] : undefined;
  return number === undefined ? null : Number(number);
}
