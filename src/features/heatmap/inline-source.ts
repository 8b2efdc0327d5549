import { combine, type Combination } from '../../core/heatmap/combine';
import type { InlineAmount } from '../../core/heatmap/inline-data';
import type { DayAmount } from '../../core/heatmap/model';
import type { Metric } from '../../core/heatmap/options';
import type { DayRange } from '../../core/heatmap/range';
import type { IsoDate } from '../../core/ports';
import type { DayItem, DaySource, EmptyReason, Unreadable } from './day-source';

/** Amounts written in the block itself, or handed over by a script. */
export class InlineSource implements DaySource {
  private readonly byDay = new Map<IsoDate, InlineAmount[]>();

  constructor(
    data: readonly InlineAmount[],
    private readonly metric: Metric,
    private readonly combine: Combination,
  ) {
    for (const one of data) {
      const same = this.byDay.get(one.date);
      if (same === undefined) this.byDay.set(one.date, [one]);
      else same.push(one);
    }
  }

  ready(): Promise<void> {
    return Promise.resolve();
  }

  amounts({ from, to }: DayRange): ReadonlyMap<IsoDate, DayAmount> {
    const held = [...this.byDay].filter(([date]) => date >= from && date <= to);
    return new Map(held.map(([date, amounts]) => [date, this.amountOf(amounts)]));
  }

  total(): number | null {
    return null;
  }

  items(date: IsoDate): readonly DayItem[] {
    const notes = this.byDay.get(date)?.filter((one) => one.note !== null) ?? [];
    return notes.map((one) => ({
      title: one.note ?? '',
      path: null,
      line: null,
      kind: 'value',
      minutes: null,
      amount: one.amount,
      text: '',
      pass: null,
      pages: null,
      private: false,
    }));
  }

  first(): IsoDate | null {
    return this.days()[0] ?? null;
  }

  whyEmpty(range: DayRange): EmptyReason {
    return outsideOf(this.days(), range) ?? { kind: 'nothing' };
  }

  unreadable(): Unreadable | null {
    return null; // whatever cannot be read is an error of the block
  }

  subscribe(): () => void {
    return () => undefined;
  }

  private days(): readonly IsoDate[] {
    return [...this.byDay.keys()].sort();
  }

  private amountOf(amounts: readonly InlineAmount[]): DayAmount {
    const count = amounts.length;
    if (this.metric === 'count') return { amount: count, count };
    return {
      amount: combine(
        amounts.map((one) => one.amount),
        this.combine,
      ),
      count,
    };
  }
}

/** The day nearest to a range that holds nothing: the latest before it, else the earliest after it. */
export function outsideOf(days: readonly IsoDate[], range: DayRange): EmptyReason | null {
  const before = days.filter((day) => day < range.from).at(-1);
  const nearest = before ?? days.find((day) => day > range.to);
  return nearest === undefined ? null : { kind: 'outside', nearest, later: before === undefined };
}
