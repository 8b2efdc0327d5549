import type { IsoDate } from '../ports';
import { compare } from '../text/compare';
import type { LogEntry } from './types';

interface Day {
  entries: LogEntry[];
  isSorted: boolean;
}

/** Entries by day, for questions about ranges: the days are kept in order, each day's entries sorted when asked for. */
export class DayIndex {
  private readonly days = new Map<IsoDate, Day>();
  private order: IsoDate[] | null = [];

  add(entries: readonly LogEntry[]): void {
    for (const entry of entries) {
      const day = this.days.get(entry.date);
      if (day === undefined) {
        this.days.set(entry.date, { entries: [entry], isSorted: true });
        this.order = null;
        continue;
      }
      day.entries.push(entry);
      day.isSorted = false;
    }
  }

  /** Takes out the entries of a note. */
  remove(path: string, entries: readonly LogEntry[]): void {
    for (const date of new Set(entries.map((entry) => entry.date))) {
      const day = this.days.get(date);
      const rest = (day?.entries ?? []).filter((entry) => entry.path !== path);
      if (day !== undefined && rest.length > 0) day.entries = rest;
      else if (this.days.delete(date)) this.order = null;
    }
  }

  /** Entries of days after one. */
  after(date: IsoDate): LogEntry[] {
    return this.between(`${date}~`, '~');
  }

  /** Entries with `from` ≤ date ≤ `to`, by date, then path, then line. */
  between(from: IsoDate, to: IsoDate): LogEntry[] {
    const order = this.ordered();
    const found: LogEntry[] = [];
    for (let at = lowerBound(order, from); at < order.length; at++) {
      const date = order[at] ?? '';
      if (date > to) break;
      for (const entry of this.sortedDay(date)) found.push(entry);
    }
    return found;
  }

  /** First and last day with an entry, days after `today` left out. */
  bounds(today: IsoDate): { readonly first: IsoDate; readonly last: IsoDate } | null {
    const order = this.ordered();
    const end = lowerBound(order, `${today}~`); // “~” sorts after every digit
    const first = order[0];
    const last = order[end - 1];
    return first === undefined || last === undefined ? null : { first, last };
  }

  private ordered(): readonly IsoDate[] {
    this.order ??= [...this.days.keys()].sort();
    return this.order;
  }

  private sortedDay(date: IsoDate): readonly LogEntry[] {
    const day = this.days.get(date);
    if (day === undefined) return [];
    if (!day.isSorted) day.entries.sort((a, b) => compare(a.path, b.path) || a.line - b.line);
    day.isSorted = true;
    return day.entries;
  }
}

/** Position of the first day that is not before `date`. */
function lowerBound(order: readonly IsoDate[], date: IsoDate): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((order[middle] ?? '') < date) low = middle + 1;
    else high = middle;
  }
  return low;
}
