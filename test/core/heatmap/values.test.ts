import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { heatmapModel, type HeatmapInput } from '../../../src/core/heatmap/model';
import { readHeatmapOptions, type HeatmapOptions } from '../../../src/core/heatmap/options';
import { guessKind, isSign, timeLine, ValueReader, writtenTime } from '../../../src/core/heatmap/values';

const yaml = { parse: (text: string): unknown => parse(text), stringify: String };
const read = (text: string) => readHeatmapOptions(text, yaml, new Map());
const options = (text: string): HeatmapOptions => {
  const { options: got, problems } = read(text);
  expect(problems.all).toEqual([]);
  return got;
};
const codes = (text: string): string[] => read(text).problems.all.map(({ code, path }) => `${code} ${path.join('.')}`);
const days = (amounts: readonly number[]): HeatmapInput['amounts'] =>
  new Map(amounts.map((amount, i) => [`2026-10-${String(i + 1).padStart(2, '0')}`, { amount, count: 1 }]));
const model = (amounts: readonly number[], more: Partial<HeatmapInput>) =>
  heatmapModel({
    today: '2026-10-31',
    range: { from: '2026-10-01', to: '2026-10-31' },
    weekStart: 1,
    amounts: days(amounts),
    first: '2026-10-01',
    scale: null,
    kind: 'numbers',
    metric: 'value',
    levels: 4,
    goal: null,
    zeroIsActive: false,
    isDayOff: null,
    ...more,
  });
const levels = (built: ReturnType<typeof model>, count: number): number[] =>
  [...built.days.values()].slice(0, count).map(({ level }) => level);

describe('times and lengths of time', () => {
  it.each([
    ['07:15', 435],
    ['7:15', 435],
    ['07：15', 435],
    ['00:00', 0],
    ['2026-08-04T23:30', 1410],
    ['2026-08-04 23:30:40', 1411],
    ['7', null],
    [7, null],
    ['25:00', null],
    ['07:60', null],
    ['noon', null],
  ])('a time: %j', (value, minutes) => {
    expect(new ValueReader('times').amountOf(value)).toBe(minutes);
  });
  it.each([
    ['1h30m', 90],
    ['1.5h', 90],
    ['1 小时 30 分钟', 90],
    ['7:30', 450],
    ['45 min', 45],
    [45, 45],
    ['45', 45],
    ['long', null],
    [true, null],
  ])('a length: %j', (value, minutes) => {
    expect(new ValueReader('durations').amountOf(value)).toBe(minutes);
  });

  it('times around midnight lie on one line, their mean between them', () => {
    const late = model([23 * 60 + 30, 30], { kind: 'times' }); // 23:30 and 00:30
    expect(writtenTime(late.statistics.average)).toBe('00:00');
    const [before = 0, after = 0] = levels(late, 2);
    expect(before).toBeLessThan(after);
  });
  it('a midnight is a time, not a nought', () => {
    const built = model([0, 60], { kind: 'times' });
    expect([...built.days.values()].slice(0, 2).map(({ state }) => state)).toEqual(['value', 'value']);
  });
  it('every time keeps its hour, and all lie within a day of one another', () => {
    const time = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(fc.array(time, { minLength: 1, maxLength: 30 }), (times) => {
        const along = times.map(timeLine(times));
        expect(along.map((one) => one % 1440)).toEqual(times);
        expect(Math.max(...along) - Math.min(...along)).toBeLessThan(1440);
      }),
    );
  });
  it('one’s own thresholds say where the day turns', () => {
    const { scale } = options('property: bed\nvalues: times\nscale: ["22:00", "23:30", "00:30"]');
    expect(scale).toEqual({ kind: 'own', thresholds: [1320, 1410, 1470] });
    // 21:00 lies under the first, 22:10, 23:40 and 01:00 each in the next
    expect(levels(model([1260, 1330, 1420, 60], { kind: 'times', scale }), 4)).toEqual([0, 1, 3, 4]);
  });
  it('linear goes from the earliest to the latest, not from midnight', () => {
    const built = model([6 * 60, 7 * 60, 8 * 60, 10 * 60], { kind: 'times', scale: { kind: 'linear' } });
    expect(built.legend.map(({ from }) => from)).toEqual([360, 420, 480, 540]);
  });
  it('bounds are as people say times, where hardly a day changes sides by it', () => {
    const times = Array.from({ length: 31 }, (_, i) => 360 + ((i * 37) % 120) + (i % 2)); // from 6 to 8, all over
    const { legend } = model(times, { kind: 'times' });
    expect(legend.slice(1).filter(({ from }) => (from ?? 1) % 5 !== 0)).toEqual([]);
  });
  it('a goal is written as a length', () => {
    expect(options('property: sleep\nvalues: durations\ngoal: 7h30m').goal).toBe(450);
  });
});

describe('words', () => {
  it('have levels in the order of the list, and colours of their own', () => {
    const { values } = options('property: mood\nvalues:\n  bad: red\n  ok: "#123456"\n  good: [green, a good day]');
    expect(['bad', 'OK', ' good ', 'great', 4, null].map((one) => values.amountOf(one))).toEqual([
      1,
      2,
      3,
      null,
      null,
      null,
    ]);
    expect(values.levels()).toEqual([1, 2, 3]);
    const palette = values.palette();
    expect(palette?.kind === 'own' && palette.colours).toEqual([
      expect.stringContaining('--color-red'),
      '#123456',
      expect.stringContaining('--color-green'),
    ]);
    expect(values.word(3)?.said).toBe('a good day');
  });
  it('without a list take the order of the alphabet, whatever turns up first', () => {
    const { values } = options('property: mood\nvalues: words');
    expect(['ok', 'bad', 'ok', 'good'].map((one) => values.amountOf(one))).toEqual([1, 2, 1, 3]);
    expect(values.levels()).toEqual([3, 1, 2]);
    const built = model([1, 2, 3], { kind: 'words', scale: { kind: 'words', levels: values.levels() } });
    expect(levels(built, 3)).toEqual([3, 1, 2]);
    expect(built.legend.map(({ level, from }) => [level, values.word(from ?? 0)?.said])).toEqual([
      [1, 'bad'],
      [2, 'good'],
      [3, 'ok'],
    ]);
  });
  it('beyond twelve share the last colour', () => {
    const { values } = options('property: mood\nvalues: words');
    for (let i = 0; i < 20; i++) values.amountOf(`word ${String(i + 10)}`);
    expect(Math.max(...values.levels())).toBe(12);
    expect(values.palette()?.kind === 'own' && values.levels().filter((level) => level === 12)).toHaveLength(9);
  });
  it('stand in a block’s data, too', () => {
    expect(options('data:\n  2026-03-01: good\n  2026-03-02: bad\nvalues: [bad, good]').data).toEqual([
      { date: '2026-03-01', amount: 2, note: null },
      { date: '2026-03-02', amount: 1, note: null },
    ]);
    expect(codes('data:\n  2026-03-01: great\nvalues: [bad, good]')).toEqual(['bad-data data.2026-03-01']);
  });
  it('are neither added up nor measured', () => {
    expect(options('property: mood\nvalues: words').combine).toBe('last');
    expect(options('property: wake\nvalues: times').combine).toBe('average');
    expect(codes('property: mood\nvalues: words\ncombine: sum')).toEqual(['unknown-value combine']);
    expect(codes('property: mood\nvalues: words\nscale: linear\nunit: x')).toEqual([
      'no-effect unit',
      'no-effect scale',
    ]);
  });
  it('are told from numbers, times and lengths by how they are written', () => {
    expect(guessKind([1, '2', null, ''])).toBe('numbers');
    expect(guessKind(['07:15', '22:40'])).toBe('times');
    expect(guessKind(['1h30m', '45 min'])).toBe('durations');
    expect(guessKind(['good', '3'])).toBe('words');
    expect(guessKind([null, true])).toBe(null);
  });
  it('that are pictures show as they are', () => {
    expect(['😀', '☀️', '👩‍🔬', '🇨🇳'].map(isSign)).toEqual([true, true, true, true]);
    expect(['good', '3', '😀 well', ''].map(isSign)).toEqual([false, false, false, false]);
  });
});

describe('rows', () => {
  it('take over what is said for all of them, unless they have a source of their own', () => {
    const { rows } = options(
      'source: tasks\nrange: month\ntitle: Habits\nrows:\n  - {title: Run, filter: {tag: run}}\n  - {title: Mood, property: mood, values: [bad, good]}',
    );
    expect(
      rows.map(({ title, source, metric, filter, range }) => [title, source, metric, filter.tag, range.kind]),
    ).toEqual([
      ['Run', 'tasks', 'count', ['run'], 'month'],
      ['Mood', 'property', 'value', [], 'month'],
    ]);
  });
  it('say what is wrong with one of them at its place', () => {
    expect(codes('rows:\n  - {title: Run, filter: {tga: run}}\n  - {range: month}')).toEqual([
      'unknown-key rows.0.filter.tga',
      'unknown-key rows.1.range',
    ]);
  });
});
