import type { PaneType } from 'obsidian';
import type { IsoWeek } from '../core/ports';
import type { SharedReport } from '../core/report/sharing';

/** How a week's report stands; `none` where there is none. */
export type ReportState = 'none' | 'draft' | 'sent' | 'reviewed';

/** A week's report on its way to others. */
export interface SharedWeek extends SharedReport {
  readonly path: string;
  /** Whether the note says that it is private as a whole. */
  readonly isPrivate: boolean;
  /** What is to be said before it goes: that the log has gone on, words in hints. */
  readonly remarks: readonly string[];
}

/** The student's weekly reports. What is asked is answered from a kept index, as far as the metadata cache knows. */
export interface Reports {
  /** Opens the week's report, creating it where there is none. */
  open(week: IsoWeek, pane?: PaneType | boolean): Promise<void>;
  /** Shows the week's report as it would be sent, to be copied; does nothing where there is none. */
  copy(week: IsoWeek): Promise<void>;
  /** The week of the student's own report at a path; null where it is none. */
  weekAt(path: string): IsoWeek | null;
  /** The week's report as others may see it; null where there is none. Waits for the cache and the index. */
  share(week: IsoWeek): Promise<SharedWeek | null>;
  /**
   * Asks whether a report that has gone out is to be marked as sent, unless it is.
   * @param said - what became of it; left out, what holds for a copy
   */
  askWhetherSent(path: string, said?: readonly string[]): Promise<void>;
  /**
   * Whether a refresh would change the week's report, what the student edited aside. Reads it; waits for the cache and the index, and
   * reads no notes for marks.
   */
  isBehind(week: IsoWeek): Promise<boolean>;
  /** Brings the generated parts of the week's report up to date, and says what came of it. */
  refresh(week: IsoWeek): Promise<void>;
  /** What a section of the student's may be headed with, in the notes' language first. */
  headings(section: 'questions' | 'feedback'): readonly string[];
  /** Path of the week's report, which is created where there is none; null where it could not be, which was said. */
  make(week: IsoWeek): Promise<string | null>;
  /** The state of the week's report; cheap. */
  stateOf(week: IsoWeek): ReportState;
  /** The note of the week's own report, or null; cheap. */
  of(week: IsoWeek): { readonly path: string; readonly state: ReportState } | null;
  /** The note and week of the latest report before a week, or null; cheap. */
  before(week: IsoWeek): { readonly path: string; readonly week: IsoWeek } | null;
  /** Calls back when any report appears, changes state or goes; answers how to stop. */
  onChange(callback: () => void): () => void;
}
