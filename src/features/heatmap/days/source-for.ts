import type { App, CachedMetadata } from 'obsidian';
import type { HeatmapOptions } from '../../../core/heatmap/options';
import { READING_METRICS } from '../../../core/heatmap/metrics';
import { templateFolders } from '../../../platform/daily-notes';
import type { Context } from '../../context';
import { dayOfNamedNote } from '../day/daily-notes';
import type { DaySource } from './day-source';
import { DataviewSource } from './dataview-source';
import { FieldSource } from './field-source';
import { inlineAmounts, ListSource } from './list-source';
import { MetadataSource, type NoteReader } from './metadata-source';
import { passesNoteFilter } from './note-filter';
import { dateOf, DatedNoteReader, PropertyReader, type Dating } from './note-readers';
import { ReadingSource } from './reading-source';
import { TaskSource } from './task-source';

/**
 * Where the days that a heatmap's options ask for come from.
 * @param path - of the note that asks; null for a script, a form or a base
 */
export function sourceFor(ctx: Context, options: HeatmapOptions, path: string | null): DaySource {
  const { metric, combine, filter } = options;
  if (options.source === 'data') {
    const list = new ListSource(metric === 'count' ? 'sum' : combine);
    list.replace(inlineAmounts(options.data, metric === 'count'));
    return list;
  }
  if (options.source === 'reading') {
    const counted = READING_METRICS.find((one) => one === metric) ?? 'minutes';
    return new ReadingSource(ctx.reading, ctx.work, counted, combine, filter);
  }
  const how = metric === 'count' ? 'sum' : combine;
  if (options.source === 'field') {
    const dating = datingOf(ctx, options);
    return new FieldSource({
      log: ctx.fields,
      field: options.property ?? '',
      counted: metric === 'count',
      values: options.values,
      combine: how,
      dayOfNote: (path) => dateOf({ path, frontmatter: metadataOf(ctx.app, path)?.frontmatter ?? {} }, dating),
      passes: (path) => passesNoteFilter(path, metadataOf(ctx.app, path), filter),
    });
  }
  if (options.source === 'dataview') return new DataviewSource(ctx.app, options, path, () => ctx.notes.settled());
  if (options.source === 'tasks') return new TaskSource(ctx.app, ctx.tasks, filter, how);
  return new MetadataSource(ctx.vaultIndex, readerFor(ctx, options), filter, how);
}

function readerFor(ctx: Context, options: HeatmapOptions): NoteReader {
  const { source, property, metric, values, filter } = options;
  const dating = datingOf(ctx, options);
  if (source === 'property' && property !== null) return new PropertyReader(property, metric, values, dating);
  return new DatedNoteReader(dating, filter.tag.length + filter.folder.length > 0);
}

function datingOf(ctx: Context, { dateProperty }: HeatmapOptions): Dating {
  const templates = [ctx.places.folders().templates, ...templateFolders(ctx.app)];
  return {
    dateProperty,
    dayOfNote: (path) => dayOfNamedNote(ctx.app, path),
    isTemplate: (path) => templates.some((folder) => folder !== '' && path.startsWith(`${folder}/`)),
  };
}

function metadataOf(app: App, path: string): CachedMetadata | null {
  return app.metadataCache.getCache(path);
}
