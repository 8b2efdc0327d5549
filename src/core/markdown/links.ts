import { codeSpans, insideRanges } from './code-spans';
import { LinkReader, type LinkParts } from './link-syntax';
import { scanNote, type ScannedLine, type TextRange } from './scan';

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

const SCHEME = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;
const ADDRESS = /^[a-z][a-z0-9+.-]*:\/\//i;

/** Every link and embed of a note, in order; code holds none. Comments do: the app keeps their links up to date, too. */
export function parseLinks(text: string, lines: readonly ScannedLine[] = scanNote(text)): NoteLink[] {
  const links: NoteLink[] = [];
  for (const line of lines) {
    if (line.code !== null || !line.text.includes('[')) continue;
    for (const link of linksOfLine(line.text, line.spans)) links.push(moved(link, line.start));
  }
  return links;
}

/**
 * Every link and embed of one line, its offsets those in the line. What the line begins with makes it no code here.
 *
 * @param spans - its code spans, where the scanner has said; else they are looked for
 */
export function linksOfLine(text: string, spans: readonly TextRange[] = codeSpans(text)): NoteLink[] {
  const links: NoteLink[] = [];
  const reader = new LinkReader(text, text.length);
  const isCode = insideRanges(spans);
  for (let at = text.indexOf('['); at >= 0; at = text.indexOf('[', at)) {
    const parts = isCode(at) || isEscaped(text, at) ? null : (reader.wikilink(at) ?? reader.markdown(at));
    if (parts === null) {
      at++;
    } else {
      links.push(linkOf(text, at, parts));
      at = parts.to;
    }
  }
  return links;
}

/** Writes each link's destination anew, where `to` answers one; everything else stays byte for byte. */
export function rewriteLinks(
  text: string,
  to: (link: NoteLink) => string | null,
  links: readonly NoteLink[] = parseLinks(text),
): string {
  let result = '';
  let copied = 0;
  for (const link of links) {
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

/** The destination of a link that is to lead to another note or file, heading or block included. */
export function destinationOf({ form, subpath }: NoteLink, path: string): string {
  return (form === 'markdown' ? markdownDestination(path) : path.replace(/\.md$/i, '')) + subpath;
}

function linkOf(text: string, at: number, parts: LinkParts): NoteLink {
  const { form, to, display, destinationFrom, destinationTo } = parts;
  const embed = at > 0 && text[at - 1] === '!';
  const from = embed ? at - 1 : at;
  const written = text.slice(destinationFrom, destinationTo);
  const bare = form === 'markdown' && written.startsWith('<') ? written.slice(1, -1) : written;
  const { path, subpath } = splitSubpath(form === 'markdown' ? decoded(bare) : bare);
  const external = (form === 'markdown' ? SCHEME : ADDRESS).test(bare);
  return { form, embed, from, to, path, subpath, display, destinationFrom, destinationTo, external };
}

function moved(link: NoteLink, by: number): NoteLink {
  return {
    ...link,
    from: link.from + by,
    to: link.to + by,
    destinationFrom: link.destinationFrom + by,
    destinationTo: link.destinationTo + by,
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
