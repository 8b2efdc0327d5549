import { lineEnding } from '../markdown/frontmatter';
import { parseListedItem } from '../markdown/list-lines';
import { scanNote } from '../markdown/scan';
import { findSection } from '../markdown/sections';
import { outlineOf } from './outline';

/**
 * A note with items at the end of a section; where there is no such section, it is put at the end. Nothing else changes.
 *
 * @param items - a line each, with its mark; one or more
 * @param headings - names of the section, the one for a new section first
 * @returns null where they would not count there, since code or a comment was never closed
 */
export function withItems(note: string, items: readonly string[], headings: readonly string[]): string | null {
  const lines = scanNote(note);
  const section = findSection(note, headings, lines);
  const eol = lineEnding(note);
  const last = lines
    .slice(0, section?.endLine)
    .filter(({ text }) => text.trim() !== '')
    .at(-1); // blank lines below stay
  const at = last === undefined ? 0 : last.end;
  const isBelowItem = section !== null && last !== undefined && parseListedItem(last.text) !== null;
  const head = section === null ? `${eol}${eol}## ${headings[0] ?? ''}` : '';
  const rest = note.slice(at);
  const before = `${note.slice(0, at)}${head}${isBelowItem ? eol : eol + eol}`;
  const text = `${before}${items.join(eol)}${rest === '' ? eol : rest}`;
  const line = scanNote(text).find(({ start }) => start === before.length)?.number;
  return outlineOf(text, headings)?.items.some((item) => item.line === line) === true ? text : null;
}
