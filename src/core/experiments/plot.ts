import type { MetricColumn } from './runs';

/** A metric over its runs as paths of a picture, 240 wide and 100 high. */
export interface Plot {
  readonly line: string;
  readonly dots: string;
  readonly best: string;
  /** Crosses for runs that came to no number. */
  readonly gaps: string;
  /** Height of the baseline; null for none. */
  readonly base: number | null;
  /** Where the first of the best stands; null for none. */
  readonly bestAt: readonly [number, number] | null;
}

const [LEFT, RIGHT, TOP, BOTTOM] = [14, 186, 22, 64];

/** The line breaks where a run came to no number. Runs that say nothing of the metric have no place. */
export function plotOf({ cells, best, baseline }: Pick<MetricColumn, 'cells' | 'best' | 'baseline'>): Plot {
  const said = cells.filter((cell) => cell !== null);
  // Halved, since the way from the least number to the greatest is none.
  const halves = [...said, baseline].flatMap((one) => (one?.value == null ? [] : one.value / 2));
  const [least, most] = [Math.min(...halves), Math.max(...halves)];
  const round = (length: number): number => Math.round(length * 10) / 10;
  const height = (value: number): number =>
    round(BOTTOM - (least === most ? 0.5 : (value / 2 - least) / (most - least)) * (BOTTOM - TOP));
  const across = (at: number): number =>
    round(LEFT + (said.length === 1 ? 0.5 : at / (said.length - 1)) * (RIGHT - LEFT));
  const plot = { line: '', dots: '', best: '', gaps: '' };
  let bestAt: [number, number] | null = null;
  said.forEach(({ value }, at) => {
    const x = across(at);
    if (value === null) {
      plot.gaps += `M${String(x - 3)} ${String(BOTTOM)}l6 6m0-6l-6 6`;
      return;
    }
    const y = height(value);
    plot.line += `${said[at - 1]?.value == null ? 'M' : 'L'}${String(x)} ${String(y)}`;
    const isBest = value === best;
    plot[isBest ? 'best' : 'dots'] += `M${String(x - 3.5)} ${String(y)}a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0`;
    if (isBest) bestAt ??= [x, y];
  });
  return { ...plot, base: baseline?.value == null ? null : height(baseline.value), bestAt };
}
