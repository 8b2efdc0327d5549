import type { IsoDate } from '../ports';
import { noteName } from '../vault/path';
import { dayFromNumber, isCalendarDay } from './calendar-day';
import { dayInName } from './day-in-name';
import { readWhen, type ReadWhen } from './when';

const MILLISECONDS_A_DAY = 86_400_000;

/**
 * A date out of whatever a property, a block or a script holds it in, the one reader for all of them: a text as `readWhen`
 * reads it; a number of eight digits, which YAML makes of `20260301`; a link to a note with a day in its name, as text or
 * as the lists that YAML makes of bare brackets; a list of one of these; a JavaScript date (its UTC day, as YAML readers
 * make them).
 */
export function readDate(value: unknown): ReadWhen {
  const held = innermost(value);
  if (held instanceof Date) return whole(Number.isNaN(held.getTime()) ? null : utcDay(held), String(held));
  if (typeof held === 'number') return readWhen(/^\d{8}$/.test(String(held)) ? String(held) : '');
  if (typeof held !== 'string') return whole(null, '');
  const names = linkedNames(held);
  if (names.length === 0) return readWhen(held);
  const reads = names.map((name) => readWhen(name));
  const day = names.map((name) => dayInName(name)).find((one) => one !== null) ?? null;
  return reads.find((read) => read.ok) ?? (day === null ? whole(null, held.trim()) : whole(day, ''));
}

/** The day that is all of a value: null where a time or a zone is given with it, too. */
export function exactDay(value: unknown): IsoDate | null {
  const read = readDate(value);
  return read.ok && read.when.time === null && read.when.zone === null ? read.when.day : null;
}

/** What a list of one holds, however deep. */
export function innermost(value: unknown): unknown {
  let held = value;
  while (Array.isArray(held) && held.length === 1) held = (held as unknown[])[0];
  return held;
}

function utcDay(date: Date): IsoDate | null {
  const day = dayFromNumber(Math.floor(date.getTime() / MILLISECONDS_A_DAY));
  return isCalendarDay(day) ? day : null;
}

function whole(day: IsoDate | null, value: string): ReadWhen {
  return day === null
    ? { ok: false, problem: 'not-a-day', value }
    : { ok: true, when: { day, time: null, zone: null } };
}

/** The name of the note that a text links to, and what is shown for it; empty where the text is no link. */
function linkedNames(text: string): string[] {
  const wiki = /^!?\[\[([^[\]|]*)(?:\|([^[\]]*))?\]\]$/.exec(text.trim());
  const [, target, shown] = wiki ?? [];
  if (target !== undefined) return [noteName(target.split('#')[0] ?? ''), shown ?? ''].filter((name) => name !== '');
  const [, words, address] = /^!?\[([^[\]]*)\]\(<?([^<>()]*)>?\)$/.exec(text.trim()) ?? [];
  return words === undefined
    ? []
    : [words, noteName((address ?? '').replace(/%20/g, ' '))].filter((name) => name !== '');
}
