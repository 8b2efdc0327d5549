import { moment } from 'obsidian';
import type { IsoDate } from '../../../core/ports';

/** As much of moment, which the app brings, as is needed here. */
interface Moment {
  format(format: string): string;
  clone(): Moment;
  add(amount: number, unit: string): Moment;
  set(values: Readonly<Record<'hour' | 'minute' | 'second', number>>): Moment;
}
const parseDay = moment.utc as unknown as (text: string, format: string, strict: true) => Moment;

/** `{{date}}`, `{{time:HH:mm}}`, `{{date+1d:YYYY-MM-DD}}`; months are `M`, minutes `m`, as moment has them. */
const MOMENTS = /\{\{\s*(date|time)\s*(?:([+-]\d+)\s*([yqmwdhs]))?\s*(?::([^}]+))?\}\}/gi;
const NAMED = /\{\{\s*(title|yesterday|tomorrow)\s*\}\}/gi;

/**
 * Fills a template of daily notes as the core plugin and Periodic Notes do: every date is the day's own at the time of
 * writing, in the format of the notes' names where none is given.
 *
 * @param now - the time of writing, by the student's clock
 */
export function fillDailyTemplate(
  template: string,
  date: IsoDate,
  format: string,
  now: Readonly<Record<'hour' | 'minute' | 'second', number>>,
): string {
  const day = parseDay(date, 'YYYY-MM-DD', true).set(now);
  const named: Readonly<Record<string, () => string>> = {
    title: () => day.format(format).split('/').at(-1) ?? date,
    yesterday: () => day.clone().add(-1, 'd').format(format),
    tomorrow: () => day.clone().add(1, 'd').format(format),
  };
  return template
    .replace(MOMENTS, (_all, what: string, amount?: string, unit?: string, by?: string) => {
      const at = amount === undefined ? day : day.clone().add(Number(amount), unitOf(unit ?? ''));
      return at.format(by?.trim() ?? (what.toLowerCase() === 'time' ? 'HH:mm' : format));
    })
    .replace(NAMED, (all, name: string) => named[name.toLowerCase()]?.() ?? all);
}

/** Months and minutes differ by their letter case alone; moment knows quarters by the capital. */
function unitOf(letter: string): string {
  if (letter === 'M') return letter;
  return letter.toLowerCase() === 'q' ? 'Q' : letter.toLowerCase();
}
