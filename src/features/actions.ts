import type { IsoDate, IsoWeek } from '../core/ports';
import type { PaneType } from 'obsidian';

export type ReportState = 'none' | 'draft' | 'sent' | 'reviewed';

/**
 * What features ask of one another. A feature that offers one replaces the stand-in when it registers;
 * until then (or where that feature is left out) asking does nothing.
 */
export interface Actions {
  /** Opens the form that adds a source, filled in as far as known. */
  addSource(prefill?: { readonly title?: string }): void;
  /** Opens the form that logs reading, filled in as far as known. */
  logReading(prefill?: { readonly source?: string; readonly date?: IsoDate }): void;
  /** Opens the week's report, creating it where there is none. */
  openReport(week: IsoWeek, pane?: PaneType | boolean): Promise<void>;
  /** The state of the week's report; cheap, from a kept index. */
  reportState(week: IsoWeek): ReportState;
  /** Calls back when any report appears, changes state or goes; answers how to stop. */
  onReportsChanged(callback: () => void): () => void;
  /** Opens the list of log lines that were not understood. */
  showLogProblems(): void;
  /** Opens the set-up form. */
  setUp(): void;
  /** Copies versions, settings and counts, and no note's content. */
  copyDiagnostics(): Promise<void>;
}

export function unavailableActions(): Actions {
  return {
    addSource: () => undefined,
    logReading: () => undefined,
    openReport: () => Promise.resolve(),
    reportState: () => 'none',
    onReportsChanged: () => () => undefined,
    showLogProblems: () => undefined,
    setUp: () => undefined,
    copyDiagnostics: () => Promise.resolve(),
  };
}
