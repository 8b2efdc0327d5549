import type { DateTime } from 'luxon';
import { ordinalOf } from '../progress/ordinal';
import { dayOf, daysBetween } from '../time/calendar-day';
import type { NamedSpan } from '../time/named-spans';
import type { WeekStart } from '../time/period';
import { instantOfWhen } from '../time/when';

export interface CurrentTerm {
  readonly name: string;
  /** The teaching week, from 1. */
  readonly week: number;
}

/** A term is a named span of this length; a shorter one is a trip, a longer one a degree. */
const SHORTEST_DAYS = 56;
const LONGEST_DAYS = 215;
const CALLED_TERM = /学期|\b(?:term|semester|trimester)\b/i;

/**
 * The term that runs now and its teaching week; null where none does. Of several spans of a term's length the first that
 * is called one counts, else the first that is written down.
 */
export function currentTerm(spans: readonly NamedSpan[], now: DateTime, weekStart: WeekStart): CurrentTerm | null {
  const at = now.toMillis();
  const running = spans.flatMap(({ name, from, to }) => {
    if (from === null || from.day > to.day) return [];
    const days = daysBetween(from.day, to.day) + 1;
    const runs = instantOfWhen(from, 'start', now.zone) <= at && at < instantOfWhen(to, 'end', now.zone);
    return runs && days >= SHORTEST_DAYS && days <= LONGEST_DAYS ? [{ name, first: from.day, last: to.day }] : [];
  });
  const term = running.find(({ name }) => CALLED_TERM.test(name)) ?? running[0];
  if (term === undefined) return null;
  return { name: term.name, week: ordinalOf('week', term.first, term.last, dayOf(now), weekStart).at };
}
