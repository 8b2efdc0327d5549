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
  const rows: TableRow[] = [];
  let above: ScannedLine | null = null;
  let head: readonly string[] | null = null;
  for (const line of lines) {
    const isNext = above !== null && line.number === above.number + 1;
    if (!isNext) head = null;
    if (line.kind !== 'text' || !line.visible.includes('|')) {
      above = null;
      continue;
    }
    const cells = cellsOf(line);
    if (head !== null) rows.push({ line, cells, head });
    else if (above !== null && isNext && cells.every(isRule)) head = cellsOf(above);
    above = line;
  }
  return rows;
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
