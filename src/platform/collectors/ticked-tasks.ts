import type { Steps } from '../../core/steps';
import { tickedTasks, type TickedTask } from '../../core/tasks/ticked';
import type { BodyCollector, NoteMeta, StoredForm } from '../vault-index/collector';

type Tasks = readonly TickedTask[];

/** On the device: line, text and whether it is private by turns. */
const STORED: StoredForm<Tasks> = {
  room: 'ticked-tasks',
  version: 2,
  pack: (tasks) => tasks.flatMap((task) => [task.line, task.text, task.private ? 1 : 0]),
  unpack: (packed) => {
    if (!Array.isArray(packed) || packed.length === 0 || packed.length % 3 !== 0) return null;
    const tasks: TickedTask[] = [];
    for (let at = 0; at < packed.length; at += 3) {
      const [line, text, hidden] = packed.slice(at, at + 3) as readonly unknown[];
      if (typeof line !== 'number' || typeof text !== 'string' || (hidden !== 0 && hidden !== 1)) return null;
      tasks.push({ line, text, private: hidden === 1 });
    }
    return tasks;
  },
};

/** The ticked tasks of every note; a note is opened only where the cache knows of a ticked box. */
export class TickedTaskCollector implements BodyCollector<Tasks> {
  readonly from = 'body';
  readonly stored = STORED;
  readonly notes = new Map<string, Tasks>();
  /** Notes that could not be read. */
  readonly unread = new Set<string>();
  private readonly listeners = new Set<() => void>();
  private isOther = false;

  matters({ ahead, cache }: NoteMeta): boolean {
    return ahead || cache?.listItems?.some(({ task }) => task === 'x' || task === 'X') === true;
  }

  *keep(_note: NoteMeta, text: string): Steps<Tasks | null> {
    const tasks = yield* tickedTasks(text);
    return tasks.length === 0 ? null : tasks;
  }

  set(path: string, tasks: Tasks): void {
    this.unread.delete(path);
    this.notes.set(path, tasks);
    this.isOther = true; // though the tasks may be the same: the note's tags, say, are not
  }

  remove(path: string): void {
    const known = [this.notes.delete(path), this.unread.delete(path)];
    if (known.includes(true)) this.isOther = true;
  }

  rename(from: string, to: string): void {
    const tasks = this.notes.get(from);
    this.remove(from);
    if (tasks !== undefined) this.set(to, tasks);
  }

  unreadable(path: string): void {
    if (this.unread.has(path)) return;
    this.unread.add(path);
    this.isOther = true;
  }

  tell(): void {
    if (!this.isOther) return;
    this.isOther = false;
    for (const listener of [...this.listeners]) listener();
  }

  /** Calls back after each batch of changes; answers how to stop. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
