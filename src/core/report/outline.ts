import { furtherIn, placeOf, type LinePlace } from '../markdown/line-place';
import { parseListedItem } from '../markdown/list-lines';
import { scanNote, type ScannedLine } from '../markdown/scan';
import { findSection } from '../markdown/sections';
import { privateLines } from '../private/private-lines';

/** A list item or a paragraph of a section, with what hangs below it. */
export interface OutlineItem {
  /** Without mark, checkbox and comments, trimmed. */
  readonly text: string;
  /** What stands in the checkbox; null where there is none, and for a paragraph. */
  readonly checkbox: string | null;
  /** Line in the note, from 0. */
  readonly line: number;
  /** Remarks on it: what stands below it and is no item itself, a line each. */
  readonly below: readonly string[];
}

/** What stands under a heading, and that heading as it is written there. */
export interface Outline {
  readonly heading: string;
  readonly items: readonly OutlineItem[];
}

/**
 * Items of the first section with one of the names, or null where there is none.
 *
 * An item is what has a checkbox, however deep it stands; what stands at the outermost level of a list, bullets and
 * numbers alike; and a paragraph outside of lists. Whatever else stands below an item is a remark on it: a line belongs
 * to the nearest item above that it stands further in than, so that a remark after a nested task, at that task's level,
 * is one on the item that holds both. What goes on with the line above, without a blank line between, belongs where that
 * line does. “Further in” means by two columns or more, the least that nests (CommonMark 5.2).
 *
 * Code, comments, tables and guarded blocks are no items; private lines, and what belongs to them, are not there at all.
 */
export function outlineOf(text: string, names: readonly string[]): Outline | null {
  const lines = scanNote(text);
  const section = findSection(text, names, lines);
  if (section === null) return null;
  return {
    heading: section.heading,
    items: itemsOf(lines.slice(section.bodyLine, section.endLine), privateLines(lines)),
  };
}

/**
 * Items among some lines of a note, as `outlineOf` finds them.
 *
 * @param hidden - numbers of lines that are not there at all
 */
export function itemsOf(lines: readonly ScannedLine[], hidden: ReadonlySet<number>): OutlineItem[] {
  const outline = new OpenOutline();
  for (const { number, kind, visible } of lines) {
    const place = placeOf(visible);
    const rest = visible.slice(place.at).replace(place.quotes > 0 ? CALLOUT : '', '');
    const words = rest.trim();
    if (kind !== 'text' || hidden.has(number) || words === '' || NO_WORDS.test(words)) {
      outline.part();
      continue;
    }
    const item = parseListedItem(rest);
    if (item === null) outline.addWords(words, number, place);
    else outline.addListed(item.text.trim(), item.checkbox, number, place);
  }
  return outline.items;
}

const CALLOUT = /^\[![^\]]*\][+-]?/;
/** Headings, rows of tables, rules. */
const NO_WORDS = /^(?:#{1,6}[ \t]|\||(?:[-*_][ \t]*){3,}$)/;
const LEAST_NESTED = 2;

interface OpenItem extends OutlineItem {
  text: string;
  readonly below: string[];
}

class OpenOutline {
  readonly items: OpenItem[] = [];
  /** The items that a line may stand below, from the outermost in. */
  private readonly above: { readonly item: OpenItem; readonly place: LinePlace }[] = [];
  /** What the line above belongs to, or is; null where nothing can go on with it. */
  private last: OpenItem | null = null;
  private quotesAbove = 0;

  /** Something stands there that nothing goes on with. */
  part(): void {
    this.last = null;
  }

  addWords(text: string, line: number, place: LinePlace): void {
    const goesOn = place.quotes <= this.quotesAbove ? this.last : null; // a quote that begins goes on with nothing
    const owner = goesOn ?? this.ownerOf(place);
    if (goesOn?.text === '') {
      goesOn.text = text; // `- [ ]` with its words on the line below is one paragraph (CommonMark 5.2)
      this.set(goesOn, place);
    } else if (owner === null) {
      this.above.length = 0;
      this.set(this.add({ text, checkbox: null, line, below: [] }), place);
    } else {
      owner.below.push(text);
      this.set(owner, place);
    }
  }

  addListed(text: string, checkbox: string | null, line: number, place: LinePlace): void {
    const owner = this.ownerOf(place);
    if (owner !== null && checkbox === null) {
      owner.below.push(text);
      this.set(owner, place);
    } else {
      const item = this.add({ text, checkbox, line, below: [] });
      this.above.push({ item, place });
      this.set(item, place);
    }
  }

  private set(last: OpenItem, { quotes }: LinePlace): void {
    this.last = last;
    this.quotesAbove = quotes;
  }

  private add(item: OpenItem): OpenItem {
    this.items.push(item);
    return item;
  }

  /** The nearest item that stands further out; those that stand as far in, or further, are over. */
  private ownerOf(place: LinePlace): OpenItem | null {
    for (let nearest = this.above.at(-1); nearest !== undefined; nearest = this.above.at(-1)) {
      if ((furtherIn(place, nearest.place) ?? 0) >= LEAST_NESTED) return nearest.item;
      this.above.pop();
    }
    return null;
  }
}
