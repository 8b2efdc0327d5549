import { blockIds, readBlocks } from './blocks';
import { type FrontMatter, getFrontMatterInfo, readFrontMatter } from './frontmatter';
import { Lines } from './lines';
import type { CachedMetadata, FrontmatterLinkCache, LinkCache, TagCache } from './types';

const WIKILINK = /(!?)\[\[([^[\]|\n]+?)(?:\|([^\]\n]*?))?\]\]/g;
const MARKDOWN_LINK = /(!?)\[([^\]\n]*)\]\((?:<([^>\n]+)>|([^()\s]+(?:\([^()\s]*\)[^()\s]*)*))(?:[ \t]+"[^"\n]*")?\)/g;
const TAG = /(^|[\s(（，。；：、])#([\p{L}\p{N}\p{Emoji_Presentation}_/-]+)/gmu;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/** What the metadata cache knows of a note's text. An empty list is left out, as the app does. */
export function parseMetadata(text: string): CachedMetadata {
  const lines = new Lines(text);
  const out: CachedMetadata = {};
  const info = getFrontMatterInfo(text);
  let firstLine = 0;
  const yaml: CachedMetadata['sections'] = [];
  if (info.exists) {
    const end = text.slice(0, info.contentStart).replace(/\r?\n$/, '').length;
    firstLine = lines.loc(end).line + 1;
    const frontmatter = readFrontMatter(text);
    if (frontmatter !== null) {
      out.frontmatter = frontmatter;
      const links = frontmatterLinks(frontmatter);
      if (links.length > 0) out.frontmatterLinks = links;
    }
    out.frontmatterPosition = lines.pos(0, end);
    yaml.push({ type: 'yaml', position: lines.pos(0, end) });
  }
  const blocks = readBlocks(lines, firstLine);
  const sections = [...yaml, ...blocks.sections];
  if (sections.length > 0) out.sections = sections;
  if (blocks.headings.length > 0) out.headings = blocks.headings;
  if (blocks.listItems.length > 0) out.listItems = blocks.listItems;
  const ids = blockIds(blocks);
  if (ids !== undefined) out.blocks = ids;
  readInline(lines, masked(text, info.contentStart, blocks.opaque), out);
  return out;
}

/** The text with code, comments and frontmatter blanked out, offsets kept. */
function masked(text: string, contentStart: number, opaque: readonly [number, number][]): string {
  const blank = (s: string): string => s.replace(/[^\n]/g, ' ');
  let out = blank(text.slice(0, contentStart));
  let at = contentStart;
  for (const [from, to] of opaque) {
    if (from < at) continue;
    out += text.slice(at, from) + blank(text.slice(from, to));
    at = to;
  }
  out += text.slice(at);
  return out.replace(/(`+)(?!`)[^\n]*?[^`\n]\1(?!`)/g, blank).replace(/%%[\s\S]*?%%/g, blank);
}

function readInline(lines: Lines, text: string, out: CachedMetadata): void {
  const links: LinkCache[] = [];
  const embeds: LinkCache[] = [];
  const add = (embed: boolean, at: number, original: string, link: string, displayText: string): void => {
    (embed ? embeds : links).push({ link, original, displayText, position: lines.pos(at, at + original.length) });
  };
  if (text.includes('[')) {
    for (const m of text.matchAll(WIKILINK)) {
      const link = (m[2] ?? '').trim().replace(/\\$/, ''); // in a table the bar is written \|
      add(m[1] === '!', m.index, m[0], link, m[3] ?? link.replace(/#/g, ' > ').replace(/^ > /, ''));
    }
    for (const m of text.matchAll(MARKDOWN_LINK)) {
      const target = m[3] ?? m[4] ?? '';
      if (!SCHEME.test(target)) add(m[1] === '!', m.index, m[0], decode(target), m[2] ?? '');
    }
  }
  const tags: TagCache[] = [];
  if (text.includes('#')) {
    for (const m of text.matchAll(TAG)) {
      if (/^\d+$/.test(m[2] ?? '')) continue;
      const at = m.index + (m[1]?.length ?? 0);
      tags.push({ tag: `#${m[2] ?? ''}`, position: lines.pos(at, m.index + m[0].length) });
    }
  }
  const inOrder = (a: LinkCache, b: LinkCache): number => a.position.start.offset - b.position.start.offset;
  if (links.length > 0) out.links = links.sort(inOrder);
  if (embeds.length > 0) out.embeds = embeds.sort(inOrder);
  if (tags.length > 0) out.tags = tags;
}

export function decode(link: string): string {
  try {
    return decodeURIComponent(link);
  } catch {
    return link;
  }
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
    const m = /^\[\[([^[\]|\n]+)(?:\|([^\]\n]*))?\]\]$/.exec(value.trim());
    if (m !== null) out.push({ key, link: m[1] ?? '', original: value, displayText: m[2] ?? m[1] ?? '' });
  };
  for (const [key, value] of Object.entries(frontmatter)) look(key, value);
  return out;
}
