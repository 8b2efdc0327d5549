import { parseMarker } from '../block/marker';

/**
 * What a line of a note is. `text` is everything a reader sees as prose or list; the rest holds no log lines, no
 * headings and no tasks:
 * - `frontmatter`: between `---` and `---` at the very start, both lines included;
 * - `code`: a fenced block, its fences included (CommonMark 4.5);
 * - `comment`: nothing but Obsidian's `%% … %%` or HTML's `<!-- … -->`;
 * - `marker`, `guarded`: the two marker lines of a guarded block, and what stands between them.
 */
export type LineKind = 'text' | 'frontmatter' | 'code' | 'comment' | 'marker' | 'guarded';

export interface ScannedLine {
  /** From 0. */
  readonly number: number;
  /** Offset of the line's first character in the note. */
  readonly start: number;
  /** Offset after its last character, line ending not included. */
  readonly end: number;
  readonly kind: LineKind;
  /** The line as written, without its ending. */
  readonly text: string;
  /** The line without the comments in it; the same as `text` where there is none. */
  readonly visible: string;
  /** Name of the guarded block, for `marker` and `guarded`. */
  readonly block: string | null;
}

/**
 * Walks a note line by line, knowing what each line is. Any text is a note: nothing throws, and the lines with their
 * endings are the text again. A guarded block without an end, and a comment that opens inside a line and is not
 * closed in its paragraph, are taken as plain text, so that a slip of the pen ("100%% sure") hides nothing; a comment
 * that opens a line and is never closed, or such a fence, runs to the end, as the app shows it.
 */
export function scanNote(text: string): ScannedLine[] {
  const lines = splitLines(text);
  const frontmatterEnd = frontmatterLines(lines);
  const comments = new CommentReader(text);
  let fence: Fence | null = null;
  let listIndent = 0;
  let block: { readonly name: string; readonly end: number } | null = null;

  for (const line of lines) {
    const raw = line.text;
    if (line.number < frontmatterEnd) {
      line.kind = 'frontmatter';
      continue;
    }
    if (fence !== null) {
      if (!leavesFence(fence, raw)) {
        if (closesFence(fence, raw)) fence = null;
        line.kind = 'code';
        continue;
      }
      fence = null;
    }
    if (block !== null) {
      line.kind = line.number === block.end ? 'marker' : 'guarded';
      line.block = block.name;
      if (line.number === block.end) block = null;
      continue;
    }
    if (!comments.open) {
      fence = openFence(raw, listIndent);
      if (fence !== null) {
        line.kind = 'code';
        continue;
      }
      block = openBlock(lines, line);
      if (block !== null) {
        line.kind = 'marker';
        line.block = block.name;
        continue;
      }
    }
    line.visible = comments.visible(raw, line.start);
    if (line.visible !== raw && line.visible.trim() === '' && raw.trim() !== '') line.kind = 'comment';
    listIndent = listIndentAfter(line.visible, listIndent);
  }
  return lines;
}

/** A line while it is looked at. */
type Line = { -readonly [K in keyof ScannedLine]: ScannedLine[K] };

function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (;;) {
    const newline = text.indexOf('\n', start);
    const stop = newline < 0 ? text.length : newline;
    const end = newline > start && text.charCodeAt(newline - 1) === 13 ? newline - 1 : stop;
    const written = text.slice(start, end);
    lines.push({ number: lines.length, start, end, kind: 'text', text: written, visible: written, block: null });
    if (newline < 0) return lines;
    start = newline + 1;
  }
}

/** How many lines the frontmatter takes, its two rules included; 0 where there is none. */
function frontmatterLines(lines: readonly Line[]): number {
  if (!/^\uFEFF?---\s*$/.test(lines[0]?.text ?? '')) return 0;
  const close = lines.findIndex((line, index) => index > 0 && /^---\s*$/.test(line.text));
  return close < 0 ? 0 : close + 1;
}

interface Fence {
  readonly character: string;
  readonly length: number;
  /** How many `>` it stands behind. */
  readonly quotes: number;
  /** Column where the text of its list item begins; 0 outside a list. */
  readonly indent: number;
}

const LIST_START = /^[ \t]*[-*+\d]/;

// Quote marks and list marks may stand before the fence: "> ```", "- ```js".
const FENCE = /^((?:[ \t]*>)*)([ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?)(`{3,}|~{3,})(.*)$/;

function openFence(line: string, listIndent: number): Fence | null {
  if (!line.includes('```') && !line.includes('~~~')) return null;
  const match = FENCE.exec(line);
  if (match === null) return null;
  const [, quotes = '', before = '', marks = '', info = ''] = match;
  const character = marks.charAt(0);
  if (character === '`' && info.includes('`')) return null; // "```x```" is a code span
  const inItem = before.trim() !== '';
  const width = indentOf(before.replace(/[^ \t]/g, ' '));
  const indent = inItem ? width : width >= listIndent ? listIndent : 0;
  return { character, length: marks.length, quotes: count(quotes, '>'), indent };
}

/** Whether the line lies outside the quote or list item that the fence stands in, which ends the block unclosed. */
function leavesFence(fence: Fence, line: string): boolean {
  const quotes = /^(?:[ \t]*>)*/.exec(line)?.[0] ?? '';
  if (count(quotes, '>') < fence.quotes) return true;
  return fence.quotes === 0 && fence.indent > 0 && line.trim() !== '' && indentOf(line) < fence.indent;
}

function closesFence(fence: Fence, line: string): boolean {
  const rest = fence.quotes > 0 ? line.replace(/^(?:[ \t]*>)*/, '') : line;
  const trimmed = rest.trim();
  return trimmed.length >= fence.length && trimmed === fence.character.repeat(trimmed.length);
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

/** Width of the white space before a line's text; a tab counts as four. */
export function indentOf(line: string): number {
  let width = 0;
  for (const character of line) {
    if (character === ' ') width += 1;
    else if (character === '\t') width += 4;
    else break;
  }
  return width;
}

/** Column where the text of the list item begins that the next line may belong to. */
function listIndentAfter(line: string, before: number): number {
  if (before === 0 && !LIST_START.test(line)) return 0;
  const item = /^([ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+)\S/.exec(line);
  if (item !== null) return indentOf((item[1] ?? '').replace(/[^ \t]/g, ' '));
  return line.trim() === '' || indentOf(line) >= before ? before : 0;
}

/** The block that a marker line opens; null where it opens none, or none that ends. */
function openBlock(lines: readonly Line[], line: Line): { readonly name: string; readonly end: number } | null {
  const begin = parseMarker(line.text);
  if (begin?.edge !== 'begin') return null;
  for (let number = line.number + 1; number < lines.length; number++) {
    const marker = parseMarker(lines[number]?.text ?? '');
    if (marker === null) continue;
    return marker.edge === 'end' && marker.name === begin.name ? { name: begin.name, end: number } : null;
  }
  return null;
}

const COMMENT_ENDS: Readonly<Record<string, string>> = { '%%': '%%', '<!--': '-->' };

/** Takes the comments out of a note's lines, one line after the other. */
class CommentReader {
  private closing: string | null = null;

  constructor(private readonly note: string) {}

  /** Whether a comment that opened on an earlier line is still open. */
  get open(): boolean {
    return this.closing !== null;
  }

  visible(line: string, offset: number): string {
    if (this.closing === null && !line.includes('%%') && !line.includes('<!--')) return line;
    let kept = '';
    let at = 0;
    while (at < line.length) {
      if (this.closing !== null) {
        const end = line.indexOf(this.closing, at);
        if (end < 0) return kept;
        at = end + this.closing.length;
        this.closing = null;
        continue;
      }
      const opening = line.startsWith('%%', at) ? '%%' : line.startsWith('<!--', at) ? '<!--' : null;
      if (opening !== null && this.opens(opening, line, at, offset)) {
        this.closing = COMMENT_ENDS[opening] ?? null;
        at += opening.length;
        continue;
      }
      const step = codeSpanLength(line, at) || 1;
      kept += line.slice(at, at + step);
      at += step;
    }
    return kept;
  }

  private opens(opening: string, line: string, at: number, offset: number): boolean {
    if (line.slice(0, at).trim() === '') return true;
    const from = offset + at + opening.length;
    const end = this.note.indexOf(COMMENT_ENDS[opening] ?? '', from);
    return end >= 0 && !/\n[ \t]*\r?\n/.test(this.note.slice(from, end));
  }
}

/** Length of the code span (`` `…` ``) that begins here, or 0. */
export function codeSpanLength(line: string, at: number): number {
  if (line.charAt(at) !== '`') return 0;
  let marks = 1;
  while (line.charAt(at + marks) === '`') marks += 1;
  for (let end = at + marks; end < line.length;) {
    if (line.charAt(end) !== '`') {
      end += 1;
      continue;
    }
    let closing = 1;
    while (line.charAt(end + closing) === '`') closing += 1;
    if (closing === marks) return end + closing - at;
    end += closing;
  }
  return marks;
}
