import { lineEnding } from '../markdown/frontmatter';
import { scanNote, type ScannedLine } from '../markdown/scan';
import { cellsOf, isRule } from '../markdown/table';
import type { IsoDate } from '../ports';
import { isCalendarDay } from '../time/calendar-day';
import { memberKey } from './group-note';

/** Some days, both included; null: open at that end. */
export interface Days {
  readonly from: IsoDate | null;
  readonly until: IsoDate | null;
}

/** A row of `members.md`. */
export interface Member extends Days {
  /** The name of their folder. */
  readonly id: string;
  /** The id where no name is written. */
  readonly name: string;
  /** Ids that they had before. */
  readonly also: readonly string[];
  readonly away: readonly Days[];
}

export type MemberProblemCode = 'no-table' | 'bad-day' | 'twice';

export interface MemberProblem {
  readonly code: MemberProblemCode;
  /** Line of the note, from 0. */
  readonly line: number;
  readonly value: string;
}

const COLUMNS = {
  id: ['id', '编号'],
  name: ['name', '姓名'],
  also: ['also', '别名'],
  from: ['from', '自'],
  until: ['until', '至'],
  away: ['away', '请假'],
} as const;
type Column = keyof typeof COLUMNS;

/** The members that the first table with a column for ids lists. What cannot be read is told with its line, and nobody is lost for it. */
export function readMembers(text: string): { readonly members: Member[]; readonly problems: MemberProblem[] } {
  const rows = scanNote(text).filter(
    ({ kind, code, visible }) => kind === 'text' && code === null && visible.includes('|'),
  );
  const at = rows.findIndex((row) => columnsOf(row).id !== undefined);
  const head = rows[at];
  const problems: MemberProblem[] = [];
  if (head === undefined) return { members: [], problems: [{ code: 'no-table', line: 0, value: '' }] };
  const columns = columnsOf(head);
  const known = new Set<string>();
  let last = head.number;
  const members = rows.slice(at + 1).flatMap((row): Member[] => {
    if (row.number !== last + 1) return []; // another table
    last = row.number;
    const cells = cellsOf(row);
    const cell = (column: Column): string => cells[columns[column] ?? Infinity] ?? '';
    const id = cell('id');
    if (id === '' || isRule(id)) return [];
    const problem = (code: MemberProblemCode, value: string): null => {
      problems.push({ code, line: row.number, value });
      return null;
    };
    const day = (written: string): IsoDate | null =>
      written === '' || isCalendarDay(written) ? written || null : problem('bad-day', written);
    const also = listOf(cell('also'), /[;；,，、]/);
    for (const name of [id, ...also]) {
      if (known.has(memberKey(name))) problem('twice', name);
      known.add(memberKey(name));
    }
    const away = listOf(cell('away'), /[;；,，、]/).flatMap((span): Days[] => {
      const [from = '', until = from] = span.split('..').map((one) => one.trim());
      if (isCalendarDay(from) && isCalendarDay(until) && from <= until) return [{ from, until }];
      problem('bad-day', span);
      return [];
    });
    return [{ id, name: cell('name') || id, also, from: day(cell('from')), until: day(cell('until')), away }];
  });
  return { members, problems };
}

/** The note with a row for a member at the end of its table, in the order of its columns; null where it has no table. */
export function withMember(text: string, { id, name }: Pick<Member, 'id' | 'name'>): string | null {
  const scanned = scanNote(text);
  const head = scanned.find((line) => line.kind === 'text' && line.code === null && columnsOf(line).id !== undefined);
  if (head === undefined) return null;
  const columns = columnsOf(head);
  const cells = cellsOf(head).map((_cell, at) =>
    (at === columns.id ? id : at === columns.name ? name : '').replaceAll('|', '\\|'),
  );
  let last = head;
  for (let next = scanned[last.number + 1]; next?.visible.includes('|') === true; next = scanned[last.number + 1])
    last = next;
  return `${text.slice(0, last.end)}${lineEnding(text)}| ${cells.join(' | ')} |${text.slice(last.end)}`;
}

/** A new `members.md`, with a row to write over. */
export function newMembers(columns: readonly string[], intro: string): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  return `---\ntype: members\n---\n\n${intro}\n\n${row(columns)}${row(columns.map(() => '---'))}`;
}

function columnsOf(row: ScannedLine): Partial<Record<Column, number>> {
  const cells = cellsOf(row).map((cell) => cell.toLowerCase());
  const found: Partial<Record<Column, number>> = {};
  for (const column of Object.keys(COLUMNS) as Column[]) {
    const at = cells.findIndex((cell) => (COLUMNS[column] as readonly string[]).includes(cell));
    if (at >= 0) found[column] = at;
  }
  return found;
}

function listOf(text: string, between: RegExp): string[] {
  return text
    .split(between)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}
