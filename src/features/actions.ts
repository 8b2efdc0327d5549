import type { IsoDate, IsoWeek, Language } from '../core/ports';
import type { SourceInput } from '../core/reading/source-draft';
import type { LogProblem } from '../core/reading/types';
import type { Component, PaneType } from 'obsidian';

/** Options of a widget: the same keys and values as in its code block, already parsed. */
export type WidgetOptions = Readonly<Record<string, unknown>>;

export type ReportState = 'none' | 'draft' | 'sent' | 'reviewed';

/**
 * What features ask of one another. A feature that offers one replaces the stand-in when it registers;
 * until then (or where that feature is left out) asking does nothing.
 */
export interface Actions {
  /** Opens the form that adds a source, filled in as far as known. */
  addSource(prefill?: Partial<SourceInput>): void;
  /** Opens the form that logs reading, filled in as far as known. */
  logReading(prefill?: { readonly source?: string; readonly date?: IsoDate }): void;
  /** Opens the week's report, creating it where there is none. */
  openReport(week: IsoWeek, pane?: PaneType | boolean): Promise<void>;
  /** The state of the week's report; cheap, from a kept index. */
  reportState(week: IsoWeek): ReportState;
  /** The note of the week's own report, or null; cheap, from a kept index. */
  reportOf(week: IsoWeek): { readonly path: string; readonly state: ReportState } | null;
  /** The note and week of the latest report before a week, or null; cheap, from a kept index. */
  reportBefore(week: IsoWeek): { readonly path: string; readonly week: IsoWeek } | null;
  /** Calls back when any report appears, changes state or goes; answers how to stop. */
  onReportsChanged(callback: () => void): () => void;
  /** Opens the list of log lines that were not understood. */
  showLogProblems(): void;
  /** What is wrong with a log line, in the interface's words. */
  logProblemText(problem: LogProblem): string;
  /**
   * Draws time progress as a `time-progress` block with these options would, and keeps it current.
   *
   * @param el - emptied first
   * @param owner - the widget stops when this component unloads
   */
  drawTimeProgress(el: HTMLElement, options: WidgetOptions, owner: Component): void;
  /** Draws a calendar heatmap; otherwise as `drawTimeProgress`. */
  drawHeatmap(el: HTMLElement, options: WidgetOptions, owner: Component): void;
  /** Ids of the handbook's notes in the order in which they are meant to be read. */
  handbookOrder(): readonly string[];
  /** Opens the home note; that of the content language where none is named. */
  openHome(language?: Language): Promise<void>;
  /** Opens the set-up form. */
  setUp(): void;
  /** The plugin was switched on by the student just now: offers the set-up where there is no handbook yet. */
  firstRun(): void;
  /** Copies versions, settings and counts, and no note's content. */
  copyDiagnostics(): Promise<void>;
}

export function unavailableActions(): Actions {
  return {
    addSource: () => undefined,
    logReading: () => undefined,
    openReport: () => Promise.resolve(),
    reportState: () => 'none',
    reportOf: () => null,
    reportBefore: () => null,
    onReportsChanged: () => () => undefined,
    showLogProblems: () => undefined,
    logProblemText: (problem) => problem.value,
    drawTimeProgress: () => undefined,
    drawHeatmap: () => undefined,
    handbookOrder: () => [],
    openHome: () => Promise.resolve(),
    setUp: () => undefined,
    firstRun: () => undefined,
    copyDiagnostics: () => Promise.resolve(),
  };
}
