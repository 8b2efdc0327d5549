import type { HeatmapOptions } from '../../../core/heatmap/options';
import { READING_METRICS } from '../../../core/heatmap/metrics';
import { templateFolders } from '../../../platform/daily-notes';
import type { Context } from '../../context';
import { dayOfNamedNote } from '../day/daily-notes';
import type { DaySource } from './day-source';
import { inlineAmounts, ListSource } from './list-source';
import { MetadataSource, type NoteReader } from './metadata-source';
import { DatedNoteReader, PropertyReader, type Dating } from './note-readers';
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

function readerFor(ctx: Context, options: HeatmapOptions): NoteReader {
  const { source, property, dateProperty, metric, filter } = options;
  const templates = [ctx.places.folders().templates, ...templateFolders(ctx.app)];
  const dating: Dating = {
    dateProperty,
    dayOfNote: (path) => dayOfNamedNote(ctx.app, path),
    isTemplate: (path) => templates.some((folder) => folder !== '' && path.startsWith(`${folder}/`)),
  };
  if (source === 'property' && property !== null) return new PropertyReader(property, metric, dating);
  return new DatedNoteReader(dating, filter.tag.length + filter.folder.length > 0);
}
