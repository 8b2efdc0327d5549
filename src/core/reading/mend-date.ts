import type { IsoDate } from '../ports';
import { lenientDay } from '../time/lenient-day';
import { isLoggedDay } from './log-line';

/** The day that a log line's date means though it is not written as one (`2026/8/4`, `2026年8月4日`); null where it is no day. */
export function meantDay(written: string): IsoDate | null {
  const day = lenientDay(written.replace(/\s/g, ''));
  return day !== null && isLoggedDay(day) ? day : null;
}

/**
 * Writes a log line's date as one.
 *
 * @param line - from 0
 * @param written - the date as it stood when the line was read
 * @returns null where the line says something else by now, or the date means no day
 */
export function mendDate(text: string, line: number, written: string): string | null {
  const day = meantDay(written);
  const lines = text.split('\n');
  const found = lines[line];
  if (day === null || found?.includes(written) !== true) return null;
  lines[line] = found.replace(written, () => day);
  return lines.join('\n');
}
