import type { IsoDate } from '../../core/ports';
import type { ReadingChange } from '../../core/reading/types';

/** Gathers changes of the index and tells of them together. */
export class ReadingChanges {
  private readonly listeners = new Set<(change: ReadingChange) => void>();
  private dates = new Set<IsoDate>();
  private sources = new Set<string>();
  private problems = false;

  add(change: ReadingChange): void {
    for (const date of change.dates) this.dates.add(date);
    for (const source of change.sources) this.sources.add(source);
    if (change.problems) this.problems = true;
  }

  subscribe(callback: (change: ReadingChange) => void): () => void {
    this.listeners.add(callback);
    return () => this.listeners.delete(callback);
  }

  tell(): void {
    if (this.dates.size === 0 && this.sources.size === 0 && !this.problems) return;
    const change: ReadingChange = { dates: this.dates, sources: this.sources, problems: this.problems };
    this.dates = new Set();
    this.sources = new Set();
    this.problems = false;
    for (const listener of [...this.listeners]) {
      try {
        listener(change);
      } catch (error) {
        console.error('research-handbook: a view failed to follow the reading log', error);
      }
    }
  }

  clear(): void {
    this.listeners.clear();
  }
}
