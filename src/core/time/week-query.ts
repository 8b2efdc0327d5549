import type { IsoDate, IsoWeek } from '../ports';
import { addDays, formatDay, isCalendarDay, partsOf } from './calendar-day';
import { addWeeks, daysOfWeek, weekOf } from './iso-week';
import { lenientDay } from './lenient-day';

/** Weeks by their names, counted from this one. */
const NAMED: ReadonlyMap<string, number> = new Map([
  ['本周', 0],
  ['这周', 0],
  ['这一周', 0],
  ['今天', 0],
  ['thisweek', 0],
  ['today', 0],
  ['上周', -1],
  ['上一周', -1],
  ['lastweek', -1],
  ['上上周', -2],
  ['下周', 1],
  ['下一周', 1],
  ['nextweek', 1],
]);

/**
 * The week that someone means: by a day in it (`2026-10-20`, `2026/10/20`, `10-20`, `10月20日`), by its number (`2026-W43`,
 * `W43`, `第43周`, `week 43`) or by its name (`last week`, `上周`). Without a year it is the latest such week that is over, runs, or
 * comes next.
 *
 * @returns null where the text names no week, or one that does not exist
 */
export function weekFromQuery(query: string, today: IsoDate): IsoWeek | null {
  const text = query.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
  const named = NAMED.get(text);
  if (named !== undefined) return addWeeks(weekOf(today), named);
  return numbered(text, today) ?? dated(text, today);
}

function numbered(text: string, today: IsoDate): IsoWeek | null {
  const match = /^(?:(\d{4})[-年]?)?(?:w|week|第)(\d{1,2})周?$/.exec(text) ?? /^(?:(\d{4})年)?(\d{1,2})周$/.exec(text);
  if (match === null) return null;
  const [, year, number = ''] = match;
  return latest(year, today, (one) => {
    const week = `${one}-W${number.padStart(2, '0')}`;
    return daysOfWeek(week) === null ? null : week;
  });
}

function dated(text: string, today: IsoDate): IsoWeek | null {
  const whole = lenientDay(text);
  if (whole !== null) return weekOf(whole);
  const match = /^(?:(\d{4})年)?(\d{1,2})(?:[-/.]|月)(\d{1,2})[日号]?$/.exec(text);
  if (match === null) return null;
  const [, year, month = '', day = ''] = match;
  return latest(year, today, (one) => {
    const date = formatDay(Number(one), Number(month), Number(day));
    return isCalendarDay(date) ? weekOf(date) : null;
  });
}

/** Of the year that is given, else of the latest one in which the week is no later than the next. */
function latest(year: string | undefined, today: IsoDate, weekIn: (year: string) => IsoWeek | null): IsoWeek | null {
  if (year !== undefined) return weekIn(year);
  const last = weekOf(addDays(today, 7));
  const { year: now } = partsOf(today);
  for (let back = -1; back <= YEARS_BACK; back++) {
    const week = weekIn(String(now - back));
    if (week !== null && week <= last) return week;
  }
  return null;
}

/** As far apart as two years can be that have a 29 February. */
const YEARS_BACK = 8;
