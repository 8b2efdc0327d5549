import type { DateTime } from 'luxon';
import type { IsoDate, IsoWeek } from '../ports';
import type { LogEntry } from '../reading/types';
import { addDays } from '../time/calendar-day';
import { addWeeks, daysOfWeek, weekOf } from '../time/iso-week';
import { periodAt } from '../time/period';
import { paceOf, type Pace } from './pace';

export interface WeekReading {
  readonly week: IsoWeek;
  /** Minutes read; private entries count. */
  readonly minutes: number;
  readonly entries: number;
  /** Null without a goal. */
  readonly pace: Pace | null;
}

/** What was read in the ISO week that holds an instant; entries of other days are left aside. */
export function weekReading(entries: readonly LogEntry[], goal: number, now: DateTime): WeekReading {
  const period = periodAt(now, 'week');
  const ofWeek = entries.filter(({ date }) => date >= period.firstDay && date < period.nextDay);
  const minutes = ofWeek.reduce((sum, entry) => sum + (entry.minutes ?? 0), 0);
  return {
    week: weekOf(period.firstDay),
    minutes,
    entries: ofWeek.length,
    pace: goal > 0 ? paceOf(minutes, goal, period, now.toMillis()) : null,
  };
}

/** What must be known to tell whether a word about last week's report is due. */
export interface LastWeekFacts {
  readonly week: IsoWeek;
  readonly hasReport: boolean;
  /** Whether anything was logged or reported before this week began, so that there was a last week to report on. */
  readonly begun: boolean;
  readonly isDayOff: (day: IsoDate) => boolean;
}

/** The week before, where its report is missing and it was not a week of days off; else null. */
export function missedLastWeek({ week, hasReport, begun, isDayOff }: LastWeekFacts): IsoWeek | null {
  if (hasReport || !begun) return null;
  const last = addWeeks(week, -1);
  const days = daysOfWeek(last);
  if (days === null) return null;
  const workdays = [0, 1, 2, 3, 4].map((after) => addDays(days.start, after));
  return workdays.every(isDayOff) ? null : last;
}
