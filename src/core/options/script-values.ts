import { DateTime } from 'luxon';
import { dayFromNumber, dayOf } from '../time/calendar-day';

const MILLISECONDS_A_DAY = 86_400_000;
/** A smaller number is a date written without its hyphens (20260903) rather than an instant. */
const FEWEST_MILLISECONDS = 1e10;
/** Deeper than any options go; a script's own objects may hold one another in rings. */
const DEEPEST = 5;

/**
 * What a script hands over, as a block's text would say it. Dataview's dates (Luxon), Moment's and JavaScript's become
 * text in the form `2026-09-03` or `2026-09-03T10:00:00`, links `[[path]]`, durations and whatever else stands for a
 * number that number (so that a duration is its milliseconds), and lists of any make (Dataview's arrays, sets) arrays.
 * Libraries come in copies of their own, so an object is known by what it can do rather than by its class.
 */
export function plainValue(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return value;
  const single = plainObject(value);
  if (single !== undefined) return single;
  const deeper = (one: unknown): unknown => plainValue(one, depth + 1);
  const items = listOf(value);
  if (items !== null) return items.map(deeper);
  if (value instanceof Map) return new Map([...value].map(([key, one]) => [dayOrKey(key), deeper(one)]));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, deeper(one)]));
}

/** A list that a script hands over: an array, or anything that can be gone through; null for what is none. */
export function listOf(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value as unknown[];
  if (typeof value !== 'object' || value === null || value instanceof Map) return null;
  return Symbol.iterator in value ? [...(value as Iterable<unknown>)] : null;
}

/**
 * A date that a script hands over, as text or whatever else it was: that of an instant in milliseconds is the day here,
 * but for midnight in UTC, which is how a bare day reads there (`new Date('2026-09-03')`).
 */
export function plainDate(value: unknown): unknown {
  const plain = plainValue(value);
  if (typeof plain !== 'number' || Math.abs(plain) < FEWEST_MILLISECONDS) return plain;
  return dateText(new Date(plain))?.slice(0, 10) ?? plain;
}

/** What was handed over, for a message: nobody is helped by `[object Object]`. */
export function toldValue(value: unknown): string {
  const plain = plainValue(value);
  if (plain === undefined || plain === null) return '–';
  if (typeof plain === 'string' || typeof plain === 'number' || typeof plain === 'boolean') return String(plain);
  return typeof plain === 'object' ? shortJson(plain) : typeof plain;
}

/** One that stands for a single value; undefined for any other. */
function plainObject(value: object): unknown {
  const one = value as Readonly<Record<string, unknown>>;
  if (one['isLuxonDateTime'] === true) return luxonText(value as DateTime);
  if (one['_isAMomentObject'] === true) return momentText(value as Moment);
  if (Object.prototype.toString.call(value) === '[object Date]') return dateText(value as Date);
  if (typeof one['path'] === 'string' && (typeof one['fileName'] === 'function' || 'subpath' in one)) {
    return `[[${one['path']}]]`;
  }
  if (typeof one.valueOf !== 'function') return undefined;
  const number: unknown = one.valueOf();
  return typeof number === 'number' || typeof number === 'string' || typeof number === 'boolean' ? number : undefined;
}

interface Moment {
  isValid(): boolean;
  format(as: string): string;
}

function luxonText(date: DateTime): string | undefined {
  if (!date.isValid) return undefined;
  const isDay = date.hour + date.minute + date.second + date.millisecond === 0;
  if (isDay) return dayOf(date);
  const isHere = date.zone.type === 'system';
  return date.toISO({ includeOffset: !isHere, suppressMilliseconds: true }) ?? undefined;
}

function momentText(date: Moment): string | undefined {
  if (!date.isValid()) return undefined;
  const [day = '', time = ''] = date.format('YYYY-MM-DD HH:mm:ss').split(' ');
  return time === '00:00:00' ? day : `${day}T${time}`;
}

function dateText(date: Date): string | undefined {
  const at = date.getTime();
  if (Number.isNaN(at)) return undefined;
  return at % MILLISECONDS_A_DAY === 0 ? dayFromNumber(at / MILLISECONDS_A_DAY) : luxonText(DateTime.fromMillis(at));
}

/** A map's key: a date that is an object is no key of a block. */
function dayOrKey(key: unknown): unknown {
  return typeof key === 'object' || typeof key === 'number' ? plainDate(key) : key;
}

/** Whether it is a bag of keys, as scripts write them, rather than something with a life of its own (an element, a note). */
function isRecord(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function shortJson(value: object): string {
  try {
    return JSON.stringify(value);
  } catch {
    return Object.prototype.toString.call(value); // it holds itself
  }
}
