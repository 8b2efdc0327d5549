import type { IsoDate, IsoWeek } from '../../core/ports';
import type { ReadingIndexView } from '../../core/reading/types';
import { weekOf } from '../../core/time/iso-week';

/** What was logged in a week, private entries included. */
export interface LoggedWeek {
  readonly sessions: number;
  readonly minutes: number;
}

/** Every week with an entry, and how much was logged. */
export function loggedWeeks(index: ReadingIndexView): ReadonlyMap<IsoWeek, LoggedWeek> {
  const bounds = index.bounds();
  const weeks = new Map<IsoWeek, { sessions: number; minutes: number }>();
  if (bounds === null) return weeks;
  const weekByDay = new Map<IsoDate, IsoWeek>(); // many entries share a day
  for (const { date, minutes } of index.entriesBetween(bounds.first, bounds.last)) {
    const week = weekByDay.get(date) ?? weekOf(date);
    weekByDay.set(date, week);
    const logged = weeks.get(week) ?? { sessions: 0, minutes: 0 };
    weeks.set(week, logged);
    logged.sessions += 1;
    logged.minutes += minutes ?? 0;
  }
  return weeks;
}
