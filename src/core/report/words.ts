import type { SourceStatus } from '../reading/types';
import type { WeekNumbers } from './model';

/** Words of the generated parts, in the language of the notes. Minutes are whole. */
export interface ReportWords {
  sessions(count: number): string;
  minutes(count: number): string;
  /** Passes in rising order, at least one. */
  passes(passes: readonly number[]): string;
  readonly statuses: Readonly<Record<SourceStatus, string>>;
  /** A source was read so many times, and no limitation or idea is written down. */
  unthought(times: number): string;
  /** Joins what was written on several days. */
  readonly between: string;
  /** What stands between a source and what was written about it. */
  readonly colon: string;
  readonly nothingRead: string;
  readonly noEarlierReport: string;
  /** The earlier report holds no plan; the link leads there. */
  noPlan(link: string): string;
  reason(text: string): string;
  feedback(text: string): string;
  readonly nothingDone: string;
  /** No folder and no tag of tasks is chosen: where to choose one. Stands in a comment, since the advisor reads the rest. */
  readonly tasksNotChosen: string;
  /** One line of figures; minutes are left out where they are hidden or nobody writes them. */
  numbers(numbers: WeekNumbers, showMinutes: boolean): string;
}
