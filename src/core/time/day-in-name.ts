import type { IsoDate } from '../ports';
import { leadingDay } from './when';

/** A point or a slash would make days of versions and fractions, so a name holds them between other signs only. */
const DAYS = /(?:^|\D)(\d{4}-\d{2}-\d{2}|\d{8}|\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?[日号號])(?!\d)/g;

/**
 * The day in a note's name: `2026-08-04`, `2026-08-04 Meeting`, `Log 20260804`, `2026年8月4日`; null where it holds none
 * that exists.
 */
export function dayInName(name: string): IsoDate | null {
  for (const [, written] of name.matchAll(DAYS)) {
    const read = leadingDay(written ?? '');
    if (read.ok) return read.day;
  }
  return null;
}
