import type { IsoDate } from '../ports';
import { dayNumber } from '../time/calendar-day';
import { exactDay } from '../time/date-value';

export interface HolidayProblem {
  /** Line of the text, from 0. */
  readonly line: number;
  /** The line as written. */
  readonly text: string;
  readonly reason: 'not-a-date' | 'reversed';
}

export interface Holidays {
  includes(date: IsoDate): boolean;
  readonly problems: readonly HolidayProblem[];
}

const RANGE = /^(\S+?)\s*(?:\.\.|–|—|~|至|到|\bto\b)\s*(\S+)$/;

/**
 * Days off from a setting's text, one a line: `2026-10-01`, or `2026-10-01..2026-10-07`, both days included. A name may
 * follow after `#` or `:`. Blank lines are fine; what cannot be read is named and left out.
 */
export function parseHolidays(text: string): Holidays {
  const spans: { readonly first: number; readonly last: number }[] = [];
  const problems: HolidayProblem[] = [];
  for (const [line, written] of text.split(/\r?\n/).entries()) {
    const entry = written.replace(/[#:：].*$/, '').trim();
    if (entry === '') {
      if (written.trim() !== '' && !/^\s*#/.test(written)) problems.push({ line, text: written, reason: 'not-a-date' });
      continue;
    }
    const range = RANGE.exec(entry);
    const [first, last] = [range?.[1] ?? entry, range?.[2] ?? entry].map((day) => dayNumber(exactDay(day) ?? ''));
    if (first == null || last == null) problems.push({ line, text: written, reason: 'not-a-date' });
    else if (last < first) problems.push({ line, text: written, reason: 'reversed' });
    else spans.push({ first, last });
  }
  return {
    problems,
    includes: (date) => {
      const day = dayNumber(date);
      return day !== null && spans.some(({ first, last }) => first <= day && day <= last);
    },
  };
}
