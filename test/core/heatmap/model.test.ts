import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heatmapModel, type DayAmount, type HeatmapInput } from '../../../src/core/heatmap/model';

const TODAY = '2026-11-05';
const held = (entries: Record<string, number>): ReadonlyMap<string, DayAmount> =>
  new Map(Object.entries(entries).map(([date, amount]) => [date, { amount, count: 1 }]));
const model = (entries: Record<string, number>, more: Partial<HeatmapInput> = {}) => {
  const amounts = held(entries);
  return heatmapModel({
    today: TODAY,
    range: { from: '2026-10-26', to: '2026-11-15' },
    weekStart: 1,
    amounts,
    first: [...amounts.keys()].sort()[0] ?? null,
    scale: null,
    kind: 'numbers',
    metric: 'value',
    levels: 4,
    goal: null,
    zeroIsActive: false,
    isDayOff: null,
    ...more,
  });
};
const state = (built: ReturnType<typeof model>, date: string) => built.days.get(date)?.state;

describe('states of a day', () => {
  it('tells zero, missing, future and before apart', () => {
    const built = model({ '2026-11-01': 5, '2026-11-03': 0 });
    expect(
      ['2026-10-31', '2026-11-01', '2026-11-02', '2026-11-03', '2026-11-05', '2026-11-06'].map((d) => state(built, d)),
    ).toEqual(['before', 'value', 'none', 'zero', 'none', 'future']);
  });
  it('value and zero win over future, future over before, before over none', () => {
    const built = model({ '2026-11-08': 5, '2026-11-09': 0 });
    expect(['2026-11-01', '2026-11-05', '2026-11-06', '2026-11-08', '2026-11-09'].map((d) => state(built, d))).toEqual([
      'before', // the first entry lies ahead
      'before',
      'future',
      'value',
      'zero',
    ]);
  });
  it('an empty heatmap still has its whole grid, with only today begun', () => {
    const built = model({});
    expect(built.days.size).toBe(21);
    expect(state(built, TODAY)).toBe('none');
    expect(state(built, '2026-11-04')).toBe('before');
    expect(built.legend).toEqual([]);
  });
  it('a zero has no level, a value at least one', () => {
    const built = model({ '2026-11-01': 0, '2026-11-02': 0.001 });
    expect(built.days.get('2026-11-01')?.level).toBe(0);
    expect(built.days.get('2026-11-02')?.level).toBe(4);
  });
  it('a value under the first of one’s own thresholds keeps its state without a level', () => {
    const built = model({ '2026-11-01': 10 }, { scale: { kind: 'own', thresholds: [30, 60] } });
    expect(built.days.get('2026-11-01')).toMatchObject({ state: 'value', level: 0 });
  });
});

describe('levels', () => {
  const levelsOf = (built: ReturnType<typeof model>, dates: readonly string[]) =>
    dates.map((date) => built.days.get(date)?.level);
  const amounts = { '2026-11-01': 10, '2026-11-02': 20, '2026-11-03': 30, '2026-11-04': 400 };

  it('are shared out among the days that hold something; noughts take none of them', () => {
    const noughts = Object.fromEntries([26, 27, 28, 29].map((day) => [`2026-10-${String(day)}`, 0]));
    const built = model({ ...noughts, ...amounts });
    expect(levelsOf(built, Object.keys(amounts))).toEqual([1, 2, 3, 4]);
    expect(built.legend[0]?.from).toBe(10);
  });
  it('are of equal width where a linear scale is asked for', () => {
    const built = model(amounts, { scale: { kind: 'linear' } });
    expect(levelsOf(built, Object.keys(amounts))).toEqual([1, 1, 1, 4]);
  });
  it('are named by whole numbers only where every amount is one', () => {
    expect([model(amounts).whole, model({ ...amounts, '2026-11-05': 2.5 }).whole]).toEqual([true, false]);
  });
});

describe('levels of a beginner', () => {
  /** The first `count` days from 1 September on, each with the next of the amounts. */
  const some = (count: number, amounts: readonly number[]): Record<string, number> =>
    Object.fromEntries(
      Array.from({ length: count }, (_, i) => [
        new Date(Date.UTC(2026, 8, 1 + i)).toISOString().slice(0, 10),
        amounts[i % amounts.length] ?? 0,
      ]),
    );
  const reading = (entries: Record<string, number>, more: Partial<HeatmapInput> = {}) =>
    model(entries, { range: { from: '2026-09-01', to: '2026-11-15' }, metric: 'minutes', ...more });
  const first = (built: ReturnType<typeof model>) => built.days.get('2026-09-01')?.level;
  const said = (built: ReturnType<typeof model>) => built.legend.map(({ from, to }) => [from, to]);

  it('are half an hour, one hour and two, whatever the first days hold', () => {
    const four = reading(some(4, [45, 75, 80, 120]));
    expect(Object.keys(some(4, [1])).map((date) => four.days.get(date)?.level)).toEqual([2, 3, 3, 4]);
    expect(said(four)).toEqual([
      [1, 29],
      [30, 59],
      [60, 119],
      [120, null],
    ]);
    expect(said(reading(some(1, [45])))).toEqual(said(four));
  });
  it('do not change while the log grows to thirty days, and then go by the days', () => {
    const amounts = [45, 50, 55, 60, 65];
    for (const count of [1, 2, 5, 12, 29]) expect([count, first(reading(some(count, amounts)))]).toEqual([count, 2]);
    expect(first(reading(some(30, amounts)))).toBe(1); // the least of five amounts that are six days each
  });
  it('go up by one with each thing that is counted, and by tens of pages', () => {
    const levels = (metric: HeatmapInput['metric'], amounts: readonly number[], colours = 4) => {
      const built = reading(some(amounts.length, amounts), { metric, levels: colours });
      return Object.keys(some(amounts.length, amounts)).map((date) => built.days.get(date)?.level);
    };
    for (const metric of ['sessions', 'sources', 'count'] as const) {
      expect(levels(metric, [1, 2, 3, 4, 9])).toEqual([1, 2, 3, 4, 4]);
      expect(levels(metric, [1, 2, 3], 2)).toEqual([1, 2, 2]);
    }
    expect(levels('pages', [1, 9, 10, 19, 20, 39, 40])).toEqual([1, 1, 2, 2, 3, 3, 4]);
    expect(levels('minutes', [1, 39, 40, 79, 80, 119, 120], 4)).toEqual([1, 2, 2, 3, 3, 3, 4]);
    expect(levels('minutes', [1, 59, 60, 119, 120], 3)).toEqual([1, 1, 2, 2, 3]);
    expect(levels('minutes', [5, 500], 1)).toEqual([1, 1]);
  });
  it('give way to a scale or a goal that was asked for, and are not guessed for numbers of one’s own', () => {
    const four = some(4, [45, 75, 80, 120]);
    expect(first(reading(four, { scale: { kind: 'quantile' } }))).toBe(1);
    expect(first(reading(four, { goal: 45 }))).toBe(4);
    expect(first(reading(four, { metric: 'value' }))).toBe(1);
  });
});

describe('statistics', () => {
  it('counts only the range, while before knows the whole log', () => {
    const built = model({ '2024-05-03': 100, '2026-11-01': 30, '2026-11-02': 60 });
    expect(built.statistics).toMatchObject({
      total: 90,
      active: 2,
      average: 45,
      best: { date: '2026-11-02', amount: 60 },
    });
    expect(state(built, '2026-10-26')).toBe('none');
  });
  it('a day of reading without minutes was active, a day without push-ups was not', () => {
    expect(model({ '2026-11-01': 0 }, { zeroIsActive: true }).statistics.active).toBe(1);
    expect(model({ '2026-11-01': 0 }, { zeroIsActive: false }).statistics.active).toBe(0);
  });
  it('the average is of the days that hold something, a nought among them', () => {
    expect(model({ '2026-11-01': 0, '2026-11-02': 4 }).statistics.average).toBe(2);
  });
  it('the best day is the greatest amount, the latest of several', () => {
    const days = { '2026-11-01': 5, '2026-11-03': 9, '2026-11-02': 9 };
    expect(model(days).statistics.best).toEqual({ date: '2026-11-03', amount: 9 });
    expect(model({}).statistics.best).toBeNull();
  });
  it('counts days that reached the goal, and fills them', () => {
    const built = model({ '2026-11-01': 59, '2026-11-02': 60, '2026-11-03': 200 }, { goal: 60 });
    expect(built.statistics.reached).toBe(2);
    expect(['2026-11-01', '2026-11-02', '2026-11-03'].map((d) => built.days.get(d)?.level)).toEqual([3, 4, 4]);
  });
  it('forgives weekends to runs of reading, not to a habit', () => {
    const days = { '2026-10-30': 1, '2026-11-02': 1, '2026-11-03': 1, '2026-11-04': 1 }; // Friday, Monday to Wednesday
    expect(model(days, { isDayOff: () => false }).statistics.streaks.current).toBe(4);
    expect(model(days).statistics.streaks.current).toBe(3);
  });
});

describe('for any amounts', () => {
  const amount = fc.oneof(fc.integer({ min: -50, max: 500 }), fc.double({ min: -1e6, max: 1e9, noNaN: true }));
  const day = fc
    .integer({ min: 0, max: 20 })
    .map((n) => new Date(Date.UTC(2026, 9, 26 + n)).toISOString().slice(0, 10));
  it('each day has one state, a level within bounds, and a level only with a value', () => {
    fc.assert(
      fc.property(fc.dictionary(day, amount), (entries) => {
        const built = model(entries);
        expect(built.days.size).toBe(21);
        for (const one of built.days.values()) {
          expect(one.level).toBeGreaterThanOrEqual(one.state === 'value' ? 1 : 0);
          expect(one.level).toBeLessThanOrEqual(one.state === 'value' ? 4 : 0);
          expect(one.amount === null).toBe(one.state !== 'value' && one.state !== 'zero');
        }
      }),
    );
  });
  it('more is never drawn as less', () => {
    fc.assert(
      fc.property(fc.dictionary(day, amount), (entries) => {
        const drawn = [...model(entries).days.values()].filter((one) => one.state === 'value');
        drawn.sort((a, b) => (a.amount ?? 0) - (b.amount ?? 0));
        drawn.forEach((one, i) => {
          expect(one.level).toBeGreaterThanOrEqual(drawn[i - 1]?.level ?? 0);
        });
      }),
    );
  });
});
