import type { IsoDate } from '../ports';
import { addDays } from '../time/calendar-day';
import { countPages, parseMinutes, parsePass } from './amounts';
import { isLogText, statusOf, tidyLogText, type NewLogLine } from './log-line';
import { meantDay } from './mend-date';

/** What a form, an address or a command line says about a sitting, as text; empty where nothing is said. */
export interface LogInput {
  readonly date: string;
  readonly minutes: string;
  readonly pass: string;
  readonly pages: string;
  readonly status: string;
  readonly note: string;
  readonly private: boolean;
}

/** What is wrong with a field. The words for it are in `i18n`. */
export type LogInputProblem =
  'bad-date' | 'future-date' | 'nothing' | 'bad-minutes' | 'bad-pass' | 'bad-pages' | 'bad-status' | 'bad-note';

export type LogInputField = Exclude<keyof LogInput, 'private'>;

export type ReadLogInput =
  | { readonly ok: true; readonly line: NewLogLine }
  | { readonly ok: false; readonly problems: Readonly<Partial<Record<LogInputField, LogInputProblem>>> };

/**
 * Reads what was typed into a line of the log; an empty date is today, and `2026/8/4` or `yesterday` a day as well. It needs minutes, pages or words. Every field is
 * looked at.
 */
export function readLogInput(input: LogInput, today: IsoDate): ReadLogInput {
  const problems: Partial<Record<LogInputField, LogInputProblem>> = {};
  const read = <T>(field: LogInputField, parse: (text: string) => T | null, problem: LogInputProblem): T | null => {
    const text = input[field].trim();
    const value = text === '' ? null : parse(text);
    if (text !== '' && value === null) problems[field] = problem;
    return value;
  };
  const date = read('date', (text) => dayMeant(text, today), 'bad-date') ?? today;
  if (date > today) problems.date = 'future-date';
  const minutes = read('minutes', parseMinutes, 'bad-minutes');
  const pass = read('pass', parsePass, 'bad-pass');
  const pages = read('pages', (text) => (countPages(text) === null ? null : tidyLogText(text)), 'bad-pages');
  const status = read('status', statusOf, 'bad-status');
  const text = tidyLogText(input.note);
  if (!isLogText(text)) problems.note = 'bad-note';
  // A line that says neither how long, nor how far, nor what, says nothing worth keeping.
  if (minutes === null && pages === null && text === '') problems.minutes ??= 'nothing';
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  return { ok: true, line: { date, text, minutes, pass, pages, status, deep: false, private: input.private } };
}

/** Days as people name them, by how long ago they were. */
const NAMED_DAYS = [/^(?:today|今天)$/i, /^(?:yesterday|昨天)$/i, /^前天$/];

/** The day that is meant by `2026/8/4`, `yesterday` or `昨天`; null where none is. */
export function dayMeant(text: string, today: IsoDate): IsoDate | null {
  const ago = NAMED_DAYS.findIndex((name) => name.test(text));
  return ago < 0 ? meantDay(text) : addDays(today, -ago);
}
