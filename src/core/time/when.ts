import type { Zone } from 'luxon';
import { FixedOffsetZone } from 'luxon';
import type { IsoDate } from '../ports';
import { addDays, dayNumber, formatDay, isCalendarDay } from './calendar-day';
import { instantOf, startOfDay } from './local-day';
import { zoneLabel, zoneNamed } from './zone';

const MILLISECONDS_A_DAY = 86_400_000; // of local time as if it were UTC

/** A date, or a date with a time, as written: in the zone it names, else in one that is known from elsewhere. */
export interface When {
  readonly day: IsoDate;
  /** Milliseconds since the local midnight, up to and including 24:00; null for the whole day. */
  readonly time: number | null;
  readonly zone: Zone | null;
}

export type WhenProblem = 'not-a-day' | 'no-such-month' | 'no-such-day' | 'no-such-time' | 'unknown-zone';

export type ReadWhen =
  | { readonly ok: true; readonly when: When }
  | { readonly ok: false; readonly problem: WhenProblem; readonly value: string };

/** Year, month and day in this order, which alone leaves no doubt; `09/03/2026` and `18.09.2026` are somebody's habit. */
const DAY =
  /^(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})(?!\d)|(\d{2})(\d{2})(?!\d)|\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})(?!\d)(?:\s?[日号號])?)/;
const TIME = /^[T\s,，]*(\d{1,2})[:：](\d{2})(?:[:：](\d{2})(?:\.\d+)?)?(?![\d:：])/i;
const TWELVE_HOURS =
  /^[T\s,，]*(?:(上午|下午)\s*)?(\d{1,2})(?:[:：](\d{2})(?:[:：](\d{2}))?)?\s*([ap]\.?m\.?)?(?![\p{L}\d:：])/iu;

/** The day that a text begins with. */
export type LeadingDay =
  | { readonly ok: true; readonly day: IsoDate; readonly written: string }
  | { readonly ok: false; readonly problem: 'not-a-day' | 'no-such-month' | 'no-such-day'; readonly value: string };

/** Reads the day that a text begins with: `2026-03-01`, `2026-3-1`, `2026/3/1`, `2026.3.1`, `20260301`, `2026年3月1日`. */
export function leadingDay(text: string): LeadingDay {
  const parts = DAY.exec(text);
  if (!parts) return { ok: false, problem: 'not-a-day', value: text };
  const [written, year = '', , month = parts[5] ?? parts[7] ?? '', day = parts[6] ?? parts[8] ?? ''] = parts;
  const date = formatDay(Number(year), Number(month), Number(day));
  if (isCalendarDay(date)) return { ok: true, day: date, written };
  const isMonth = Number(month) >= 1 && Number(month) <= 12;
  return { ok: false, problem: isMonth ? 'no-such-day' : 'no-such-month', value: written.trim() };
}

/**
 * Reads a day, alone or with a time (`23:59`, `11:59 PM`, `5pm`, `下午 5:00`), and with a zone: `2026-11-17`,
 * `2026-11-17T23:59:00+08:00`, `2026年11月17日 23:59 AoE`. 24:00 is the end of the day (ISO 8601).
 */
export function readWhen(written: string): ReadWhen {
  const text = written.trim();
  const first = leadingDay(text);
  if (!first.ok) return first;
  const rest = text.slice(first.written.length);
  const clock = readClock(rest);
  if (clock === 'none') return { ok: false, problem: 'no-such-time', value: rest.trim() };
  const named = rest.slice(clock.length).trim();
  if (named === '') return { ok: true, when: { day: first.day, time: clock.time, zone: null } };
  const zone = offsetZone(named) ?? zoneNamed(named);
  if (zone) return { ok: true, when: { day: first.day, time: clock.time, zone } };
  return { ok: false, problem: /^[a-z]/i.test(named) ? 'unknown-zone' : 'not-a-day', value: named };
}

/** Whether a text is meant as a date rather than as a name: it begins as one does. */
export function looksLikeDate(text: string): boolean {
  return /^\s*(?:\d{4}\s?[-/.年]\s?\d|\d{8}(?!\d))/.test(text);
}

/**
 * The instant that something begins or ends at, in milliseconds since 1970: a whole day begins at its first instant
 * and ends at the first of the next.
 *
 * @param zone - where nothing is written
 */
export function instantOfWhen(when: When, edge: 'start' | 'end', zone: Zone): number {
  const in_ = when.zone ?? zone;
  if (when.time === null) return startOfDay(edge === 'start' ? when.day : addDays(when.day, 1), in_);
  return instantOf((dayNumber(when.day) ?? 0) * MILLISECONDS_A_DAY + when.time, in_);
}

/** The time that stands behind a day, and how much of the text it takes; `none`: there is no such time. */
function readClock(rest: string): { readonly time: number | null; readonly length: number } | 'none' {
  const twelve = TWELVE_HOURS.exec(rest);
  const half = twelve?.[1] ?? twelve?.[5];
  if (twelve && half !== undefined) {
    const isLate = half === '下午' || half.toLowerCase().startsWith('p');
    const hour = Number(twelve[2]);
    if (isLate ? hour === 0 : hour > 12) return 'none';
    // Who writes 23:59 PM says it twice.
    return clockOf(hour > 12 ? hour : (hour % 12) + (isLate ? 12 : 0), twelve[3], twelve[4], twelve[0]);
  }
  const parts = TIME.exec(rest);
  return parts ? clockOf(Number(parts[1]), parts[2], parts[3], parts[0]) : { time: null, length: 0 };
}

function clockOf(
  hour: number,
  minute: string | undefined,
  second: string | undefined,
  written: string,
): { readonly time: number; readonly length: number } | 'none' {
  const [m, s] = [Number(minute ?? 0), Number(second ?? 0)];
  const time = ((hour * 60 + m) * 60 + s) * 1000;
  return m > 59 || s > 59 || time > MILLISECONDS_A_DAY ? 'none' : { time, length: written.length };
}

function offsetZone(text: string): Zone | null {
  if (/^z$/i.test(text)) return FixedOffsetZone.utcInstance;
  const parts = /^([+-])(\d{2}):?([0-5]\d)?$/.exec(text);
  if (!parts) return null;
  const minutes = Number(parts[2]) * 60 + Number(parts[3] ?? 0);
  return FixedOffsetZone.instance(parts[1] === '-' ? -minutes : minutes);
}

/** Writes a date or time so that `readWhen` reads it the same. */
export function writeWhen({ day, time, zone }: When): string {
  return [day, ...(time === null ? [] : [writeTime(time)]), ...(zone === null ? [] : [zoneLabel(zone)])].join(' ');
}

/** A time of day as `9:05`, with seconds where there are any. @param time - milliseconds since midnight */
export function writeTime(time: number): string {
  const seconds = Math.floor(time / 1000);
  const two = (part: number): string => String(part).padStart(2, '0');
  const minutes = `${String(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}`;
  return seconds % 60 === 0 ? minutes : `${minutes}:${two(seconds % 60)}`;
}
