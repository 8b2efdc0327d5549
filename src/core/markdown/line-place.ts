import { LineCursor } from './line-cursor';

/** Where the words of a line begin, in columns: how far in, and behind how many quote marks. */
export interface LinePlace {
  /** How far in stands what is behind so many quote marks, from none to all. */
  readonly indents: readonly number[];
  /** Quote marks at the line's start. */
  readonly quotes: number;
  /** Columns of blanks behind the last of them. */
  readonly indent: number;
  /** Offset in the line of the first character that is no blank behind them; the line's length where there is none. */
  readonly at: number;
}

const QUOTE = 62;

/**
 * The place of a line as it looks, whatever block it belongs to. Tabs reach to the next stop of four, and one blank
 * behind a quote mark is the mark's (CommonMark 2.2, 5.1).
 */
export function placeOf(line: string): LinePlace {
  const cursor = new LineCursor();
  cursor.start(line);
  const indents = [cursor.indent];
  while (cursor.unit === QUOTE) {
    cursor.take(1);
    if (cursor.indent > 0) cursor.skip(1);
    indents.push(cursor.indent);
  }
  return { indents, quotes: indents.length - 1, indent: cursor.indent, at: cursor.next };
}

/** By how many columns a line stands further in than another, within the same quotes; null where it is not in these. */
export function furtherIn(line: LinePlace, other: Pick<LinePlace, 'quotes' | 'indent'>): number | null {
  const indent = line.indents[other.quotes];
  return indent === undefined ? null : indent - other.indent;
}
