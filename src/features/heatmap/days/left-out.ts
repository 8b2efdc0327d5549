import { compare } from '../../../core/text/compare';
import type { Unreadable } from './day-source';

/** Why a note that belongs to a calendar is not on it. */
export type LeftReason =
  /** Its name holds no day. */
  | 'no-day-in-name'
  /** The property that is to date it holds nothing, or nothing that can be read as a date. */
  | 'no-date'
  /** The app cannot read its properties. */
  | 'broken';

/** A note that is left out. */
export interface LeftNote {
  readonly path: string;
  readonly why: LeftReason;
  /** What stands in place of a date; empty for nothing. */
  readonly written: string;
}

/** More names would be a list rather than a remark. */
const MOST_NAMED = 3;

/**
 * Tells notes that are left out, one remark a reason.
 * @param asked - the properties of the amount and of the date, as far as they were asked for by name
 */
export function tellLeftOut(
  notes: readonly LeftNote[],
  asked: { readonly property: string | null; readonly dateProperty: string | null },
): Unreadable[] {
  return (['no-date', 'no-day-in-name', 'broken'] as const).flatMap((why): Unreadable[] => {
    const left = notes.filter((note) => note.why === why).sort((a, b) => compare(a.path, b.path));
    if (left.length === 0) return [];
    return [{ kind: 'left-out', why, ...asked, count: left.length, named: left.slice(0, MOST_NAMED) }];
  });
}
