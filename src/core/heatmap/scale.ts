import { tidy } from './amount';
import type { ValueKind } from './values';

/**
 * From an amount to a level. `bounds[i]` is the least amount of level `steps[i]`; bounds never fall, and equal ones
 * mean that the levels below the last of them stay unused.
 */
export interface Scale {
  /** Number of colours: levels are 1..levels. */
  readonly levels: number;
  readonly bounds: readonly number[];
  readonly steps: readonly number[];
  /** Whether an amount under the first bound has no level (one's own thresholds) or the first one. */
  readonly open: boolean;
}

/** Level of an amount: 1..levels, or 0 for one under the first of one's own thresholds. */
export function levelOf(scale: Scale, amount: number): number {
  let level = scale.open ? 0 : (scale.steps[0] ?? 0);
  for (let i = 0; i < scale.bounds.length; i++) {
    if ((scale.bounds[i] ?? Infinity) <= amount) level = scale.steps[i] ?? level;
  }
  return level;
}

/**
 * Levels that hold about as many days each, so that one record day does not bleach all others (`1,2,3,4,100` gets all
 * four levels). Where all amounts are equal they get the deepest. Bounds are rounded to what people say (30 minutes
 * rather than 31), which also keeps them still while the log grows, as long as hardly a day changes its level by it.
 * @param amounts - of the days that count, in any order, finite
 */
export function quantileScale(amounts: readonly number[], levels: number, kind: ValueKind = 'numbers'): Scale {
  const sorted = Float64Array.from(amounts).sort(); // by value, where a plain array sorts texts
  const least = sorted[0] ?? 0;
  const exact = Array.from(
    { length: levels - 1 },
    (_, i) => sorted[Math.floor(((i + 1) * sorted.length) / levels)] ?? least,
  );
  return closed([least, ...rounded(exact, sorted, kind === 'times' || kind === 'durations' ? MINUTES : null)], levels);
}

/**
 * Levels of equal width from nought (or from the least amount, where it is negative) to the greatest.
 * @param fromLeast - from the least amount, wherever it lies: of times, of which none is nothing
 */
export function linearScale(amounts: readonly number[], levels: number, fromLeast = false): Scale {
  const most = amounts.reduce((a, b) => Math.max(a, b), amounts[0] ?? 0);
  const least = amounts.reduce((a, b) => Math.min(a, b), fromLeast ? most : 0);
  const bounds = Array.from({ length: levels }, (_, i) => tidy(least * (1 - i / levels) + most * (i / levels)));
  return closed(bounds, levels);
}

/** One's own thresholds, ascending; with fewer of them than colours, the last still gets the deepest colour. */
export function thresholdScale(thresholds: readonly number[], levels: number): Scale {
  const steps = thresholds.map((_, i) => Math.max(1, Math.round(((i + 1) * levels) / thresholds.length)));
  return { levels, bounds: thresholds, steps, open: true };
}

/** The level of each word, by its place. */
export function wordScale(steps: readonly number[]): Scale {
  return { levels: Math.max(1, ...steps), bounds: steps.map((_, i) => i + 1), steps, open: false };
}

/** Thresholds that say how far a day went towards a goal: begun, a third, two thirds, reached (for four levels). */
export function goalScale(goal: number, levels: number): Scale {
  const bounds = Array.from({ length: levels }, (_, i) => (levels === 1 ? goal : tidy((goal * i) / (levels - 1))));
  return { levels, bounds, steps: bounds.map((_, i) => i + 1), open: levels === 1 };
}

function closed(bounds: readonly number[], levels: number): Scale {
  return { levels, bounds, steps: bounds.map((_, i) => i + 1), open: false };
}

/** A smaller bound is said as it is. */
const SPOKEN_FROM = 20;

/** The bounds as people say them, where at most a day in twenty comes to lie on another side. */
function rounded(exact: readonly number[], sorted: Float64Array, steps: readonly number[] | null): readonly number[] {
  const least = sorted[0] ?? 0;
  const round = exact.map((bound) => {
    if (bound < SPOKEN_FROM) return bound;
    const said = (steps ?? [stepOf(bound)])
      .flatMap((step) => [Math.round(bound / step) * step, Math.floor(bound / step) * step])
      .map((one) => Math.max(least, one));
    const moved = (to: number): number => Math.abs(daysUnder(to, sorted) - daysUnder(bound, sorted));
    return said.find((one) => moved(one) * 20 <= sorted.length) ?? bound;
  });
  return new Set(round).size === new Set(exact).size ? round : exact;
}

/** Minutes are said by halves and quarters of an hour, and by fives where these would lie elsewhere. */
const MINUTES = [30, 15, 5];

/** Fives from 20 on, fifties from 200 on, and so on. */
function stepOf(bound: number): number {
  return 5 * 10 ** Math.floor(Math.log10(bound / SPOKEN_FROM));
}

/** How many amounts lie under a bound. */
function daysUnder(bound: number, sorted: Float64Array): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? Infinity) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
