import { ChangeCollector } from '../../core/reading/reading-changes';
import type { ReadingChange } from '../../core/reading/types';

/** Gathers changes of the index and tells of them together. */
export class ReadingChanges {
  private readonly listeners = new Set<(change: ReadingChange) => void>();
  private gathered = new ChangeCollector();

  /** Where changes are put until they are told. */
  get now(): ChangeCollector {
    return this.gathered;
  }

  subscribe(callback: (change: ReadingChange) => void): () => void {
    this.listeners.add(callback);
    return () => this.listeners.delete(callback);
  }

  tell(): void {
    if (this.gathered.isEmpty) return;
    const change = this.gathered;
    this.gathered = new ChangeCollector();
    for (const listener of [...this.listeners]) {
      try {
        listener(change);
      } catch (error) {
        console.error('research-handbook: a view failed to follow the reading log', error);
      }
    }
  }

  /** Tells of another list of problems though no note changed. */
  tellOfProblems(): void {
    this.gathered.problems = true;
    this.tell();
  }

  clear(): void {
    this.listeners.clear();
  }
}
