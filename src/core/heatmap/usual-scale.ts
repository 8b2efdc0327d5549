import type { Metric } from './options';
import { tidy } from './amount';
import type { Scale } from './scale';

/** Four levels of what a day of reading usually holds: less than half an hour, less than one, than two, and more; of deep work twice that. */
const USUAL = { minutes: [1, 30, 60, 120], deep: [1, 60, 120, 240], pages: [1, 10, 20, 40] } as const;

/**
 * Levels that stay where they are whatever the days hold, for what the plugin counts itself; things that are counted one
 * by one go a level up with each. Null for numbers of one's own, which nobody can know the usual size of.
 * @param levels - number of colours; other than four of them divide the same way evenly
 */
export function usualScale(metric: Metric, levels: number): Scale | null {
  if (metric === 'value') return null;
  const bounds =
    metric === 'minutes' || metric === 'deep' || metric === 'pages' ? divided(USUAL[metric], levels) : counted(levels);
  return { levels, bounds, steps: bounds.map((_, i) => i + 1), open: false };
}

function divided(usual: readonly number[], levels: number): readonly number[] {
  if (levels === usual.length) return usual;
  const deepest = usual.at(-1) ?? 1;
  return counted(levels).map((_, i) => (i === 0 ? 1 : tidy((deepest * i) / Math.max(1, levels - 1))));
}

function counted(levels: number): readonly number[] {
  return Array.from({ length: levels }, (_, i) => i + 1);
}
