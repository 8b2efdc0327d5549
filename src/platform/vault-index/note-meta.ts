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

/** `---`, a blank line and `---`: frontmatter that holds no more is empty, not broken. */
const EMPTY_LENGTH = 8;

/** As `isBroken`, and there is something in it: the cache tells a property that cannot be read from none by no more. */
export function holdsBrokenProperties(note: NoteMeta): boolean {
  if (note.ahead || !isBroken(note)) return false;
  const position = note.cache?.sections?.[0]?.position;
  return position !== undefined && position.end.offset - position.start.offset > EMPTY_LENGTH;
}

/** Tags in the note's text, without `#`. */
export function inlineTags({ cache }: NoteMeta): string[] {
  return (cache?.tags ?? []).map(({ tag }) => tag.replace(/^#/, ''));
}

/** Whether a link that stands on a list line has a target of which `test` says so. */
export function hasListLink({ cache }: NoteMeta, test: (target: string) => boolean): boolean {
  const { links, listItems } = cache ?? {};
  if (links === undefined || listItems === undefined || links.length === 0) return false;
  let at = 0; // both come in the order of the note
  for (const { link, position } of links) {
    const { line } = position.start;
    while (at < listItems.length && (listItems[at]?.position.start.line ?? 0) < line) at++;
    if (listItems[at]?.position.start.line === line && test(linkPath(link))) return true;
  }
  return false;
}

/** A link's target without its heading or block. */
export function linkPath(link: string): string {
  const hash = link.indexOf('#');
  return hash < 0 ? link : link.slice(0, hash);
}
