import type { HeatmapDay, HeatmapStatistics } from '../../core/heatmap/model';
import type { HeatmapOptions } from '../../core/heatmap/options';
import type { DayRange, RangeSpec } from '../../core/heatmap/range';
import type { MonthLabel } from '../../core/heatmap/grid';
import type { LegendKey } from '../../core/heatmap/legend';
import { MOST_COLOURS } from '../../core/heatmap/palette';
import { isSign, writtenTime, type ValueKind } from '../../core/heatmap/values';
import type { IsoDate } from '../../core/ports';
import { termAt } from '../../core/heatmap/range-words';
import { weekOf } from '../../core/time/iso-week';
import { addDays, fieldsOf, partsOf, weekdayOf } from '../../core/time/calendar-day';
import type { Wordings } from '../../i18n';
import type { DayItem } from './days/day-source';

type UnitName = 'minutes' | 'sessions' | 'sources' | 'pages' | 'entries' | 'tasks' | 'notes' | 'plain' | 'own';
type Value = Exclude<ValueKind, 'numbers'>;

/** Titles in a tooltip; the day's list has them all. */
const MOST_TITLES = 4;

/** From here on hours are said whole. */
const WHOLE_HOURS_FROM_MINUTES = 600;

/** A heatmap's texts in the block's language. */
export class HeatmapWords {
  private readonly unit: UnitName;
  /** Whether an amount is itself the number of entries. */
  private readonly isCount: boolean;
  /** Null where amounts are plain numbers. */
  private readonly value: Value | null;

  constructor(
    readonly wordings: Wordings,
    private readonly options: HeatmapOptions,
  ) {
    this.unit = unitOf(options);
    const { kind } = options.values;
    this.value = options.metric !== 'value' || kind === 'numbers' ? null : kind;
    this.isCount = ['sessions', 'entries', 'tasks', 'notes'].includes(this.unit);
  }

  get t(): Wordings['heatmap'] {
    return this.wordings.heatmap;
  }

  get langTag(): string {
    return this.wordings.common.langTag;
  }

  amount(amount: number): string {
    if (this.value !== null) return this.valueText(amount, this.value);
    const n = formatNumber(amount);
    return this.unit === 'own' ? this.t.amount.own(n, this.options.unit ?? '') : this.t.amount[this.unit](n);
  }

  /** As the total beside it says it: two units in one sentence would have to be converted by the reader. */
  private length(amount: number): string {
    return this.unit === 'minutes' ? this.wordings.common.duration(amount) : this.amount(amount);
  }

  private valueText(amount: number, kind: Value): string {
    if (kind === 'times') return writtenTime(amount);
    return kind === 'durations'
      ? this.wordings.common.duration(amount)
      : (this.options.values.word(amount)?.said ?? '');
  }

  get valueKind(): ValueKind {
    return this.value ?? 'numbers';
  }

  /** Whether days say one of several words. */
  get saysWords(): boolean {
    return this.value === 'words';
  }

  /** What a day shows in itself: a picture that stands for its value, or nothing. */
  sign({ amount }: HeatmapDay): string | null {
    if (amount === null || this.value !== 'words') return null;
    const word = this.options.values.word(amount);
    return [word?.said, word?.written].find((text) => text !== undefined && isSign(text)) ?? null;
  }

  /**
   * A day's name for screen readers, which the app shows as its tooltip: the date, and below it what it holds.
   * @param weekday - day of the ISO week, where it is known already
   */
  dayLabel(day: HeatmapDay, weekday = weekdayOf(day.date)): string {
    return `${this.fullDay(day.date, weekday)}\n${this.holds(day)}`;
  }

  /** What a day holds, without its date. */
  private holds(day: HeatmapDay): string {
    if (day.amount === null)
      return day.state === 'none' ? this.t.state.none[this.nothing()] : this.emptyState(day.state);
    const entries = this.entriesBeside(day);
    const said = this.t.dayAmount(this.amount(day.amount), entries);
    const { goal } = this.options;
    return goal !== null && day.amount >= goal ? `${said}\n${this.t.goalReached}` : said;
  }

  /** First line of a day's list; what is between two `**` is strong. */
  sum(day: HeatmapDay): string {
    return day.amount === null ? this.holds(day) : this.t.popover.sum(this.amount(day.amount), this.entriesBeside(day));
  }

  /** What one of a day's items adds, or nothing. */
  itemAmount(item: DayItem): string {
    if (item.minutes !== null) return this.wordings.common.minutes(item.minutes);
    return item.amount === null ? '' : this.amount(item.amount);
  }

  /** What was written, the pass and the pages. */
  itemDetail(item: DayItem): string {
    const { popover } = this.t;
    const parts = [
      item.text,
      item.pass === null ? '' : popover.pass(item.pass),
      item.pages === null ? '' : popover.pages(item.pages.replace(/-/g, '–')),
    ];
    return parts.filter((part) => part !== '').join(' · ');
  }

  /** Titles of a day's first items, for its tooltip. */
  itemLines(items: readonly DayItem[]): string {
    const titles = [...new Set(items.map((item) => item.title))];
    const more = titles.length - MOST_TITLES;
    const shown = more > 0 ? [...titles.slice(0, MOST_TITLES), this.t.moreItems(more)] : titles;
    return shown.join('\n');
  }

  fullDay(date: IsoDate, weekday = weekdayOf(date)): string {
    // A day of the calendar exists; looking again whether it does would be felt a thousand times a page.
    const { year, month, day } = fieldsOf(date);
    return this.wordings.common.fullDay(year, month, day, weekday);
  }

  /** A day's date as a heading; this year needs no saying. */
  dayHeading(date: IsoDate, today: IsoDate): string {
    const { year, month, day } = partsOf(date);
    if (year !== partsOf(today).year) return this.fullDay(date);
    return this.wordings.common.dayAndWeekday(month, day, weekdayOf(date));
  }

  month(label: MonthLabel): string {
    return label.month === 1 ? String(label.year) : (this.wordings.common.months[label.month - 1] ?? '');
  }

  weekday(isoWeekday: number): string {
    return this.wordings.common.weekdays[isoWeekday - 1] ?? '';
  }

  legendKey(key: LegendKey, last: boolean, whole: boolean): string {
    const { legend } = this.t;
    if (this.value === 'words') return key.level < MOST_COLOURS ? this.amount(key.from ?? 0) : legend.otherWords;
    const say = (amount: number): string => (last || this.value !== null ? this.amount(amount) : formatNumber(amount));
    if (key.from === null) return key.to === null ? this.amount(0) : (whole ? legend.under : legend.below)(say(key.to));
    if (key.to === null) return legend.least(say(key.from));
    return key.from === key.to
      ? say(key.from)
      : legend.between(this.value === null ? formatNumber(key.from) : say(key.from), say(key.to));
  }

  /** Word for a state without an amount, in the legend. */
  legendState(state: 'none' | 'zero' | 'future' | 'before'): string {
    if (state === 'none') return this.t.legend.none[this.nothing()];
    return state === 'zero' ? '0' : this.t.state[state];
  }

  /** Which days are shown, fit to stand within a sentence. */
  lead(spec: RangeSpec, range: DayRange, today: IsoDate): string {
    const { lead } = this.t;
    const { year, month } = partsOf(range.from);
    switch (spec.kind) {
      case 'rolling':
        return range.from <= today && today <= range.to ? lead.rolling : this.fromTo(range);
      case 'year':
        return range.from <= today && today < range.to ? lead.yearSoFar(year) : lead.year(year);
      case 'quarter':
        return lead.quarter(year, Math.ceil(month / 3));
      case 'month':
        return lead.month(year, month);
      case 'week':
        return lead.week(weekOf(addDays(range.from, 3)));
      case 'last':
        return range.from <= today && today <= range.to ? lead.last(spec.count, spec.unit) : this.fromTo(range);
      case 'term':
        return lead.span(termAt(spec.terms, today)?.name ?? '');
      case 'span':
        return lead.span(spec.name);
      case 'days':
        return this.fromTo(range);
    }
  }

  statistics(lead: string, statistics: HeatmapStatistics, total: number | null, todayShown: boolean): string {
    const { stats } = this.options;
    const { streaks, best } = statistics;
    const streak = stats.includes('streak');
    return this.t.statistics({
      lead,
      total:
        stats.includes('total') && this.value !== 'words'
          ? this.total(total ?? statistics.total, statistics.average)
          : null,
      active: stats.includes('active') ? statistics.active : null,
      current: streak && todayShown && streaks.current > 0 ? streaks.current : null, // a run that broke is no news
      longest: streak && streaks.longest > 0 ? streaks.longest : null,
      forgiving: streaks.forgiving ?? false,
      best:
        stats.includes('best') && best !== null && this.value !== 'words'
          ? this.t.best(this.length(best.amount), this.dayOfYear(best.date))
          : null,
      reached: statistics.reached,
    });
  }

  /** Day and month, and the year too. */
  dateOnly(date: IsoDate): string {
    const { year, month, day } = partsOf(date);
    return this.t.date(year, this.wordings.common.day(month, day));
  }

  private dayOfYear(date: IsoDate): string {
    const { month, day } = partsOf(date);
    return this.wordings.common.day(month, day);
  }

  private fromTo(range: DayRange): string {
    const sameYear = range.from.slice(0, 4) === range.to.slice(0, 4);
    const short = sameYear ? ([this.dayOfYear(range.from), this.dayOfYear(range.to)] as const) : null;
    return this.t.lead.days(this.dateOnly(range.from), this.dateOnly(range.to), short);
  }

  private total(total: number, average: number): string {
    const words = this.t.total;
    if (this.options.metric === 'value' && this.options.combine !== 'sum') {
      return words.average(this.value === null ? formatNumber(average) : this.amount(average));
    }
    if (this.value !== null) return words.plain(this.amount(total));
    const n = formatNumber(total);
    switch (this.unit) {
      case 'minutes':
        if (total >= WHOLE_HOURS_FROM_MINUTES) return words.hours(formatNumber(Math.round(total / 60)));
        return words.duration(this.wordings.common.duration(total));
      case 'own':
        return words.own(n, this.options.unit ?? '');
      default:
        return words[this.unit](n);
    }
  }

  /** How many entries the amount is made of, unless that is the amount. */
  private entriesBeside(day: HeatmapDay): string | null {
    return this.isCount || (this.options.source !== 'reading' && day.count === 1)
      ? null
      : this.wordings.common.entries(day.count);
  }

  /** What an empty day lacks. */
  private nothing(): 'entries' | 'notes' | 'tasks' | 'value' {
    switch (this.options.source) {
      case 'reading':
        return 'entries';
      case 'notes':
        return 'notes';
      case 'tasks':
        return 'tasks';
      default:
        return 'value';
    }
  }

  private emptyState(state: HeatmapDay['state']): string {
    return state === 'future' ? this.t.state.future : this.t.state.before;
  }
}

function unitOf({ source, metric, unit }: HeatmapOptions): UnitName {
  if (unit !== null) return 'own';
  if (metric === 'value') return 'plain';
  if (metric === 'deep') return 'minutes';
  if (metric !== 'count') return metric;
  return source === 'tasks' ? 'tasks' : source === 'notes' || source === 'property' ? 'notes' : 'entries';
}

/** At most two decimals, or two digits of what is less than one; more would be noise in a tooltip. */
export function formatNumber(amount: number): string {
  if (Number.isInteger(amount)) return String(amount);
  return String(Number(Math.abs(amount) < 1 ? amount.toPrecision(2) : amount.toFixed(2)));
}
