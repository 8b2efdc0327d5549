import type { DateTime } from 'luxon';
import { dayOf, daysBetween, weekdayOf } from '../time/calendar-day';
import type { NamedSpan } from '../time/named-spans';
import { instantOfWhen } from '../time/when';

export interface CurrentTerm {
  readonly name: string;
  /** From 1; the calendar week in which the term begins is the first. */
  readonly week: number;
}

/** A term is a named span of this length; a shorter one is a trip, a longer one a degree. */
const SHORTEST_DAYS = 28;
const LONGEST_DAYS = 300;

/** The term that runs now, the shortest where several do, and its teaching week; null where none does. */
export function currentTerm(spans: readonly NamedSpan[], now: DateTime): CurrentTerm | null {
  const at = now.toMillis();
  const running = spans.flatMap(({ name, from, to }) => {
    if (from === null) return [];
    const days = daysBetween(from.day, to.day) + 1;
    const runs = instantOfWhen(from, 'start', now.zone) <= at && at < instantOfWhen(to, 'end', now.zone);
    return runs && days >= SHORTEST_DAYS && days <= LONGEST_DAYS ? [{ name, from: from.day, days }] : [];
  });
  const [term] = running.sort((a, b) => a.days - b.days);
  if (term === undefined) return null;
  const fromMonday = daysBetween(term.from, dayOf(now)) + weekdayOf(term.from) - 1;
  return { name: term.name, week: Math.floor(fromMonday / 7) + 1 };
}
