import type { HeatmapModel } from '../../../core/heatmap/model';
import type { Unreadable } from '../days/day-source';
import type { HeatmapWords } from '../texts';
import { drawUnreadable, type OpenNote } from './unreadable-view';

/** Days still to come, or before the start, that the legend speaks of; the rest of a week explains itself. */
const LEAST_DAYS = 15;

/** Bounds as wide as most are. */
const LIKELY_KEY = { from: 60, to: 89 };

const REPORT_STATES = ['none', 'draft', 'sent', 'reviewed'] as const;

export interface FootParts {
  readonly legend: boolean;
  readonly reports: boolean;
  /** Whether a report has been reviewed by the advisor; else that state needs no words. */
  readonly reviewed: boolean;
  /** Whether the days are still being read: room is kept for keys, so that the page does not jump under the reader. */
  readonly loading: boolean;
  readonly unreadable: readonly Unreadable[];
  /** Shows the lines that could not be read. */
  showUnreadable(): void;
  /** Opens a note that is named; null where nothing leads anywhere. */
  readonly openNote: OpenNote | null;
}

/** What lies below the calendar: what the tiles and marks mean, and what could not be read. */
export class FootView {
  private drawn = '';

  constructor(
    private readonly el: HTMLElement,
    private readonly words: HeatmapWords,
  ) {}

  show(model: HeatmapModel, parts: FootParts): void {
    const held = this.words.saysWords ? daysByLevel(model) : NONE;
    const wanted = JSON.stringify([parts, model.legend, emptyStates(model), model.scale.levels, [...held]]);
    if (wanted === this.drawn) return;
    this.drawn = wanted;
    this.el.empty();
    if (parts.legend) this.drawLegend(model, parts.loading, held);
    if (parts.legend && parts.reports) this.drawReports(parts.reviewed);
    for (const one of parts.unreadable) drawUnreadable(this.el.createDiv('rh-heatmap-note'), one, this.words, parts);
    this.el.toggle(this.el.childElementCount > 0);
  }

  private drawLegend(model: HeatmapModel, loading: boolean, held: ReadonlyMap<number, number>): void {
    const { legend, whole, scale } = model;
    const empty = emptyStates(model);
    const el = this.el.createDiv('rh-legend');
    const key = (state: string, text: string, level?: number, known = true): void => {
      const attr = level === undefined ? { 'data-state': state } : { 'data-state': state, 'data-level': level };
      el.createSpan({ cls: known ? 'rh-key' : 'rh-key is-unknown', text, attr });
    };
    key('none', this.words.legendState('none'));
    if (empty.includes('zero')) key('zero', this.words.legendState('zero'));
    legend.forEach((one, i) => {
      const text = this.words.legendKey(one, i === legend.length - 1, whole);
      key('value', this.words.saysWords ? `${text} · ${String(held.get(one.level) ?? 0)}` : text, one.level);
    });
    for (const state of ['future', 'before'] as const) {
      if (empty.includes(state)) key(state, this.words.legendState(state));
    }
    if (loading && legend.length === 0) {
      for (let level = 1; level <= scale.levels; level++) {
        key('value', this.words.legendKey({ ...LIKELY_KEY, level }, level === scale.levels, true), level, false);
      }
      key('before', this.words.legendState('before'), undefined, false);
    }
  }

  private drawReports(reviewed: boolean): void {
    const { legend } = this.words.t;
    const el = this.el.createDiv({ cls: 'rh-legend', attr: { 'data-label': legend.reports } });
    for (const state of REPORT_STATES) {
      if (state === 'reviewed' && !reviewed) continue;
      el.createSpan({ cls: 'rh-state', text: legend.reportState[state], attr: { 'data-report': state } });
    }
  }
}

const NONE: ReadonlyMap<number, number> = new Map();

/** How many days each word has, by its level. */
function daysByLevel({ days }: HeatmapModel): ReadonlyMap<number, number> {
  const held = new Map<number, number>();
  for (const { level } of days.values()) held.set(level, (held.get(level) ?? 0) + 1);
  return held;
}

/** States without an amount, beside the plainly empty day, that the legend explains. */
function emptyStates({ states }: HeatmapModel): readonly ('zero' | 'future' | 'before')[] {
  const least = { zero: 1, future: LEAST_DAYS, before: LEAST_DAYS };
  return (['zero', 'future', 'before'] as const).filter((state) => states[state] >= least[state]);
}
