import { parseListLine } from '../markdown/list-lines';
import { indentOf, scanNote, type ScannedLine } from '../markdown/scan';
import { findSections, insideSections, type Section } from '../markdown/sections';

export type AppendResult =
  | { readonly ok: true; readonly text: string }
  /**
   * The note holds a code block or comment that was never closed, so that what is put there would not count, or would
   * change what of the note does; `line` is where it opens, from 0.
   */
  | { readonly ok: false; readonly reason: 'unclosed'; readonly line: number };

/**
 * Puts a line at the end of the note's log: after the last item of its first log section, wherever that is; a new
 * section goes to the end of the note. Nothing else changes, and the note's own line endings are kept.
 *
 * @param names - headings that are the log's, in any language
 * @param heading - the heading of a new section
 */
export function appendLogLine(text: string, line: string, names: readonly string[], heading: string): AppendResult {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = scanNote(text);
  const [section] = findSections(text, names, lines);
  if (section === undefined) {
    const gap = gapBefore(text, newline);
    return proven(lines, text, text.length, `${gap}## ${heading}${newline}${newline}`, line, newline, names);
  }
  const item = lastItem(lines, section);
  if (item !== null) {
    const end = lines[item]?.end ?? text.length;
    const close = proven(lines, text, end, newline, line, '', names);
    if (close.ok) return close;
    const apart = proven(lines, text, end, newline, line, newline, names); // what follows may be an underlined heading
    return apart.ok ? apart : close;
  }
  const after = lastWritten(lines, section) ?? headingEnd(lines, section);
  const at = lines[after]?.end ?? text.length;
  const rest = text.slice(at);
  const closing = rest === '' || (rest.trim() !== '' && !/^\r?\n[ \t]*\r?\n/.test(rest)) ? newline : '';
  return proven(lines, text, at, newline + newline, line, closing, names);
}

function gapBefore(text: string, newline: string): string {
  if (text.trim() === '' || /\n[ \t]*\r?\n$/.test(text)) return '';
  return text.endsWith('\n') ? newline : newline + newline;
}

/** The text with the line in it, once it is certain that the line counts there and all others count as they did. */
function proven(
  old: readonly ScannedLine[],
  text: string,
  at: number,
  before: string,
  line: string,
  after: string,
  names: readonly string[],
): AppendResult {
  const next = text.slice(0, at) + before + line + after + text.slice(at);
  const start = at + before.length;
  const lines = scanNote(next);
  const below = old.findIndex((candidate) => candidate.start >= at);
  const changed = firstChanged(
    countedLines(text, names, old),
    countedLines(next, names, lines),
    below < 0 ? old.length : below,
  );
  if (changed !== null) return { ok: false, reason: 'unclosed', line: commentFrom(old, changed) };
  const placed = lines.find((candidate) => candidate.start === start);
  const inSection = findSections(next, names, lines).some(
    (section) => section.bodyStart <= start && start < section.end,
  );
  if (placed?.kind === 'text' && placed.visible === line && inSection) return { ok: true, text: next };
  return { ok: false, reason: 'unclosed', line: openedAt(lines, placed?.number ?? 0) };
}

/** Where the code block or the comment opens that the line stands in. */
function openedAt(lines: readonly ScannedLine[], number: number): number {
  if (lines[number]?.code !== 'fenced') return commentFrom(lines, number);
  let opened = number;
  while (lines[opened]?.code === 'fenced') opened -= 1;
  return opened;
}

/** What the index knows a line by: what it shows, and whether it belongs to a log. */
function countedLines(text: string, names: readonly string[], lines: readonly ScannedLine[]): string[] {
  const isOwn = insideSections(findSections(text, names, lines));
  return lines.map(({ kind, visible, number }) => {
    const place = isOwn(number) ? 'own' : 'other';
    return visible.trim() === '' ? '' : `${kind} ${place} ${visible}`;
  });
}

/** The first line that is something else now that lines were put in before one of them, or null. */
function firstChanged(old: readonly string[], lines: readonly string[], at: number): number | null {
  const added = lines.length - old.length;
  const changed = old.findIndex((was, index) => was !== lines[index < at ? index : index + added]);
  return changed < 0 ? null : changed;
}

/** The nearest line that holds a comment mark of the student's, from one upwards. */
function commentFrom(old: readonly ScannedLine[], line: number): number {
  for (let above = line; above >= 0; above--) {
    const { text, block } = old[above] ?? { text: '', block: null };
    if (block === null && /%%|<!--/.test(text)) return above;
  }
  return line;
}

/** The line after which a new one goes: the last of the section's last list item, what is nested in it included. */
function lastItem(lines: readonly ScannedLine[], section: Section): number | null {
  let last: number | null = null;
  let indent = 0;
  for (let index = section.line + 1; index < section.endLine; index++) {
    const line = lines[index];
    if (line === undefined) continue;
    const item = line.kind === 'text' ? parseListLine(line.visible) : null;
    if (item !== null) {
      if (last === null || indentOf(item.indent) <= indent) indent = indentOf(item.indent);
      last = index;
      continue;
    }
    if (last === null || line.text.trim() === '' || line.kind === 'marker' || line.kind === 'guarded') continue;
    const adjoins = last === index - 1 && (line.kind === 'comment' || isParagraph(line.visible));
    const continues = indentOf(line.text) > indent || adjoins;
    if (continues) last = index;
  }
  return last;
}

function isParagraph(line: string): boolean {
  return !/^\s*(?:#{1,6}\s|>|\||\d{1,9}[.)]\s|-{3,}\s*$|\*{3,}\s*$|_{3,}\s*$|!?\[\[|<)/.test(line);
}

function lastWritten(lines: readonly ScannedLine[], section: Section): number | null {
  for (let index = section.endLine - 1; index > headingEnd(lines, section); index--) {
    if ((lines[index]?.text ?? '').trim() !== '') return index;
  }
  return null;
}

function headingEnd(lines: readonly ScannedLine[], section: Section): number {
  const next = lines.findIndex((line) => line.start >= section.bodyStart && line.number > section.line);
  return next < 0 ? section.line : next - 1;
}
