import { combine, type Combination } from '../../core/heatmap/combine';
import type { InlineAmount } from '../../core/heatmap/inline-data';
import type { DayAmount } from '../../core/heatmap/model';
import type { DayRange } from '../../core/heatmap/range';
import type { IsoDate } from '../../core/ports';
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
  private unread: Unreadable | null = null;

  constructor(private readonly combine: Combination) {}

  replace(amounts: readonly DatedAmount[], unreadable: Unreadable | null = null): void {
    this.byDay.clear();
    this.unread = unreadable;
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
    return this.byDay.get(date)?.flatMap((one) => one.item ?? []) ?? [];
  }

  first(): IsoDate | null {
    return this.days()[0] ?? null;
  }

  whyEmpty(range: DayRange): EmptyReason {
    return outsideOf(this.days(), range) ?? { kind: 'nothing' };
  }

  unreadable(): Unreadable | null {
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

/** The day nearest to a range that holds nothing: the latest before it, else the earliest after it. */
export function outsideOf(days: readonly IsoDate[], range: DayRange): EmptyReason | null {
  const before = days.filter((day) => day < range.from).at(-1);
  const nearest = before ?? days.find((day) => day > range.to);
  return nearest === undefined ? null : { kind: 'outside', nearest, later: before === undefined };
}
