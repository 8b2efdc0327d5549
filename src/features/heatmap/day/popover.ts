import { Component, Scope, setIcon, type HoverPopover } from 'obsidian';
import type { HeatmapDay } from '../../../core/heatmap/model';
import type { Palette } from '../../../core/heatmap/palette';
import type { IsoDate, IsoWeek } from '../../../core/ports';
import { dayOf } from '../../../core/time/calendar-day';
import type { HeatmapContext } from '../context';
import type { ReportState } from '../../../offers/reports';
import { dailyNotePath, dailyNoteSettings, findDailyNote } from '../../../platform/daily-notes';
import { ensureDailyNote } from './daily-notes';
import type { DayItem } from '../days/day-source';
import { drawItems } from './items';
import { writeMarked } from '../calendar/marked-text';
import { listenForOpening, openNote, paneOf } from '../../../ui/open-note';
import { paint } from '../calendar/paint';
import { placeBeside } from './place-beside';
import { newId } from '../../../ui/new-id';
import type { HeatmapWords } from '../texts';

/** What the popover shows of a day. */
export interface PopoverDay {
  readonly day: HeatmapDay;
  readonly items: readonly DayItem[];
  readonly report: { readonly week: IsoWeek; readonly state: ReportState } | null;
  readonly previous: IsoDate | null;
  readonly next: IsoDate | null;
}

export interface PopoverHost {
  /** The calendar: where it has no place on screen any more, its day's list has none either. */
  readonly root: HTMLElement;
  /** The tile of a day, to stand beside; null where it is gone. */
  tile(date: IsoDate): HTMLElement | null;
  day(date: IsoDate): PopoverDay | null;
  /** Whether a press is on a day of this calendar, which shows that one or closes this. */
  pressesDay(event: PointerEvent): boolean;
  /** Another day is shown. */
  moved(date: IsoDate): void;
  /** It is over; with the keyboard's focus in it, that goes back to the day. */
  closed(date: IsoDate, giveBackFocus: boolean): void;
}

/** A day's note in the vault's own manner. */
interface DailyNote {
  readonly path: string;
  readonly exists: boolean;
}

/** The day's list: what was read, its notes to open, the week's report, the daily note. */
export class DayPopover extends Component {
  hoverPopover: HoverPopover | null = null;
  private readonly el: HTMLElement;
  private readonly headingId = newId();
  private readonly doc: Document;
  private drawn = '';

  constructor(
    private readonly ctx: HeatmapContext,
    private readonly words: HeatmapWords,
    private readonly canLog: boolean,
    palette: Palette,
    private readonly host: PopoverHost,
    private date: IsoDate,
  ) {
    super();
    this.doc = host.root.doc;
    this.el = createDiv({ cls: 'rh-popover is-placed', attr: { role: 'dialog', tabindex: -1, lang: words.langTag } });
    this.el.setAttribute('aria-labelledby', this.headingId); // an `aria-label` would bring up a tooltip
    this.el.toggleClass('is-over-modal', host.root.closest('.modal-container') !== null);
    paint(this.el, palette);
  }

  get shownDate(): IsoDate {
    return this.date;
  }

  override onload(): void {
    this.doc.body.append(this.el);
    this.catchEscape();
    this.registerDomEvent(this.el, 'keydown', (event) => {
      this.onKey(event);
    });
    this.registerDomEvent(this.doc, 'pointerdown', (event) => {
      this.onPointerDown(event);
    });
    const win = this.doc.defaultView;
    if (win !== null) this.followPlace(win);
    this.followVault();
    this.update();
    this.el.focus({ preventScroll: true });
  }

  override onunload(): void {
    this.el.remove();
  }

  show(date: IsoDate): void {
    this.date = date;
    this.update();
    this.host.moved(date);
  }

  /** Brings the list up to date; where nothing changed nothing is touched. */
  update(): void {
    const shown = this.host.day(this.date);
    if (shown === null) {
      this.close(false);
      return;
    }
    const daily = this.dailyNote();
    const wanted = JSON.stringify([shown, daily]);
    if (wanted !== this.drawn) {
      const focused = this.focusables().find((el) => el === this.doc.activeElement)?.dataset['control'];
      this.drawn = wanted;
      this.draw(shown, daily);
      if (focused !== undefined) this.focusOn(focused);
    }
    this.place();
  }

  close(giveBackFocus: boolean): void {
    this.host.closed(this.date, giveBackFocus);
  }

  /** Goes where the calendar goes, and away with it. */
  private followPlace(win: NonNullable<Document['defaultView']>): void {
    this.registerDomEvent(win, 'resize', () => {
      this.place();
    });
    // The note scrolls in a pane of its own; only the capturing phase hears that.
    win.addEventListener('scroll', this.onScroll, { capture: true, passive: true });
    // A tab put behind another, a folded pane or callout: what is not displayed has no size.
    const observer = new win.ResizeObserver(([entry]) => {
      if (entry?.contentRect.width === 0) this.close(false);
      else this.place();
    });
    observer.observe(this.host.root);
    this.register(() => {
      win.removeEventListener('scroll', this.onScroll, { capture: true });
      observer.disconnect();
    });
    this.registerEvent(
      this.ctx.app.workspace.on('active-leaf-change', (leaf) => {
        if (leaf?.view.containerEl.contains(this.host.root) !== true) this.close(false);
      }),
    );
  }

  /** The daily note may appear or go while the list is open, whatever the calendar is of. */
  private followVault(): void {
    const { vault } = this.ctx.app;
    const update = (): void => {
      this.update();
    };
    this.registerEvent(vault.on('create', update));
    this.registerEvent(vault.on('delete', update));
    this.registerEvent(vault.on('rename', update));
  }

  private draw(shown: PopoverDay, daily: DailyNote | null): void {
    const { el, words } = this;
    const { day } = shown;
    el.empty();
    this.drawHead(shown);
    const sum = el.createDiv('rh-popover-sum');
    writeMarked(sum.createSpan(), words.sum(day));
    if (shown.report !== null) this.drawReport(sum, shown.report);
    drawItems(el, shown.items, {
      app: this.ctx.app,
      words,
      hoverParent: this,
      done: () => {
        this.close(false);
      },
    });
    this.drawFoot(day.date, daily);
  }

  private drawHead({ day, previous, next }: PopoverDay): void {
    const { words } = this;
    const head = this.el.createDiv('rh-popover-head');
    const text = words.dayHeading(day.date, dayOf(this.ctx.clock.now()));
    head.createDiv({ cls: 'rh-heading', text, attr: { id: this.headingId, role: 'heading', 'aria-level': 3 } });
    const step = (control: 'previous' | 'next', icon: string, to: IsoDate | null): void => {
      const attr = { 'aria-label': words.t.popover[control], 'data-control': control };
      const button = head.createEl('button', { cls: 'clickable-icon', attr });
      setIcon(button, icon);
      if (to === null) button.setAttribute('aria-disabled', 'true');
      else
        button.addEventListener('click', () => {
          this.show(to);
        });
    };
    step('previous', 'chevron-left', previous);
    step('next', 'chevron-right', next);
  }

  private drawReport(parent: HTMLElement, { week, state }: { week: IsoWeek; state: ReportState }): void {
    const text = this.words.t.popover.report[state](week.slice(-3));
    const attr = { 'data-report': state, 'data-control': 'report' };
    const button = parent.createEl('button', { cls: 'rh-state rh-state-button', text, attr });
    listenForOpening(button, (event) => {
      this.close(false);
      void this.ctx.offers.reports.open(week, paneOf(event));
    });
  }

  private drawFoot(date: IsoDate, daily: DailyNote | null): void {
    if (daily === null && !this.canLog) return;
    const { ctx, words } = this;
    const foot = this.el.createDiv('rh-popover-foot');
    if (daily !== null) {
      const text = daily.exists ? words.t.popover.openDaily : words.t.popover.createDaily;
      const link = foot.createEl('a', { cls: 'rh-quiet-link', text, href: '#', attr: { 'data-control': 'daily' } });
      listenForOpening(link, (event) => {
        this.close(false);
        void this.openDaily(date, event);
      });
    }
    if (!this.canLog) return;
    const log = foot.createEl('button', { attr: { 'data-control': 'log' } });
    setIcon(log.createSpan({ attr: { 'aria-hidden': 'true' } }), 'plus');
    log.createSpan({ text: words.t.empty.logReading });
    log.addEventListener('click', () => {
      this.close(true); // the form gives the focus back to what has it now
      ctx.offers.log.openForm({ date });
    });
  }

  private dailyNote(): DailyNote | null {
    const { app } = this.ctx;
    const settings = dailyNoteSettings(app);
    if (settings === null) return null;
    const there = findDailyNote(app, this.date, settings);
    return { path: there ?? dailyNotePath(this.date, settings), exists: there !== null };
  }

  private async openDaily(date: IsoDate, event: MouseEvent): Promise<void> {
    const { ctx } = this;
    const settings = dailyNoteSettings(ctx.app);
    const path = settings === null ? null : await ensureDailyNote(ctx.app, ctx.notes, date, settings, ctx.clock.now());
    if (path === null) ctx.notify.warn(this.words.t.popover.dailyFailed);
    else await openNote(ctx.app, path, { pane: paneOf(event) });
  }

  private readonly onScroll = (event: Event): void => {
    if (!this.el.contains(event.target as Node | null)) this.place();
  };

  private place(): void {
    const anchor = this.host.tile(this.date)?.getBoundingClientRect();
    const view = this.doc.documentElement;
    if (anchor === undefined) return;
    const { width, height } = this.el.getBoundingClientRect();
    const { x, y } = placeBeside(anchor, { width, height }, { width: view.clientWidth, height: view.clientHeight });
    this.el.setCssProps({ '--rh-x': `${String(Math.round(x))}px`, '--rh-y': `${String(Math.round(y))}px` });
  }

  private onPointerDown(event: PointerEvent): void {
    const node = event.targetNode;
    if (node === null || this.el.contains(node) || this.host.pressesDay(event)) return;
    this.close(false);
  }

  /** By a scope of its own: the app asks those before any element, and a form's would close the form under the list. */
  private catchEscape(): void {
    const { keymap, scope: below } = this.ctx.app;
    const scope = new Scope(below);
    scope.register([], 'Escape', () => {
      this.close(true);
      return false;
    });
    keymap.pushScope(scope);
    this.register(() => {
      keymap.popScope(scope);
    });
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key !== 'Tab') return;
    const all = this.focusables();
    const at = all.indexOf(this.doc.activeElement as HTMLElement);
    const next = all[event.shiftKey ? (at <= 0 ? all.length : at) - 1 : (at + 1) % all.length];
    if (next === undefined) return;
    event.preventDefault(); // it stands at the end of the document: going on would lead out of the note
    next.focus();
  }

  /** Gives the focus to the same control as before, and never to another, which the next Enter would press. */
  private focusOn(control: string): void {
    const same = this.focusables().find((el) => el.dataset['control'] === control);
    (same ?? this.el).focus({ preventScroll: true });
  }

  /** Those that are disabled too: by the attribute only, so that the focus need not leave them. */
  private focusables(): HTMLElement[] {
    return this.el.findAll('[data-control]');
  }
}
