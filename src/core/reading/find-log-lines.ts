import { linksOfLine } from '../markdown/links';
import { parseListedItem, parseListLine } from '../markdown/list-lines';
import { scanInSteps, type ScannedLine } from '../markdown/scan';
import { findSections, insideSections } from '../markdown/sections';
import { privateLines } from '../private/private-lines';
import type { IsoDate } from '../ports';
import { parseLogLine, type LineProblem, type LogFields } from './log-line';
import { LINES_A_STEP, type Steps } from '../steps';
import type { SourceFacts } from './source';

/** A link in a line's text, by where it leads and where it stands in the text. */
export interface LineLink {
  readonly target: string;
  readonly from: number;
  readonly to: number;
}

/** A line that is a log line if what it links to is a source. */
export interface FactLine extends LogFields {
  /** From 0. */
  readonly line: number;
  /** Null where the day that is written does not exist; the line is then reported, and does not count. */
  readonly date: IsoDate | null;
  readonly text: string;
  /** Its links; null for a line in a source's own log, which is about that source whatever it links to. */
  readonly links: readonly LineLink[] | null;
  readonly problems: readonly LineProblem[];
}

/** What the index must know of a note. */
export interface NoteFacts {
  /** The source that the note describes, or null. */
  readonly source: SourceFacts | null;
  readonly lines: readonly FactLine[];
}

export interface NoteContext {
  readonly source: SourceFacts | null;
  /** The day of a daily note, which dates its lines; null for any other note. */
  readonly day: IsoDate | null;
  /** Names of the log's heading, in every language. */
  readonly logHeadings: readonly string[];
  /** Whether the note has a log that is none of reading: that of an idea or an experiment. Its lines have no `links`. */
  readonly isWork?: boolean;
}

/**
 * Finds a note's log lines: in a source, the dated items under its log heading; anywhere, items with a link and
 * `[min:: ]` that start with a day or stand in a daily note. Code, comments, frontmatter and guarded blocks hold none.
 * One that belongs to a private line is private, whatever it says of itself.
 */
export function* readNoteFacts(text: string, note: NoteContext): Steps<NoteFacts> {
  if (note.source === null && !text.includes('::')) return { source: null, lines: [] };
  const lines = yield* scanInSteps(text);
  const isOwn = insideSections(
    note.source === null && note.isWork !== true ? [] : findSections(text, note.logHeadings, lines),
  );
  const hidden = privateLines(lines);
  const facts: FactLine[] = [];
  for (const line of lines) {
    if (line.number % LINES_A_STEP === 0) yield;
    if (line.kind !== 'text') continue;
    const { text: item, isPrivate } = wholeItem(line, lines, hidden);
    const fact = isOwn(line.number)
      ? (ownLine(line, item) ?? missedLine(line, lines[line.number - 1]))
      : looseLine(line, item, note.day);
    if (fact !== null) facts.push(isPrivate ? privateFact(fact) : fact);
  }
  return { source: note.source, lines: facts };
}

/**
 * What is known of a note that is meant to be a source, and whose frontmatter is no YAML (two devices can merge it into one
 * key twice): that it cannot be read, so that its log does not go missing without a word.
 */
export const BROKEN_NOTE: NoteFacts = {
  source: null,
  lines: [
    {
      ...{ date: null, text: '', minutes: null, pass: null, pages: null, status: null, deep: false, private: false },
      ...{ line: 0, links: null, problems: [{ code: 'bad-properties', value: '' }] },
    },
  ],
};

/** A problem names what is written; of a private line it keeps that back but for a day, which says nothing of the text. */
function privateFact(fact: FactLine): FactLine {
  const problems = fact.problems.map((problem) =>
    problem.code === 'impossible-date' || problem.code === 'long-ago' ? problem : { ...problem, value: '…' },
  );
  return { ...fact, private: true, problems };
}

function ownLine(line: ScannedLine, item: string): FactLine | null {
  const read = parseLogLine(item);
  // In a log, minutes without a day ("8/4 proofs [min:: 60]") are an entry gone wrong, not a remark.
  if (read === null || (!read.dated && !read.timed)) return null;
  const { date, text, minutes, pass, pages, status, deep } = read;
  const problems = read.dated ? read.problems : [{ code: 'no-date' as const, value: text }, ...read.problems];
  return {
    line: line.number,
    date,
    text,
    minutes,
    pass,
    pages,
    status,
    deep,
    private: read.private,
    links: null,
    problems,
  };
}

/** A line in a log that says a day or minutes, and is no list item of the log's own, so that it does not count unsaid. */
function missedLine(line: ScannedLine, above: ScannedLine | undefined): FactLine | null {
  const item = parseListedItem(line.visible);
  if (parseListLine(line.visible) !== null || isOpen(item) || line.code !== null) return null;
  // Within a paragraph a day is prose, unless each of its lines begins with one.
  const goesOn = item === null && above?.kind === 'text' && above.visible.trim() !== '' && above.heading === null;
  if (/^[ \t>]/.test(line.visible) || (goesOn && !isLike(above.visible))) return null;
  const read = parseLogLine(`- ${item?.text ?? line.visible}`);
  if (read === null || (!read.dated && !read.timed)) return null;
  const { text, minutes, pass, pages, status, deep } = read;
  const problems = [{ code: 'no-item' as const, value: line.visible.trim() }];
  return {
    line: line.number,
    date: null,
    text,
    minutes,
    pass,
    pages,
    status,
    deep,
    private: read.private,
    links: null,
    problems,
  };
}

function isOpen(item: { readonly checkbox: string | null } | null): boolean {
  const box = item?.checkbox ?? null;
  return box !== null && !/[xX]/.test(box);
}

function isLike(line: string): boolean {
  return parseListLine(line) === null && parseLogLine(`- ${line}`)?.dated === true;
}

/** What only items are looked at for: each line of a note belongs to one of them at most. */
const ITEM = /^[ \t]*[-*+][ \t]/;

/** A blank line, or one that begins something of its own: an item, a quote, a table. */
const BEGINS = /^[ \t]*(?:$|[>|]|(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$))/;

/**
 * An item with the lines that it is wrapped over, where fields may stand on them: a formatter breaks long lines anywhere, in
 * the midst of `[min:: 75]`, too. It is private where any of the lines is.
 */
function wholeItem(
  { number, visible }: ScannedLine,
  lines: readonly ScannedLine[],
  hidden: ReadonlySet<number>,
): { readonly text: string; readonly isPrivate: boolean } {
  let isPrivate = hidden.has(number);
  if (!ITEM.test(visible)) return { text: visible, isPrivate };
  const more: string[] = [];
  for (let at = number + 1; at < lines.length; at++) {
    const next = lines[at];
    if (next?.kind !== 'text' || next.code !== null || next.heading !== null || BEGINS.test(next.visible)) break;
    more.push(next.visible.trim());
    isPrivate ||= hidden.has(at);
  }
  if (more.length === 0) return { text: visible, isPrivate };
  const wrapped = more.join(' ');
  const field = visible.lastIndexOf('::');
  const isOpenField = field >= 0 && !/[\])]/.test(visible.slice(field));
  const isOne = wrapped.includes('::') || isOpenField;
  return { text: isOne ? `${visible.trimEnd()} ${wrapped}` : visible, isPrivate };
}

function looseLine(line: ScannedLine, item: string, day: IsoDate | null): FactLine | null {
  if (!item.includes('::') || (!item.includes('](') && !item.includes('[['))) return null;
  const read = parseLogLine(item);
  if (!read?.timed || (!read.dated && day === null)) return null;
  const links = linksOfLine(read.text)
    .filter((link) => !link.external && !link.embed)
    .map(({ path, from, to }) => ({ target: path, from, to }));
  if (links.length === 0) return null;
  const date = read.dated ? read.date : day;
  const { text, minutes, pass, pages, status, deep, problems } = read;
  return { line: line.number, date, text, minutes, pass, pages, status, deep, private: read.private, links, problems };
}
