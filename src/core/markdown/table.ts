import type { ScannedLine } from './scan';

/** A row of a table below its head. */
export interface TableRow {
  readonly line: ScannedLine;
  readonly cells: readonly string[];
  /** The cells of the table's first row. */
  readonly head: readonly string[];
}

/** Rows of the tables among some lines of a note: what follows a row and a line of dashes (GFM 4.10), which are no rows. */
export function tableRows(lines: readonly ScannedLine[]): TableRow[] {
  let head: readonly string[] | null = null;
  return lines.flatMap((line, at) => {
    const cells = line.kind === 'text' && line.visible.includes('|') ? cellsOf(line) : [];
    if (cells.length === 0) head = null;
    else if (head !== null) return [{ line, cells, head }];
    else if (cells.every(isRule)) head = cellsOf(lines[at - 1] ?? line);
    return [];
  });
}

/** Whether a cell stands in the line below a table's first row. */
export function isRule(cell: string): boolean {
  return /^:?-+:?$/.test(cell);
}

/** The cells of a row; a bar behind a backslash belongs to its cell, and so does one in a wikilink, which the app would have escaped. */
export function cellsOf({ visible }: Pick<ScannedLine, 'visible'>): string[] {
  const row = visible
    .trim()
    .replaceAll('\\|', BAR)
    .replace(/(\[\[[^[\]|]*)\|(?=[^[\]|]*\]\])/g, `$1${BAR}`)
    .replace(/^\|/, '')
    .replace(/\|$/, '');
  return row.split('|').map((cell) => cell.replaceAll(BAR, '|').trim());
}

/** A noncharacter of Unicode, which no text holds. */
const BAR = '\uFDD0';
