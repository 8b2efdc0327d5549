import { Component } from 'obsidian';
import type { WeekStart } from '../../../core/heatmap/grid';
import { heatmapModel, type HeatmapModel } from '../../../core/heatmap/model';
import type { HeatmapOptions } from '../../../core/heatmap/options';
import { levelsOf, type Palette } from '../../../core/heatmap/palette';
import { isPaged, resolveRange, type RangeSpec } from '../../../core/heatmap/range';
import type { IsoDate } from '../../../core/ports';
import { parseHolidays } from '../../../core/reading/holidays';
import { dayOf, partsOf } from '../../../core/time/calendar-day';
import type { Drawing } from '../../../ui/live-block';
import { openNote, paneOf } from '../../../ui/open-note';
import type { HeatmapContext } from '../context';
import { CalendarView, type WeekMarks } from '../calendar/calendar-view';
import type { DaySource } from '../days/day-source';
import { HeadView, type HeadContent, type PagerWords } from '../calendar/head-view';
import { DayInteraction } from '../day/interaction';
import { FootView } from '../calendar/legend-view';
import { newId } from '../../../ui/new-id';
import { paint } from '../calendar/paint';
import { weekStartOf } from '../calendar/week-start';
import { HeatmapWords } from '../texts';

/** A calendar as one row of several. */
export interface RowPlace {
  /** The first turns the pages of all. */
  readonly isFirst: boolean;
  /** The last explains the tiles of all. */
  readonly isLast: boolean;
  /** Where each row is as high as a day. */
  readonly isLine: boolean;
  turned(pages: number): void;
  /** Moves to the same day of the row below (1) or above (-1). */
  readonly step: (date: IsoDate, by: 1 | -1) => void;
}

/** One heatmap on screen, kept up to date with its source, the reports and the day. */
export class HeatmapWidget extends Component implements Drawing {
  private readonly words: HeatmapWords;
  private weekStart: WeekStart;
  private readonly marks: WeekMarks;
  private isDayOff: ((date: IsoDate) => boolean) | null;
  private root: HTMLElement | null = null;
  private head: HeadView | null = null;
  private calendar: CalendarView | null = null;
  private foot: FootView | null = null;
  private interaction: DayInteraction | null = null;
  private model: HeatmapModel | null = null;
  /** What is shown: as asked for, until the reader turns to something else. */
  private range: RangeSpec;
  private pages = 0;
  /** For how many levels there are colours. */
  private painted = 0;
  /** Told by the scheduler, at once and at every midnight. */
  private today: IsoDate = '';
  private settled: boolean;

  constructor(
    private readonly ctx: HeatmapContext,
    private readonly parent: HTMLElement,
    private readonly options: HeatmapOptions,
    private readonly source: DaySource,
    /** A preview is only looked at: its days and weeks lead nowhere. */
    private readonly use: 'reader' | 'preview' = 'reader',
    private readonly row: RowPlace | null = null,
  ) {
    super();
    const wordings = options.language === null ? ctx.i18n.ui : ctx.i18n.in(options.language);
    this.words = new HeatmapWords(wordings, options);
    this.weekStart = this.weekStartNow();
    this.range = options.range;
    this.settled = source.complete;
    this.isDayOff = this.daysOffNow();
    this.marks = {
      numbers: options.weekNumbers,
      canOpen: use === 'reader',
      reportState: options.reports ? (week) => (this.settled ? ctx.offers.reports.stateOf(week) : null) : null,
    };
  }

  /** Resolves once the source has been read and is drawn; printing waits for it. */
  async ready(): Promise<void> {
    if (this.settled) return;
    await this.source.ready();
    if (this.root === null) return; // gone in the meantime
    this.settled = true;
    this.refresh();
  }

  override onload(): void {
    this.build();
    this.register(
      this.source.subscribe(() => {
        this.refresh();
      }),
    );
    if (this.options.reports)
      this.register(
        this.ctx.offers.reports.onChange(() => {
          this.calendar?.showReports(this.marks);
          this.showFoot();
        }),
      );
    this.register(
      this.ctx.settings.subscribe((changed) => {
        if (!changed.has('weekStart') && !changed.has('holidays')) return;
        this.weekStart = this.weekStartNow();
        this.isDayOff = this.daysOffNow();
        this.rebuild();
      }),
    );
    this.register(
      this.ctx.scheduler.add({
        el: this.parent,
        nextChange: () => null,
        update: (now) => {
          this.today = dayOf(now);
          this.refresh();
        },
      }),
    );
  }

  override onunload(): void {
    this.root = null;
  }

  private weekStartNow(): WeekStart {
    return this.options.weekStart ?? weekStartOf(this.ctx.settings.values);
  }

  private daysOffNow(): ((date: IsoDate) => boolean) | null {
    return this.options.source === 'reading' ? daysOff(this.ctx.settings.values.holidays) : null;
  }

  /** Draws everything anew in its place: weeks that begin on another day, or pages of another length. */
  private rebuild(): void {
    const old = this.root;
    if (this.interaction !== null) this.removeChild(this.interaction);
    this.build();
    if (old !== null && this.root !== null) old.replaceWith(this.root);
    this.refresh();
  }

  private build(): void {
    const { options, words } = this;
    const root = this.parent.createDiv({ cls: 'rh-heatmap', attr: { lang: words.langTag } });
    root.toggleClass('is-preview', this.use === 'preview');
    root.toggleClass('is-line', this.row?.isLine === true);
    root.toggleClass('is-first', this.row?.isFirst === true);
    const body = root.createDiv('rh-heatmap-body');
    const nameId = newId();
    if (options.title === null) {
      body.createSpan({ cls: 'rh-unseen', text: words.t.name[options.source], attr: { id: nameId } });
    } else {
      const attr = { id: nameId, role: 'heading', 'aria-level': this.row === null ? 3 : 4 };
      body.createDiv({ cls: 'rh-heading', text: options.title, attr });
    }
    const headEl = body.createDiv('rh-heatmap-head');
    const id = newId();
    const actions = {
      logReading: () => {
        this.ctx.offers.log.openForm();
      },
      showYear: (date: IsoDate) => {
        this.showYear(date);
      },
    };
    this.head = new HeadView(
      headEl,
      id,
      words,
      options,
      actions,
      this.row?.isFirst === false ? null : this.pagerWords(),
      (pages) => {
        this.row?.turned(pages);
        this.turn(pages);
      },
    );
    const footEl = body.createDiv('rh-heatmap-foot');
    this.foot = new FootView(footEl, words);
    this.calendar = new CalendarView(body, footEl, `${nameId} ${id}`, words, this.weekStart);
    this.root = root;
    this.painted = 0;
    this.repaint();
    this.interaction = this.addChild(
      new DayInteraction({
        ctx: this.ctx,
        root,
        calendar: this.calendar,
        words,
        weekStart: this.weekStart,
        palette: () => this.palette,
        reports: options.reports,
        canLog: options.source === 'reading',
        canOpen: this.use === 'reader',
        model: () => this.model,
        ...(this.row?.isLine === true && { step: this.row.step }),
        items: (date) => this.source.items(date),
      }),
    );
  }

  private refresh(): void {
    if (this.calendar === null || this.today === '') return;
    const { options, source, today } = this;
    const range = resolveRange(this.range, today, this.weekStart, this.pages);
    const model = heatmapModel({
      today,
      range,
      weekStart: this.weekStart,
      layout: this.row?.isLine === true ? 'row' : options.view,
      amounts: source.amounts(range),
      first: source.first() ?? (this.settled ? null : range.from), // who is still reading does not know the start
      scale: options.values.kind === 'words' ? { kind: 'words', levels: options.values.levels() } : options.scale,
      kind: options.metric === 'value' ? options.values.kind : 'numbers',
      metric: options.metric,
      levels: levelsOf(options.palette),
      goal: options.goal,
      zeroIsActive: options.source === 'reading',
      isDayOff: this.isDayOff,
    });
    this.model = model;
    this.repaint();
    this.calendar.show(model, this.marks);
    this.interaction?.refreshed();
    this.head?.show(this.headContent(model));
    this.head?.allow(range.from > '0002', range.to < today);
    this.showFoot();
    this.root?.toggleClass('is-loading', !this.settled);
  }

  private get palette(): Palette {
    return this.options.values.palette() ?? this.options.palette;
  }

  /** Words get their colours as they turn up. */
  private repaint(): void {
    const levels = levelsOf(this.palette);
    if (this.root === null || levels === this.painted) return;
    this.painted = levels;
    paint(this.root, this.palette);
  }

  private showFoot(): void {
    if (this.model === null) return;
    this.foot?.show(this.model, {
      legend: this.options.legend && (this.row?.isLast !== false || this.words.saysWords),
      reports: this.options.reports,
      reviewed: this.calendar?.showsReviewed ?? false,
      loading: !this.settled,
      unreadable: this.source.unreadable(),
      showUnreadable: () => {
        this.ctx.offers.log.showProblems();
      },
      openNote:
        this.use === 'preview'
          ? null
          : (path, event) => {
              void openNote(this.ctx.app, path, { pane: paneOf(event) });
            },
    });
  }

  private headContent(model: HeatmapModel): HeadContent {
    const { range, statistics, today } = model;
    const lead = this.words.lead(this.range, range, today);
    const isEmpty = model.states.value + model.states.zero === 0;
    if (isEmpty && !this.settled) return { kind: 'loading' };
    const reason = isEmpty ? this.source.whyEmpty(range) : null;
    // A row that is empty beside others shows it by being so, unless something is amiss.
    if (reason !== null && !(this.row?.isLine === true && reason.kind === 'outside'))
      return { kind: 'empty', reason, where: lead };
    const todayShown = range.from <= today && today <= range.to;
    const text = this.words.statistics(lead, statistics, this.source.total(range), todayShown);
    return { kind: 'statistics', text, hidden: this.options.stats.length === 0 || this.row?.isLine === true };
  }

  private pagerWords(): PagerWords | null {
    const { kind } = this.range;
    return kind === 'days' || kind === 'span' || kind === 'term' ? null : this.words.t.pager[kind];
  }

  /** Moves to a day, with the focus. */
  goTo(date: IsoDate): void {
    this.calendar?.goTo(date, true);
  }

  /** Turns so many pages forward. */
  turn(pages: number): void {
    if (!isPaged(this.range)) return;
    this.pages += pages;
    this.refresh();
  }

  private showYear(date: IsoDate): void {
    this.range = { kind: 'year', year: partsOf(date).year };
    this.pages = 0;
    this.rebuild(); // its pages are years now, whatever they were
    this.calendar?.goTo(date, true); // the button that was pressed is gone
  }
}

function daysOff(setting: string): (date: IsoDate) => boolean {
  const holidays = parseHolidays(setting);
  return (date) => holidays.includes(date);
}
