import {
  fenceLength,
  headingLevel,
  isBlankFrom,
  listMarkLength,
  RuleReader,
  runLength,
  underlineLevel,
} from './block-starts';
import { LineCursor } from './line-cursor';

/** What a line is among the blocks of its note. A line of a list or a quote is what stands behind the marks. */
export type LineRole = 'blank' | 'text' | 'heading' | 'underline' | 'rule' | 'html' | 'fence' | 'fenced' | 'indented';

/** A quote (`width` 0), or a list item, whose further lines stand that many columns in. */
interface Container {
  readonly width: number;
  /** Whether the item has nothing yet: a blank line then ends it. */
  isEmpty: boolean;
}

/**
 * The block at the deepest place that a line may go on with. `remark`: a comment, below which an indented line is no
 * code, as it is none in CommonMark, where `%%` are words of a paragraph.
 */
type Leaf = 'none' | 'paragraph' | 'remark' | 'indented' | 'fenced';

type Start = 'none' | 'quote' | 'item' | 'heading' | 'rule' | 'html' | 'fence';

const [QUOTE, HASH, LESS, BACKTICK, TILDE] = [62, 35, 60, 96, 126];
const CODE_INDENT = 4;
const MOST_PADDING = 4;

/**
 * The blocks of a note, one line after the other (CommonMark 0.31.2, its appendix on parsing): quotes and list items,
 * lazy continuation, fenced and indented code, headings and rules. HTML is read as a paragraph, but for comments at the
 * start of a line; callouts are quotes.
 */
export class BlockStructure {
  /** Level of the heading that the line just read is, or underlines. */
  level = 0;
  /** Whether the line just read begins a paragraph. */
  begins = false;
  /** Whether the line just read goes on with indented code, so that blank lines above belong to it. */
  goesOn = false;
  private readonly cursor = new LineCursor();
  private readonly rules = new RuleReader();
  private readonly containers: Container[] = [];
  /** Which of the containers are quotes, by their index. */
  private readonly quotes: number[] = [];
  private leaf: Leaf = 'none';
  private fenceUnit = 0;
  private fenceMarks = 0;
  private isMarked = false;

  /** In how many quotes and list items the line just read stands. */
  get depth(): number {
    return this.containers.length;
  }

  get isParagraph(): boolean {
    return this.leaf === 'paragraph';
  }

  /** Takes the next line. */
  read(text: string): LineRole {
    const { cursor, containers } = this;
    this.begins = false;
    this.goesOn = false;
    cursor.start(text);
    const matched = this.match();
    const isInside = matched === containers.length;
    if (this.leaf === 'fenced') {
      if (isInside) return this.inFence();
      this.leaf = 'none';
    }
    if (cursor.isBlank) return this.blank(matched);
    if (this.leaf === 'paragraph' && isInside && cursor.indent < CODE_INDENT) {
      this.level = underlineLevel(text, cursor.next);
      if (this.level > 0) {
        this.leaf = 'none';
        return 'underline';
      }
    }
    return this.blocks(matched, isInside);
  }

  /** Whether a further line would go on with the open paragraph; asked ahead, it changes nothing. */
  continues(text: string): boolean {
    if (this.leaf !== 'paragraph') return false;
    const { cursor } = this;
    cursor.start(text);
    const isInside = this.match() === this.containers.length;
    if (cursor.isBlank) return false;
    if (cursor.indent >= CODE_INDENT) return true;
    if (isInside && underlineLevel(text, cursor.next) > 0) return false;
    return this.startAt(isInside) === 'none';
  }

  /** The line just read, or several since, were a comment. */
  remark(isHtml: boolean): void {
    this.leaf = isHtml ? 'none' : 'remark';
  }

  /** Words follow a comment that ended on this line. */
  words(): void {
    this.leaf = 'paragraph';
    this.begins = true;
  }

  /** Matches the containers that the line goes on with, and answers how many; the cursor stands behind their marks. */
  private match(): number {
    const { cursor, containers } = this;
    this.isMarked = false;
    this.rules.start();
    let matched = 0;
    let quotes = 0;
    for (const container of containers) {
      if (container.width === 0) {
        if (cursor.indent >= CODE_INDENT || cursor.unit !== QUOTE) break;
        this.takeQuote();
        quotes += 1;
      } else if (cursor.isBlank) {
        return this.matchBlank(quotes);
      } else if (cursor.indent >= container.width) {
        cursor.skip(container.width);
        container.isEmpty = false;
      } else {
        break;
      }
      matched += 1;
    }
    return matched;
  }

  /** A blank line goes on with every list item up to the next quote, but not with an empty one, which is the last. */
  private matchBlank(quotes: number): number {
    const quote = this.quotes[quotes];
    if (quote !== undefined) return quote;
    const all = this.containers.length;
    return this.containers[all - 1]?.isEmpty === true ? all - 1 : all;
  }

  /** Closes all containers but the first ones. */
  private keep(count: number): void {
    this.containers.length = count;
    while ((this.quotes.at(-1) ?? -1) >= count) this.quotes.pop();
  }

  private takeQuote(): void {
    this.isMarked = true;
    this.cursor.take(1);
    if (this.cursor.indent > 0) this.cursor.skip(1);
  }

  private inFence(): LineRole {
    const { cursor } = this;
    if (cursor.indent >= CODE_INDENT) return 'fenced';
    const marks = runLength(cursor.text, cursor.next, this.fenceUnit);
    if (marks < this.fenceMarks || !isBlankFrom(cursor.text, cursor.next + marks)) return 'fenced';
    this.leaf = 'none';
    return 'fence';
  }

  private blank(matched: number): LineRole {
    const isInside = matched === this.containers.length;
    this.keep(matched);
    if (this.leaf !== 'indented' || !isInside) this.leaf = 'none';
    return 'blank';
  }

  private blocks(matched: number, isInside: boolean): LineRole {
    const { cursor } = this;
    let isNew = false; // whether a block began on this line, so that the paragraph above is over
    for (;;) {
      const wasOpen = !isNew && (this.leaf === 'paragraph' || this.leaf === 'remark');
      if (cursor.indent >= CODE_INDENT)
        return wasOpen ? this.paragraph(matched, isNew) : this.indented(matched, isInside, isNew);
      const start = this.startAt(isInside && !isNew && this.leaf === 'paragraph');
      if (start === 'none') return this.paragraph(matched, isNew);
      if (!isNew) this.keep(matched);
      isNew = true;
      this.leaf = 'none';
      if (start !== 'quote' && start !== 'item') return this.open(start);
      this.push(start);
      if (cursor.isBlank) return 'blank';
    }
  }

  /** What begins at the cursor; `interrupts` where it would end a paragraph at its own depth. */
  private startAt(interrupts: boolean): Start {
    const { text, next, unit } = this.cursor;
    switch (unit) {
      case QUOTE:
        return 'quote';
      case HASH:
        this.level = headingLevel(text, next);
        return this.level > 0 ? 'heading' : 'none';
      case BACKTICK:
      case TILDE:
        return fenceLength(text, next) > 0 ? 'fence' : 'none';
      case LESS:
        return !this.isMarked && text.startsWith('<!--', next) ? 'html' : 'none';
      default:
        if (this.rules.isRule(text, next)) return 'rule';
        return listMarkLength(text, next, interrupts) > 0 ? 'item' : 'none';
    }
  }

  private open(start: 'heading' | 'rule' | 'html' | 'fence'): LineRole {
    if (start === 'fence') {
      const { text, next, unit } = this.cursor;
      this.leaf = 'fenced';
      this.fenceUnit = unit;
      this.fenceMarks = fenceLength(text, next);
    }
    return start;
  }

  private push(start: 'quote' | 'item'): void {
    const { cursor, containers } = this;
    const parent = containers.at(-1);
    if (parent !== undefined) parent.isEmpty = false;
    if (start === 'quote') {
      this.takeQuote();
      this.quotes.push(containers.length);
      containers.push({ width: 0, isEmpty: false });
      return;
    }
    this.isMarked = true;
    const indent = cursor.indent;
    const mark = listMarkLength(cursor.text, cursor.next, false);
    cursor.take(mark);
    const isEmpty = cursor.isBlank;
    // Five blanks and more: one belongs to the mark, the rest begins indented code (5.2, rule 2).
    const padding = isEmpty || cursor.indent > MOST_PADDING ? 1 : cursor.indent;
    if (!isEmpty) cursor.skip(padding);
    containers.push({ width: indent + mark + padding, isEmpty });
  }

  private indented(matched: number, isInside: boolean, isNew: boolean): LineRole {
    this.goesOn = this.leaf === 'indented' && isInside && !isNew;
    if (!isNew) this.keep(matched);
    this.leaf = 'indented';
    return 'indented';
  }

  private paragraph(matched: number, isNew: boolean): LineRole {
    if (this.leaf === 'paragraph' && !isNew) return 'text'; // its own, or a lazy one
    if (!isNew) this.keep(matched);
    this.leaf = 'paragraph';
    this.begins = true;
    return 'text';
  }
}
