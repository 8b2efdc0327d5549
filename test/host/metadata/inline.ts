// Links and tags in prose. The app keeps those inside `%%…%%`, and drops those in code, HTML tags and HTML comments.
import type { Lines } from './lines';
import type { LinkCache, TagCache } from './types';

// One after another from the left, the first that fits: an escaped character, a code span, an HTML comment or tag, a wikilink,
// the destination of a Markdown link (its text may hold tags), a tag.
const ESCAPED = /\\[!-/:-@[-`{-~]/y;
const TICKS = /`+/y;
const HTML = /<!--[\s\S]*?-->|<[A-Za-z/][^<>]*>/y;
const WIKILINK = /(!?)\[\[([^[\]\n]+)\]\]/y;
const MARKDOWN_LINK = /(!?)\[([^\]\n]*)\]\((?:<([^>\n]+)>|([^()\s]+(?:\([^()\s]*\)[^()\s]*)*))(?:[ \t]+"[^"\n]*")?\)/y;
const TAG = /#([\p{L}\p{N}\p{Emoji_Presentation}_/-]+)/uy;
const BEFORE_TAG = /[\s(（，。；：、]/;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

export interface Inline {
  readonly links: LinkCache[];
  readonly embeds: LinkCache[];
  readonly tags: TagCache[];
}

export function readInline(lines: Lines, prose: readonly [number, number][]): Inline {
  const out: Inline = { links: [], embeds: [], tags: [] };
  for (const [first, last] of prose) readRange(lines, lines.start(first), lines.end(last), out);
  return out;
}

function readRange(lines: Lines, from: number, to: number, out: Inline): void {
  const text = lines.text.slice(from, to);
  if (!/[#[]/.test(text)) return;
  const match = (pattern: RegExp, at: number): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  const link = (found: RegExpExecArray, target: string, displayText: string): void => {
    const position = lines.pos(from + found.index, from + found.index + found[0].length);
    (found[1] === '!' ? out.embeds : out.links).push({ link: target, original: found[0], displayText, position });
  };
  /** Where a tag may stand: at the start, after a blank, after an escaped character. */
  let mayTag = true;
  let at = 0;
  const pass = (length: number, tag = false): void => {
    at += length;
    mayTag = tag;
  };
  while (at < text.length) {
    const char = text[at] ?? '';
    let found: RegExpExecArray | null;
    if (char === '\\' && (found = match(ESCAPED, at))) pass(found[0].length, true);
    else if (char === '`') pass(codeSpan(text, at));
    else if (char === '<' && (found = match(HTML, at))) pass(found[0].length);
    else if ((char === '[' || char === '!') && (found = match(WIKILINK, at))) {
      const { target, shown } = wikilink(found[2] ?? '');
      link(found, target, shown);
      pass(found[0].length);
    } else if ((char === '[' || char === '!') && (found = match(MARKDOWN_LINK, at))) {
      const target = found[3] ?? found[4] ?? '';
      if (!SCHEME.test(target)) link(found, decode(target), found[2] ?? '');
      readLabel(found, at);
      pass(found[0].length);
    } else if (char === '#' && mayTag && (found = match(TAG, at))) {
      tag(found);
      pass(found[0].length);
    } else pass(1, BEFORE_TAG.test(char));
  }

  function tag(found: RegExpExecArray): void {
    if (/^\d+$/.test(found[1] ?? '')) return;
    const start = from + found.index;
    out.tags.push({ tag: found[0], position: lines.pos(start, start + found[0].length) });
  }
  /** Tags in the words of a Markdown link. */
  function readLabel(found: RegExpExecArray, start: number): void {
    const end = start + found[0].indexOf(']');
    for (let i = start + 2; i < end; i++) {
      if (text[i] !== '#' || !BEFORE_TAG.test(text[i - 1] ?? '')) continue;
      const inside = match(TAG, i);
      if (inside) tag(inside);
    }
  }
}

/** The length of the code span that begins there, or of its ticks alone where nothing closes it. */
function codeSpan(text: string, at: number): number {
  TICKS.lastIndex = at;
  const ticks = TICKS.exec(text)?.[0] ?? '`';
  let next = at + ticks.length;
  while ((next = text.indexOf(ticks, next)) !== -1) {
    TICKS.lastIndex = next;
    const run = TICKS.exec(text)?.[0] ?? ticks;
    if (run.length === ticks.length) return next + run.length - at;
    next += run.length;
  }
  return ticks.length;
}

/** A wikilink's target and words, from what its brackets hold. A bar that nothing stands before belongs to the target. */
export function wikilink(inner: string): { target: string; shown: string } {
  const bar = inner.indexOf('|');
  const raw = bar > 0 ? inner.slice(0, bar).replace(/\\$/, '') : inner; // in a table the bar is written \|
  const target = raw.trim();
  return { target, shown: bar > 0 ? inner.slice(bar + 1) : target.replace(/#/g, ' > ').replace(/^ > /, '') };
}

export function decode(link: string): string {
  try {
    return decodeURIComponent(link);
  } catch {
    return link;
  }
}
