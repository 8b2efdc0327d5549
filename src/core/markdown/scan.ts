import { parseMarker } from './marker';
import { BlockStructure } from './block-structure';
import { frontmatterLines } from './frontmatter';
import { pairsOfMarkers } from './guarded-lines';
import { InlineReader, NoteSigns } from './inline-reader';
import { splitLines, type OpenLine, type ScannedLine } from './lines';
import { inOneGo, LINES_A_STEP, type Steps } from '../steps';

export type { CodePart, Heading, LineKind, TextRange } from './line-kinds';
export type { ScannedLine } from './lines';

/**
 * Walks a note line by line, knowing what each line is; every reader of a note stands on it. Blocks are CommonMark's
 * (see `BlockStructure`), comments are Obsidian's (see `InlineReader`). Any text is a note: nothing throws, and the lines
 * with their endings are the text again. It takes time in proportion to the text.
 *
 * A guarded block is two marker lines, a begin and the next marker, if that is its end; without an end it is plain
 * text. What stands between is looked at by itself, so that a fence or a comment left open there does not leak, and
 * one that is open outside goes on behind it: with two `%%` each, marker lines change nothing in a comment around them.
 */
export function scanNote(text: string): ScannedLine[] {
  return inOneGo(scanInSteps(text));
}

/** The same in steps, for notes that may be long. */
export function scanInSteps(text: string): Steps<ScannedLine[]> {
  const lines = splitLines(text);
  return scan(text, lines, frontmatterLines(lines));
}

/** The same for a text that has no frontmatter: the body of a note, or a part of one. */
export function scanBody(text: string): ScannedLine[] {
  return inOneGo(scan(text, splitLines(text), 0));
}

function* scan(text: string, lines: OpenLine[], from: number): Steps<OpenLine[]> {
  for (let number = 0; number < from; number++) {
    const line = lines[number];
    if (line !== undefined) line.kind = 'frontmatter';
  }
  const ends = text.includes('rh:') ? pairsOfMarkers(lines, from) : NO_ENDS;
  yield* new LineWalk(lines, new NoteSigns(text), ends).walk(from, lines.length);
  return lines;
}

const NO_ENDS: ReadonlyMap<number, number> = new Map();

class LineWalk {
  private readonly blocks = new BlockStructure();
  private readonly inline: InlineReader;
  private to = 0;
  /** First line of the open paragraph, the line after its last, and the line that a code span cannot reach; 0: not looked for. */
  private paragraphFrom = 0;
  private paragraphTo = 0;
  private codeTo = 0;
  private lastIndented = 0;

  constructor(
    private readonly lines: readonly OpenLine[],
    private readonly signs: NoteSigns,
    private readonly ends: ReadonlyMap<number, number>,
  ) {
    this.inline = new InlineReader(signs, {
      comment: (line) => this.endOf(this.paragraphEnd(line)),
      code: (line) => this.endOf(this.codeReach(line)),
    });
  }

  *walk(from: number, to: number): Steps<void> {
    this.to = to;
    for (let number = from; number < to; number++) {
      if (number % LINES_A_STEP === 0) yield;
      const line = this.lines[number];
      if (line === undefined) return;
      if (!this.inline.isBlock && this.readBlocks(line)) continue;
      const end = this.ends.get(number);
      if (end !== undefined) {
        this.readGuarded(line, end);
        number = end;
        continue;
      }
      this.readInline(line);
    }
  }

  /** Whether the line is code, and done with. */
  private readBlocks(line: OpenLine): boolean {
    const { blocks } = this;
    const { number } = line;
    const role = blocks.read(line.text);
    switch (role) {
      case 'fence':
      case 'fenced':
        line.kind = 'code';
        line.code = role;
        return true;
      case 'indented':
        for (let above = this.lastIndented + 1; blocks.goesOn && above < number; above++) this.setIndented(above);
        this.setIndented(number);
        this.lastIndented = number;
        return true;
      case 'heading':
        if (blocks.depth === 0) line.heading = { level: blocks.level, last: number };
        return false;
      case 'underline':
        this.underline(number);
        return false;
      default:
        if (blocks.begins) this.begin(number);
        return false;
    }
  }

  private setIndented(number: number): void {
    const line = this.lines[number];
    if (line === undefined) return;
    line.kind = 'code';
    line.code = 'indented';
  }

  private begin(number: number): void {
    this.paragraphFrom = number;
    this.paragraphTo = 0;
    this.codeTo = 0;
  }

  /** A line of dashes below words makes them a heading; below a row of a table it belongs to the table. */
  private underline(number: number): void {
    const first = this.lines[this.paragraphFrom];
    const above = this.lines[number - 1];
    if (this.blocks.depth > 0 || first === undefined || above?.visible.trimStart().startsWith('|') === true) return;
    first.heading = { level: this.blocks.level, last: number };
  }

  private readInline(line: OpenLine): void {
    const { blocks, inline } = this;
    const wasBlock = inline.isBlock ? inline.open : null;
    inline.read(line);
    const isSeen = line.visible.trim() !== '';
    if (line.visible !== line.text && !isSeen && line.text.trim() !== '') line.kind = 'comment';
    if (wasBlock !== null && !inline.isBlock && isSeen) {
      blocks.words();
      this.begin(line.number);
    } else if (inline.opener !== null && (!isSeen || inline.isBlock)) {
      blocks.remark(inline.opener === '<!--');
    }
  }

  private readGuarded(begin: OpenLine, end: number): void {
    const { lines, inline, blocks } = this;
    const isHidden = inline.isBlock;
    const name = parseMarker(begin.text)?.name ?? '';
    inOneGo(new LineWalk(lines, this.signs, NO_ENDS).walk(begin.number + 1, end));
    for (let number = begin.number; number <= end; number++) {
      const line = lines[number];
      if (line === undefined) return;
      line.kind = number === begin.number || number === end ? 'marker' : 'guarded';
      line.block = name;
      line.heading = null;
      if (isHidden) line.visible = '';
    }
    if (isHidden) return;
    blocks.remark(true);
    blocks.read(lines[end]?.text ?? '');
    blocks.remark(false);
  }

  private endOf(line: number): number {
    return this.lines[line - 1]?.end ?? 0;
  }

  /** The line after the last of this line's paragraph. Looked for once in each paragraph. */
  private paragraphEnd(number: number): number {
    if (!this.blocks.isParagraph) return number + 1;
    if (this.paragraphTo <= number) {
      let end = number + 1;
      while (end < this.to && !this.ends.has(end) && this.blocks.continues(this.lines[end]?.text ?? '')) end += 1;
      this.paragraphTo = end;
    }
    return this.paragraphTo;
  }

  private codeReach(number: number): number {
    if (this.codeTo <= number) {
      const to = this.paragraphEnd(number);
      let end = number + 1;
      while (end < to && this.lines[end]?.text.trimStart().startsWith('%%') !== true) end += 1;
      this.codeTo = end;
    }
    return this.codeTo;
  }
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
