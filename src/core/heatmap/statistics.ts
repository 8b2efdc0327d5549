import type { IsoDate } from '../ports';
import { dayNumber } from '../time/calendar-day';

export interface Streaks {
  /** Days in a row up to `today`; a `today` without an entry does not break it, since the day is not over. */
  readonly current: number;
  readonly longest: number;
  /** Whether one of the two goes over days that are forgiven, such as a weekend. */
  readonly forgiving?: boolean;
}

/**
 * Runs of days one after another, without the weekends that runs of reading are forgiven; a day given twice counts once.
 * Days after `today` do not count.
 */
export function strictStreaks(days: Iterable<IsoDate>, today: IsoDate): Streaks {
  const limit = dayNumber(today) ?? 0;
  let [run, longest, previous] = [0, 0, -Infinity];
  for (const day of inOrder([...days])) {
    if (day > today) break;
    const number = dayNumber(day) ?? Infinity;
    if (number === previous) continue;
    run = number === previous + 1 ? run + 1 : 1;
    longest = Math.max(longest, run);
    previous = number;
  }
  return { current: previous >= limit - 1 ? run : 0, longest };
}

/** Dates sort as texts do; a model hands them over in order already. */
function inOrder(days: IsoDate[]): readonly IsoDate[] {
  return days.every((day, i) => i === 0 || day >= (days[i - 1] ?? '')) ? days : days.sort();
}
