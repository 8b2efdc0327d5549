import { DateTime, FixedOffsetZone, type Zone } from 'luxon';
import type { IsoDate } from '../ports';
import { dayOf } from '../time/calendar-day';
import { nextMidnight } from '../time/local-day';
import { zoneNamed } from '../time/zone';

const MINUTE = 60_000;
/** Without a stamp for longer than this, nobody is taken to have worked. */
export const GAP = 5 * MINUTE;
/** Two clocks that differ by less agree. */
const SLACK = 1_000;
/** So much of one session counts at most: whoever works longer has forgotten to stop it. */
export const MOST = 720 * MINUTE;

/** What a date can hold. */
const LATEST = 8e15;

/** Time that was worked without a gap, in milliseconds since 1970, and the name of the zone it was worked in. */
export type Stretch = readonly [from: number, to: number, zone: string];

/** A session of deep work on one note, as the device keeps it. */
export interface Session {
  readonly path: string;
  /** In order, none over another; at least one. A zone's end is the end of a stretch, too. */
  readonly stretches: readonly Stretch[];
  /** The first line that is being written, and how often it stood in the note before; null while none is. */
  readonly writing: { readonly line: string; readonly had: number } | null;
}

/** A stretch in which there was no stamp. */
export interface Gap {
  /** Place of the stretch before it. */
  readonly after: number;
  readonly from: number;
  readonly to: number;
  readonly minutes: number;
}

/** What was worked on one day. */
export interface WorkedDay {
  readonly date: IsoDate;
  /** Whole ones, at least one; what is over is left out, so that no day shows more than was worked on it. */
  readonly minutes: number;
}

export function beginSession(path: string, now: DateTime): Session {
  return { path, stretches: [[now.toMillis(), now.toMillis(), zoneOf(now)]], writing: null };
}

/**
 * Counts what has passed since the last stamp, unless it is a gap.
 *
 * @param elapsed - milliseconds since the last stamp by a clock that nobody sets and that may stand still in sleep; null where
 *   there is none, as after a restart. With it a clock that was set neither adds nor takes away: what was worked before is
 *   moved along, so that all times are the clock's as it is now.
 */
export function stamp(session: Session, now: DateTime, elapsed: number | null): Session {
  const at = now.toMillis();
  const last = session.stretches.at(-1);
  if (last === undefined || isFull(session)) return session;
  const wall = at - last[1];
  const isSame = elapsed === null || (wall >= 0 && Math.abs(wall - elapsed) < SLACK);
  const real = isSame ? Math.max(wall, 0) : Math.round(elapsed);
  const shift = real > wall || wall <= GAP ? wall - real : 0;
  const moved = session.stretches.map(([from, to, zone]): Stretch => [from + shift, to + shift, zone]);
  const end = last[1] + shift;
  const zone = zoneOf(now);
  const isGap = at - end > GAP;
  if (!isGap && zone === last[2]) moved[moved.length - 1] = [last[0] + shift, at, zone];
  else moved.push([isGap ? at - (isSame || real > GAP || real < SLACK ? 0 : real) : end, at, zone]);
  return capped({ ...session, stretches: moved });
}

/** Whether the session was stamped so lately that it simply goes on after a restart. */
export function goesOn(session: Session, now: DateTime): boolean {
  return Math.abs(now.toMillis() - endOf(session)) <= GAP && !isFull(session);
}

export function isFull(session: Session): boolean {
  return worked(session) >= MOST;
}

export function startOf({ stretches }: Session): number {
  return stretches[0]?.[0] ?? 0;
}

/** When it was stamped last. */
export function endOf({ stretches }: Session): number {
  return stretches.at(-1)?.[1] ?? 0;
}

/** The gaps that are worth a word: those of a minute and more. */
export function gapsOf({ stretches }: Session): Gap[] {
  return stretches.flatMap(([, from], after) => {
    const to = stretches[after + 1]?.[0] ?? from;
    const minutes = Math.floor((to - from) / MINUTE);
    return minutes < 1 ? [] : [{ after, from, to, minutes }];
  });
}

/** Minutes that are not counted. */
export function deductedMinutes(session: Session): number {
  return gapsOf(session).reduce((sum, { minutes }) => sum + minutes, 0);
}

/** The session with gaps counted after all. @param after - places of the stretches before them */
export function withGaps(session: Session, after: ReadonlySet<number>): Session {
  const stretches: Stretch[] = [];
  session.stretches.forEach((stretch, at) => {
    const before = after.has(at - 1) ? stretches.pop() : undefined;
    stretches.push(before === undefined ? stretch : [before[0], stretch[1], before[2]]);
  });
  return capped({ ...session, stretches });
}

/**
 * Minutes by day, each in the zone it was worked in: one line of the log a day, since the heatmap of a day must not show
 * what was worked on another.
 *
 * @param today - nothing is dated later, as after a flight to the west
 */
export function workedDays({ stretches }: Session, today: IsoDate): WorkedDay[] {
  const days = new Map<IsoDate, number>();
  for (const [from, to, name] of stretches) {
    const zone = zoneNamed(name) ?? FixedOffsetZone.utcInstance;
    for (let at = from; at < to;) {
      const here = DateTime.fromMillis(at, { zone });
      const end = Math.min(to, nextMidnight(here));
      const day = dayOf(here) < today ? dayOf(here) : today;
      days.set(day, (days.get(day) ?? 0) + end - at);
      at = end;
    }
  }
  return [...days]
    .map(([date, time]) => ({ date, minutes: Math.floor(time / MINUTE) }))
    .filter(({ minutes }) => minutes > 0)
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** The days with so many minutes in all: what is more or less than was worked is the last one's, or today's where there is none. */
export function withTotal(days: readonly WorkedDay[], total: number, today: IsoDate): WorkedDay[] {
  let left = total;
  const shared = days.map(({ date, minutes }, at) => {
    const own = at === days.length - 1 ? left : Math.min(minutes, left);
    left -= own;
    return { date, minutes: own };
  });
  return [...shared, { date: today, minutes: left }].filter(({ minutes }) => minutes > 0);
}

export function totalMinutes(days: readonly WorkedDay[]): number {
  return days.reduce((sum, { minutes }) => sum + minutes, 0);
}

/** A session out of the device's storage; null where there is none, or something else. */
export function readSession(stored: unknown): Session | null {
  const { path, stretches, writing } = (stored ?? {}) as Record<string, unknown>;
  if (typeof path !== 'string' || !Array.isArray(stretches) || stretches.length === 0) return null;
  let last = -LATEST;
  for (const stretch of stretches as unknown[]) {
    if (!Array.isArray(stretch)) return null;
    const [from, to, zone] = stretch as unknown[];
    const isSound = typeof from === 'number' && typeof to === 'number' && typeof zone === 'string';
    if (!isSound || !(last <= from && from <= to && to <= LATEST)) return null;
    last = to;
  }
  const { line, had } = (writing ?? {}) as Record<string, unknown>;
  return {
    path,
    stretches: stretches as Stretch[],
    writing: typeof line === 'string' && typeof had === 'number' ? { line, had } : null,
  };
}

/** A time of day, `09:10`. */
export function timeOfDay(at: number, zone: Zone): string {
  const { hour, minute } = DateTime.fromMillis(at, { zone });
  return [hour, minute].map((part) => String(part).padStart(2, '0')).join(':');
}

function zoneOf(now: DateTime): string {
  return now.zoneName ?? 'UTC';
}

function worked({ stretches }: Session): number {
  return stretches.reduce((sum, [from, to]) => sum + to - from, 0);
}

/** What lies beyond the most that counts is cut off at the end. */
function capped(session: Session): Session {
  let left = MOST;
  const stretches: Stretch[] = [];
  for (const [from, to, zone] of session.stretches) {
    if (left <= 0) break;
    stretches.push([from, Math.min(to, from + left), zone]);
    left -= to - from;
  }
  return { ...session, stretches };
}
