import { Component } from 'obsidian';
import { readNamedSpans } from '../../../core/time/named-spans';
import type { WidgetOptions } from '../../../offers/widget';
import type { SectionContext } from '../sections/section-context';
import type { Section } from '../sections/section';

const PERIODS: WidgetOptions = { style: 'compact' };
/** The terms and deadlines of the settings, below the five periods of the calendar. */
const SPANS: WidgetOptions = { style: 'bars', periods: [], spans: 'all' };

/** Time progress as the page has it, or as asked for in the block. */
export class TimeProgressSection extends Component implements Section {
  constructor(
    private readonly ctx: SectionContext,
    private readonly el: HTMLElement,
    private readonly options: WidgetOptions | null,
  ) {
    super();
  }

  override onload(): void {
    this.el.addClass('rh-section');
    if (this.options !== null) {
      this.draw(this.options);
      return;
    }
    this.draw(PERIODS);
    const spans = this.draw(SPANS);
    const { settings } = this.ctx;
    const showSpans = (): void => {
      const named = readNamedSpans(settings.values.spans); // remarks alone name none
      spans.toggleClass('is-absent', named.spans.length + named.unreadable.length === 0);
    };
    showSpans();
    this.register(settings.subscribe(showSpans));
  }

  async ready(): Promise<void> {
    // Time needs no vault.
  }

  private draw(options: WidgetOptions): HTMLElement {
    const el = this.el.createDiv();
    this.ctx.offers.timeProgress.draw(el, { language: this.ctx.language, ...options }, this);
    return el;
  }
}

/** The calendar of what was read. */
export class HeatmapSection extends Component implements Section {
  constructor(
    private readonly ctx: SectionContext,
    private readonly el: HTMLElement,
    private readonly options: WidgetOptions | null,
  ) {
    super();
  }

  override onload(): void {
    this.el.addClass('rh-section');
    const { ctx } = this;
    const { language } = ctx;
    ctx.offers.heatmap.draw(this.el.createDiv(), { language, ...this.options }, this);
  }

  async ready(): Promise<void> {
    await this.ctx.reading.ready();
  }
}
