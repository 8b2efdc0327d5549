import { Folding } from '../../../core/heatmap/folding';
import type { GridBand, GridWeek, WeekStart } from '../../../core/heatmap/grid';
import type { HeatmapDay, HeatmapModel } from '../../../core/heatmap/model';
import type { IsoDate, IsoWeek } from '../../../core/ports';
import type { ReportState } from '../../../offers/reports';
import type { HeatmapWords } from '../texts';
import { Tiles } from './tiles';

/** What the columns carry besides their days. */
export interface WeekMarks {
  /** The state of a week's report, null while it is not known whether one is due; null itself where none are shown. */
  readonly reportState: ((week: IsoWeek) => ReportState | null) | null;
  readonly numbers: boolean;
  /** Whether a click on a report's mark opens it, which its label then says. */
  readonly canOpen: boolean;
}

/**
 * The days themselves: drawn once, then only those tiles touched that changed. One element a day, one a week and no
 * wrappers between, since ten of these may stand in one note.
 */
export class CalendarView {
  /** Looked up when one is first asked for: most calendars are drawn and never touched. */
  private tiles: Map<IsoDate, HTMLElement> | null = null;
  /** A list, since a week around new year stands in the bands of both years. */
  private marks: { readonly week: GridWeek; readonly el: HTMLElement }[] = [];
  private shown: HeatmapModel | null = null;
  private grid: HTMLElement | null = null;
  private parts: HTMLElement[] = [];
  private folding = new Folding(1);
  /** The one day that Tab goes to. */
  private stop: IsoDate | null = null;

  /**
   * @param body - `.rh-heatmap-body`
   * @param before - the calendar is put before this child of it
   * @param labelledBy - ids of the elements that name the grid; an `aria-label` would bring a tooltip up in the gaps
   */
  constructor(
    private readonly body: HTMLElement,
    private readonly before: HTMLElement,
    private readonly labelledBy: string,
    private readonly words: HeatmapWords,
    private readonly weekStart: WeekStart,
    /** CSS colours of those days that have one of their own. */
    private readonly colours: ReadonlyMap<IsoDate, string> | null = null,
  ) {}

  /** Whether weeks are rows rather than columns. */
  get isTurned(): boolean {
    return this.folding.isTurned;
  }

  tile(date: IsoDate): HTMLElement | null {
    this.tiles ??= this.tilesByDate();
    return this.tiles.get(date) ?? null;
  }

  day(date: IsoDate): HeatmapDay | null {
    return this.shown?.days.get(date) ?? null;
  }

  /** A day's label with its items below, where it has any. */
  labelWith(date: IsoDate, items: string): void {
    const day = this.day(date);
    const tile = this.tile(date);
    if (day === null || tile === null) return;
    const label = [this.words.dayLabel(day), items].filter((part) => part !== '').join('\n');
    if (tile.getAttribute('aria-label') !== label) tile.setAttribute('aria-label', label);
  }

  /** Brings the calendar up to a model; answers whether it was drawn anew. */
  show(model: HeatmapModel, marks: WeekMarks): boolean {
    const before = this.shown;
    this.shown = model;
    if (before?.range.from === model.range.from && before.range.to === model.range.to && this.grid !== null) {
      if (!this.body.hasClass('is-live')) this.body.addClass('is-live'); // from now on changes are seen happening
      this.patch(before, model);
      this.showReports(marks);
      return false;
    }
    this.draw(model, marks);
    return true;
  }

  showReports(marks: WeekMarks): void {
    if (marks.reportState === null) return;
    for (const { week, el } of this.marks) {
      const state = this.reportOf(week, marks);
      if (state === (el.dataset['report'] ?? null)) continue;
      if (state === null) unmark(el, week.week);
      else this.labelMark(el, week.week, state, marks);
    }
  }

  /** Whether a report that is shown has been reviewed by the advisor. */
  get showsReviewed(): boolean {
    return this.marks.some(({ el }) => el.dataset['report'] === 'reviewed');
  }

  /** Moves the tab stop, and the focus with it where asked. */
  goTo(date: IsoDate, focus: boolean): void {
    const tile = this.tile(date);
    if (tile === null) return;
    if (this.stop !== null) this.tile(this.stop)?.setAttribute('tabindex', '-1');
    tile.setAttribute('tabindex', '0');
    this.stop = date;
    if (focus) tile.focus();
  }

  private draw(model: HeatmapModel, marks: WeekMarks): void {
    for (const part of this.parts) part.remove();
    this.tiles = null;
    this.marks = [];
    const stops = [this.stop, model.today, model.range.to];
    this.stop = stops.find((day) => day !== null && model.days.has(day)) ?? null;
    this.body.setCssProps({ '--rh-line': String(model.days.size) });
    this.fold(new Folding(Math.max(...model.bands.map((band) => band.weeks.length))));
    this.body.toggleClass('has-week-numbers', marks.numbers);
    this.body.toggleClass('has-week-marks', marks.reportState !== null);
    const [first] = model.bands;
    if (model.bands.length === 1 && first !== undefined) this.drawOne(first, model, marks);
    else this.drawBands(model, marks);
    for (const part of this.parts) this.body.insertBefore(part, this.before);
    this.grid?.setAttribute('role', 'grid');
    this.grid?.setAttribute('aria-labelledby', this.labelledBy);
  }

  private fold(folding: Folding): void {
    const { body } = this;
    this.folding = folding;
    body.dataset['fit'] = folding.fit;
    body.toggleClass('is-turned', folding.isTurned);
    body.toggleClass('is-short', folding.isShort);
    body.toggleClass('has-54-columns', folding.isLongYear);
    const columns = folding.columns.map((count, i) => [`--rh-in-${String(i + 1)}`, String(count)]);
    body.setCssProps(Object.fromEntries(columns) as Record<string, string>);
  }

  private tilesByDate(): Map<IsoDate, HTMLElement> {
    const tiles = this.grid?.querySelectorAll<HTMLElement>('[data-date]') ?? [];
    return new Map(Array.from(tiles, (tile) => [tile.dataset['date'] ?? '', tile]));
  }

  private drawOne(band: GridBand, model: HeatmapModel, marks: WeekMarks): void {
    const days = this.drawDays(band, model, marks);
    this.parts = model.layout === 'row' ? [days] : [this.drawWeekdays(band), days];

    this.grid = days;
  }

  /** Several years, one below the other, or months, beside one another where there is room: a grid of row groups. */
  private drawBands(model: HeatmapModel, marks: WeekMarks): void {
    const years = createDiv('rh-years');
    years.toggleClass('is-months', model.layout === 'months');
    for (const band of model.bands) {
      const days = this.drawDays(band, model, marks);
      days.setAttribute('role', 'rowgroup');
      const place =
        model.layout === 'months' ? years.createDiv({ cls: 'rh-month', attr: { role: 'presentation' } }) : years;
      place.append(this.drawWeekdays(band), days);
    }
    this.parts = [years];
    this.grid = years;
  }

  /**
   * The weekdays' names: every other one beside the rows, one element with a line for each in every band that the weeks
   * reach in some folding; above the columns all seven, where weeks are rows.
   */
  private drawWeekdays({ weeks }: GridBand): HTMLElement {
    const weekdays = createDiv({ cls: 'rh-weekdays', attr: { 'aria-hidden': 'true' } });
    const name = (place: number): string => this.words.weekday(this.weekdayIn(place));
    if (this.isTurned) {
      for (let place = 0; place < 7; place++) weekdays.createSpan({ text: name(place) });
      return weekdays;
    }
    const names = [0, 2, 4, 6].map(name).join('\n');
    for (const from of this.folding.bandsOf(weeks.length)) {
      weekdays.createSpan({ text: names, attr: { 'data-from': from } });
    }
    return weekdays;
  }

  /** Day of the ISO week that a row of the calendar stands for. */
  private weekdayIn(row: number): number {
    return ((this.weekStart - 1 + row) % 7) + 1;
  }

  private drawDays(band: GridBand, model: HeatmapModel, marks: WeekMarks): HTMLElement {
    const days = createDiv('rh-days');
    const tiles = new Tiles();
    band.weeks.forEach((week, i) => {
      const column = this.drawWeek(week, model, marks, tiles);
      if (week.month !== null) this.drawMonth(column, this.words.month(week.month), i);
      days.appendChild(column);
    });
    return days;
  }

  /** A month's label, which in some foldings stands at the end of a band. */
  private drawMonth(column: HTMLElement, label: string, at: number): void {
    column.setAttribute('data-month', label);
    const ends = this.folding.endsAt(at);
    if (ends.length > 0) column.setAttribute('data-end', ends.join(' '));
  }

  private drawWeek(week: GridWeek, model: HeatmapModel, marks: WeekMarks, tiles: Tiles): HTMLElement {
    const column = tiles.week();
    column.setAttribute('data-week', week.week);
    for (let place = 0; place < week.skip; place++) column.appendChild(tiles.gap());
    if (this.isTurned) numberDays(column, week);
    let row = week.skip;
    for (const date of week.days) {
      const weekday = this.weekdayIn(row++);
      const day = model.days.get(date);
      if (day === undefined) continue;
      const tile = tiles.day(day, this.colours?.get(date));
      tile.setAttribute('data-date', date);
      tile.setAttribute('aria-label', this.words.dayLabel(day, weekday));
      this.showSign(tile, day);
      if (date === model.today) markToday(tile, true);
      if (date === this.stop) tile.setAttribute('tabindex', '0');
      column.appendChild(tile);
    }
    if (marks.numbers || marks.reportState !== null) column.appendChild(this.drawMark(week, marks));
    return column;
  }

  private showSign(tile: HTMLElement, day: HeatmapDay): void {
    if (!this.words.saysWords) return;
    const sign = this.words.sign(day);
    if (sign === null) tile.removeAttribute('data-sign');
    else tile.setAttribute('data-sign', sign);
  }

  private drawMark(week: GridWeek, marks: WeekMarks): HTMLElement {
    const el = createDiv({ cls: 'rh-week-mark', attr: { role: 'gridcell', 'aria-label': week.week } });
    if (marks.numbers) el.createSpan({ text: String(Number(week.week.slice(-2))), attr: { 'aria-hidden': 'true' } });
    this.marks.push({ week, el });
    const state = this.reportOf(week, marks);
    if (state !== null) this.labelMark(el, week.week, state, marks);
    return el;
  }

  private labelMark(el: HTMLElement, week: IsoWeek, state: ReportState, { canOpen }: WeekMarks): void {
    const label = this.words.t.week[state](week);
    el.setAttribute('data-report', state);
    el.setAttribute('aria-label', canOpen ? label : label.replace(/\n.*/, '')); // the second line tells what a click does
  }

  /** A report is due for weeks that have begun, since the log has. */
  private reportOf(week: GridWeek, { reportState }: WeekMarks): ReportState | null {
    const isDue = week.days.some((date) => isSince(this.shown?.days.get(date)?.state));
    return isDue && reportState !== null ? reportState(week.week) : null;
  }

  private patch(before: HeatmapModel, model: HeatmapModel): void {
    for (const [date, day] of model.days) {
      const old = before.days.get(date);
      if (old === undefined || sameDay(old, day)) continue;
      const tile = this.tile(date);
      if (tile === null) continue;
      if (old.state !== day.state) tile.setAttribute('data-state', day.state);
      if (old.level !== day.level) tile.setAttribute('data-level', String(day.level));
      tile.setAttribute('aria-label', this.words.dayLabel(day));
      this.showSign(tile, day);
    }
    if (before.today === model.today) return;
    const [old, now] = [this.tile(before.today), this.tile(model.today)];
    if (old !== null) markToday(old, false);
    if (now !== null) markToday(now, true);
  }
}

/** More days than that in a row have room for every fifth number alone. */
const MOST_NUMBERS = 14;

/** Puts the days of the month above a row: a tab from each to the next, or in a long one every fifth above its day. */
function numberDays(row: HTMLElement, { skip, days }: GridWeek): void {
  const numbers = days.map((date) => Number(date.slice(-2)));
  if (days.length <= MOST_NUMBERS) {
    row.setAttribute('data-days', '\t'.repeat(skip) + numbers.join('\t'));
    return;
  }
  numbers.forEach((day, i) => {
    if ((day !== 1 && day % 5 !== 0) || i === days.length - 1) return; // the last has no room behind it
    const el = row.createSpan({ cls: 'rh-line-day', text: String(day), attr: { 'aria-hidden': 'true' } });
    el.setCssProps({ '--rh-at': String(i + 1) });
  });
}

/** The log turned out to begin later. */
function unmark(el: HTMLElement, week: IsoWeek): void {
  el.removeAttribute('data-report');
  el.setAttribute('aria-label', week);
}

function markToday(tile: HTMLElement, today: boolean): void {
  tile.toggleClass('is-today', today);
  if (today) tile.setAttribute('aria-current', 'date');
  else tile.removeAttribute('aria-current');
}

function isSince(state: HeatmapDay['state'] | undefined): boolean {
  return state !== undefined && state !== 'future' && state !== 'before';
}

function sameDay(a: HeatmapDay, b: HeatmapDay): boolean {
  return a.state === b.state && a.level === b.level && a.amount === b.amount && a.count === b.count;
}
