import { codeSpans } from '../markdown/code-spans';
import { inlineFields, withoutRanges, type InlineField } from '../markdown/inline-fields';
import { isPlan, parseListLine } from '../markdown/list-lines';
import { fieldHeads, writtenFields } from '../markdown/written-fields';
import type { IsoDate } from '../ports';
import { isCalendarDay } from '../time/calendar-day';
import { countPages, parseMinutes, parsePass } from './amounts';
import { SOURCE_STATUSES, type LogProblemCode, type SourceStatus } from './types';

/** What the fields of a line say. */
export interface LogFields {
  readonly minutes: number | null;
  readonly pass: 1 | 2 | 3 | null;
  readonly pages: string | null;
  readonly status: SourceStatus | null;
  /** Whether its minutes are deep work. */
  readonly deep: boolean;
  readonly private: boolean;
}

export interface LineProblem {
  readonly code: LogProblemCode;
  /** As written. */
  readonly value: string;
}

/** A list line read as a line of the log, whether it is one or not: that depends on where it stands. */
export interface LogLine extends LogFields {
  /** The day at its start; null where there is none, and where it is no day that exists (`problems` says so). */
  readonly date: IsoDate | null;
  /** Whether something that was meant as a date stands at its start. */
  readonly dated: boolean;
  /** Whether minutes are written, readable or not. */
  readonly timed: boolean;
  /** The rest of the line: no date, no known fields, no block id; trimmed. */
  readonly text: string;
  readonly problems: readonly LineProblem[];
}

/** What a line of the log is made from. `text` as `isLogText` allows it. */
export interface NewLogLine extends LogFields {
  readonly date: IsoDate;
  readonly text: string;
}

/**
 * Reads a line of a note (its comments taken out). Null where it is no list item, or an open task: a plan is no entry.
 * What cannot be read is left out and named; nothing throws.
 */
export function parseLogLine(line: string): LogLine | null {
  const item = parseListLine(line);
  if (item === null || isPlan(item)) return null;
  const head = parseHead(item.text);
  const body = withoutTail(head.rest).trim();
  const read = new FieldReader();
  const known = inlineFields(body).filter((field) => read.take(field));
  const strict = withoutRanges(body, known);
  const slips = nearFields(strict).filter((slip) => read.takeSlip(slip));
  return {
    date: head.date,
    dated: head.date !== null || head.problem !== null,
    timed: read.timed,
    text: withoutRanges(strict, slips).trim(),
    ...read.fields,
    problems: head.problem === null ? read.problems : [head.problem, ...read.problems],
  };
}

/** Writes a line of the log; `parseLogLine` reads the same from it. */
export function printLogLine(line: NewLogLine): string {
  const parts = [`- ${line.date}`];
  if (line.text !== '') parts.push(line.text);
  if (line.minutes !== null) parts.push(`[min:: ${line.minutes}]`);
  if (line.deep) parts.push('[deep:: 1]');
  if (line.pass !== null) parts.push(`[pass:: ${line.pass}]`);
  if (line.pages !== null) parts.push(`[pages:: ${line.pages}]`);
  if (line.status !== null) parts.push(`[marked:: ${line.status}]`);
  if (line.private) parts.push('[private:: true]');
  return parts.join(' ');
}

/** A note to a line on one line: blanks and line breaks shrink to one blank. */
export function tidyLogText(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/**
 * Whether a (tidied) text can stand in a line and be read back the same: not where it holds a field that the log knows
 * (`[min:: 5]`), what the app would take for the line's block id, or a sign that opens a comment, closed or not: a later
 * line of the paragraph could close it.
 */
export function isLogText(text: string): boolean {
  if (/%%|<!--|\n/.test(text)) return false;
  const bare = {
    date: '2026-01-01',
    text,
    minutes: null,
    pass: null,
    pages: null,
    status: null,
    deep: false,
    private: false,
  };
  return [bare, { ...bare, minutes: 1 }].every((line) => {
    const read = parseLogLine(printLogLine(line));
    return (
      read?.text === text &&
      read.minutes === line.minutes &&
      read.pass === null &&
      read.pages === null &&
      read.status === null &&
      !read.deep &&
      !read.private &&
      read.problems.length === 0
    );
  });
}

/** A text without the fields that the log knows, and without what the app puts at a line's end. */
export function withoutLogFields(text: string): string {
  const body = withoutTail(text).trim();
  const read = new FieldReader();
  const known = inlineFields(body).filter((field) => read.take(field));
  return withoutRanges(body, known).trim();
}

/** The text without what the app and the Tasks plugin put at a line's end: the id of a linked line, dates of a task. */
function withoutTail(text: string): string {
  let end = text.trimEnd();
  if (BLOCK_ID.test(end)) end = end.slice(0, end.lastIndexOf('^')).trimEnd();
  let line = text.includes('^') ? end : text;
  while (DAY_AT_END.test(end.slice(-DAY_LENGTH))) {
    const sign = Array.from(end.slice(0, -DAY_LENGTH).trimEnd().slice(-2)).at(-1);
    if (sign === undefined || !TASK_SIGNS.has(sign)) break;
    end = end.slice(0, -DAY_LENGTH).trimEnd().slice(0, -sign.length).trimEnd();
    line = end;
  }
  return line;
}

/** An id that the app puts at the end of a line that is linked to. */
const BLOCK_ID = /\s\^[0-9a-z]{6}$/;
/** Signs of dates that the Tasks plugin puts at the end when a task is ticked or planned. */
const TASK_SIGNS = new Set(['✅', '❌', '📅', '⏳', '🛫', '➕']);
const DAY_AT_END = /^\d{4}-\d{2}-\d{2}$/;
const DAY_LENGTH = 10;

const EMPHASIS = '(\\*\\*|__|==|\\*|_|`)?';
const DATE = '(\\d{4}-\\d{2}-\\d{2})(?!\\d)';
const PLAIN_DATE = new RegExp(`^${EMPHASIS}${DATE}\\1[:：]?`);
const LINKED_DATE = /^\[\[([^[\]|#]*)(?:#[^[\]|]*)?(?:\|([^[\]]*))?\]\][:：]?/;
const MARKDOWN_DATE = /^\[(\d{4}-\d{2}-\d{2})\]\([^()]*\)[:：]?/;
/** Meant as a date, but not written as one: `2026/8/4`, `2026年8月4日`. */
const LOOSE_DATE = /^\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}(?!\d)日?/;

interface Head {
  readonly date: IsoDate | null;
  readonly problem: LineProblem | null;
  readonly rest: string;
}

function parseHead(text: string): Head {
  const plain = PLAIN_DATE.exec(text);
  if (plain !== null) return headOf(plain[2] ?? '', text, plain[0].length);
  const linked = LINKED_DATE.exec(text);
  if (linked !== null) {
    const name = (linked[1] ?? '').split('/').pop() ?? '';
    const written = [name, linked[2] ?? ''].map((part) => part.trim()).find((part) => /^\d{4}-\d{2}-\d{2}$/.test(part));
    if (written !== undefined) return headOf(written, text, linked[0].length);
  }
  const markdown = MARKDOWN_DATE.exec(text);
  if (markdown !== null) return headOf(markdown[1] ?? '', text, markdown[0].length);
  const loose = LOOSE_DATE.exec(text);
  if (loose !== null) return headOf(loose[0], text, loose[0].length);
  return { date: null, problem: null, rest: text };
}

/** `0026-08-04` is a slip of the pen: no log reaches back to it, and every week since would pass for one without a report. */
const FIRST_LOGGED_YEAR = '1900';

/** Whether a text is a day on which something can have been logged. */
export function isLoggedDay(text: string): boolean {
  return isCalendarDay(text) && text >= FIRST_LOGGED_YEAR;
}

function headOf(written: string, text: string, length: number): Head {
  const rest = text.slice(length);
  if (isLoggedDay(written)) return { date: written, problem: null, rest };
  const code = isCalendarDay(written) ? 'long-ago' : 'impossible-date';
  return { date: null, problem: { code, value: written }, rest };
}

/** A field with a slip of the pen. */
interface Slip {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly written: string;
}

const HEADS = fieldHeads(['min', 'pass', 'pages', 'marked', 'status', 'private']);

function nearFields(text: string): Slip[] {
  if (!/[[(（【［]/.test(text)) return [];
  return writtenFields(withoutCode(text), HEADS).flatMap(({ key, value, start, end, bracket }) => {
    // "[status]" or "(pass: the test)" is prose; only what reads like the field is one.
    const meant =
      key === 'private' ? bracket === '[' || value !== null : /^\d/.test(value ?? '') || statusOf(value ?? '') !== null;
    return meant ? [{ key, start, end, written: text.slice(start, end) }] : [];
  });
}

/** The text with blanks in place of code spans. */
function withoutCode(text: string): string {
  let masked = '';
  let at = 0;
  for (const { from, to } of codeSpans(text)) {
    masked += text.slice(at, from) + ' '.repeat(to - from);
    at = to;
  }
  return masked + text.slice(at);
}

class FieldReader {
  readonly problems: LineProblem[] = [];
  timed = false;
  private minutes: number | null = null;
  private pass: 1 | 2 | 3 | null = null;
  private pages: string | null = null;
  private status: SourceStatus | null = null;
  private isDeep = false;
  private hidden = false;

  get fields(): LogFields {
    const { minutes, pass, pages, status } = this;
    return { minutes, pass, pages, status, deep: this.isDeep, private: this.hidden };
  }

  /** Takes in a field; whether it is one that the log knows. Two times of one line add up, of the rest the last holds. */
  take({ key, value }: InlineField): boolean {
    switch (key) {
      case 'min':
        this.timed = true;
        return this.read(
          value,
          'bad-minutes',
          parseMinutes,
          (minutes) => (this.minutes = (this.minutes ?? 0) + minutes),
        );
      case 'pass':
        return this.read(value, 'bad-pass', parsePass, (pass) => (this.pass = pass));
      case 'pages':
        return this.read(
          value,
          'bad-pages',
          (text) => (countPages(text) === null ? null : text),
          (pages) => (this.pages = pages),
        );
      case 'marked':
      case 'status': // what was written before; Dataview takes it for the status of the note
        return this.read(value, 'bad-status', statusOf, (status) => (this.status = status));
      case 'deep':
        this.isDeep = value !== '' && isYes(value); // without a value it is a template's
        return true;
      case 'private':
        if (isYes(value)) this.hidden = true;
        return true;
      default:
        return false;
    }
  }

  /** A slip is named and not guessed at, but for `private`, where the safe reading is the private one. */
  takeSlip(slip: Slip): boolean {
    switch (slip.key) {
      case 'private':
        this.hidden = true;
        return true;
      case 'min':
        this.timed = true;
        this.problems.push({ code: 'bad-minutes', value: slip.written });
        return true;
      case 'pass':
        this.problems.push({ code: 'bad-pass', value: slip.written });
        return true;
      case 'pages':
        this.problems.push({ code: 'bad-pages', value: slip.written });
        return true;
      default:
        this.problems.push({ code: 'bad-status', value: slip.written });
        return true;
    }
  }

  private read<T>(
    value: string,
    code: LogProblemCode,
    parse: (text: string) => T | null,
    keep: (read: T) => void,
  ): true {
    if (value === '') return true; // a template's empty field
    const read = parse(value);
    if (read === null) this.problems.push({ code, value });
    else keep(read);
    return true;
  }
}

const isYes = (value: string): boolean => !/^(?:false|no|0|否)$/i.test(value);

/** A status by its English name, in any letter case, or null. */
export function statusOf(written: string): SourceStatus | null {
  const text = written.trim().toLowerCase();
  return SOURCE_STATUSES.find((status) => status === text) ?? null;
}
