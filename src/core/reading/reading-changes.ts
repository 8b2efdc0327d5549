import type { IsoDate } from '../ports';
import type { ReadingChange } from './types';

/** Puts changes together. */
export class ChangeCollector implements ReadingChange {
  readonly dates = new Set<IsoDate>();
  readonly sources = new Set<string>();
  problems = false;

  get isEmpty(): boolean {
    return this.dates.size === 0 && this.sources.size === 0 && !this.problems;
  }
}
