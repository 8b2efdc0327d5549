import { describe, expect, it } from 'vitest';
import { readCalendarData } from '../../../src/core/heatmap/calendar-data';
import { finite } from '../../../src/core/heatmap/amount';
import { amountsIn } from '../../../src/core/heatmap/note-days';
import { ValueReader } from '../../../src/core/heatmap/values';
import { amountOf, inFolder, passesFilter, readingDays } from '../../../src/core/heatmap/reading-days';
import { hasTag } from '../../../src/core/markdown/tags';
import type { LogEntry, Source } from '../../../src/core/reading/types';

const entry = (date: string, minutes: number | null, more: Partial<LogEntry> = {}): LogEntry => ({
  source: 'a.md',
  path: 'a.md',
  line: 1,
  date,
  text: '',
  minutes,
  pass: null,
  pages: null,
  status: null,
  deep: false,
  private: false,
  ...more,
});

describe('reading by day', () => {
  const entries = [
    entry('2026-11-05', 45, { pages: '4-6' }),
    entry('2026-11-05', 20, { source: 'b.md', pages: '9' }),
    entry('2026-11-05', null, { pages: 'appendix' }),
    entry('2026-11-04', null),
  ];
  it.each([
    ['minutes', 'sum', 65],
    ['minutes', 'max', 45],
    ['sessions', 'sum', 3],
    ['count', 'sum', 3],
    ['sources', 'sum', 2],
    ['pages', 'sum', 4],
  ] as const)('%s, %s', (metric, how, amount) => {
    expect(readingDays(entries, metric, how).get('2026-11-05')).toEqual({ amount, count: 3 });
  });
  it('a day with lines but no minutes is nought, not missing', () => {
    expect(readingDays(entries, 'minutes', 'sum').get('2026-11-04')).toEqual({ amount: 0, count: 1 });
  });
  it('a source read on two days is one source', () => {
    expect(amountOf([entry('2026-11-04', 1), entry('2026-11-05', 1)], 'sources', 'sum')).toBe(1);
  });
});

describe('filters', () => {
  const source: Source = {
    path: 'Sources/cv/vit.md',
    kind: 'paper',
    title: 'ViT',
    authors: [],
    year: null,
    venue: null,
    citekey: null,
    arxiv: null,
    doi: null,
    url: null,
    zotero: null,
    status: 'reading',
    rating: null,
    added: null,
    tags: ['cv/transformers'],
  };
  const none = { kind: [], status: [], tag: [], folder: [] };
  it('keys must all agree, values of one key need not', () => {
    expect(
      passesFilter(entry('2026-11-05', 1), source, { ...none, kind: ['book', 'paper'], status: ['reading'] }),
    ).toBe(true);
    expect(passesFilter(entry('2026-11-05', 1), source, { ...none, kind: ['paper'], status: ['read'] })).toBe(false);
    expect(passesFilter(entry('2026-11-05', 1), null, { ...none, kind: ['paper'] })).toBe(false);
    expect(passesFilter(entry('2026-11-05', 1), source, none)).toBe(true);
  });
  it('a line about a source that is no note yet lies where that note would', () => {
    const line = entry('2026-11-05', 1, { source: 'Sources/new.md' });
    expect(passesFilter(line, null, { ...none, folder: ['Sources'] })).toBe(true);
    expect(passesFilter(line, null, { ...none, folder: ['Archive'] })).toBe(false);
  });
  it('a tag holds those below it, a folder those in it', () => {
    expect(hasTag(['cv/transformers'], ['#CV'])).toBe(true);
    expect(hasTag(['cvx'], ['cv'])).toBe(false);
    expect(inFolder('Sources/cv/vit.md', ['Sources'])).toBe(true);
    expect(inFolder('Sources2/vit.md', ['Sources'])).toBe(false);
    expect(inFolder('a.md', ['/'])).toBe(true);
  });
});

describe('amounts as properties hold them', () => {
  it.each([
    [4, [4], null],
    ['4.5', [4.5], null],
    [true, [1], null],
    [false, [0], null],
    [[1, '2'], [1, 2], null],
    [0, [0], null],
    [null, [], null],
    ['', [], null],
    ['great', [], 'great'],
    [Infinity, [], 'Infinity'],
    [[1, 'x'], [1], 'x'],
    [{ a: 1 }, [], '{a: 1}'],
    [[['low']], [], '[low]'], // `[[low]]` without quotes: two lists in one another
  ])('%j', (value, amounts, unreadable) => {
    expect(amountsIn(value, new ValueReader('numbers'))).toEqual({ amounts, unreadable });
  });
  it('nothing infinite is a number', () => {
    expect([finite('Infinity'), finite(NaN), finite(-3), finite(' 7 '), finite('7 km')]).toEqual([
      null,
      null,
      -3,
      7,
      null,
    ]);
  });
});

describe('data for renderHeatmapCalendar', () => {
  const read = (data: unknown) => readCalendarData(data, 2026);
  const levels = (data: unknown) => [...read(data).days.values()].map((day) => day.level);

  it('maps the range linearly to 1..number of colours, rounded and clamped', () => {
    const entries = [1, 2, 3, 4, 100].map((intensity, i) => ({ date: `2026-01-0${i + 1}`, intensity }));
    expect(levels({ year: 2026, entries })).toEqual([1, 1, 1, 1, 5]);
    expect(
      levels({
        entries: [
          { date: '2026-01-01', intensity: 5 },
          { date: '2026-01-02', intensity: 10 },
        ],
        intensityScaleStart: 0,
        intensityScaleEnd: 10,
      }),
    ).toEqual([3, 5]);
    expect(
      levels({
        entries: [
          { date: '2026-01-01', intensity: 50 },
          { date: '2026-01-02', intensity: 1 },
        ],
        intensityScaleStart: 10,
        intensityScaleEnd: 20,
      }),
    ).toEqual([5, 1]);
  });
  it('gives equal intensities, and those left out, the deepest colour', () => {
    const days = read({ entries: [{ date: '2026-01-01' }, { date: '2026-01-02' }] }).days;
    expect([...days.values()].map((day) => [day.intensity, day.level, day.colour])).toEqual([
      [4, 5, '#196127'],
      [4, 5, '#196127'],
    ]);
  });
  it('spreads the largest numbers there are, on both sides of nought', () => {
    const entries = [-1e308, 1, 1e308].map((intensity, i) => ({ date: `2026-01-0${String(i + 1)}`, intensity }));
    expect(levels({ entries })).toEqual([1, 3, 5]);
    expect(levels({ entries, colors: ['#abc'] })).toEqual([1, 1, 1]);
    expect(levels({ entries, colors: ['#abc'], intensityScaleStart: -1e308, intensityScaleEnd: 0 })).toEqual([1, 1, 1]);
  });
  it('takes the intensity that entries without one are to have', () => {
    const entries = [
      { date: '2026-01-01' },
      { date: '2026-01-02', intensity: 10 },
      { date: '2026-01-03', intensity: 0 },
    ];
    const data = { entries, defaultEntryIntensity: 5, intensityScaleStart: 0, intensityScaleEnd: 10 };
    expect([...read(data).days.values()].map((day) => day.intensity)).toEqual([5, 10, 0]);
  });
  it('takes a colour of CSS for an entry of its own, and the first list for what is none', () => {
    const colours = ['#abc', 'rgb(1, 2, 3)', 'var(--color-red)', 'plaid'];
    const entries = colours.map((color, i) => ({ date: `2026-01-0${String(i + 1)}`, intensity: 1, color }));
    const { days, notes } = read({ colors: ['#eee', '#111'], entries });
    expect([...days.values()].map((day) => day.colour)).toEqual(['#abc', 'rgb(1, 2, 3)', 'var(--color-red)', '#111']);
    expect(notes.unknownColours).toEqual(['plaid']);
  });
  it('draws this year where the one given cannot be drawn', () => {
    for (const year of [10_000, 0, -1, NaN, 'soon']) expect(read({ year, entries: [] }).year).toBe(2026);
    expect(read({ year: '2024', entries: [] }).year).toBe(2024);
  });
  it('draws this year where none is given, as it is now', () => {
    expect(readCalendarData({ entries: [] }, 2027).year).toBe(2027);
  });
  it('finds lists of colours by name, and the last of two entries on a day', () => {
    const days = read({
      colors: { blue: ['#00f', '#008'], red: ['#f00'] },
      entries: [
        { date: '2026-01-01', intensity: 1, color: 'red' },
        { date: '2026-01-02', intensity: 1 },
        { date: '2026-01-02', intensity: 2, color: 'blue' },
      ],
    }).days;
    expect([...days.values()].map((day) => day.colour)).toEqual(['#f00', '#008']);
  });
  it('where the peer throws or drops silently, does what was meant or says what was ignored', () => {
    const { days, notes } = read({
      entries: [
        { date: '2026-3-1', intensity: 1 },
        { date: '2026-03-02T22:00:00Z', intensity: 2, color: 'purple' },
        { date: '2026-03-03', intensity: 0 },
        { date: '2026-02-30', intensity: 3 },
        { date: '2026-03-04', intensity: 'lots' },
        { date: '2025-03-04', intensity: 1 },
        null,
      ],
    });
    expect([...days.keys()]).toEqual(['2026-03-01', '2026-03-02', '2026-03-03']);
    expect(days.get('2026-03-03')).toMatchObject({ level: 0, colour: null });
    expect(notes).toEqual({
      badDates: ['2026-02-30', '–'],
      badIntensities: ['lots'],
      unknownColours: ['purple'],
      otherYears: 1,
      noEntries: false,
    });
  });
  it('never throws', () => {
    for (const data of [
      undefined,
      null,
      5,
      'x',
      [],
      {},
      { entries: 5 },
      { colors: 5 },
      { colors: 'blue' },
      { colors: {} },
      { year: 'x', entries: [5] },
    ]) {
      expect(() => read(data)).not.toThrow();
    }
    expect(read(undefined).notes.noEntries).toBe(true);
    expect(read({ colors: 'blue', entries: [] }).notes.unknownColours).toEqual(['blue']);
  });
  it('keeps nought as a value where the scale goes below it', () => {
    expect(
      levels({
        entries: [
          { date: '2026-01-01', intensity: -5 },
          { date: '2026-01-02', intensity: 0 },
          { date: '2026-01-03', intensity: 5 },
        ],
      }),
    ).toEqual([1, 3, 5]);
  });
});
