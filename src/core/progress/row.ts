import type { IsoDate, IsoWeek } from '../ports';
import type { PeriodUnit } from '../time/period';
import type { When } from '../time/when';
import type { GoalMetric } from './options';

export type CountUnit = 'minutes' | 'hours' | 'days' | 'weeks' | 'months' | 'years' | 'workdays';
export type OrdinalUnit = 'week' | 'month' | 'year';

/** How much has gone, or is left. */
export type Detail =
  | { readonly says: 'of'; readonly elapsed: number; readonly total: number; readonly unit: CountUnit }
  /** "Week 12 of 18": an ordinal, kept apart from the fraction. */
  | { readonly says: 'ordinal'; readonly at: number; readonly total: number; readonly unit: OrdinalUnit }
  | {
      readonly says: 'left' | 'starts' | 'ended' | 'closed' | 'since';
      readonly count: number;
      readonly unit: CountUnit;
    }
  | { readonly says: 'read'; readonly done: number; readonly target: number; readonly metric: GoalMetric }
  /** Not known yet: the app has not read the note. */
  | { readonly says: 'waiting' };

/** What stands in the last column. */
export type Label =
  | { readonly says: 'day'; readonly day: IsoDate }
  | { readonly says: 'week'; readonly week: IsoWeek }
  | { readonly says: 'month' | 'quarter' | 'year'; readonly day: IsoDate }
  /** `time` in milliseconds since midnight, where one was written. */
  | {
      readonly says: 'begins' | 'ends' | 'due' | 'was' | 'since';
      readonly day: IsoDate;
      readonly time: number | null;
      /** How much of the day is said: less of it, the further away it is. */
      readonly precision: 'day' | 'year-and-day' | 'month';
    }
  | { readonly says: 'pace'; readonly pace: Pace; readonly metric: GoalMetric }
  | { readonly says: 'nothing' };

/** How what was read compares with the share of the week that has gone; `by` in the goal's own unit. */
export type Pace = { readonly is: 'reached' | 'on-pace' } | { readonly is: 'ahead' | 'behind'; readonly by: number };

export type RowName =
  | { readonly of: 'period'; readonly unit: PeriodUnit }
  | { readonly of: 'goal' }
  | { readonly of: 'text'; readonly text: string; readonly link: string | null };

/** One row: what is said, and how full its bar is. No words yet: those are the view's. */
export interface ProgressRow {
  readonly kind: 'period' | 'deadline' | 'since' | 'goal';
  readonly period: PeriodUnit | 'span';
  /** `near`: a deadline of the next two weeks. */
  readonly state: 'before' | 'running' | 'near' | 'after';
  readonly name: RowName;
  /** How far the bar is filled, in half percents. */
  readonly steps: number;
  /** Whole percent, floored; null before it begins. */
  readonly percent: number | null;
  /** Parts to show as gaps in the bar (7 days, 18 weeks); null for none. */
  readonly units: number | null;
  /** Days left to show as ticks; for `near` only. */
  readonly left: number | null;
  /** Where the week stands, in half percents; for a goal only. */
  readonly pace: number | null;
  readonly detail: Detail;
  readonly label: Label;
  /** From when to when, for the tooltip; null while it is not known. */
  readonly extent: { readonly from: When | null; readonly to: When } | null;
  /** When it next looks different, in milliseconds since 1970; null for midnight only. */
  readonly next: number | null;
}
