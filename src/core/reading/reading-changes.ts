import type { IsoDate } from '../ports';
import type { ReadingChange } from './types';

/** Puts changes together. */
export class ChangeCollector implements ReadingChange {
  readonly dates = new Set<IsoDate>();
  readonly sources = new Set<string>();
  problems = false;

  add(other: ReadingChange): void {
    for (const date of other.dates) this.dates.add(date);
    for (const source of other.sources) this.sources.add(source);
    if (other.problems) this.problems = true;
  }
}
