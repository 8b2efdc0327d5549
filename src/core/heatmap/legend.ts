import type { Scale } from './scale';

/** Amounts that one level stands for. */
export interface LegendKey {
  readonly level: number;
  /** Least amount, or null where there is no lower bound. */
  readonly from: number | null;
  /** Greatest amount for whole numbers, else the amount it stays under; null where there is no upper bound. */
  readonly to: number | null;
}

/**
 * The keys of a scale with its real bounds, palest first; levels that no amount can reach are left out.
 * @param whole - whether every amount is a whole number, so that `1–29` can be said rather than `1–30`
 * @param least - the least amount that counts, where the scale's first bound lies under it
 */
export function legendKeys(scale: Scale, whole: boolean, least: number): readonly LegendKey[] {
  const keys: LegendKey[] = [];
  const first = scale.bounds[0];
  if (first === undefined) return keys;
  if (scale.open && least < first) keys.push({ level: 0, from: null, to: upTo(first, whole) });
  scale.bounds.forEach((bound, i) => {
    const next = scale.bounds[i + 1];
    if (next === bound) return;
    const lowest = i === 0 || bound === first;
    const isEndless = least <= 0 && bound <= 0 && next !== undefined;
    const from = lowest && !scale.open ? (isEndless ? null : Math.max(bound, least)) : bound;
    const to = next === undefined ? null : upTo(next, whole);
    if (from !== null && to !== null && (whole ? to < Math.ceil(from) : to <= from)) return;
    keys.push({ level: scale.steps[i] ?? i + 1, from: whole && from !== null ? Math.ceil(from) : from, to });
  });
  return keys;
}

/** A key for each level of words, whose places stand for amounts; of words that share a level the first speaks. */
export function wordKeys(levels: readonly number[]): readonly LegendKey[] {
  const keys = levels.map((level, i) => ({ level, from: i + 1, to: i + 1 }));
  return keys.filter(({ level }, i) => levels.indexOf(level) === i).sort((a, b) => a.level - b.level);
}

/** Whole numbers under a bound end one before it, or before the next whole number where the bound is none. */
function upTo(bound: number, whole: boolean): number {
  return whole ? Math.ceil(bound) - 1 : bound;
}
