import type { Combination } from '../../../core/heatmap/combine';
import type { DayAmount } from '../../../core/heatmap/model';
import type { HeatmapFilter } from '../../../core/heatmap/options';
import type { DayRange } from '../../../core/heatmap/range';
import type { IsoDate } from '../../../core/ports';
import type { MetadataCollector, NoteMeta } from '../../../platform/vault-index/collector';
import type { MetadataHandle, VaultIndex } from '../../../platform/vault-index/vault-index';
import type { DayItem, DaySource, EmptyReason, Unreadable } from './day-source';
import { tellLeftOut, type LeftNote } from './left-out';
import { NoteDays, type NoteAmount } from './note-days';
import { passesNoteFilter } from './note-filter';

/** What one note gives to the calendar. */
export interface NoteYield {
  readonly items: readonly NoteAmount[];
  /** For the reasons why nothing shows. */
  readonly unreadable: string | null;
  readonly lacksDate: boolean;
  /** Where it is left out though it belongs to the calendar: why. */
  readonly left: LeftNote | null;
  readonly value: 'none' | 'number' | 'other';
}

/** How the metadata of notes becomes days: a property of theirs, or that they are there. */
export interface NoteReader {
  /** What the note gives; null where it has nothing to do with the calendar. */
  read(note: NoteMeta): NoteYield | null;
  whyEmpty(notes: readonly NoteYield[]): EmptyReason;
  /** The properties that notes are asked for by name. */
  readonly asked: { readonly property: string | null; readonly dateProperty: string | null };
}

interface Given {
  readonly note: NoteYield;
  readonly passes: boolean;
}

/** Days out of the metadata of notes. Follows the vault for as long as somebody listens. */
export class MetadataSource implements DaySource, MetadataCollector<Given> {
  readonly from = 'metadata';
  readonly complete = false;
  private readonly days: NoteDays<NoteYield>;
  private readonly listeners = new Set<() => void>();
  private handle: MetadataHandle | null = null;
  private isOther = false;

  constructor(
    private readonly vault: VaultIndex,
    private readonly reader: NoteReader,
    private readonly filter: HeatmapFilter,
    combine: Combination,
  ) {
    this.days = new NoteDays(combine);
  }

  async ready(): Promise<void> {
    await this.handle?.ready();
    this.isOther = false; // who waited draws all of it
  }

  amounts(range: DayRange): ReadonlyMap<IsoDate, DayAmount> {
    return this.days.amounts(range);
  }

  total(): number | null {
    return null;
  }

  items(date: IsoDate): readonly DayItem[] {
    return this.days.items(date);
  }

  first(): IsoDate | null {
    return this.days.first();
  }

  whyEmpty(range: DayRange): EmptyReason {
    return this.days.whyEmpty(range) ?? this.reader.whyEmpty(this.days.all());
  }

  unreadable(): readonly Unreadable[] {
    const notes = this.days.all();
    const examples = notes.flatMap((note) => note.unreadable ?? []);
    const [example] = examples;
    return [
      ...(example === undefined ? [] : [{ kind: 'values' as const, count: examples.length, example }]),
      ...tellLeftOut(
        notes.flatMap((note) => note.left ?? []),
        this.reader.asked,
      ),
    ];
  }

  subscribe(callback: () => void): () => void {
    this.listeners.add(callback);
    this.handle ??= this.vault.addMetadata(this);
    return () => {
      this.listeners.delete(callback);
      if (this.listeners.size > 0) return;
      this.handle?.remove();
      this.handle = null;
      this.days.clear();
    };
  }

  keep(note: NoteMeta): Given | null {
    const given = this.reader.read(note);
    if (given === null) return null;
    const passes = passesNoteFilter(note.path, note.cache, this.filter);
    // A note that gives nothing is not one that the filter leaves out.
    return !passes && given.left !== null ? null : { note: given, passes };
  }

  set(path: string, { note, passes }: Given): void {
    if (this.days.set(path, note, passes)) this.isOther = true;
  }

  remove(path: string): void {
    if (this.days.remove(path)) this.isOther = true;
  }

  rename(from: string): void {
    this.remove(from); // what a note gives goes by its path: it is looked at anew
  }

  tell(): void {
    if (!this.isOther) return;
    this.isOther = false;
    for (const listener of [...this.listeners]) listener();
  }
}
