/** One line of `npm run bench`. */
export interface Figure {
  readonly label: string;
  /** The measured figure with its unit, e.g. `1.32 ×`. */
  readonly value: string;
  /** What it is measured against, e.g. `≤ 1.5 ×`. */
  readonly target?: string;
  /** Whether the target is met; left out where the figure is only told. */
  readonly holds?: boolean;
}

/** The middle value; of an even number of values the lower of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}

/**
 * The mean of the middle half: as deaf to stray values as the median, yet finer than the tenths of a millisecond in which
 * a browser tells the time.
 */
export function middleMean(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const quarter = Math.floor(sorted.length / 4);
  const middle = sorted.slice(quarter, sorted.length - quarter);
  return middle.reduce((sum, value) => sum + value, 0) / middle.length;
}
