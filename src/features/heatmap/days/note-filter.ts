import { getAllTags, type CachedMetadata } from 'obsidian';
import type { HeatmapFilter } from '../../../core/heatmap/options';
import { inFolder } from '../../../core/heatmap/reading-days';
import { hasTag } from '../../../core/markdown/tags';

/** Whether a filter by tag and folder lets a note pass. */
export function passesNoteFilter(path: string, cache: CachedMetadata | null, { tag, folder }: HeatmapFilter): boolean {
  const tags = (): string[] => (cache === null ? [] : (getAllTags(cache) ?? []));
  return (tag.length === 0 || hasTag(tags(), tag)) && (folder.length === 0 || inFolder(path, folder));
}
