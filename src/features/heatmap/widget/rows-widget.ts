import { Component } from 'obsidian';
import { resolveRange } from '../../../core/heatmap/range';
import type { HeatmapOptions } from '../../../core/heatmap/options';
import { dayOf, daysBetween } from '../../../core/time/calendar-day';
import type { Drawing } from '../../../ui/live-block';
import type { HeatmapContext } from '../context';
import { weekStartOf } from '../calendar/week-start';
import { sourceFor } from '../days/source-for';
import { HeatmapWidget } from './widget';

/** The longest range of which each row is one line of days; beyond it, each is a calendar. */
const LINE_DAYS = 42;

/** Several rows over the same days, turned together: a line each where the range is short, else a calendar each. */
export class RowsWidget extends Component implements Drawing {
  private rows: readonly HeatmapWidget[] = [];

  constructor(
    private readonly ctx: HeatmapContext,
    private readonly parent: HTMLElement,
    private readonly options: HeatmapOptions,
    private readonly path: string | null,
  ) {
    super();
  }

  override onload(): void {
    const { ctx, options, path } = this;
    const el = this.parent.createDiv('rh-heatmap-rows');
    if (options.title !== null) {
      el.createDiv({ cls: 'rh-heading', text: options.title, attr: { role: 'heading', 'aria-level': 3 } });
    }
    const weekStart = options.weekStart ?? weekStartOf(ctx.settings.values);
    const { from, to } = resolveRange(options.range, dayOf(ctx.clock.now()), weekStart, 0);
    const isLine = daysBetween(from, to) < LINE_DAYS;
    this.rows = options.rows.map((row, at) => {
      const place = {
        isFirst: at === 0,
        isLast: at === options.rows.length - 1,
        isLine,
        turned: (pages: number) => {
          for (const other of this.rows.slice(1)) other.turn(pages);
        },
        step: (date: string, by: 1 | -1) => {
          this.rows[at + by]?.goTo(date);
        },
      };
      return this.addChild(
        new HeatmapWidget(ctx, el, { ...row, reports: false }, sourceFor(ctx, row, path), 'reader', place),
      );
    });
  }

  async ready(): Promise<void> {
    await Promise.all(this.rows.map((row) => row.ready()));
  }
}
