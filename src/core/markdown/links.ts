import { codeRanges, insideRanges } from './code-ranges';

/** A link or an embed as it stands in a text. Offsets are UTF-16 units from the start of that text. */
export interface NoteLink {
  readonly form: 'wikilink' | 'markdown';
  readonly embed: boolean;
  readonly from: number;
  readonly to: number;
  /** Where the link leads, without its heading or block and decoded; empty for a place in the same note. */
  readonly path: string;
  /** `#heading`, `#^block` or nothing. */
  readonly subpath: string;
  /** What is shown instead of the destination, as written; null where nothing is. */
  readonly display: string | null;
  /** Where the destination stands, heading and angle brackets included. */
  readonly destinationFrom: number;
  readonly destinationTo: number;
  /** Whether it leads out of the vault. */
  readonly external: boolean;
}

const WIKILINK = /(!?)\[\[([^[\]\n|]*?)(?:\\?\|([^\n]*?))?\]\]/y;
const MARKDOWN =
  /(!?)\[((?:\\.|[^[\]\\\n]|\[(?:\\.|[^[\]\\\n])*\])*)\]\(([ \t]*)(<[^<>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)(?:[ \t]+(?:"[^"\n]*"|'[^'\n]*'))?[ \t]*\)/y;
const SCHEME = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

/** Every link and embed of a text, in order; code holds none. */
export function parseLinks(text: string): NoteLink[] {
  const links: NoteLink[] = [];
  const isCode = insideRanges(codeRanges(text));
  for (let at = text.indexOf('['); at >= 0; at = text.indexOf('[', at)) {
    const from = at > 0 && text[at - 1] === '!' ? at - 1 : at;
    const link = isCode(at) || isEscaped(text, at) ? null : (wikilinkAt(text, from) ?? markdownAt(text, from));
    if (link === null) {
      at++;
    } else {
      links.push(link);
      at = link.to;
    }
  }
  return links;
}

/** Writes each link's destination anew, where `to` answers one; everything else stays byte for byte. */
export function rewriteLinks(text: string, to: (link: NoteLink) => string | null): string {
  let result = '';
  let copied = 0;
  for (const link of parseLinks(text)) {
    const destination = to(link);
    if (destination === null) continue;
    result += text.slice(copied, link.destinationFrom) + destination;
    copied = link.destinationTo;
  }
  return result + text.slice(copied);
}

/**
 * Text for the display part of a wikilink: on one line, and without what would end the link or begin a comment.
 * Obsidian knows no escapes there, so a space goes in between.
 */
export function escapeDisplay(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\[(?=\[)|\](?=\])|%(?=%)/g, '$& ')
    .replace(/[\]\\]$/, '$& ');
}

/** A wikilink. `path` is a link path (no `.md`), `display` is escaped here; empty or the path itself: none is written. */
export function wikilink(path: string, display = '', subpath = ''): string {
  const shown = escapeDisplay(display);
  const destination = path + subpath;
  return shown === '' || shown === destination ? `[[${destination}]]` : `[[${destination}|${shown}]]`;
}

/** A path as a Markdown link's destination: blanks and what would end the link are percent-encoded. */
export function markdownDestination(path: string): string {
  return path.replace(
    /[\s%<>()\\]/g,
    (char) => `%${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

function wikilinkAt(text: string, from: number): NoteLink | null {
  WIKILINK.lastIndex = from;
  const match = WIKILINK.exec(text);
  if (match === null) return null;
  const [whole, mark = '', destination = '', display] = match;
  const destinationFrom = from + mark.length + 2;
  return {
    form: 'wikilink',
    embed: mark !== '',
    from,
    to: from + whole.length,
    ...splitSubpath(destination),
    display: display ?? null,
    destinationFrom,
    destinationTo: destinationFrom + destination.length,
    external: /^[a-z][a-z0-9+.-]*:\/\//i.test(destination),
  };
}

function markdownAt(text: string, from: number): NoteLink | null {
  MARKDOWN.lastIndex = from;
  const match = MARKDOWN.exec(text);
  if (match === null) return null;
  const [whole, mark = '', display = '', blanks = '', written = ''] = match;
  const destinationFrom = from + mark.length + 1 + display.length + 2 + blanks.length;
  const bare = written.startsWith('<') ? written.slice(1, -1) : written;
  return {
    form: 'markdown',
    embed: mark !== '',
    from,
    to: from + whole.length,
    ...splitSubpath(decoded(bare)),
    display,
    destinationFrom,
    destinationTo: destinationFrom + written.length,
    external: SCHEME.test(bare),
  };
}

function splitSubpath(destination: string): { path: string; subpath: string } {
  const hash = destination.indexOf('#');
  return hash < 0
    ? { path: destination.trim(), subpath: '' }
    : { path: destination.slice(0, hash).trim(), subpath: destination.slice(hash).trimEnd() };
}

function decoded(destination: string): string {
  try {
    return decodeURIComponent(destination);
  } catch {
    return destination;
  }
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (at - slashes > 0 && text[at - slashes - 1] === '\\') slashes++;
  return slashes % 2 === 1;
}
