import { combine, type Combination } from '../../../core/heatmap/combine';
import type { DayAmount } from '../../../core/heatmap/model';
import type { DayRange } from '../../../core/heatmap/range';
import type { IsoDate } from '../../../core/ports';
import { compare } from '../../../core/text/compare';
import type { DayItem, EmptyReason } from './day-source';
import { outsideOf, toldApart } from './list-source';

/** One thing in a note that counts on a day. */
export interface NoteAmount {
  readonly date: IsoDate;
  readonly amount: number;
  readonly item: DayItem;
}

/** What notes give to a calendar, note by note, and by day whenever it is asked for. */
export class NoteDays<Note extends { readonly items: readonly NoteAmount[] }> {
  private readonly notes = new Map<string, Note>();
  /** Notes that would give something, but for the filter. */
  private readonly left = new Set<string>();
  private byDay: ReadonlyMap<IsoDate, readonly NoteAmount[]> | null = null;

  constructor(private readonly combine: Combination) {}

  /** Takes a note in; answers whether that made a difference. */
  set(path: string, note: Note, passes: boolean): boolean {
    if (this.left.has(path) === !passes && isSame(this.notes.get(path), passes ? note : undefined)) return false;
    if (passes) this.notes.set(path, note);
    else this.notes.delete(path);
    if (passes) this.left.delete(path);
    else this.left.add(path);
    this.byDay = null;
    return true;
  }

  /** Takes a note out; answers whether there was one. */
  remove(path: string): boolean {
    this.byDay = null;
    return [this.notes.delete(path), this.left.delete(path)].includes(true);
  }

  clear(): void {
    this.byDay = null;
    this.notes.clear();
    this.left.clear();
  }

  /** Those that count. */
  all(): readonly Note[] {
    return [...this.notes.values()];
  }

  amounts({ from, to }: DayRange): ReadonlyMap<IsoDate, DayAmount> {
    const days = new Map<IsoDate, DayAmount>();
    for (const [date, held] of this.days()) {
      if (date < from || date > to) continue;
      const amounts = held.map((one) => one.amount);
      days.set(date, { amount: combine(amounts, this.combine), count: held.length });
    }
    return days;
  }

  items(date: IsoDate): readonly DayItem[] {
    return toldApart((this.days().get(date) ?? []).map((one) => one.item));
  }

  first(): IsoDate | null {
    return this.inOrder()[0] ?? null;
  }

  /** Why nothing is in the range, as far as days and filter say it. */
  whyEmpty(range: DayRange): EmptyReason | null {
    const outside = outsideOf(this.inOrder(), range);
    if (outside !== null) return outside;
    return this.notes.size === 0 && this.left.size > 0 ? { kind: 'filtered', count: this.left.size } : null;
  }

  private inOrder(): readonly IsoDate[] {
    return [...this.days().keys()].sort();
  }

  /** In the order of the notes' paths, which `combine: last` goes by. */
  private days(): ReadonlyMap<IsoDate, readonly NoteAmount[]> {
    if (this.byDay !== null) return this.byDay;
    const byDay = new Map<IsoDate, NoteAmount[]>();
    for (const [, { items }] of [...this.notes].sort(([a], [b]) => compare(a, b))) {
      for (const one of items) {
        const same = byDay.get(one.date);
        if (same === undefined) byDay.set(one.date, [one]);
        else same.push(one);
      }
    }
    this.byDay = byDay;
    return byDay;
  }
}

function isSame(a: unknown, b: unknown): boolean {
  return a === undefined || b === undefined ? a === b : JSON.stringify(a) === JSON.stringify(b);
}
