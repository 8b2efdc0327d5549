import fc from 'fast-check';
import { DateTime, IANAZone } from 'luxon';
import { describe, expect, it } from 'vitest';
import {
  beginSession,
  deductedMinutes,
  endOf,
  GAP,
  gapsOf,
  goesOn,
  isFull,
  MOST,
  readSession,
  type Session,
  stamp,
  startOf,
  timeOfDay,
  totalMinutes,
  withGaps,
  withTotal,
  workedDays,
} from '../../../src/core/sessions/session';

const MINUTE = 60_000;
const ZONES = ['Asia/Shanghai', 'America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe'];

const instant = (text: string, zone = 'Asia/Shanghai'): DateTime => DateTime.fromISO(text, { zone });
const later = (from: DateTime, minutes: number): DateTime => from.plus({ minutes });
const LATE = '9999-12-31';
const minutesOf = (session: Session): number => totalMinutes(workedDays(session, LATE));

/** Stamped each minute for so long, by the clock alone. */
function worked(session: Session, from: DateTime, minutes: number): Session {
  let next = session;
  for (let minute = 1; minute <= minutes; minute++) next = stamp(next, later(from, minute), null);
  return next;
}

const start = instant('2026-11-05T09:10');
const begun = beginSession('a.md', start);

describe('a session', () => {
  it('counts the minutes that were stamped', () => {
    const session = worked(begun, start, 135);
    expect(workedDays(session, LATE)).toEqual([{ date: '2026-11-05', minutes: 135 }]);
    expect(gapsOf(session)).toEqual([]);
    expect(session.stretches).toHaveLength(1);
  });

  it('deducts what was slept: 71 minutes, a gap of 27, then 64', () => {
    const woke = later(start, 71 + 27);
    const session = worked(stamp(worked(begun, start, 71), woke, null), woke, 64);
    expect(minutesOf(session)).toBe(135);
    expect(deductedMinutes(session)).toBe(27);
    expect(gapsOf(session)).toEqual([
      { after: 0, from: later(start, 71).toMillis(), to: woke.toMillis(), minutes: 27 },
    ]);
    const all = withGaps(session, new Set([0]));
    expect([minutesOf(all), deductedMinutes(all)]).toEqual([162, 0]);
    expect(withGaps(session, new Set())).toEqual(session);
  });

  it.each([
    [5, 5, 0],
    [6, 0, 6],
  ])('without a stamp for %d minutes counts %d and deducts %d', (minutes, counted, deducted) => {
    const session = stamp(begun, later(start, minutes), null);
    expect([minutesOf(session), deductedMinutes(session)]).toEqual([counted, deducted]);
  });

  it('left running counts twelve hours at most, gaps that are counted among them', () => {
    const session = worked(begun, start, 900);
    expect([minutesOf(session), isFull(session)]).toEqual([720, true]);
    expect(stamp(session, later(start, 901), MINUTE)).toBe(session);
    const slept = stamp(worked(begun, start, 60), later(start, 1_000), null);
    expect(minutesOf(withGaps(slept, new Set([0])))).toBe(720);
  });

  it('is several lines where it goes past midnight, each with what was worked on its day', () => {
    const evening = instant('2026-11-05T23:10');
    const session = worked(beginSession('a.md', evening), evening, 135);
    expect(workedDays(session, LATE)).toEqual([
      { date: '2026-11-05', minutes: 50 },
      { date: '2026-11-06', minutes: 85 },
    ]);
  });

  it.each([
    ['the night that has 25 hours', '2026-10-25T00:30', 'Europe/Berlin'],
    ['the night that has 23', '2026-03-29T00:30', 'Europe/Berlin'],
    ['a change of half an hour', '2026-04-05T00:30', 'Australia/Lord_Howe'],
  ])('counts real minutes on %s', (_name, at, zone) => {
    const from = instant(at, zone);
    const session = worked(beginSession('a.md', from), from, 240);
    expect(workedDays(session, LATE)).toEqual([{ date: at.slice(0, 10), minutes: 240 }]);
  });

  it('counts each minute on the day of the zone it was worked in, and none in the future', () => {
    const tokyo = instant('2026-11-06T00:30', 'Asia/Tokyo');
    const there = worked(beginSession('a.md', tokyo), tokyo, 30);
    const honolulu = tokyo.plus({ minutes: 30 }).setZone('Pacific/Honolulu');
    const session = worked(there, honolulu, 20);
    expect(workedDays(session, LATE)).toEqual([
      { date: '2026-11-05', minutes: 20 },
      { date: '2026-11-06', minutes: 30 },
    ]);
    expect(workedDays(session, '2026-11-05')).toEqual([{ date: '2026-11-05', minutes: 50 }]);
    expect(gapsOf(session)).toEqual([]);
  });

  it.each([
    ['back by an hour', -60],
    ['back by two minutes', -2],
    ['forward by three minutes', 3],
  ])('whose clock is set %s counts what a clock that nobody sets says', (_name, minutes) => {
    const before = worked(begun, start, 30);
    const session = stamp(before, later(start, 31 + minutes), MINUTE);
    expect(minutesOf(session)).toBe(31);
    expect(gapsOf(session)).toEqual([]);
    expect(startOf(session)).toBe(later(start, minutes).toMillis()); // as if the clock had been right all along
  });

  it('takes a clock that is set forward far for a gap, and loses no minute by it', () => {
    const session = stamp(worked(begun, start, 30), later(start, 31 + 90), MINUTE);
    expect([minutesOf(session), deductedMinutes(session)]).toEqual([31, 90]);
  });

  it('with no other clock neither counts nor loses anything where the clock is set back', () => {
    const session = worked(stamp(worked(begun, start, 30), later(start, -30), null), later(start, -30), 10);
    expect([minutesOf(session), deductedMinutes(session)]).toEqual([40, 0]);
  });

  it('goes on after a restart within five minutes, and else waits', () => {
    const session = worked(begun, start, 10);
    const end = later(start, 10);
    for (const minutes of [0, 5]) expect(goesOn(session, later(end, minutes))).toBe(true);
    for (const minutes of [6, 900, -6]) expect(goesOn(session, later(end, minutes))).toBe(false);
  });

  it('comes out of the device as it went in, and nothing else does', () => {
    const session = { ...worked(begun, start, 10), writing: { line: '- x', had: 1 } };
    expect(readSession(JSON.parse(JSON.stringify(session)))).toEqual(session);
    const { path, stretches } = session;
    for (const wrong of [
      null,
      { ended: true },
      [],
      'x',
      { path },
      { path, stretches: [] },
      { path: 1, stretches },
      { path, stretches: [[2, 1, 'UTC']] },
      { path, stretches: [[1, Infinity, 'UTC']] },
      { path, stretches: [[1, 2]] },
      { path, stretches: [[1, 5, 'UTC'], [4, 6, 'UTC']] }, // prettier-ignore
    ]) {
      expect(readSession(wrong)).toBeNull();
    }
  });

  it.each([
    [135, [50, 85]],
    [200, [50, 150]],
    [60, [50, 10]],
    [50, [50]],
    [30, [30]],
    [0, []],
  ])('with %d minutes in all has %j of 50 and 85', (total, expected) => {
    const days = [
      { date: '2026-11-05', minutes: 50 },
      { date: '2026-11-06', minutes: 85 },
    ];
    expect(withTotal(days, total, '2026-11-07').map(({ minutes }) => minutes)).toEqual(expected);
    expect(withTotal([], 20, '2026-11-07')).toEqual([{ date: '2026-11-07', minutes: 20 }]);
  });

  it('names times of day', () => {
    expect(timeOfDay(start.toMillis(), IANAZone.create('Asia/Shanghai'))).toBe('09:10');
  });
});

/** What happens between two stamps, in seconds: time that passes, awake or asleep, and what the clock is set by. */
const step = fc.record({
  seconds: fc.oneof(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 5_000 })),
  set: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, fc.integer({ min: -90_000, max: 90_000 })),
  asleep: fc.boolean(),
});

describe.each(ZONES)('in %s', (zone) => {
  // In a year with nights of both changes of the clock, whatever the zone.
  const first = fc
    .integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 11, 31) })
    .map((at) => DateTime.fromMillis(at, { zone }));

  it('never counts more than was really worked, awake, whatever the clock is set to', () => {
    fc.assert(
      fc.property(first, fc.array(step, { maxLength: 60 }), (from, steps) => {
        let session = beginSession('a.md', from);
        let wall = from;
        let real = 0;
        for (const { seconds, set, asleep } of steps) {
          const awake = asleep ? 0 : seconds * 1_000;
          real += awake;
          wall = wall.plus({ seconds: seconds + set });
          session = stamp(session, wall, awake);
          expect(readSession(session)).toEqual(session); // in order, none over another
        }
        const counted = session.stretches.reduce((sum, [a, b]) => sum + b - a, 0);
        expect(counted).toBeGreaterThanOrEqual(0);
        expect(counted).toBeLessThanOrEqual(Math.min(real, MOST));
        const days = workedDays(session, LATE);
        expect(totalMinutes(days) * MINUTE).toBeLessThanOrEqual(counted);
        const dayAt = (at: number): string => DateTime.fromMillis(at, { zone }).toISODate() ?? '';
        const touched = new Set(session.stretches.flatMap(([a, b]) => [dayAt(a), dayAt(b)]));
        expect((totalMinutes(days) + touched.size) * MINUTE).toBeGreaterThan(counted); // less than a minute a day is left out
      }),
    );
  });

  it('counts exactly the stretches between which no more than five minutes passed', () => {
    fc.assert(
      fc.property(first, fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 60 }), (from, waits) => {
        let session = beginSession('a.md', from);
        let at = from;
        let expected = 0;
        for (const seconds of waits) {
          at = at.plus({ seconds });
          if (seconds * 1_000 <= GAP) expected += seconds * 1_000;
          session = stamp(session, at, seconds % 2 === 0 ? seconds * 1_000 : null);
        }
        const counted = session.stretches.reduce((sum, [a, b]) => sum + b - a, 0);
        expect(counted).toBe(Math.min(expected, MOST));
        if (!isFull(session)) expect(endOf(session)).toBe(at.toMillis());
        const all = withGaps(session, new Set(session.stretches.keys()));
        expect(minutesOf(all) + deductedMinutes(all)).toBeGreaterThanOrEqual(minutesOf(session));
        expect(gapsOf(all)).toEqual([]);
      }),
    );
  });

  it('is the same whenever the app restarts between two stamps', () => {
    fc.assert(
      fc.property(first, fc.array(fc.record({ seconds: fc.nat(900), restarts: fc.boolean() })), (from, steps) => {
        let plain = beginSession('a.md', from);
        let restarted = plain;
        let at = from;
        for (const { seconds, restarts } of steps) {
          at = at.plus({ seconds });
          plain = stamp(plain, at, seconds * 1_000);
          restarted = stamp(restarted, at, restarts ? null : seconds * 1_000);
          if (restarts) restarted = readSession(JSON.parse(JSON.stringify(restarted))) ?? restarted;
        }
        expect(restarted).toEqual(plain);
      }),
    );
  });

  it('shows on no day more than was worked on it', () => {
    fc.assert(
      fc.property(first, fc.integer({ min: 1, max: 720 }), (from, minutes) => {
        const session = worked(beginSession('a.md', from), from, minutes);
        const byMinute = new Map<string, number>();
        for (let minute = 0; minute < minutes; minute++) {
          const date =
            later(from, minute + 1)
              .minus(1)
              .toISODate() ?? '';
          byMinute.set(date, (byMinute.get(date) ?? 0) + 1);
        }
        for (const { date, minutes: shown } of workedDays(session, LATE)) {
          expect(Math.abs(shown - (byMinute.get(date) ?? 0))).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 20 },
    );
  });
});
