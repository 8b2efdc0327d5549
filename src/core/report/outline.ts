import { parseListLine } from '../markdown/list-lines';
import { indentOf, scanNote } from '../markdown/scan';
import { findSection } from '../markdown/sections';

/** A list item or a paragraph of a section, with what hangs below it. */
export interface OutlineItem {
  /** Without mark, checkbox and comments, trimmed. */
  readonly text: string;
  /** What stands in the checkbox; null where there is none, and for a paragraph. */
  readonly checkbox: string | null;
  /** Line in the note, from 0. */
  readonly line: number;
  /** Lines below it without a checkbox of their own. */
  readonly below: readonly string[];
}

/** What stands under a heading, and that heading as it is written there. */
export interface Outline {
  readonly heading: string;
  readonly items: readonly OutlineItem[];
}

/**
 * Items of the first section with one of the names, or null where there is none. A line below an item belongs to it
 * unless it has a checkbox; numbered items count like bullets; code, comments, tables and guarded blocks are no items.
 */
export function outlineOf(text: string, names: readonly string[]): Outline | null {
  const lines = scanNote(text);
  const section = findSection(text, names, lines);
  if (section === null) return null;
  const items: { text: string; checkbox: string | null; line: number; below: string[]; indent: number | null }[] = [];
  let isGap = true;
  for (const line of lines) {
    if (line.start < section.bodyStart || line.start >= section.end) continue;
    const visible = line.visible.replace(/^[ \t]*(?:>[ \t]?)+/, '');
    const words = visible.trim();
    if (line.kind !== 'text' || words === '' || /^(?:#{1,6}[ \t]|\||(?:[-*_][ \t]*){3,}$)/.test(words)) {
      isGap = true;
      continue;
    }
    const bullet = visible.replace(/^([ \t]*)\d{1,9}[.)](?=[ \t])/, '$1-');
    const item = parseListLine(bullet);
    const above = items.at(-1);
    const indent = indentOf(bullet);
    const belongs = above !== undefined && above.indent !== null && indent > above.indent;
    if (item === null) {
      if (above !== undefined && (belongs || !isGap)) above.below.push(words);
      else items.push({ text: words, checkbox: null, line: line.number, below: [], indent: null });
    } else {
      const shown = item.text.trim();
      if (belongs && item.checkbox === null) above.below.push(shown);
      else items.push({ text: shown, checkbox: item.checkbox, line: line.number, below: [], indent });
    }
    isGap = false;
  }
  return { heading: section.heading, items: items.map(({ indent: _indent, ...item }) => item) };
}
