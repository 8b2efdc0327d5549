// Runs in four zones: a day that a script means is the same day wherever the student is.
import { DateTime, Duration } from 'luxon';
import moment from 'moment';
import { describe, expect, it } from 'vitest';
import { readCalendarData } from '../../../src/core/heatmap/calendar-data';
import { readHeatmapScriptOptions } from '../../../src/core/heatmap/options';
import { readProgressScriptOptions } from '../../../src/core/progress/options';
import { listOf, plainDate, plainValue, toldValue } from '../../../src/core/options/script-values';

/** Dataview's link and list, as far as a script meets them: the real ones are held in test/e2e. */
class Link {
  readonly type = 'file';
  readonly subpath = undefined;
  constructor(readonly path: string) {}
  fileName(): string {
    return this.path;
  }
  toString(): string {
    return `[[${this.path}]]`;
  }
}
class DataArray {
  constructor(private readonly values: readonly unknown[]) {}
  [Symbol.iterator](): Iterator<unknown> {
    return this.values[Symbol.iterator]();
  }
}
const local = (...at: [number, number, number, number?, number?]): Date => new Date(...at);

describe('a date that a script hands over', () => {
  it.each([
    ['a Luxon day', DateTime.local(2026, 9, 3), '2026-09-03'],
    ['a Luxon time', DateTime.local(2026, 9, 3, 23, 30), '2026-09-03T23:30:00'],
    [
      'a Luxon time elsewhere',
      DateTime.fromISO('2026-09-03T23:30:00-07:00', { setZone: true }),
      '2026-09-03T23:30:00-07:00',
    ],
    ['a Moment day', moment([2026, 8, 3]), '2026-09-03'],
    ['a Moment time', moment([2026, 8, 3, 23, 30]), '2026-09-03T23:30:00'],
    ['a bare day', new Date('2026-09-03'), '2026-09-03'],
    ['a midnight here', local(2026, 8, 3), '2026-09-03'],
    ['a time here', local(2026, 8, 3, 23, 30), '2026-09-03T23:30:00'],
    ['milliseconds', local(2026, 8, 3, 23, 30).getTime(), '2026-09-03'],
    ['milliseconds of a bare day', Date.UTC(2026, 8, 3), '2026-09-03'],
    ['a date without hyphens', 20_260_903, 20_260_903],
    ['a text', '2026-9-3', '2026-9-3'],
    ['a link', new Link('Daily/2026-09-03.md'), '[[Daily/2026-09-03.md]]'],
  ])('%s', (_name, given, plain) => {
    expect(plainDate(given)).toBe(plain);
  });

  it('is left as it is where it is none', () => {
    for (const wrong of [DateTime.invalid('no'), moment.invalid(), new Date(NaN), NaN]) {
      expect(readCalendarData({ entries: [{ date: wrong }] }, 2026).notes.badDates).toHaveLength(1);
    }
  });
});

describe('values that a script hands over', () => {
  it('are a number where they stand for one: a duration is its milliseconds', () => {
    expect(plainValue(Duration.fromObject({ minutes: 30 }))).toBe(1_800_000);
    expect(plainValue(moment.duration(30, 'minutes'))).toBe(1_800_000);
    expect(plainValue(Object(5))).toBe(5);
  });

  it('are plain all the way down, and what has a life of its own is left alone', () => {
    const owner = new (class Owner {
      readonly name = 'x';
    })();
    const given = { a: new DataArray([DateTime.local(2026, 9, 3), new Set([1])]), owner };
    expect(plainValue(given)).toEqual({ a: ['2026-09-03', [1]], owner });
    expect((plainValue(given) as typeof given).owner).toBe(owner);
    const ring: Record<string, unknown> = {};
    ring['ring'] = ring;
    expect(() => plainValue(ring)).not.toThrow();
    expect(listOf('abc')).toBeNull();
  });

  it('are told so that they say something', () => {
    const told = [{ a: 1 }, undefined, new Link('a.md'), Duration.invalid('no'), () => 1, 'x'].map(toldValue);
    expect(told.every((text) => !text.includes('[object'))).toBe(true);
    expect([told[0], told[1], told[2], told[5]]).toEqual(['{"a":1}', '–', '[[a.md]]', 'x']);
  });
});

describe('Dataview’s own values', () => {
  const day = DateTime.local(2026, 9, 3);

  it('are read by renderHeatmapCalendar, a list of Dataview’s among them', () => {
    const entries = new DataArray([
      { date: day, intensity: Duration.fromObject({ minutes: 30 }) },
      { date: new Link('Daily/2026-09-04.md'), intensity: 2 },
    ]);
    const { days, notes } = readCalendarData({ year: 2026, entries }, 2025);
    expect([...days.values()].map(({ date, intensity }) => [date, intensity])).toEqual([
      ['2026-09-03', 1_800_000],
      ['2026-09-04', 2],
    ]);
    expect(notes).toMatchObject({ badDates: [], badIntensities: [], noEntries: false });
  });

  it('are read by api.renderHeatmap', () => {
    const read = (data: unknown) => {
      const { options, problems } = readHeatmapScriptOptions({ data }, new Map());
      return [options.data.map(({ date, amount }) => [date, amount]), problems.all];
    };
    const minutes = Duration.fromObject({ minutes: 30 });
    const days = [[['2026-09-03', 1_800_000]], []];
    expect(read([{ date: day, value: minutes }])).toEqual(days);
    expect(read(new DataArray([{ date: local(2026, 8, 3, 9).getTime(), value: minutes }]))).toEqual(days);
    expect(read(new Map([[day, minutes]]))).toEqual(days);
    expect(read(new Map([[new Link('Daily/2026-09-03.md'), minutes]]))).toEqual(days);
  });

  it('are read by api.renderTimeProgress', () => {
    const spans = new DataArray([{ name: 'Paper', from: day, to: DateTime.local(2026, 12, 1, 23, 59) }]);
    const defaults = { named: { spans: [], unreadable: [] }, weeklyGoalMinutes: 0 };
    const { rows } = readProgressScriptOptions({ periods: [], spans }, defaults);
    expect(rows).toMatchObject([
      {
        kind: 'span',
        span: {
          from: { when: { day: '2026-09-03', time: null, zone: null } },
          to: { when: { day: '2026-12-01', time: 86_340_000, zone: null } },
        },
      },
    ]);
  });
});
