import type { ExperimentWeek } from '../core/experiments/week';
import type { IsoDate } from '../core/ports';

/** The student's experiments, a note each. */
export interface Experiments {
  /** What ran from a day to another, both included, by name; null where there is no experiment at all. */
  between(from: IsoDate, to: IsoDate): Promise<readonly ExperimentWeek[] | null>;
}
