import { Component, displayTooltip, type HoverPopover } from 'obsidian';
import type { WeekStart } from '../../../core/heatmap/grid';
import type { HeatmapModel } from '../../../core/heatmap/model';
import type { Palette } from '../../../core/heatmap/palette';
import type { IsoDate, IsoWeek } from '../../../core/ports';
import { addDays } from '../../../core/time/calendar-day';
import { weekOf } from '../../../core/time/iso-week';
import type { HeatmapContext } from '../context';
import type { CalendarView } from '../calendar/calendar-view';
import { dailyNoteSettings, findDailyNote } from '../../../platform/daily-notes';
import { DayPopover, type PopoverDay } from './popover';
import type { DayItem } from '../days/day-source';
import { dayAfterKey } from '../calendar/keyboard';
import { openNote, paneOf, previewNote } from '../../../ui/open-note';
import { HOVER_SOURCE } from './hover-source';
import type { HeatmapWords } from '../texts';

export interface InteractionParts {
  readonly ctx: HeatmapContext;
  readonly root: HTMLElement;
  readonly calendar: CalendarView;
  readonly words: HeatmapWords;
  readonly weekStart: WeekStart;
  palette(): Palette;
  /** Whether weeks have reports here. */
  readonly reports: boolean;
  /** Whether days are of reading, which can be logged. */
  readonly canLog: boolean;
  /** Whether days and weeks lead anywhere; those of a form's preview are only looked at. */
  readonly canOpen: boolean;
  /** Whether a click on a day that has one note goes there at once, rather than to the day's list. */
  readonly leadsToNote?: boolean;
  /** Where it is one line of several: moves to the line below (1) or above (-1). */
  step?(date: IsoDate, by: 1 | -1): void;
  model(): HeatmapModel | null;
  items(date: IsoDate): readonly DayItem[];
}

/** What the reader can do with the days: move between them, look at one, open its notes, open a week's report. */
export class DayInteraction extends Component {
  hoverPopover: HoverPopover | null = null;
  private popover: DayPopover | null = null;
  /** Tiles whose label names the day's items too, since they were looked at. */
  private readonly detailed = new Set<IsoDate>();

  constructor(private readonly parts: InteractionParts) {
    super();
  }

  override onload(): void {
    const { root } = this.parts;
    this.registerDomEvent(root, 'keydown', (event) => {
      this.onKey(event);
    });
    this.registerDomEvent(root, 'click', (event) => {
      this.onClick(event);
    });
    this.registerDomEvent(root, 'auxclick', (event) => {
      if (event.button === 1) this.onClick(event);
    });
    this.registerDomEvent(root, 'mouseover', (event) => {
      this.onHover(event);
    });
    this.registerDomEvent(root, 'focusin', (event) => {
      this.onFocus(event);
    });
    this.registerDomEvent(root, 'focusout', (event) => {
      this.onBlur(event);
    });
  }

  /** The days were brought up to date. */
  refreshed(): void {
    for (const date of this.detailed) this.labelWithItems(date);
    this.popover?.update();
    if (this.popover !== null) this.parts.calendar.tile(this.popover.shownDate)?.addClass('is-open');
  }

  private onKey(event: KeyboardEvent): void {
    const { calendar, root, weekStart } = this.parts;
    const date = dayUnder(event);
    const model = this.parts.model();
    if (date === null || model === null || event.altKey || isForContent(event)) return;
    if (event.key === 'Enter' || event.key === ' ') {
      if (!this.parts.canOpen) return;
      event.preventDefault();
      this.choose(date, event);
      return;
    }
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (this.parts.step !== undefined && by !== 0) {
      event.preventDefault();
      this.parts.step(date, by);
      return;
    }
    const rtl = root.win.getComputedStyle(root).direction === 'rtl';
    const press = { key: event.key, ctrl: event.ctrlKey || event.metaKey, rtl, turned: calendar.isTurned };
    const target = dayAfterKey(press, date, model.range, weekStart);
    if (target === null) return;
    event.preventDefault();
    event.stopPropagation();
    calendar.goTo(target, true);
  }

  private onClick(event: MouseEvent): void {
    if (!this.parts.canOpen || isForContent(event)) return;
    const date = dayUnder(event);
    if (date !== null) {
      this.parts.calendar.goTo(date, true);
      this.choose(date, event, this.parts.leadsToNote === true && this.parts.items(date)[0]?.path != null);
      return;
    }
    // A column without a report has the mark's place, too.
    const mark = elementUnder(event)?.closest('.rh-week-mark[data-report]');
    const week = mark?.parentElement?.getAttribute('data-week');
    if (week != null) void this.parts.ctx.offers.reports.open(week, paneOf(event));
  }

  /**
   * Shows the day's list; with a modifier key goes straight to the only note there is, in another pane.
   * @param straight - without such a key, too
   */
  private choose(date: IsoDate, event: MouseEvent | KeyboardEvent, straight = false): void {
    const pane = paneOf(event);
    const only = pane === false && !straight ? null : this.onlyNote(date);
    if (only !== null) {
      void openNote(this.parts.ctx.app, only.path, { line: only.line, pane });
      return;
    }
    if (this.popover?.shownDate === date) {
      this.closePopover(date, true);
      return;
    }
    this.openPopover(date);
  }

  /** What a preview or a modified click can mean by a day: its one item, or its daily note. */
  private onlyNote(date: IsoDate): { readonly path: string; readonly line: number | null } | null {
    const [item, ...more] = this.parts.items(date);
    if (item?.path != null && more.length === 0) return { path: item.path, line: item.line };
    const { app } = this.parts.ctx;
    const settings = dailyNoteSettings(app);
    if (settings === null) return null;
    const path = findDailyNote(app, date, settings);
    return path === null ? null : { path, line: null };
  }

  private openPopover(date: IsoDate): void {
    const { ctx, words, canLog, root, calendar } = this.parts;
    if (this.popover !== null) this.closePopover(this.popover.shownDate, false);
    hideTooltip(calendar.tile(date));
    const popover = new DayPopover(
      ctx,
      words,
      canLog,
      this.parts.palette(),
      {
        root,
        tile: (of) => calendar.tile(of),
        day: (of) => this.popoverDay(of),
        pressesDay: (event) =>
          event.targetNode !== null &&
          root.contains(event.targetNode) &&
          dayUnder(event) !== null &&
          !isForContent(event),
        moved: (to) => {
          this.markOpen(to);
        },
        closed: (of, giveBack) => {
          this.closePopover(of, giveBack);
        },
      },
      date,
    );
    this.popover = popover;
    this.markOpen(date);
    this.addChild(popover);
  }

  private closePopover(date: IsoDate, giveBackFocus: boolean): void {
    const { popover } = this;
    if (popover === null) return;
    this.popover = null;
    this.removeChild(popover);
    this.markOpen(null);
    this.parts.calendar.goTo(date, giveBackFocus);
  }

  private markOpen(date: IsoDate | null): void {
    const { root, calendar } = this.parts;
    root.querySelector('.rh-day.is-open')?.removeClass('is-open');
    if (date === null) return;
    calendar.tile(date)?.addClass('is-open');
    calendar.goTo(date, false);
  }

  private popoverDay(date: IsoDate): PopoverDay | null {
    const { ctx, calendar, reports } = this.parts;
    const day = calendar.day(date);
    const model = this.parts.model();
    if (day === null || model === null) return null;
    const week: IsoWeek = weekOf(date);
    const hasReport = reports && day.state !== 'future' && day.state !== 'before';
    return {
      day,
      items: this.parts.items(date),
      report: hasReport ? { week, state: ctx.offers.reports.stateOf(week) } : null,
      previous: date > model.range.from ? addDays(date, -1) : null,
      next: date < model.range.to ? addDays(date, 1) : null,
    };
  }

  private onHover(event: MouseEvent): void {
    const date = dayUnder(event);
    const tile = date === null ? null : this.parts.calendar.tile(date);
    if (date === null || tile === null || !event.isTrusted) return;
    this.detail(date);
    if (!this.parts.canOpen) return;
    const only = this.onlyNote(date);
    if (only === null) return;
    previewNote(this.parts.ctx.app, event, {
      source: HOVER_SOURCE,
      hoverParent: this,
      targetEl: tile,
      path: only.path,
    });
  }

  /** The app shows a label's tooltip to the mouse; to the keyboard it is shown here, by the app's own means. */
  private onFocus(event: FocusEvent): void {
    const date = dayUnder(event);
    const tile = date === null ? null : this.parts.calendar.tile(date);
    if (date === null || tile === null) return;
    this.detail(date);
    if (tile.matches(':focus-visible')) displayTooltip(tile, tile.getAttribute('aria-label') ?? '');
  }

  private onBlur(event: FocusEvent): void {
    const date = dayUnder(event);
    if (date !== null) hideTooltip(this.parts.calendar.tile(date));
  }

  /** The day's items go into its label only once it is looked at: most of a year never is. */
  private detail(date: IsoDate): void {
    if (this.detailed.has(date)) return;
    this.detailed.add(date);
    this.labelWithItems(date);
  }

  private labelWithItems(date: IsoDate): void {
    this.parts.calendar.labelWith(date, this.parts.words.itemLines(this.parts.items(date)));
  }
}

/** The app takes its tooltip away when the pointer leaves; for the keyboard that has to be said. */
function hideTooltip(tile: HTMLElement | null): void {
  tile?.dispatchEvent(new MouseEvent('mouseout', { bubbles: true, relatedTarget: tile.doc.body }));
}

/** Not only of HTML: a script may put a drawing into a day. */
function elementUnder(event: UIEvent): Element | null {
  const node = event.targetNode;
  return node?.instanceOf(Element) === true ? node : null;
}

/** Whether an event is the affair of a link or a field that a script put into a day. */
function isForContent(event: UIEvent): boolean {
  return elementUnder(event)?.closest('a, button, input, select, textarea') != null;
}

/** The day whose tile an event happened on. */
function dayUnder(event: UIEvent): IsoDate | null {
  return elementUnder(event)?.closest('[data-date]')?.getAttribute('data-date') ?? null;
}
