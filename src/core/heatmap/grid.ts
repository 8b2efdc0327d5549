import type { IsoDate, IsoWeek } from '../ports';
import { addDays, addMonths, dayFromNumber, daysBetween, dayNumber, partsOf, weekdayOf } from '../time/calendar-day';
import { weekOf } from '../time/iso-week';

/** Day of the ISO week, 1 (Monday) – 7 (Sunday), with which a column of the calendar begins. */
export type WeekStart = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** A column of the calendar: up to seven days, top to bottom. */
export interface GridWeek {
  /** The ISO week of the column's Thursday: the one that most of its days lie in, whatever day it starts on. */
  readonly week: IsoWeek;
  /** Empty places above the first day, 0–6; not 0 only where the range begins within the week. */
  readonly skip: number;
  readonly days: readonly IsoDate[];
  /** The month whose label stands over this column. */
  readonly month: MonthLabel | null;
}

export interface MonthLabel {
  readonly year: number;
  /** 1–12; January is shown as its year. */
  readonly month: number;
}

/** A stretch of columns drawn as one calendar: the whole range, or one year of a range longer than a year. */
export interface GridBand {
  readonly weeks: readonly GridWeek[];
}

/** The most columns a year can take: 54, in a leap year that begins on the last day of a week (2028 from Sunday). */
export const MOST_COLUMNS_A_YEAR = 54;

/** Columns a label needs before the next one may stand beside it. */
const LABEL_COLUMNS = 3;

/** First day of the week that holds `date`. @throws RangeError where `date` names no day that exists */
export function startOfWeek(date: IsoDate, weekStart: WeekStart): IsoDate {
  return addDays(date, -((weekdayOf(date) - weekStart + 7) % 7));
}

/** How days are laid out: weeks as columns (or rows), each month by itself, or all of them in one row. */
export type GridLayout = 'weeks' | 'months' | 'row';

/**
 * The calendar of all days from `from` to `to`, both included, each exactly once: one band where it fits into the
 * columns of a year, else one band a calendar year, so that the same week lies below itself.
 * @throws RangeError where a day does not exist or `to` lies before `from`
 */
export function calendarGrid(
  from: IsoDate,
  to: IsoDate,
  weekStart: WeekStart,
  layout: GridLayout = 'weeks',
): readonly GridBand[] {
  if (layout === 'months') return monthBands(from, to, weekStart);
  if (layout === 'row') {
    const weeks = weeksBetween(from, to, weekStart);
    const days = weeks.flatMap((week) => week.days);
    return [{ weeks: [{ week: weeks[0]?.week ?? '', skip: 0, days, month: null }] }];
  }
  const whole = weeksBetween(from, to, weekStart);
  if (whole.length <= MOST_COLUMNS_A_YEAR) return [{ weeks: whole }];
  const bands: GridBand[] = [];
  const [first, last] = [partsOf(from).year, partsOf(to).year];
  for (let year = first; year <= last; year++) {
    const start = year === first ? from : `${yearText(year)}-01-01`;
    const end = year === last ? to : `${yearText(year)}-12-31`;
    bands.push({ weeks: weeksBetween(start, end, weekStart) });
  }
  return bands;
}

function monthBands(from: IsoDate, to: IsoDate, weekStart: WeekStart): readonly GridBand[] {
  const bands: GridBand[] = [];
  for (let start = from; daysBetween(start, to) >= 0;) {
    const next = addMonths(`${start.slice(0, -2)}01`, 1);
    const end = daysBetween(next, to) >= 0 ? addDays(next, -1) : to;
    bands.push({ weeks: weeksBetween(start, end, weekStart) });
    start = next;
  }
  return bands;
}

function weeksBetween(from: IsoDate, to: IsoDate, weekStart: WeekStart): readonly GridWeek[] {
  const first = dayNumber(startOfWeek(from, weekStart)) ?? 0;
  const [start, end] = [dayNumber(from) ?? 0, dayNumber(to)];
  if (end === null || end < start) throw new RangeError(`No days from ${from} to ${to}`);
  const thursday = (4 - weekStart + 7) % 7;
  const weeks: GridWeek[] = [];
  const dates = new Dates();
  let week: IsoWeek = '';
  for (let column = first; column <= end; column += 7) {
    const days: IsoDate[] = [];
    const skip = Math.max(0, start - column);
    const last = Math.min(column + 6, end);
    for (let day = column + skip; day <= last; day++) days.push(dates.next(day));
    week = weekAfter(week) ?? weekOf(dayFromNumber(column + thursday));
    weeks.push({ week, skip, days, month: labelOf(days) });
  }
  return withFirstLabel(weeks);
}

/** The next week's name where it follows from this one's alone: every year has 52 weeks, some have 53. */
function weekAfter(week: IsoWeek): IsoWeek | null {
  const number = Number(week.slice(6));
  if (week === '' || number >= 52) return null;
  return `${week.slice(0, 6)}${number < 9 ? '0' : ''}${String(number + 1)}`;
}

/** A month's label stands over the week that holds its 1st. */
function labelOf(days: readonly IsoDate[]): MonthLabel | null {
  const first = days.find((day) => day.endsWith('-01'));
  return first === undefined ? null : monthOf(first);
}

/** The first column is labelled too, where the next label leaves room for it. */
function withFirstLabel(weeks: readonly GridWeek[]): readonly GridWeek[] {
  const [first, ...rest] = weeks;
  const day = first?.days[0];
  if (first === undefined || day === undefined || first.month !== null) return weeks;
  const next = rest.findIndex((week) => week.month !== null);
  return next >= 0 && next + 1 < LABEL_COLUMNS ? weeks : [{ ...first, month: monthOf(day) }, ...rest];
}

function monthOf(day: IsoDate): MonthLabel {
  const { year, month } = partsOf(day);
  return { year, month };
}

function yearText(year: number): string {
  return String(year).padStart(4, '0');
}

/** Writes days one after another: within a month only the last two digits change, which spares the arithmetic. */
class Dates {
  private month = '';
  private day = 0;

  next(number: number): IsoDate {
    this.day += 1;
    if (this.month === '' || this.day > 28) {
      const date = dayFromNumber(number);
      this.month = date.slice(0, 8);
      this.day = Number(date.slice(8));
      return date;
    }
    return `${this.month}${this.day < 10 ? '0' : ''}${String(this.day)}`;
  }
}
