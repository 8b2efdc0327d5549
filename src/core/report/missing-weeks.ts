import type { IsoDate, IsoWeek } from '../ports';
import { addDays } from '../time/calendar-day';
import { addWeeks, daysOfWeek, weekOf } from '../time/iso-week';

export interface ReportedWeeks {
  /** Day of the log's first entry, or null. */
  readonly firstEntry: IsoDate | null;
  /** Weeks that have a report, in any order. */
  readonly reported: ReadonlySet<IsoWeek>;
  readonly today: IsoDate;
  readonly isDayOff: (date: IsoDate) => boolean;
}

/**
 * Weeks without a report, in order: from the week of the first entry or report to the last one that is over. A week
 * whose Monday to Friday are all days off is not missed, and nor is the current one.
 */
export function missingWeeks({ firstEntry, reported, today, isDayOff }: ReportedWeeks): IsoWeek[] {
  const known = [...reported, ...(firstEntry === null ? [] : [weekOf(firstEntry)])].filter(isFromOurTime).sort();
  const current = weekOf(today);
  const missing: IsoWeek[] = [];
  for (let week = known[0] ?? current; week < current; week = addWeeks(week, 1)) {
    if (!reported.has(week) && !isWeekOff(week, isDayOff)) missing.push(week);
  }
  return missing;
}

/** A report of `0026-W32` or `2206-W32` is a slip of the pen, and no reason to list every week between. */
export function isFromOurTime(week: IsoWeek): boolean {
  return '1900' <= week && week < '2200';
}

function isWeekOff(week: IsoWeek, isDayOff: (date: IsoDate) => boolean): boolean {
  const start = daysOfWeek(week)?.start;
  return start !== undefined && [0, 1, 2, 3, 4].every((after) => isDayOff(addDays(start, after)));
}
