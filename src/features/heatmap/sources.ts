import type { HeatmapOptions } from '../../core/heatmap/options';
import { READING_METRICS } from '../../core/heatmap/reading-days';
import type { Context } from '../context';
import type { DaySource } from './day-source';
import { InlineSource } from './inline-source';
import { ReadingSource } from './reading-source';

/** Where the days that a heatmap's options ask for come from. */
export function sourceFor(ctx: Context, options: HeatmapOptions): DaySource {
  const { metric, combine, filter } = options;
  if (options.source === 'data') return new InlineSource(options.data, metric, combine);
  const counted = READING_METRICS.find((one) => one === metric) ?? 'minutes';
  return new ReadingSource(ctx.reading, counted, combine, filter);
}
