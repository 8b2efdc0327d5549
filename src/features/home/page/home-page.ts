import { Component } from 'obsidian';
import type { HomeOptions } from '../../../core/home/options';
import { homeRuns, type HomeSection } from '../../../core/home/sections';
import type { HomeContext } from '../context';
import { DateSection } from '../sections/date-section';
import { DeepWorkSection } from '../sections/deep-work-section';
import { courseRows } from '../sections/course-rows';
import { createPageRoot } from './page-root';
import { sectionContext, type SectionContext } from '../sections/section-context';
import { HandbookStepsSection } from '../sections/handbook-steps-section';
import { ideaRows } from '../sections/idea-rows';
import { LogProblemsSection } from '../sections/log-problems-section';
import { PaperAlertsSection } from '../sections/paper-alerts-section';
import { ReadingNowSection } from '../sections/reading-now-section';
import { RememberedRows } from '../sections/remembered-rows';
import { drawRows } from '../sections/rows-section';
import type { Section } from '../sections/section';
import { ThisWeekSection } from '../sections/this-week-section';
import { HeatmapSection, TimeProgressSection } from './widgets';

/** The page for every morning: sections below one another, or in two columns where it is wide. */
export class HomePage extends Component implements Section {
  private readonly sections: Section[] = [];

  constructor(
    private readonly ctx: HomeContext,
    private readonly parent: HTMLElement,
    private readonly options: HomeOptions,
  ) {
    super();
  }

  override onload(): void {
    const sectionCtx = sectionContext(this.ctx, this.options.language);
    const rows = new RememberedRows(this.ctx.device);
    const root = createPageRoot(this.parent, sectionCtx);
    this.register(() => {
      root.remove();
    });
    const grid = root.createDiv('rh-home-grid');
    const runs = homeRuns(this.options.sections);
    grid.toggleClass('is-wide', new Set(runs.map(({ column }) => column).filter((one) => one !== 'full')).size > 1);
    for (const { column, sections } of runs) {
      const run = grid.createDiv({ cls: 'rh-home-run', attr: { 'data-column': column } });
      for (const section of sections) {
        const el = run.createEl('section', { attr: { 'data-section': section } });
        this.sections.push(this.addChild(this.create(section, sectionCtx, el, rows)));
      }
    }
  }

  /** Resolves once every section shows the vault as it is. */
  async ready(): Promise<void> {
    await Promise.all(this.sections.map((section) => section.ready()));
  }

  private create(section: HomeSection, ctx: SectionContext, el: HTMLElement, rows: RememberedRows): Section {
    const { options } = this;
    switch (section) {
      case 'date':
        return new DateSection(ctx, el);
      case 'deep-work':
        return new DeepWorkSection(ctx, el);
      case 'this-week':
        return new ThisWeekSection(ctx, el, options.thisWeek, rows);
      case 'time-progress':
        return new TimeProgressSection(ctx, el, options.timeProgress);
      case 'calendar-heatmap':
        return new HeatmapSection(ctx, el, options.heatmap);
      case 'reading-now':
        return new ReadingNowSection(ctx, el, options.readingNow, rows);
      case 'courses':
        return drawRows(ctx, el, rows, courseRows(ctx));
      case 'handbook-steps':
        return new HandbookStepsSection(ctx, el, options.handbookSteps, rows);
      case 'ideas':
        return drawRows(ctx, el, rows, ideaRows(ctx));
      case 'paper-alerts':
        return new PaperAlertsSection(ctx, el, rows);
      case 'log-problems':
        return new LogProblemsSection(ctx, el, rows);
    }
  }
}
