// The blocks of a note by a walk over its lines: sections, headings, list items. Positions as the app's cache gives them.
import type { Lines } from './lines';
import type { CachedMetadata, HeadingCache, ListItemCache, SectionCache } from './types';

export interface Blocks {
  readonly sections: SectionCache[];
  readonly headings: HeadingCache[];
  readonly listItems: ListItemCache[];
  /** Offsets of text that holds no links or tags: code and comments. */
  readonly opaque: [number, number][];
}

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/;
const ITEM = /^([ \t]*)(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|$)(?:\[(.)\](?=[ \t]|$))?/;
const RULE = /^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/;
const TABLE_RULE = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;
const BLOCK_ID = /(?:^|\s)\^([A-Za-z0-9-]+)[ \t]*$/;

const indentOf = (blank: string): number => [...blank].reduce((sum, c) => sum + (c === '\t' ? 4 : 1), 0);

export function readBlocks(lines: Lines, firstLine: number): Blocks {
  const out: Blocks = { sections: [], headings: [], listItems: [], opaque: [] };
  const section = (type: string, from: number, to: number): void => {
    const id = BLOCK_ID.exec(lines.get(to))?.[1];
    const position = lines.pos(lines.start(from), lines.end(to));
    out.sections.push(id === undefined ? { type, position } : { type, position, id });
  };
  let line = firstLine;
  while (line < lines.count) {
    const text = lines.get(line);
    if (text.trim() === '') {
      line += 1;
      continue;
    }
    const last = endOf(lines, line);
    section(last.type, line, last.line);
    if (last.type === 'heading') {
      const match = HEADING.exec(text);
      out.headings.push({
        heading: (match?.[2] ?? '').trim(),
        level: match?.[1]?.length ?? 1,
        position: lines.pos(lines.start(line), lines.end(line)),
      });
    }
    if (last.type === 'code' || last.type === 'comment') out.opaque.push([lines.start(line), lines.end(last.line)]);
    if (last.type === 'list') readList(lines, line, last.line, out);
    line = last.line + 1;
  }
  return out;
}

/** What kind of block begins at the line, and where it ends. */
function endOf(lines: Lines, from: number): { type: string; line: number } {
  const text = lines.get(from);
  const fence = FENCE.exec(text)?.[1];
  if (fence !== undefined) return { type: 'code', line: endOfFence(lines, from, fence) };
  if (HEADING.test(text)) return { type: 'heading', line: from };
  if (RULE.test(text)) return { type: 'thematicBreak', line: from };
  if (/^\s*%%/.test(text)) return { type: 'comment', line: endOfComment(lines, from) };
  if (/^ {0,3}\$\$/.test(text))
    return { type: 'math', line: endWhere(lines, from, (t, i) => i > from && t.includes('$$')) };
  if (/^ {0,3}>/.test(text)) {
    const type = /^ {0,3}>[ \t]*\[![^\]]+\]/.test(text) ? 'callout' : 'blockquote';
    return { type, line: lastWhile(lines, from, (t) => t.trim() !== '') };
  }
  if (ITEM.test(text)) return { type: 'list', line: endOfList(lines, from) };
  if (from + 1 < lines.count && text.includes('|') && TABLE_RULE.test(lines.get(from + 1))) {
    return { type: 'table', line: lastWhile(lines, from, (t) => t.trim() !== '') };
  }
  const type = /^ {0,3}<[A-Za-z/!]/.test(text) ? 'html' : 'paragraph';
  return { type, line: lastWhile(lines, from, (t) => t.trim() !== '' && !breaksParagraph(t)) };
}

const breaksParagraph = (text: string): boolean =>
  FENCE.test(text) || HEADING.test(text) || /^ {0,3}>/.test(text) || ITEM.test(text) || /^%%/.test(text);

function lastWhile(lines: Lines, from: number, goesOn: (text: string) => boolean): number {
  let line = from;
  while (line + 1 < lines.count && goesOn(lines.get(line + 1))) line += 1;
  return line;
}

function endWhere(lines: Lines, from: number, ends: (text: string, line: number) => boolean): number {
  for (let line = from; line < lines.count; line++) if (ends(lines.get(line), line)) return line;
  return lines.count - 1;
}

function endOfFence(lines: Lines, from: number, fence: string): number {
  const close = new RegExp(`^ {0,3}${fence[0] === '`' ? '`' : '~'}{${String(fence.length)},}[ \\t]*$`);
  return endWhere(lines, from, (text, line) => line > from && close.test(text));
}

/** A comment on one line ends there; otherwise with the next `%%`. */
function endOfComment(lines: Lines, from: number): number {
  const first = lines.get(from);
  if (first.indexOf('%%', first.indexOf('%%') + 2) !== -1) return from;
  return endWhere(lines, from, (text, line) => line > from && text.includes('%%'));
}

/** A list goes on over blank lines where an item or indented text follows. */
function endOfList(lines: Lines, from: number): number {
  let last = from;
  for (let line = from + 1; line < lines.count; line++) {
    const text = lines.get(line);
    if (text.trim() === '') continue;
    const after = line > last + 1;
    if (ITEM.test(text) || /^(?: {2,}|\t)/.test(text) || (!after && !breaksParagraph(text))) last = line;
    else break;
  }
  return last;
}

function readList(lines: Lines, from: number, to: number, out: Blocks): void {
  const above: { indent: number; line: number }[] = [];
  let fence: string | null = null;
  let open: { line: number; last: number; item: ListItemCache } | null = null;
  const close = (): void => {
    if (open === null) return;
    open.item.position = lines.pos(open.item.position.start.offset, lines.end(open.last));
    const id = BLOCK_ID.exec(lines.get(open.last))?.[1];
    if (id !== undefined) open.item.id = id;
    out.listItems.push(open.item);
    open = null;
  };
  for (let line = from; line <= to; line++) {
    const text = lines.get(line);
    const mark = /^\s*(`{3,}|~{3,})/.exec(text)?.[1];
    if (fence !== null || mark !== undefined) {
      out.opaque.push([lines.start(line), lines.end(line)]);
      if (fence === null) fence = mark ?? null;
      else if (mark?.startsWith(fence)) fence = null;
      if (open !== null) (open as { last: number }).last = line;
      continue;
    }
    const match = ITEM.exec(text);
    if (match === null) {
      if (open !== null && text.trim() !== '') (open as { last: number }).last = line;
      continue;
    }
    close();
    const indent = indentOf(match[1] ?? '');
    while (above.length > 0 && (above.at(-1)?.indent ?? 0) >= indent) above.pop();
    const parent = above.at(-1)?.line ?? -(from === 0 ? 1 : from);
    above.push({ indent, line });
    const start = lines.start(line) + (match[1]?.length ?? 0);
    const item: ListItemCache = { parent, position: lines.pos(start, lines.end(line)) };
    if (match[2] !== undefined) item.task = match[2];
    open = { line, last: line, item };
  }
  close();
}

/** Blocks that carry an id (`^name`), by it. */
export function blockIds(blocks: Blocks): CachedMetadata['blocks'] {
  const found: NonNullable<CachedMetadata['blocks']> = {};
  for (const block of [...blocks.sections, ...blocks.listItems]) {
    if (block.id !== undefined) found[block.id.toLowerCase()] = { id: block.id, position: block.position };
  }
  return Object.keys(found).length > 0 ? found : undefined;
}
