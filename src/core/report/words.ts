import type { ExperimentPart, ExperimentStatus, MissingPart } from '../experiments/experiment-note';
import type { SourceStatus } from '../reading/types';
import type { WeekNumbers } from './model';

/** What stands in a part that has nothing to tell. */
export interface Nothing {
  /** For everyone who reads the report. */
  readonly says: string;
  /** What the student can do about it; stands in a comment, as the student's own. */
  readonly todo: string;
}

/** Words of the generated parts, in the language of the notes. */
export interface ReportWords {
  sessions(count: number): string;
  /** A length of time, given in whole minutes. */
  duration(minutes: number): string;
  /** Passes in rising order, at least one. */
  passes(passes: readonly number[]): string;
  readonly statuses: Readonly<Record<SourceStatus, string>>;
  /** A source was read so many times, and no limitation or idea is written down. Stands in a comment, as the student's own. */
  unthought(times: number): string;
  /** Of so many sources that were read over four weeks, so many were finished. Stands in a comment, as the student's own. */
  depth(read: number, finished: number): string;
  readonly nothingRead: Nothing;
  readonly noEarlierReport: Nothing;
  /** The earlier report holds no plan; the link leads there. */
  readonly noPlan: { says(link: string): string; readonly todo: string };
  reason(text: string): string;
  feedback(text: string): string;
  readonly nothingDone: Nothing;
  /** No folder and no tag of tasks is chosen: that it is so, and where to choose. Stands in a comment, as the student's own. */
  readonly tasksNotChosen: string;
  readonly experiments: ExperimentWords;
  readonly nothingRan: Nothing;
  /** There is no experiment at all. Stands in a comment, as the student's own. */
  readonly noExperiments: string;
  /** No question is marked, or none is open. Stands in a comment, as the student's own. */
  readonly noQuestions: string;
  /** Further questions that are not listed. Stands in a comment, as the student's own. */
  moreQuestions(count: number): string;
  /** Notes have not been read for marks on this device. Stands in a comment, as the student's own. */
  readonly marksNotRead: string;
  /** One line of figures; minutes are left out where they are hidden or nobody writes them. */
  numbers(numbers: WeekNumbers, showMinutes: boolean): string;
}

/** Words about an experiment, in the language of the notes. */
export interface ExperimentWords {
  readonly statuses: Readonly<Record<ExperimentStatus, string>>;
  /** What may be missing, and the sections of a note. */
  readonly parts: Readonly<Record<MissingPart | ExperimentPart, string>>;
  /** @param without - how many of them came to no number */
  runs(count: number, without: number): string;
  /** A value that is the best of several. */
  best(value: string): string;
  baseline(value: string, difference: string): string;
  verdict(text: string): string;
  missing(parts: readonly string[]): string;
}
