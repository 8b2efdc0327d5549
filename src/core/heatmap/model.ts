import type { IsoDate } from '../ports';
import { streaksOf } from '../reading/statistics';
import { mean, tidy } from './amount';
import { calendarGrid, type GridBand, type GridLayout, type WeekStart } from './grid';
import { legendKeys, wordKeys, type LegendKey } from './legend';
import type { Metric } from './options';
import type { ScaleSpec } from './value-options';
import type { DayRange } from './range';
import { goalScale, levelOf, linearScale, quantileScale, thresholdScale, wordScale, type Scale } from './scale';
import { strictStreaks, type Streaks } from './statistics';
import { usualScale } from './usual-scale';
import { timeLine, type ValueKind } from './values';

/** What one day holds. */
export interface DayAmount {
  /** The day's amount, its entries combined; finite. */
  readonly amount: number;
  /** How many entries it is made of. */
  readonly count: number;
}

export type DayState = 'value' | 'zero' | 'none' | 'future' | 'before';

export interface HeatmapDay {
  readonly date: IsoDate;
  readonly state: DayState;
  /** 0, or 1..levels. */
  readonly level: number;
  /** Null where the day holds nothing. */
  readonly amount: number | null;
  readonly count: number;
}

export interface HeatmapStatistics {
  readonly total: number;
  /** Mean of the days that hold something; 0 where none does. */
  readonly average: number;
  readonly active: number;
  readonly streaks: Streaks;
  readonly best: { readonly date: IsoDate; readonly amount: number } | null;
  /** Days that reached the goal, or null without one. */
  readonly reached: number | null;
}

export interface HeatmapModel {
  readonly range: DayRange;
  readonly today: IsoDate;
  readonly layout: GridLayout;
  readonly bands: readonly GridBand[];
  readonly days: ReadonlyMap<IsoDate, HeatmapDay>;
  readonly scale: Scale;
  readonly legend: readonly LegendKey[];
  /** Whether every amount is a whole number. */
  readonly whole: boolean;
  readonly statistics: HeatmapStatistics;
  /** How many days are in each state. */
  readonly states: Readonly<Record<DayState, number>>;
}

export interface HeatmapInput {
  readonly today: IsoDate;
  readonly range: DayRange;
  readonly weekStart: WeekStart;
  /** Left out: weeks. */
  readonly layout?: GridLayout;
  /** Of days within the range. */
  readonly amounts: ReadonlyMap<IsoDate, DayAmount>;
  /** The first day that holds anything at all, in the range or not; null where nothing does. */
  readonly first: IsoDate | null;
  /** Null: towards the goal where there is one, else what is usual, and quantiles once there is enough to go by. */
  readonly scale: ScaleSpec | null;
  /** What values are: the nought of times and words is none. */
  readonly kind: ValueKind;
  /** What is counted. */
  readonly metric: Metric;
  readonly levels: number;
  readonly goal: number | null;
  /** Whether a day with nought was an active one: a line without minutes was still reading, no push-ups were none. */
  readonly zeroIsActive: boolean;
  /** Days that do not break a run of reading, beside weekends; null where each day must hold something. */
  readonly isDayOff: ((date: IsoDate) => boolean) | null;
}

/** Everything a view draws, and nothing about how. */
export function heatmapModel(input: HeatmapInput): HeatmapModel {
  const { today, range, kind } = input;
  const amounts = kind === 'times' ? alongTimes(input) : input.amounts;
  const hasNought = kind === 'numbers' || kind === 'durations';
  const first = input.first ?? today;
  const bands = calendarGrid(range.from, range.to, input.weekStart, input.layout);
  const counting: number[] = [];
  for (const { amount } of amounts.values()) if (amount !== 0 || !hasNought) counting.push(amount);
  const usual = usualFor(input, counting);
  const scale = usual ?? scaleFor(input, counting);
  const days = new Map<IsoDate, HeatmapDay>();
  const states: Record<DayState, number> = { value: 0, zero: 0, none: 0, future: 0, before: 0 };
  for (const band of bands) {
    for (const week of band.weeks) {
      for (const date of week.days) {
        const day = dayOf(date, amounts.get(date), scale, today, first, hasNought);
        states[day.state] += 1;
        days.set(date, day);
      }
    }
  }
  const whole = counting.every((amount) => Number.isInteger(amount));
  const least = counting.reduce((a, b) => Math.min(a, b), Infinity);
  return {
    range,
    today,
    layout: input.layout ?? 'weeks',
    bands,
    days,
    scale,
    legend:
      input.scale?.kind === 'words'
        ? wordKeys(input.scale.levels)
        : counting.length === 0
          ? []
          : legendKeys(scale, whole, Math.min(least, usual?.bounds[0] ?? least)),
    whole,
    statistics: statisticsOf(days.values(), input),
    states,
  };
}

/** `value` and `zero` win over `future`, `future` over `before`, `before` over `none`. */
function dayOf(
  date: IsoDate,
  held: DayAmount | undefined,
  scale: Scale,
  today: IsoDate,
  first: IsoDate,
  hasNought: boolean,
): HeatmapDay {
  if (held !== undefined) {
    const zero = hasNought && held.amount === 0;
    const level = zero ? 0 : levelOf(scale, held.amount);
    return { date, state: zero ? 'zero' : 'value', level, amount: held.amount, count: held.count };
  }
  const state = date > today ? 'future' : date < first ? 'before' : 'none';
  return { date, state, level: 0, amount: null, count: 0 };
}

/** Days with an amount from which on they say themselves what is little and what is much. */
const ENOUGH_DAYS = 30;

/** A scale that does not hang on the few days there are yet: the first would be painted the deepest, and anew each day. */
function usualFor({ scale, goal, metric, levels }: HeatmapInput, amounts: readonly number[]): Scale | null {
  return scale === null && goal === null && amounts.length < ENOUGH_DAYS ? usualScale(metric, levels) : null;
}

function scaleFor({ scale, goal, levels, kind }: HeatmapInput, amounts: readonly number[]): Scale {
  if (scale === null) return goal === null ? quantileScale(amounts, levels, kind) : goalScale(goal, levels);
  switch (scale.kind) {
    case 'own':
      return thresholdScale(scale.thresholds, levels);
    case 'words':
      return wordScale(scale.levels);
    case 'linear':
      return linearScale(amounts, levels, kind === 'times');
    case 'quantile':
      return quantileScale(amounts, levels, kind);
  }
}

/** The amounts as they stand on one line of time, which one's own thresholds say where there are some. */
function alongTimes({ amounts, scale }: HeatmapInput): ReadonlyMap<IsoDate, DayAmount> {
  const along = timeLine(scale?.kind === 'own' ? scale.thresholds : [...amounts.values()].map(({ amount }) => amount));
  return new Map([...amounts].map(([date, held]) => [date, { ...held, amount: along(held.amount) }]));
}

/** @param days - in order */
function statisticsOf(days: Iterable<HeatmapDay>, input: HeatmapInput): HeatmapStatistics {
  const { goal, isDayOff, today } = input;
  const active: IsoDate[] = [];
  const held: number[] = [];
  let reached = 0;
  let best: HeatmapStatistics['best'] = null;
  for (const { date, amount, state } of days) {
    if (amount === null) continue;
    held.push(amount);
    if (goal !== null && amount >= goal) reached += 1;
    if (amount === 0 && !input.zeroIsActive && state === 'zero') continue;
    active.push(date);
    if (best === null || amount >= best.amount) best = { date, amount }; // the latest of several
  }
  return {
    total: tidy(held.reduce((sum, amount) => sum + amount, 0)),
    average: mean(held),
    active: active.length,
    streaks: isDayOff === null ? strictStreaks(active, today) : streaksOf(active, today, isDayOff),
    best,
    reached: goal === null ? null : reached,
  };
}
