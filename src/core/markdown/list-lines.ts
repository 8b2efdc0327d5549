/** A list item's line in its parts. Numbered items are none: a log and a plan are bullets. */
export interface ListLine {
  /** White space before the mark, as written. */
  readonly indent: string;
  readonly mark: '-' | '*' | '+';
  /** What stands in the checkbox, e.g. `x` or a blank; null where there is no checkbox. */
  readonly checkbox: string | null;
  /** What is written after mark and checkbox, trimmed at its end. */
  readonly text: string;
  /** Offset of `text` in the line. */
  readonly textStart: number;
}

// A checkbox is one character, which may be any (CommonMark's task lists and Obsidian's further marks).
const ITEM = /^([ \t]*)([-*+])[ \t]+(?:\[(.)\](?:[ \t]+|$))?/u;

/** Reads a line as a list item, or null where it is none. */
export function parseListLine(line: string): ListLine | null {
  const match = ITEM.exec(line);
  if (match === null) return null;
  const [whole, indent = '', mark, checkbox = null] = match;
  if (mark !== '-' && mark !== '*' && mark !== '+') return null;
  return { indent, mark, checkbox, text: line.slice(whole.length).trimEnd(), textStart: whole.length };
}

/** The box and the words of any item that the app lists: those in quotes and callouts, and numbered ones, too. */
export function parseListedItem(line: string): Pick<ListLine, 'checkbox' | 'text'> | null {
  return parseListLine(line.replace(/^[ \t]*(?:>[ \t]?)+/, '').replace(/^([ \t]*)\d{1,9}[.)](?=[ \t])/, '$1-'));
}

/** Marks of what did not happen (yet): open; and, as the Tasks plugin has them, cancelled, put off, planned. */
const NOT_DONE = new Set([' ', '-', '>', '<']);

/** Whether the item is a task that was not done: a plan, not a fact. */
export function isPlan(item: ListLine): boolean {
  return item.checkbox !== null && NOT_DONE.has(item.checkbox);
}
