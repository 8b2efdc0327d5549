import { moment } from 'obsidian';
import type { IsoDate } from '../core/ports';

/** As much of moment, which the app brings, as is needed here. */
interface Moment {
  isValid(): boolean;
  format(format: string): string;
  clone(): Moment;
  add(amount: number, unit: 'day'): Moment;
}
const parseMoment = moment as unknown as (text: string, format: string, strict: true) => Moment;

/**
 * The day that a text writes by a format of moment's; null where it writes none. Moment fills in what it misses from
 * today and passes over what contradicts that, so only a day that writes the same text again is the one that was written,
 * and only a format whose text is another on the next day (a month's is not) is that of a day.
 */
export function dayWritten(written: string, format: string): IsoDate | null {
  if (!/\p{Nd}/u.test(written)) return null; // as most names are, which spares them the parsing
  const text = written.normalize('NFC');
  for (const [from, by] of readings(text, format)) {
    const parsed = parseMoment(from, by, true);
    if (!parsed.isValid() || parsed.format(format).normalize('NFC') !== text) continue;
    if (parsed.clone().add(1, 'day').format(format) !== parsed.format(format)) return parsed.format('YYYY-MM-DD');
  }
  return null;
}

/** Whether a format alone says the whole day: its year, and in it the month and the day, the week's day, or the ordinal. */
export function saysWholeDay(format: string): boolean {
  const signs = signsOf(format);
  if (signs === null) return false;
  if (/[Ll]|[xX]/.test(signs)) return true; // the language's own date; seconds since 1970
  if (!/[YyGg]/.test(signs)) return false;
  if (signs.includes('DDD')) return true;
  return (signs.includes('M') && signs.includes('D')) || (/[Ww]/.test(signs) && /[Eed]/.test(signs));
}

/** The text as it is; and where it holds the year of a week alone, with each year that the day may lie in before it. */
function* readings(text: string, format: string): Generator<readonly [text: string, format: string]> {
  yield [text, format];
  const signs = signsOf(format);
  if (signs === null || /[Yy]/.test(signs) || !/[Gg]/.test(signs)) return;
  for (const [written] of text.matchAll(/\d{4}/g)) {
    for (const beside of [0, -1, 1]) {
      yield [`${String(Number(written) + beside).padStart(4, '0')}|${text}`, `YYYY[|]${format}`];
    }
  }
}

/** A format without the words that it holds in brackets; null where a bracket is open, as of one cut off at a slash. */
function signsOf(format: string): string | null {
  const signs = format.replace(/\[[^[\]]*\]/g, '');
  return /[[\]]/.test(signs) ? null : signs;
}
