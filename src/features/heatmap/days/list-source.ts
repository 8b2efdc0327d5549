import { combine, type Combination } from '../../../core/heatmap/combine';
import type { InlineAmount } from '../../../core/heatmap/inline-data';
import type { DayAmount } from '../../../core/heatmap/model';
import type { DayRange } from '../../../core/heatmap/range';
import type { IsoDate } from '../../../core/ports';
import { daysBetween } from '../../../core/time/calendar-day';
import type { DayItem, DaySource, EmptyReason, Unreadable } from './day-source';

/** An amount on a day, and what to list for it. */
export interface DatedAmount {
  readonly date: IsoDate;
  readonly amount: number;
  readonly item: DayItem | null;
}

/** Amounts that are there already: written in a block, handed over by a script, selected by a base. */
export class ListSource implements DaySource {
  readonly complete = true;
  private readonly byDay = new Map<IsoDate, DatedAmount[]>();
  private readonly listeners = new Set<() => void>();
  private unread: readonly Unreadable[] = [];
  private nothing: EmptyReason = { kind: 'nothing' };

  constructor(private readonly combine: Combination) {}

  /** @param nothing - why there is nothing, where there is nothing */
  replace(
    amounts: readonly DatedAmount[],
    unreadable: readonly Unreadable[] = [],
    nothing: EmptyReason = { kind: 'nothing' },
  ): void {
    this.byDay.clear();
    this.unread = unreadable;
    this.nothing = nothing;
    for (const one of amounts) {
      const same = this.byDay.get(one.date);
      if (same === undefined) this.byDay.set(one.date, [one]);
      else same.push(one);
    }
    for (const listener of [...this.listeners]) listener();
  }

  ready(): Promise<void> {
    return Promise.resolve();
  }

  amounts({ from, to }: DayRange): ReadonlyMap<IsoDate, DayAmount> {
    const days = new Map<IsoDate, DayAmount>();
    for (const [date, held] of this.byDay) {
      if (date < from || date > to) continue;
      const amounts = held.map((one) => one.amount);
      days.set(date, { amount: combine(amounts, this.combine), count: held.length });
    }
    return days;
  }

  total(): number | null {
    return null;
  }

  items(date: IsoDate): readonly DayItem[] {
    return toldApart(this.byDay.get(date)?.flatMap((one) => one.item ?? []) ?? []);
  }

  first(): IsoDate | null {
    return this.days()[0] ?? null;
  }

  whyEmpty(range: DayRange): EmptyReason {
    return outsideOf(this.days(), range) ?? this.nothing;
  }

  unreadable(): readonly Unreadable[] {
    return this.unread;
  }

  subscribe(callback: () => void): () => void {
    this.listeners.add(callback);
    return () => {
      this.listeners.delete(callback);
    };
  }

  private days(): readonly IsoDate[] {
    return [...this.byDay.keys()].sort();
  }
}

/** The amounts of a block's `data`; those with a note are listed. */
export function inlineAmounts(data: readonly InlineAmount[], counted: boolean): readonly DatedAmount[] {
  return data.map(({ date, amount, note }) => ({
    date,
    amount: counted ? 1 : amount,
    item: note === null ? null : { ...plainItem(note, 'value'), amount },
  }));
}

/** An item that is no more than a title. */
export function plainItem(title: string, kind: DayItem['kind']): DayItem {
  return {
    title,
    kind,
    path: null,
    line: null,
    minutes: null,
    amount: null,
    text: '',
    pass: null,
    pages: null,
    private: false,
  };
}

/** Notes of one name are listed by their paths. */
export function toldApart(items: readonly DayItem[]): readonly DayItem[] {
  const pathOf = new Map<string, string>();
  const shared = new Set<string>();
  for (const { title, path } of items) {
    if (path === null) continue;
    if ((pathOf.get(title) ?? path) !== path) shared.add(title);
    pathOf.set(title, path);
  }
  return items.map((item) => {
    const isNote = item.path !== null && item.kind !== 'task'; // a task's title is its own text
    return isNote && shared.has(item.title) ? { ...item, title: item.path.replace(/\.md$/, '') } : item;
  });
}

/**
 * The day nearest to a range that holds nothing.
 * @param days - in order
 */
export function outsideOf(days: readonly IsoDate[], range: DayRange): EmptyReason | null {
  const before = days.filter((day) => day < range.from).at(-1);
  const after = days.find((day) => day > range.to);
  if (before === undefined) return after === undefined ? null : { kind: 'outside', nearest: after, side: 'after' };
  if (after === undefined) return { kind: 'outside', nearest: before, side: 'before' };
  const nearest = daysBetween(before, range.from) <= daysBetween(range.to, after) ? before : after;
  return { kind: 'outside', nearest, side: 'both' };
}
