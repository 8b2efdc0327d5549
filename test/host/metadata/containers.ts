// Where in a line the content of a quote or of a list item begins. As in CommonMark a tab fills up to a stop of four columns;
// one that is used up in part counts as passed, and its other columns are still to come.

/** A place in a line. */
export interface Place {
  readonly offset: number;
  readonly column: number;
  /** Columns of the tab before it that are not used up. */
  readonly rest: number;
}

export const LINE_START: Place = { offset: 0, column: 0, rest: 0 };

/** A quote, or a list item with the columns that its lines are indented by. */
export type Container =
  { readonly quote: true } | { readonly quote: false; readonly line: number; readonly width: number };

/** Past at most so many columns of blanks. */
export function skipColumns(text: string, place: Place, columns: number): Place {
  let { offset, column, rest } = place;
  let left = columns;
  while (left > 0) {
    if (rest === 0) {
      const char = text[offset];
      if (char !== ' ' && char !== '\t') break;
      rest = char === '\t' ? 4 - (column % 4) : 1;
      offset += 1;
    }
    const used = Math.min(rest, left);
    rest -= used;
    column += used;
    left -= used;
  }
  return { offset, column, rest };
}

/** Where the content of the innermost container begins in that line; a lazy line stays where its last mark was. */
export function contentStart(text: string, line: number, containers: readonly Container[]): Place {
  let place = LINE_START;
  for (const container of containers) {
    if (container.quote) {
      const at = skipColumns(text, place, 3);
      if (text[at.offset] !== '>') return place;
      place = skipColumns(text, { offset: at.offset + 1, column: at.column + 1, rest: 0 }, 1);
    } else if (container.line === line) {
      place = itemContent(text, place);
    } else {
      place = skipColumns(text, place, container.width);
    }
  }
  return place;
}

/** Past an item's mark, and the blank after it: one to four columns belong to the mark, of more only the first. */
export function itemContent(text: string, place: Place): Place {
  const at = skipColumns(text, place, 3);
  const mark = /^(?:[-*+]|\d{1,9}[.)])/.exec(text.slice(at.offset))?.[0].length ?? 0;
  const after: Place = { offset: at.offset + mark, column: at.column + mark, rest: 0 };
  const content = skipColumns(text, after, 5);
  const wide = content.column - after.column;
  return wide > 4 || content.offset >= text.length ? skipColumns(text, after, 1) : content;
}
