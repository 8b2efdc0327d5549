import { byId } from './block-ids';
import { readBlocks } from './blocks';
import { type FrontMatter, getFrontMatterInfo, readFrontMatter } from './frontmatter';
import { readInline, wikilink } from './inline';
import { Lines } from './lines';
import type { CachedMetadata, FrontmatterLinkCache } from './types';

/** What the metadata cache knows of a note's text. An empty list is left out, but for links in properties, as the app does. */
export function parseMetadata(text: string): CachedMetadata {
  const lines = new Lines(text);
  const out: CachedMetadata = {};
  const info = getFrontMatterInfo(text);
  let firstLine = 0;
  const sections: CachedMetadata['sections'] = [];
  if (info.exists) {
    const end = text.slice(0, info.contentStart).replace(/\r?\n$/, '').length;
    firstLine = lines.loc(end).line + 1;
    const frontmatter = readFrontMatter(text);
    if (frontmatter !== null) {
      out.frontmatter = frontmatter;
      out.frontmatterLinks = frontmatterLinks(frontmatter);
    }
    if (info.frontmatter.trim() !== '') out.frontmatterPosition = lines.pos(0, end);
    sections.push({ type: 'yaml', position: lines.pos(0, end) });
  }
  const blocks = readBlocks(lines, firstLine);
  sections.push(...blocks.sections);
  if (sections.length > 0) out.sections = sections;
  if (blocks.headings.length > 0) out.headings = blocks.headings;
  if (blocks.listItems.length > 0) out.listItems = blocks.listItems;
  const ids = byId([...blocks.sections, ...blocks.listItems]);
  if (ids !== undefined) out.blocks = ids;
  const { links, embeds, tags } = readInline(lines, blocks.prose);
  if (links.length > 0) out.links = links;
  if (embeds.length > 0) out.embeds = embeds;
  if (tags.length > 0) out.tags = tags;
  return out;
}

/** Links in properties: a value (or a list's item) that is one wikilink. */
function frontmatterLinks(frontmatter: FrontMatter): FrontmatterLinkCache[] {
  const out: FrontmatterLinkCache[] = [];
  const look = (key: string, value: unknown): void => {
    if (Array.isArray(value))
      value.forEach((item: unknown, i) => {
        look(`${key}.${String(i)}`, item);
      });
    if (typeof value !== 'string') return;
    const inner = /^\[\[([^[\]\n]+)\]\]$/.exec(value.trim())?.[1];
    if (inner === undefined) return;
    const { target, shown } = wikilink(inner);
    out.push({ key, link: target, original: value, displayText: shown });
  };
  for (const [key, value] of Object.entries(frontmatter)) look(key, value);
  return out;
}
