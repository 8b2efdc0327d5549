import type { Component } from 'obsidian';
import type { IsoDate, IsoWeek } from '../core/ports';
import type { LogEntry } from '../core/reading/types';
import type { ReportState } from '../offers/reports';
import type { WidgetOptions } from '../offers/widget';

/** A weekly report as other plugins see it. */
export interface ReportInfo {
  /** Path of the note. */
  readonly path: string;
  readonly state: ReportState;
}

/**
 * What other plugins, and scripts in `dataviewjs`, may call:
 * `app.plugins.plugins['research-handbook'].api`.
 */
export interface ResearchHandbookApi {
  /** The plugin's version, as in its manifest. */
  readonly version: string;
  /**
   * Adds a calendar heatmap at the end of an element and keeps it current while it is on the page.
   * Wrong options are drawn as an error box in its place; nothing is thrown.
   *
   * @param el - what it holds already stays; to draw anew instead of once more, empty it first
   * @param options - as in a `calendar-heatmap` block, Dataview's dates, durations, links and lists among the values; left
   *   out: the last twelve months of the reading log
   * @param owner - the heatmap goes when this component unloads; left out: when the plugin does
   */
  renderHeatmap(el: HTMLElement, options?: WidgetOptions, owner?: Component): void;
  /** Adds time progress at the end of an element and keeps it current; otherwise as `renderHeatmap`. */
  renderTimeProgress(el: HTMLElement, options?: WidgetOptions, owner?: Component): void;
  /**
   * Reading entries by their log date, both days included (`2026-09-03`, or a date object), sorted by date. Private entries come without their text.
   * What has been read of the vault by now; await `ready()` first where it matters, at the app's start.
   */
  readingEntries(range: { readonly from: IsoDate; readonly to: IsoDate }): readonly LogEntry[];
  /** The report of an ISO week (`2026-W32`), or null where there is none. */
  weeklyReport(week: IsoWeek): ReportInfo | null;
  /** Resolves once the vault's notes have been read. */
  ready(): Promise<void>;
}
