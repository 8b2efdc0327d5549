import { scanNote, type ScannedLine } from './scan';

/** A heading and what stands under it, up to the next heading of its level or a higher one. */
export interface Section {
  /** The heading's words as written, without its marks. */
  readonly heading: string;
  /** 1–6. */
  readonly level: number;
  /** Offset of the heading line. */
  readonly start: number;
  /** Offset after the heading line and its ending: where the body begins. */
  readonly bodyStart: number;
  /** Offset where the section ends: the next such heading, or the note's end. */
  readonly end: number;
  /** Line of the heading, from 0. */
  readonly line: number;
  /** First line after the section. */
  readonly endLine: number;
}

/**
 * The note's sections, in the order of their headings (CommonMark's ATX and setext headings). What looks like a
 * heading in frontmatter, code, comments or guarded blocks is none.
 */
export function listSections(text: string, lines: readonly ScannedLine[] = scanNote(text)): Section[] {
  const heads: { line: number; last: number; level: number; heading: string }[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.kind !== 'text') continue;
    const head = atxHeading(line.visible);
    if (head !== null) {
      heads.push({ line: index, last: index, ...head });
      continue;
    }
    const level = underlineLevel(line.visible);
    const above = lines[index - 1];
    if (level !== null && above?.kind === 'text' && isLoneParagraph(lines, index - 1)) {
      heads.push({ line: index - 1, last: index, level, heading: above.visible.trim() });
    }
  }
  return heads.map((head, index) => {
    const next = heads.slice(index + 1).find((other) => other.level <= head.level);
    const endLine = next?.line ?? lines.length;
    return {
      heading: head.heading,
      level: head.level,
      start: lines[head.line]?.start ?? 0,
      bodyStart: lines[head.last + 1]?.start ?? text.length,
      end: lines[endLine]?.start ?? text.length,
      line: head.line,
      endLine,
    };
  });
}

/** The sections whose heading is one of the names; see `sameHeading`. */
export function findSections(
  text: string,
  names: readonly string[],
  lines: readonly ScannedLine[] = scanNote(text),
): Section[] {
  const wanted = new Set(names.map(headingKey).filter((name) => name !== ''));
  return listSections(text, lines).filter((section) => wanted.has(headingKey(section.heading)));
}

/** The first section whose heading is one of the names, or null. */
export function findSection(text: string, names: readonly string[], lines?: readonly ScannedLine[]): Section | null {
  return findSections(text, names, lines)[0] ?? null;
}

/**
 * What a heading is compared by: letter case, emphasis, a colon at the end, kinds of apostrophe and of blanks do
 * not count, since students and other tools change them.
 */
export function headingKey(heading: string): string {
  return heading
    .normalize('NFKC')
    .replace(/[*_`~=]/g, '')
    .replace(/[’‘]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/[\s:]+$/, '')
    .trim()
    .toLowerCase();
}

function atxHeading(line: string): { level: number; heading: string } | null {
  if (!line.includes('#')) return null;
  const match = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/.exec(line);
  if (match === null) return null;
  return { level: (match[1] ?? '').length, heading: (match[2] ?? '').trim() };
}

function underlineLevel(line: string): 1 | 2 | null {
  if (/^ {0,3}=+[ \t]*$/.test(line)) return 1;
  return /^ {0,3}-+[ \t]*$/.test(line) ? 2 : null;
}

/** Whether the line is a paragraph of its own, so that a line of dashes below makes it a heading. */
function isLoneParagraph(lines: readonly ScannedLine[], index: number): boolean {
  const line = lines[index];
  if (line === undefined || line.visible.trim() === '') return false;
  if (/^(?: {4}|\t)|^\s*(?:[-*+>|]|\d{1,9}[.)]|#{1,6}\s)/.test(line.visible)) return false;
  const above = lines[index - 1];
  if (above?.kind !== 'text') return true;
  return above.visible.trim() === '' || atxHeading(above.visible) !== null;
}
