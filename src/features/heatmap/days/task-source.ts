import { parseFrontMatterTags, type App, type CachedMetadata } from 'obsidian';
import type { Combination } from '../../../core/heatmap/combine';
import type { HeatmapFilter } from '../../../core/heatmap/options';
import type { DayRange } from '../../../core/heatmap/range';
import { inFolder } from '../../../core/heatmap/reading-days';
import { hasTag, tagsOfLine } from '../../../core/markdown/tags';
import { completionDay } from '../../../core/tasks/completion';
import type { TickedTask } from '../../../core/tasks/ticked';
import { taskWords } from '../../../core/tasks/words';
import { noteName } from '../../../core/vault/path';
import type { NoteLog } from '../../../platform/note-log';
import { dayOfNamedNote } from '../day/daily-notes';
import type { EmptyReason, Unreadable } from './day-source';
import { plainItem } from './list-source';
import { NoteDays, type NoteAmount } from './note-days';
import { NoteLogSource } from './note-log-source';
import { passesNoteFilter } from './note-filter';

/** One for each ticked task, on the day that it carries or that its note is of. */
export class TaskSource extends NoteLogSource<TickedTask, { readonly items: readonly NoteAmount[] }> {
  /** Dated tasks that the filter leaves out. */
  private leftOut = 0;

  constructor(
    private readonly app: App,
    log: NoteLog<TickedTask>,
    private readonly filter: HeatmapFilter,
    private readonly combine: Combination,
  ) {
    super(log);
  }

  whyEmpty(range: DayRange): EmptyReason {
    const why = this.gathered.whyEmpty(range);
    return why ?? (this.leftOut > 0 ? { kind: 'filtered', count: this.leftOut } : { kind: 'nothing' });
  }

  unreadable(): readonly Unreadable[] {
    // Which of its tasks has a tag is not known; whether any line of the note has one, is.
    const count = [...this.log.unread].filter((path) =>
      passesNoteFilter(path, this.metadata(path), this.filter),
    ).length;
    return count === 0 ? [] : [{ kind: 'notes', count }];
  }

  protected override gather(): NoteDays<{ readonly items: readonly NoteAmount[] }> {
    const days = new NoteDays(this.combine);
    this.leftOut = 0;
    for (const [path, tasks] of this.log.notes) {
      const passing = this.isInFolder(path) ? this.withTag(path, tasks) : [];
      const items = this.itemsOf(path, passing);
      if (items.length > 0) days.set(path, { items }, true);
      if (passing.length < tasks.length) this.leftOut += this.itemsOf(path, tasks).length - items.length;
    }
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

  private isInFolder(path: string): boolean {
    return this.filter.folder.length === 0 || inFolder(path, this.filter.folder);
  }

  /** Those that carry a wanted tag themselves, or all where the note's properties give it to all that is in it. */
  private withTag(path: string, tasks: readonly TickedTask[]): readonly TickedTask[] {
    const { tag } = this.filter;
    if (tag.length === 0) return tasks;
    if (hasTag(parseFrontMatterTags(this.metadata(path)?.frontmatter ?? null) ?? [], tag)) return tasks;
    return tasks.filter(({ text }) => hasTag(tagsOfLine(text), tag));
  }

  private metadata(path: string): CachedMetadata | null {
    const file = this.app.vault.getFileByPath(path);
    return file === null ? null : this.app.metadataCache.getFileCache(file);
  }
}
