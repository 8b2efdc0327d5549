import { scanNote, type Heading, type ScannedLine } from './scan';

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
  /** First line of the body, from 0. */
  readonly bodyLine: number;
  /** First line after the section. */
  readonly endLine: number;
}

/**
 * The note's sections, in the order of their headings (CommonMark's ATX and setext headings). What looks like a
 * heading in frontmatter, code, comments or guarded blocks is none.
 */
export function listSections(text: string, lines: readonly ScannedLine[] = scanNote(text)): Section[] {
  const sections: Section[] = [];
  // From the end, with the headings that a section may run up to: of each level the nearest that no higher one hides.
  const below: { readonly level: number; readonly line: number }[] = [];
  for (let line = lines.length - 1; line >= 0; line--) {
    const head = lines[line];
    const heading = head?.heading;
    if (head === undefined || heading == null || head.kind !== 'text') continue;
    const { level, last } = heading;
    while ((below.at(-1)?.level ?? 0) > level) below.pop();
    const endLine = below.at(-1)?.line ?? lines.length;
    sections.push({
      heading: headingWords(lines, line, heading),
      level,
      start: head.start,
      bodyStart: lines[last + 1]?.start ?? text.length,
      end: lines[endLine]?.start ?? text.length,
      line,
      bodyLine: last + 1,
      endLine,
    });
    below.push({ level, line });
  }
  return sections.reverse();
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

/** Tells of lines asked for in ascending order whether they stand in one of the sections, below its heading. */
export function insideSections(sections: readonly Section[]): (line: number) => boolean {
  let next = 0;
  let end = 0; // of the sections that began above, nested ones among them
  return (line) => {
    for (let section = sections[next]; section !== undefined && section.bodyLine <= line; section = sections[next]) {
      end = Math.max(end, section.endLine);
      next += 1;
    }
    return line < end;
  };
}

/** The words of a heading that begins on a line. */
export function headingWords(lines: readonly ScannedLine[], first: number, { last }: Heading): string {
  if (first < last) {
    return lines
      .slice(first, last)
      .map((line) => line.visible.trim())
      .join(' ');
  }
  return headingText(lines[first]?.visible ?? '');
}

/** The words of an ATX heading's line, without the marks before them and those that may stand behind. */
export function headingText(line: string): string {
  const words = line.trim().replace(/^#+/, '').trim();
  const closing = words.length - runAtEnd(words);
  return closing === 0 || /[ \t]/.test(words.charAt(closing - 1)) ? words.slice(0, closing).trim() : words;
}

/** How many `#` stand at the end. */
function runAtEnd(words: string): number {
  let start = words.length;
  while (words.charAt(start - 1) === '#') start -= 1;
  return words.length - start;
}
