import type { Zone } from 'luxon';
import { FixedOffsetZone } from 'luxon';
import type { IsoDate } from '../ports';
import { addDays, dayNumber, isCalendarDay } from './calendar-day';
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

const WHEN = /^(\d{4})-(\d{2})-(\d{2})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*(.*)$/i;

/**
 * Reads `2026-11-17`, `2026-11-17 23:59`, `2026-11-17T23:59:00+08:00`, or either with a zone's name behind it
 * (`2026-11-17 23:59 AoE`). 24:00 is the end of the day (ISO 8601).
 */
export function readWhen(written: string): ReadWhen {
  const text = written.trim();
  const parts = WHEN.exec(text);
  if (!parts) return { ok: false, problem: 'not-a-day', value: text };
  const day = text.slice(0, 10);
  if (!isCalendarDay(day)) {
    const month = Number(parts[2]);
    return { ok: false, problem: month < 1 || month > 12 ? 'no-such-month' : 'no-such-day', value: day };
  }
  const time = parts[4] === undefined ? null : timeOf(parts[4], parts[5] ?? '', parts[6] ?? '0');
  if (time === 'none') return { ok: false, problem: 'no-such-time', value: text.slice(10).trim() };
  const named = (parts[7] ?? '').trim();
  if (named === '') return { ok: true, when: { day, time, zone: null } };
  const zone = offsetZone(named) ?? zoneNamed(named);
  if (zone) return { ok: true, when: { day, time, zone } };
  return { ok: false, problem: /^[a-z]/i.test(named) ? 'unknown-zone' : 'not-a-day', value: named };
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

function timeOf(hour: string, minute: string, second: string): number | 'none' {
  const [h, m, s] = [Number(hour), Number(minute), Number(second)];
  const time = ((h * 60 + m) * 60 + s) * 1000;
  return m > 59 || s > 59 || time > MILLISECONDS_A_DAY ? 'none' : time;
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
