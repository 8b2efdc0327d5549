import { parseListedItem } from './list-lines';
import type { ScannedLine } from './scan';
import { headingKey, headingWords } from './sections';

/** What stands in a note under the heading of one of its parts. */
export interface NotePart {
  /** Of its heading. */
  readonly line: number;
  readonly body: ScannedLine[];
}

/**
 * The lines of each part of a note; a section that is there twice is one. A line belongs to the nearest heading above that
 * names a part.
 *
 * @param headings - what the parts may be headed with: their names in each language
 */
export function partsOf<P extends string>(
  lines: readonly ScannedLine[],
  parts: readonly P[],
  headings: readonly Readonly<Record<P, string>>[],
): ReadonlyMap<P, NotePart> {
  const sections = new Map<P, NotePart>();
  let current: NotePart | undefined;
  let level = 0;
  let last = -1;
  for (const line of lines) {
    const { heading, kind, number } = line;
    if (heading !== null && kind === 'text') {
      const key = headingKey(headingWords(lines, number, heading));
      const part = parts.find((one) => headings.some((names) => headingKey(names[one]) === key));
      if (part !== undefined) {
        current = sections.get(part) ?? { line: number, body: [] };
        sections.set(part, current);
        ({ level, last } = heading);
      } else if (heading.level <= level) {
        current = undefined;
      }
    }
    if (number > last) current?.body.push(line);
  }
  return sections;
}

/** What a student wrote on a line, without the mark of an item. */
export function wordsOf({ kind, code, heading, visible }: ScannedLine): string {
  if (code === 'fenced' || code === 'indented') return visible;
  if (kind !== 'text' || heading !== null) return '';
  return parseListedItem(visible)?.text ?? visible.replace(/^[\s>]+/, '');
}

export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
