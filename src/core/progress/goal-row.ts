import type { DateTime } from 'luxon';
import type { IsoDate } from '../ports';
import type { LogEntry } from '../reading/types';
import { addDays } from '../time/calendar-day';
import { BAR_STEPS, nextStep, stepsGone } from '../time/fraction';
import { periodAt, type WeekStart } from '../time/period';
import type { Goal, GoalMetric } from './options';
import type { Pace, ProgressRow } from './row';

const ROUND_TO_MINUTES = 5;
const HALF_DAYS_A_WEEK = 14;

/** Entries of the reading log with `from` ≤ date ≤ `to`. */
export type EntriesBetween = (from: IsoDate, to: IsoDate) => readonly LogEntry[];

/** The week's reading against its aim, and against the share of the week that has gone. */
export function goalRow(goal: Goal, now: DateTime, weekStart: WeekStart, entries: EntriesBetween): ProgressRow {
  const { firstDay, nextDay, start, end } = periodAt(now, 'week', weekStart);
  const lastDay = addDays(nextDay, -1);
  const at = now.toMillis();
  const done = amountOf(goal.metric, entries(firstDay, lastDay));
  const share = stepsGone(start, end, at, BAR_STEPS);
  return {
    kind: 'goal',
    period: 'span',
    state: 'running',
    name: { of: 'goal' },
    steps: stepsGone(0, goal.target, done, BAR_STEPS),
    percent: stepsGone(0, goal.target, done, 100),
    units: null,
    left: null,
    pace: share,
    detail: { says: 'read', done, target: goal.target, metric: goal.metric },
    label: { says: 'pace', pace: paceOf(goal, done, share / BAR_STEPS), metric: goal.metric },
    extent: { from: { day: firstDay, time: null, zone: null }, to: { day: lastDay, time: null, zone: null } },
    next: nextStep(start, end, at, BAR_STEPS),
  };
}

/** How much was read: minutes, log lines, or different sources. */
export function amountOf(metric: GoalMetric, entries: readonly LogEntry[]): number {
  if (metric === 'minutes') return entries.reduce((sum, entry) => sum + (entry.minutes ?? 0), 0);
  return metric === 'sessions' ? entries.length : new Set(entries.map((entry) => entry.source)).size;
}

/**
 * Compares what is done with the target's share for the part of the week that has gone. Within half a day's worth (of
 * minutes), or at the whole number below or above it (of sessions and sources), counts as on pace.
 *
 * @param share - of the week, 0–1
 */
export function paceOf({ metric, target }: Goal, done: number, share: number): Pace {
  if (done >= target) return { is: 'reached' };
  const due = target * share;
  if (metric === 'minutes') {
    const difference = done - due;
    if (Math.abs(difference) <= target / HALF_DAYS_A_WEEK) return { is: 'on-pace' };
    const by = Math.max(1, Math.round(Math.abs(difference) / ROUND_TO_MINUTES)) * ROUND_TO_MINUTES;
    return { is: difference > 0 ? 'ahead' : 'behind', by };
  }
  if (done < Math.floor(due)) return { is: 'behind', by: Math.floor(due) - done };
  if (done > Math.ceil(due)) return { is: 'ahead', by: done - Math.ceil(due) };
  return { is: 'on-pace' };
}
