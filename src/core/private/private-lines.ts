import { headingLevel } from '../markdown/block-starts';
import { furtherIn, placeOf, type LinePlace } from '../markdown/line-place';
import type { Heading, ScannedLine } from '../markdown/scan';
import { LookedBlocks } from './looked-blocks';
import { LookedFences } from './looked-fences';
import { privateFootnotes } from './private-footnotes';
import { isPrivateLine } from './private-line';

/**
 * The numbers of a note's private lines: those that say so (`[private:: …]`), and what belongs to them. It is the one
 * answer to "may this leave?"; whatever hands text on asks here first, and never looks at a line alone.
 *
 * To a private line belongs
 * - what stands further in than it (within the same quotes), after blank lines, too: an item's children, whatever their
 *   marks, and the further paragraphs of a footnote;
 * - what follows it, or what belongs to it, without a blank line between and begins no block of its own: lazy lines
 *   (CommonMark 5.2), the rest of a paragraph. A fence that follows so belongs to it as well, however far out it stands;
 * - what it heads: a heading its section, the first line of a quote that quote (a callout's title the callout), the head
 *   of a table that table;
 * - a footnote that nothing but private lines refers to.
 *
 * What it says of itself does not reach upwards: the item above a private remark stays. Only a line that says nothing but
 * the field speaks for what it goes on with, from its beginning: the paragraph, or the item. Where the look of the lines and
 * CommonMark differ, both count, since what left cannot be called back: a child that stands in too little to be one, or a
 * fence whose content stands further out than its item, are private.
 *
 * A field in fenced code says nothing, nor does one in a comment that has its lines to itself: those are examples and
 * hints. It takes time in proportion to the text.
 */
export function privateLines(lines: readonly ScannedLine[]): ReadonlySet<number> {
  if (!lines.some(saysPrivate)) return NONE;
  const hidden = new PrivateWalk(lines, NONE).walk();
  const footnotes = privateFootnotes(lines, hidden);
  return footnotes.size === 0 ? hidden : new PrivateWalk(lines, footnotes).walk();
}

const NONE: ReadonlySet<number> = new Set();

/** What a private line takes with it. */
interface Reach {
  readonly quotes: number;
  readonly indent: number;
  /** Whether what stands as far in as the line belongs to it, too: it heads that. */
  readonly heads: boolean;
  /** Whether the line is a row of a table, which the next row does not go on with. */
  readonly isRow: boolean;
}

/** A line in its place below another. */
interface Place {
  readonly line: ScannedLine;
  readonly place: LinePlace;
  readonly quotesAbove: number;
}

class PrivateWalk {
  private readonly found = new Set<number>();
  private readonly fences: LookedFences;
  private readonly blocks = new LookedBlocks();
  private reach: Reach | null = null;
  /** Whether no blank line stands between the last private line and this one. */
  private adjoins = false;
  /** Blank lines since then: private if what follows is. */
  private blanks: number[] = [];
  /** Level of the private heading whose section this is; 0 outside. */
  private section = 0;
  /** Where what the line goes on with begins; null behind what nothing goes on with. */
  private paragraph: Place | null = null;
  private quotesAbove = 0;

  /** @param footnotes - lines that are as private as those that say so */
  constructor(
    private readonly lines: readonly ScannedLine[],
    private readonly footnotes: ReadonlySet<number>,
  ) {
    this.fences = new LookedFences(lines);
  }

  walk(): ReadonlySet<number> {
    for (const line of this.lines) {
      if (line.kind === 'frontmatter') continue;
      const place = placeOf(seen(line));
      this.read(line, place);
      this.quotesAbove = place.quotes;
    }
    return this.found;
  }

  private read(line: ScannedLine, place: LinePlace): void {
    if (this.section > 0 && (line.heading?.level ?? Infinity) > this.section) {
      this.found.add(line.number);
      return;
    }
    if (this.fences.isInside(line)) {
      this.paragraph = null;
      if (this.fences.isPrivate) this.take(line);
    } else if (line.heading !== null) {
      this.enter(line, line.heading);
    } else if (place.at === seen(line).length) {
      this.readBlank(line, place);
    } else if (line.kind === 'comment') {
      if (this.belongs(line, place) || isPrivateLine(line.text)) this.found.add(line.number);
    } else {
      this.readWords(line, place);
      if (this.reach !== null) this.fences.setPrivate(line);
    }
  }

  /** A heading ends what is above it, and begins a section that is private as a whole where it says so. */
  private enter({ number }: ScannedLine, { level, last }: Heading): void {
    this.section = this.lines.slice(number, last + 1).some(saysPrivate) ? level : 0;
    this.reach = null;
    this.paragraph = null;
    this.blanks = [];
    if (this.section > 0) this.found.add(number);
  }

  private readBlank({ number }: ScannedLine, place: LinePlace): void {
    this.paragraph = null;
    if (this.reach === null) return;
    this.adjoins = false;
    this.blanks.push(number);
    if (this.reach.heads && place.quotes < this.reach.quotes) this.reach = null; // the quote that it heads is over
  }

  private readWords(line: ScannedLine, place: LinePlace): void {
    const here = { line, place, quotesAbove: this.quotesAbove };
    if (this.paragraph === null || this.begins(line, place, this.quotesAbove)) this.paragraph = here;
    if (this.reach === null || !isBelow(place, this.reach)) {
      if (saysPrivate(line) || this.footnotes.has(line.number))
        this.reachFrom(saysNoMore(line) ? this.paragraph : here, line.number);
      else if (this.reach !== null && !this.goesOn(line, place, this.reach)) this.reach = null;
    }
    if (this.reach !== null) this.take(line);
    else this.blanks = [];
  }

  private belongs(line: ScannedLine, place: LinePlace): boolean {
    return this.reach !== null && (isBelow(place, this.reach) || this.goesOn(line, place, this.reach));
  }

  /** Whether a line that stands no further in goes on with the private one above. */
  private goesOn(line: ScannedLine, place: LinePlace, { quotes, isRow }: Reach): boolean {
    if (!this.adjoins || this.begins(line, place, quotes)) return false;
    return !isRow || !seen(line).startsWith('|', place.at);
  }

  private begins(line: ScannedLine, place: LinePlace, quotesAbove: number): boolean {
    return line.kind === 'marker' || place.quotes > quotesAbove || this.blocks.begins(seen(line), place);
  }

  private take({ number }: ScannedLine): void {
    for (const blank of this.blanks) this.found.add(blank);
    this.blanks = [];
    this.found.add(number);
    this.adjoins = true;
  }

  /** What begins there is private, down to the line that is being read: `to`. */
  private reachFrom({ line, place: { quotes, indent, at }, quotesAbove }: Place, to: number): void {
    const text = seen(line);
    const opensQuote = quotes > quotesAbove;
    const heads = !this.blocks.isItem(text, at) && (opensQuote || headingLevel(text, at) > 0);
    const isRow = text.startsWith('|', at) && !isTableRule(this.lines[line.number + 1]);
    this.reach = { quotes, indent: heads && quotes > 0 ? 0 : indent, heads, isRow };
    this.blanks = [];
    if (this.found.has(line.number)) return;
    for (let number = line.number; number < to; number++) this.found.add(number);
  }
}

function isBelow(place: LinePlace, { quotes, indent, heads }: Reach): boolean {
  const further = furtherIn(place, { quotes, indent });
  return further !== null && (heads ? further >= 0 : further > 0);
}

/** A line as its look counts: without comments in it, but for one that is nothing else. */
function seen({ kind, text, visible }: ScannedLine): string {
  return kind === 'text' ? visible : text;
}

/** A comment beside words counts, too: whoever writes the field there hides it from the page alone. */
function saysPrivate({ text, visible }: ScannedLine): boolean {
  return isPrivateLine(visible) || (visible !== text && isPrivateLine(text));
}

/** Whether the field is all that a line says. */
function saysNoMore(line: ScannedLine): boolean {
  const text = seen(line);
  return FIELD_ALONE.test(text.slice(placeOf(text).at));
}

const FIELD_ALONE = /^[[(（【［]\s*private\b[^\])）】］]*[\])）】］]?\s*$/i;

/** Whether it is the line below a table's head. */
function isTableRule(line: ScannedLine | undefined): boolean {
  if (line === undefined) return false;
  const words = line.visible.slice(placeOf(line.visible).at);
  return words.includes('-') && /^[\s:|-]*$/.test(words);
}
