import type { CachedMetadata } from 'obsidian';
import { readFrontmatter } from '../../core/markdown/frontmatter';
import { appYaml } from '../app-yaml';
import type { NoteMeta } from './collector';

/** A note as the app's cache has it. */
export function metaOf(path: string, cache: CachedMetadata): NoteMeta {
  return { path, frontmatter: cache.frontmatter ?? {}, cache, ahead: false };
}

/** A note as its text has it, where the cache lags behind. */
export function metaFromText(path: string, text: string, cache: CachedMetadata | null): NoteMeta {
  const read = readFrontmatter(text, appYaml);
  return { path, frontmatter: read.ok ? read.data : {}, cache, ahead: true };
}

/** Whether there is frontmatter that the app could not read. */
export function isBroken({ cache }: NoteMeta): boolean {
  return cache?.frontmatter === undefined && cache?.sections?.[0]?.type === 'yaml';
}

/** Tags in the note's text, without `#`. */
export function inlineTags({ cache }: NoteMeta): string[] {
  return (cache?.tags ?? []).map(({ tag }) => tag.replace(/^#/, ''));
}

/** Targets of the links that stand on list lines. */
export function listLinks({ cache }: NoteMeta): string[] {
  if (cache?.links === undefined || cache.listItems === undefined || cache.links.length === 0) return [];
  const lines = new Set(cache.listItems.map((item) => item.position.start.line));
  return cache.links.filter((link) => lines.has(link.position.start.line)).map((link) => linkPath(link.link));
}

/** A link's target without its heading or block. */
export function linkPath(link: string): string {
  const hash = link.indexOf('#');
  return hash < 0 ? link : link.slice(0, hash);
}
