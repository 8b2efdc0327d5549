import type { Period } from '../time/period';
import { nextStep, stepsGone } from '../time/fraction';

/** How a week's reading stands against its goal and the week's own course. All in whole minutes. */
export interface Pace {
  readonly goal: number;
  /** Whole percent of the goal, floored; above 100 once more was read. */
  readonly percent: number;
  /** Share of the week that has gone, in percent with one decimal, for the mark on the ring. */
  readonly elapsed: number;
  /** Read minus what the week's course asks for by now: positive is ahead. */
  readonly lead: number;
  readonly standing: 'ahead' | 'level' | 'behind' | 'reached';
}

/** Less than this of a lead either way is level: a student is no clock. */
const LEVEL_MINUTES = 15;

/**
 * @param minutes - read this week
 * @param goal - minutes to read in the whole week, above 0
 * @param now - milliseconds since 1970
 */
export function paceOf(minutes: number, goal: number, week: Period, now: number): Pace {
  const lead = minutes - stepsGone(week.start, week.end, now, goal);
  return {
    goal,
    percent: Math.floor((minutes * 100) / goal),
    elapsed: stepsGone(week.start, week.end, now, 1_000) / 10,
    lead,
    standing: minutes >= goal ? 'reached' : Math.abs(lead) < LEVEL_MINUTES ? 'level' : lead > 0 ? 'ahead' : 'behind',
  };
}

/** When the pace next reads otherwise, though nothing is read: at the next whole minute asked for, or week's end. */
export function nextPaceChange(goal: number, week: Period, now: number): number | null {
  return nextStep(week.start, week.end, now, goal);
}
