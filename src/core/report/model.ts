import type { IsoDate, IsoWeek } from '../ports';
import type { ReadingDepth } from '../reading/statistics';
import type { ExperimentWeek } from '../experiments/week';
import type { SourceStatus } from '../reading/types';

/** Names of the guarded blocks of a report, in the order in which they are told. */
export const REPORT_BLOCKS = ['plan-review', 'reading', 'done', 'experiments', 'questions', 'numbers'] as const;
export type ReportBlock = (typeof REPORT_BLOCKS)[number];

/** Somewhere in the vault that a line of a report leads to. */
export interface Place {
  /** Path of the note. */
  readonly path: string;
  /** Heading there, as written; null for the note itself. */
  readonly heading: string | null;
}

/** One thing planned last week, beside what became of it. */
export interface PlanItem {
  readonly text: string;
  readonly done: boolean;
  /** Why it was not done, in the student's words; null where nothing is written. */
  readonly reason: string | null;
}

/** The plan of the latest earlier report. */
export interface EarlierPlan {
  readonly week: IsoWeek;
  readonly place: Place;
  readonly items: readonly PlanItem[];
}

/** Something that the advisor said about an earlier report, not ticked off yet. */
export interface Feedback {
  readonly week: IsoWeek;
  readonly place: Place;
  readonly text: string;
}

/** A task that was completed in the week. */
export interface CompletedTask {
  readonly path: string;
  /** Line in that note, from 0. */
  readonly line: number;
  readonly date: IsoDate;
  readonly text: string;
}

/** A question to the advisor that is marked in a note and not answered yet. */
export interface OpenQuestion {
  readonly place: Place;
  readonly text: string;
}

/** What was read of one source in the week. */
export interface SourceWeek {
  /** Path of its note. */
  readonly source: string;
  readonly title: string;
  /** Entries of the week, private ones too. */
  readonly sessions: number;
  /** Minutes of the week, private ones too; null where none are written. */
  readonly minutes: number | null;
  readonly passes: readonly (1 | 2 | 3)[];
  /** Changes of status, in order. */
  readonly statuses: readonly SourceStatus[];
  /** What the student wrote, private lines left out. */
  readonly lines: readonly string[];
  /** How often it has been read, where that is three times or more and no limitation or idea is written down; else null. */
  readonly unthought: number | null;
}

/** The week in figures. Private entries count; the sources are those that are named. */
export interface WeekNumbers {
  readonly sessions: number;
  readonly minutes: number;
  readonly sources: number;
  /** Null where the log begins in this week or later. */
  readonly lastWeek: { readonly sessions: number; readonly minutes: number } | null;
  /** Minutes a week over the four weeks before; null where the log does not hold two of them. */
  readonly averageMinutes: number | null;
}

/** A week's report before it becomes text: facts and counts, no prose. */
export interface WeekReport {
  readonly week: IsoWeek;
  readonly plan: EarlierPlan | null;
  readonly feedback: readonly Feedback[];
  readonly reading: readonly SourceWeek[];
  /** Null where the student has chosen no folder and no tag. */
  readonly done: readonly CompletedTask[] | null;
  /** Null where the vault has no experiment at all. */
  readonly experiments: readonly ExperimentWeek[] | null;
  /** Null where this device has not looked for marks yet. */
  readonly questions: readonly OpenQuestion[] | null;
  readonly numbers: WeekNumbers;
  readonly depth: ReadingDepth | null;
}
