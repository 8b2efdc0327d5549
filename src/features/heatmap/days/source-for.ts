import type { HeatmapOptions } from '../../../core/heatmap/options';
import { READING_METRICS } from '../../../core/heatmap/metrics';
import type { Context } from '../../context';
import { dayOfNamedNote } from '../day/daily-notes';
import type { DaySource } from './day-source';
import { inlineAmounts, ListSource } from './list-source';
import { MetadataSource, type NoteReader } from './metadata-source';
import { DatedNoteReader, PropertyReader, type DayOfNote } from './note-readers';
import { ReadingSource } from './reading-source';
import { TaskSource } from './task-source';

/** Where the days that a heatmap's options ask for come from. */
export function sourceFor(ctx: Context, options: HeatmapOptions): DaySource {
  const { metric, combine, filter } = options;
  if (options.source === 'data') {
    const list = new ListSource(metric === 'count' ? 'sum' : combine);
    list.replace(inlineAmounts(options.data, metric === 'count'));
    return list;
  }
  if (options.source === 'reading') {
    const counted = READING_METRICS.find((one) => one === metric) ?? 'minutes';
    return new ReadingSource(ctx.reading, counted, combine, filter);
  }
  const how = metric === 'count' ? 'sum' : combine;
  if (options.source === 'tasks') return new TaskSource(ctx.app, ctx.tasks, filter, how);
  return new MetadataSource(ctx.vaultIndex, readerFor(ctx, options), filter, how);
}

function readerFor(ctx: Context, { source, property, dateProperty, metric }: HeatmapOptions): NoteReader {
  const byName: DayOfNote = (path) => dayOfNamedNote(ctx.app, path);
  if (source === 'property' && property !== null) return new PropertyReader(property, dateProperty, metric, byName);
  return new DatedNoteReader(dateProperty, byName);
}
