/** Bars are drawn in half percents: about a pixel, so nothing finer would be seen. */
export const BAR_STEPS = 200;

/**
 * How much of `[start, end)` has gone at an instant, in whole steps, from 0 to `steps`: floored, so that the last step
 * is reached only once it is over. All in milliseconds since 1970; a stretch without length is over at once.
 */
export function stepsGone(start: number, end: number, at: number, steps: number): number {
  if (at >= end) return steps;
  if (at <= start) return 0;
  return Math.floor(((at - start) * steps) / (end - start));
}

/** Whole percent that has gone, 0–100; 100 only once it is over. */
export function percentGone(start: number, end: number, at: number): number {
  return stepsGone(start, end, at, 100);
}

/** The first instant after `at` at which it starts, or `stepsGone` answers something else; null once it is over. */
export function nextStep(start: number, end: number, at: number, steps: number): number | null {
  if (at >= end) return null;
  if (at < start) return start;
  const next = stepsGone(start, end, at, steps) + 1;
  return start + Math.ceil((next * (end - start)) / steps);
}
