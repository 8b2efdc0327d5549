import type { App } from 'obsidian';
import type { Combination } from '../../../core/heatmap/combine';
import type { DayAmount } from '../../../core/heatmap/model';
import type { HeatmapFilter } from '../../../core/heatmap/options';
import type { DayRange } from '../../../core/heatmap/range';
import type { IsoDate } from '../../../core/ports';
import { completionDay } from '../../../core/tasks/completion';
import type { TickedTask } from '../../../core/tasks/ticked';
import { taskWords } from '../../../core/tasks/words';
import { noteName } from '../../../core/vault/path';
import type { TaskLog } from '../../../platform/task-log';
import { dayOfNamedNote } from '../day/daily-notes';
import type { DayItem, DaySource, EmptyReason, Unreadable } from './day-source';
import { plainItem } from './list-source';
import { NoteDays, type NoteAmount } from './note-days';
import { passesNoteFilter } from './note-filter';

/** One for each ticked task, on the day that it carries or that its note is of. */
export class TaskSource implements DaySource {
  private days: NoteDays<{ readonly items: readonly NoteAmount[] }> | null = null;

  constructor(
    private readonly app: App,
    private readonly log: TaskLog,
    private readonly filter: HeatmapFilter,
    private readonly combine: Combination,
  ) {}

  get complete(): boolean {
    return this.log.isReady;
  }

  async ready(): Promise<void> {
    await this.log.ready();
    this.days = null;
  }

  amounts(range: DayRange): ReadonlyMap<IsoDate, DayAmount> {
    return this.gathered().amounts(range);
  }

  total(): number | null {
    return null;
  }

  items(date: IsoDate): readonly DayItem[] {
    return this.gathered().items(date);
  }

  first(): IsoDate | null {
    return this.gathered().first();
  }

  whyEmpty(range: DayRange): EmptyReason {
    return this.gathered().whyEmpty(range) ?? { kind: 'nothing' };
  }

  unreadable(): Unreadable | null {
    const count = [...this.log.unread].filter((path) => this.passes(path)).length;
    return count === 0 ? null : { kind: 'notes', count };
  }

  subscribe(callback: () => void): () => void {
    return this.log.subscribe(() => {
      this.days = null;
      callback();
    });
  }

  private gathered(): NoteDays<{ readonly items: readonly NoteAmount[] }> {
    if (this.days !== null) return this.days;
    const days = new NoteDays(this.combine);
    for (const [path, tasks] of this.log.notes) {
      const items = this.itemsOf(path, tasks);
      if (items.length > 0) days.set(path, { items }, this.passes(path));
    }
    this.days = days;
    return days;
  }

  private itemsOf(path: string, tasks: readonly TickedTask[]): NoteAmount[] {
    const days = tasks.map(({ text }) => completionDay(text));
    const ofNote = days.includes(null) ? dayOfNamedNote(this.app, path) : null;
    return tasks.flatMap(({ line, text, private: isPrivate }, at) => {
      const date = days[at] ?? ofNote;
      const title = isPrivate ? noteName(path) : taskWords(text) || text;
      const item = { ...plainItem(title, 'task'), path, line, private: isPrivate };
      return date === null ? [] : { date, amount: 1, item };
    });
  }

  private passes(path: string): boolean {
    const file = this.app.vault.getFileByPath(path);
    return passesNoteFilter(path, file === null ? null : this.app.metadataCache.getFileCache(file), this.filter);
  }
}
