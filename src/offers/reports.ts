import type { PaneType } from 'obsidian';
import type { IsoWeek } from '../core/ports';

/** How a week's report stands; `none` where there is none. */
export type ReportState = 'none' | 'draft' | 'sent' | 'reviewed';

/** The student's weekly reports. What is asked is answered from a kept index, as far as the metadata cache knows. */
export interface Reports {
  /** Opens the week's report, creating it where there is none. */
  open(week: IsoWeek, pane?: PaneType | boolean): Promise<void>;
  /** Shows the week's report as it would be sent, to be copied; does nothing where there is none. */
  copy(week: IsoWeek): Promise<void>;
  /** The state of the week's report; cheap. */
  stateOf(week: IsoWeek): ReportState;
  /** The note of the week's own report, or null; cheap. */
  of(week: IsoWeek): { readonly path: string; readonly state: ReportState } | null;
  /** The note and week of the latest report before a week, or null; cheap. */
  before(week: IsoWeek): { readonly path: string; readonly week: IsoWeek } | null;
  /** Calls back when any report appears, changes state or goes; answers how to stop. */
  onChange(callback: () => void): () => void;
}
