import type { DayAmount } from '../../../core/heatmap/model';
import type { DayRange } from '../../../core/heatmap/range';
import type { IsoDate } from '../../../core/ports';
import type { NoteLog } from '../../../platform/note-log';
import type { DayItem, DaySource, EmptyReason, Unreadable } from './day-source';
import type { NoteAmount, NoteDays } from './note-days';

/** A heatmap's days out of what a log keeps of the notes' bodies; gathered when asked for, and anew once the log has changed. */
export abstract class NoteLogSource<T, Kept extends { readonly items: readonly NoteAmount[] }> implements DaySource {
  private days: NoteDays<Kept> | null = null;

  constructor(protected readonly log: NoteLog<T>) {}

  get complete(): boolean {
    return this.log.isReady;
  }

  async ready(): Promise<void> {
    await this.log.ready();
    this.days = null;
  }

  amounts(range: DayRange): ReadonlyMap<IsoDate, DayAmount> {
    return this.gathered.amounts(range);
  }

  total(): number | null {
    return null;
  }

  items(date: IsoDate): readonly DayItem[] {
    return this.gathered.items(date);
  }

  first(): IsoDate | null {
    return this.gathered.first();
  }

  subscribe(callback: () => void): () => void {
    return this.log.subscribe(() => {
      this.days = null;
      callback();
    });
  }

  abstract whyEmpty(range: DayRange): EmptyReason;
  abstract unreadable(): readonly Unreadable[];

  protected get gathered(): NoteDays<Kept> {
    return (this.days ??= this.gather());
  }

  protected abstract gather(): NoteDays<Kept>;
}
