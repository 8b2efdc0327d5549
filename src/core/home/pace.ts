import { paceOf as compare } from '../progress/goal-row';
import type { Pace as Standing } from '../progress/row';
import { BAR_STEPS, nextStep, stepsGone } from '../time/fraction';
import type { Period } from '../time/period';

/** How a week's reading stands against its goal and the week's own course. */
export interface Pace {
  /** Minutes to read in the whole week. */
  readonly goal: number;
  /** Whole percent of the goal, floored; above 100 once more was read. */
  readonly percent: number;
  /** Share of the week that has gone, in half percents, for the mark on the ring. */
  readonly elapsed: number;
  /** By the same rule as a goal's row in a `time-progress` block, so that both say the same. */
  readonly standing: Standing;
}

/**
 * @param minutes - read this week
 * @param goal - minutes to read in the whole week, above 0
 * @param now - milliseconds since 1970
 */
export function paceOf(minutes: number, goal: number, week: Period, now: number): Pace {
  const steps = stepsGone(week.start, week.end, now, BAR_STEPS);
  return {
    goal,
    percent: Math.floor((minutes * 100) / goal),
    elapsed: (steps * 100) / BAR_STEPS,
    standing: compare({ metric: 'minutes', target: goal }, minutes, steps / BAR_STEPS),
  };
}

/** When the pace next reads otherwise, though nothing is read, in milliseconds since 1970. */
export function nextPaceChange(week: Period, now: number): number | null {
  return nextStep(week.start, week.end, now, BAR_STEPS);
}
