import type { IsoDate } from '../../../core/ports';
import type { DayAmount } from '../../../core/heatmap/model';
import type { DayRange } from '../../../core/heatmap/range';
import type { SourceKind } from '../../../core/reading/types';
import type { LeftNote, LeftReason } from './left-out';

/** One thing that happened on a day, as the day's list shows it. */
export interface DayItem {
  readonly title: string;
  /** Note to open, or null where there is none. */
  readonly path: string | null;
  /** Line to go to in that note, from 0. */
  readonly line: number | null;
  readonly kind: SourceKind | 'task' | 'note' | 'value';
  readonly minutes: number | null;
  readonly amount: number | null;
  /** What was written; empty where it is private. */
  readonly text: string;
  readonly pass: number | null;
  readonly pages: string | null;
  readonly private: boolean;
}

/** Why nothing is drawn in a range. */
export type EmptyReason =
  /** There is nothing anywhere. */
  | { readonly kind: 'nothing' }
  /** There is something, but on other days: before the range, after it, or both; `nearest` is the closest of them. */
  | { readonly kind: 'outside'; readonly nearest: IsoDate; readonly side: 'before' | 'after' | 'both' }
  /** There would be something, but the filter leaves it out. */
  | { readonly kind: 'filtered'; readonly count: number }
  | { readonly kind: 'no-property'; readonly property: string; readonly notes: number; readonly nearest: string | null }
  /** Notes have the property, but what is in it is text, a link, a date. */
  | { readonly kind: 'no-number'; readonly property: string; readonly notes: number; readonly example: string }
  /** No note has the field; `nearest` is one that some have. */
  | { readonly kind: 'no-field'; readonly property: string; readonly nearest: string | null }
  /** No note has a date in the property that was asked for; `nearest` is what may have been meant. */
  | { readonly kind: 'no-date'; readonly dateProperty: string; readonly nearest: string | null }
  /** Dataview is missing, is not asked from a note of a pack, or does not understand the query, as `message` says. */
  | { readonly kind: 'dataview'; readonly why: 'missing' | 'pack' | 'query'; readonly message: string }
  /** A base that selects no note. */
  | { readonly kind: 'no-notes' }
  | {
      readonly kind: 'undated';
      /** Null for notes that a base selects. */
      readonly property: string | null;
      readonly dateProperty: string | null;
      readonly notes: number;
    };

/** What could not be used, to be said below the calendar. */
export type Unreadable =
  | { readonly kind: 'lines'; readonly count: number }
  | { readonly kind: 'notes'; readonly count: number }
  | { readonly kind: 'values'; readonly count: number; readonly example: string }
  | {
      readonly kind: 'left-out';
      readonly why: LeftReason;
      /** Null where notes of any property are drawn. */
      readonly property: string | null;
      /** Null for the note's name. */
      readonly dateProperty: string | null;
      readonly count: number;
      /** The first of them, by their paths. */
      readonly named: readonly LeftNote[];
    };

/** Where a heatmap's days come from. */
export interface DaySource {
  /** Whether everything is there already, so that there is nothing to wait for. */
  readonly complete: boolean;
  /** Resolves once looking is safe: the app's cache has settled and what must be read has been read. */
  ready(): Promise<void>;
  amounts(range: DayRange): ReadonlyMap<IsoDate, DayAmount>;
  /** The range's total where it is not the sum of its days (a source read on two days is one source). */
  total(range: DayRange): number | null;
  items(date: IsoDate): readonly DayItem[];
  /** The first day that holds anything, filtered or not. */
  first(): IsoDate | null;
  whyEmpty(range: DayRange): EmptyReason;
  unreadable(): readonly Unreadable[];
  /** Calls back after a change; answers how to stop. */
  subscribe(callback: () => void): () => void;
}
