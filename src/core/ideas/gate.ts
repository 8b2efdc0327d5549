import { placeOf } from '../markdown/line-place';
import { linksOfLine } from '../markdown/links';
import { parseListedItem } from '../markdown/list-lines';
import { hasWords, partsOf, wordsOf } from '../markdown/parts';
import { plainLine } from '../markdown/plain-line';
import { plainWords } from '../markdown/plain-words';
import { scanNote, type ScannedLine } from '../markdown/scan';
import { headingKey } from '../markdown/sections';
import { tableRows } from '../markdown/table';
import { privateLines } from '../private/private-lines';
import { itemsOf } from '../report/outline';

/** The parts of an idea's note, in their order. */
export const IDEA_PARTS = ['sentence', 'shapes', 'parts', 'nearest', 'test'] as const;
export type IdeaPart = (typeof IDEA_PARTS)[number];

/**
 * What is open:
 * - `missing`: there is no such section
 * - `empty`: nothing is written in it
 * - `no-words`: an item ends with a colon, and nothing follows
 * - `no-support`: a part of the idea has no link and no code with a commit
 * - `not-read`: it links notes, none of which is a source with a log entry
 * - `few`: there are less than three works
 * - `no-difference`: of a work it is not said how the idea differs
 * - `no-stop`: no line says which result ends it
 */
export type OpenCode =
  'missing' | 'empty' | 'no-words' | 'no-support' | 'not-read' | 'few' | 'no-difference' | 'no-stop';

export interface OpenPoint {
  readonly part: IdeaPart;
  readonly code: OpenCode;
  /** Line in the note, from 0; of a section that is missing, the note's last. */
  readonly line: number;
  /** What it is about, in the student's words; empty where that is private, or the section as a whole. `few`: how many there are. */
  readonly about: string;
}

/** How far a part is written: not begun, begun, or with nothing open; in percent. */
export type PartState = 0 | 50 | 100;

/** What one part of the idea stands on. */
export interface Support {
  /** The part, in the student's words. */
  readonly about: string;
  readonly by: 'source' | 'code';
  /** As written in the table. */
  readonly text: string;
}

export interface Gate {
  readonly open: readonly OpenPoint[];
  readonly states: Readonly<Record<IdeaPart, PartState>>;
  /** Private ones aside. */
  readonly supports: readonly Support[];
  /** The idea in a sentence, on one line, without what is private. */
  readonly sentence: string;
}

export interface GateRules {
  /** What the sections may be headed with: their names in each language. */
  readonly headings: readonly Readonly<Record<IdeaPart, string>>[];
  /** Whether a link in the note, by its path, leads to a source with a log entry. */
  readonly wasRead: (link: string) => boolean;
  /** Whether it leads to a note that is private as a whole, and not named. */
  readonly isPrivate: (link: string) => boolean;
}

export const NEAREST = 3;

/**
 * What of an idea is still open before it is ready to be discussed. It names lines, and neither forbids nor judges: each part
 * of the idea has support (a source that was read, code with a commit), three nearest works each have a difference, shapes
 * and the cheapest test are written, and a line says what result would end it.
 */
export function ideaGate(text: string, { headings, wasRead, isPrivate }: GateRules): Gate {
  const lines = scanNote(text);
  const secret = privateLines(lines);
  const isHidden = ({ number, text: written }: ScannedLine): boolean =>
    secret.has(number) || linksOfLine(written).some(({ path }) => isPrivate(path));
  const sections = partsOf(lines, IDEA_PARTS, headings);
  const open: OpenPoint[] = [];
  const states: Partial<Record<IdeaPart, PartState>> = {};
  const supports: Support[] = [];
  let sentence = '';
  for (const part of IDEA_PARTS) {
    const section = sections.get(part);
    const before = open.length;
    const add = (code: OpenCode, line: number, about = ''): void => {
      open.push({ part, code, line, about: lines.slice(line, line + 1).some(isHidden) ? '' : about });
    };
    let written = 0;
    if (section === undefined) {
      add('missing', lines.length - 1);
    } else if (part === 'parts') {
      for (const { line, cells, head } of tableRows(section.body)) {
        if (!cells.some(hasWords)) continue;
        written += 1;
        const column = head.findIndex((name) => /^(?:依据|支持|support)/.test(headingKey(name)));
        const support = column < 0 ? cells.join(' ') : (cells[column] ?? '');
        const about = plainWords(cells[0] ?? '');
        const links = linksOfLine(support).filter(({ external, path }) => !external && path !== '');
        const by = COMMIT.test(support) ? 'code' : links.some(({ path }) => wasRead(path)) ? 'source' : null;
        if (by === null) add(links.length > 0 ? 'not-read' : 'no-support', line.number, about);
        else if (!isHidden(line)) supports.push({ about, by, text: plainLine(support) });
      }
      if (written === 0) add('empty', section.line);
    } else if (part === 'nearest') {
      const works = worksIn(section.body, lines);
      written = works.length;
      if (written < NEAREST) add('few', section.line, String(written));
      for (const { line, about, differs } of works) if (!differs) add('no-difference', line, about);
    } else {
      const { body } = section;
      const stops = body.filter((line) => part === 'test' && STOP.test(wordsOf(line)));
      const own = body.filter((line) => hasWords(wordsOf(line)) && !stops.includes(line));
      const stop = stops.find((line) => !isUnsaid(line, body));
      written = own.length + (stop === undefined ? 0 : 1);
      if (own.length === 0) add('empty', section.line);
      if (part === 'sentence') {
        sentence = plainLine(own.map((line) => (isHidden(line) ? '' : wordsOf(line))).join(' '));
      } else {
        for (const line of own) {
          if (isItem(line) && isUnsaid(line, body))
            add('no-words', line.number, plainWords(wordsOf(line)).slice(0, -1));
        }
      }
      if (part === 'test' && stop === undefined) add('no-stop', stops[0]?.number ?? section.line);
    }
    states[part] = written === 0 ? 0 : open.length > before ? 50 : 100;
  }
  return { open, states: states as Gate['states'], supports, sentence };
}

const STOP = /^[\s*_]*(?:停止|stop)[\s*_]*[:：]/i;
/** An address of a commit or of a file at one, or a repository with a commit behind an `@`. */
const COMMIT = /(?:\/(?:commit|tree|blob)\/|[\w.-]@)[0-9a-f]{7,40}(?![\w-]|\.\w)/i;

function isItem({ visible }: ScannedLine): boolean {
  return parseListedItem(visible) !== null;
}

/** Whether a line ends with a colon, and what it announces does not follow. */
function isUnsaid(line: ScannedLine, body: readonly ScannedLine[]): boolean {
  if (!/[:：][\s*_]*$/.test(wordsOf(line))) return false;
  const next = body.find(({ number, visible }) => number > line.number && visible.trim() !== '');
  if (next?.heading !== null) return true;
  if (placeOf(next.visible).indent > placeOf(line.visible).indent) return false;
  return isItem(next) ? isItem(line) : !isItem(line) && next.number > line.number + 1;
}

interface Work {
  readonly line: number;
  readonly about: string;
  readonly differs: boolean;
}

/**
 * Works that are listed, or stand in a table: rows, outermost items, and paragraphs with a link. How the idea differs stands
 * behind the link, or behind a colon or a dash, or below.
 */
function worksIn(body: readonly ScannedLine[], lines: readonly ScannedLine[]): Work[] {
  const rows = tableRows(body).map(({ line, cells: [name = '', ...rest] }) => {
    return { text: `${name}: ${rest.join(' ')}`, line: line.number, below: [] };
  });
  return [...rows, ...itemsOf(body, new Set(rows.map(({ line }) => line)))].flatMap(({ text, line, below }) => {
    const [link] = linksOfLine(text);
    const written = lines[line];
    const isListed = written !== undefined && (isItem(written) || written.visible.includes('|'));
    if (!hasWords(text) || (link === undefined && !isListed)) return [];
    const [name = '', ...said] =
      link === undefined
        ? bare(text).split(/[:：—–]|--|\s-\s/)
        : [text.slice(link.from, link.to), bare(text.slice(link.to))];
    const differs = [...said, ...below].some((words) => /\p{L}/u.test(words));
    return [{ line, about: plainWords(name), differs }];
  });
}

/** Without addresses and what stands in brackets, such as a year. */
function bare(text: string): string {
  return text.replace(/[a-z]+:\/\/[^\s，。；：]+/gi, '').replace(/\([^()]*\)|（[^（）]*）/g, '');
}
