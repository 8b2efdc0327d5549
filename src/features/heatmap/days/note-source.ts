import { getAllTags, type App, type CachedMetadata, type EventRef, type TAbstractFile, TFile } from 'obsidian';
import { combine, type Combination } from '../../../core/heatmap/combine';
import type { DayAmount } from '../../../core/heatmap/model';
import type { HeatmapFilter } from '../../../core/heatmap/options';
import type { DayRange } from '../../../core/heatmap/range';
import { hasTag, inFolder } from '../../../core/heatmap/reading-days';
import type { IsoDate } from '../../../core/ports';
import { Slices } from '../../../platform/vault-index/slices';
import type { VaultNotes } from '../../../platform/vault-notes';
import type { DayItem, DaySource, EmptyReason, Unreadable } from './day-source';
import { outsideOf, toldApart } from './list-source';

/** What one note gives to the calendar. */
export interface NoteYield {
  readonly items: readonly { readonly date: IsoDate; readonly amount: number; readonly item: DayItem }[];
  /** For the reasons why nothing shows. */
  readonly unreadable: string | null;
  readonly lacksDate: boolean;
  readonly value: 'none' | 'number' | 'other';
}

/** How notes become days: of a property, of their names, of the tasks in them. */
export interface NoteReader {
  /** What the note gives; null where it has nothing to do with the calendar. Text is read only where it must be. */
  read(file: TFile, cache: CachedMetadata): NoteYield | null | Promise<NoteYield | null>;
  whyEmpty(notes: readonly NoteYield[]): EmptyReason;
}

/** Days out of the notes of the vault, one by one kept current with its events. */
export class NoteSource implements DaySource {
  readonly complete = false;
  private readonly notes = new Map<string, NoteYield>();
  private readonly byDay = new Map<IsoDate, { readonly amount: number; readonly item: DayItem }[]>();
  private readonly listeners = new Set<() => void>();
  private refs: { readonly off: () => void }[] = [];
  private scanned: Promise<void> | null = null;
  private stale = false;
  /** Notes that would give something, but for the filter. */
  private readonly left = new Set<string>();
  /** Notes whose text could not be read (still in the cloud, say): looked at again when they change. */
  private readonly failed = new Set<string>();

  constructor(
    private readonly app: App,
    private readonly vaultNotes: VaultNotes,
    private readonly reader: NoteReader,
    private readonly combine: Combination,
    private readonly filter: HeatmapFilter,
  ) {}

  ready(): Promise<void> {
    this.scanned ??= this.scan();
    return this.scanned;
  }

  amounts({ from, to }: DayRange): ReadonlyMap<IsoDate, DayAmount> {
    const days = new Map<IsoDate, DayAmount>();
    for (const [date, held] of this.days()) {
      if (date < from || date > to) continue;
      const amounts = held.map((one) => one.amount);
      days.set(date, { amount: combine(amounts, this.combine), count: held.length });
    }
    return days;
  }

  total(): number | null {
    return null;
  }

  items(date: IsoDate): readonly DayItem[] {
    return toldApart((this.days().get(date) ?? []).map((one) => one.item));
  }

  first(): IsoDate | null {
    return [...this.days().keys()].sort()[0] ?? null;
  }

  whyEmpty(range: DayRange): EmptyReason {
    const outside = outsideOf([...this.days().keys()].sort(), range);
    if (outside !== null) return outside;
    if (this.notes.size === 0 && this.left.size > 0) return { kind: 'filtered', count: this.left.size };
    return this.reader.whyEmpty([...this.notes.values()]);
  }

  unreadable(): Unreadable | null {
    const examples = [...this.notes.values()].flatMap((note) => note.unreadable ?? []);
    const [example] = examples;
    if (example !== undefined) return { kind: 'values', count: examples.length, example };
    return this.failed.size === 0 ? null : { kind: 'notes', count: this.failed.size };
  }

  subscribe(callback: () => void): () => void {
    this.listeners.add(callback);
    if (this.listeners.size === 1) this.listen();
    return () => {
      this.listeners.delete(callback);
      if (this.listeners.size > 0) return;
      for (const ref of this.refs) ref.off();
      this.refs = [];
    };
  }

  private listen(): void {
    const { metadataCache, vault } = this.app;
    const cached = (ref: EventRef): void => {
      this.refs.push({
        off: () => {
          metadataCache.offref(ref);
        },
      });
    };
    cached(
      metadataCache.on('changed', (file, _text, cache) => {
        void this.update(file, cache);
      }),
    );
    cached(
      metadataCache.on('deleted', (file) => {
        this.forget(file.path);
      }),
    );
    const renamed = vault.on('rename', (file, oldPath) => {
      void this.move(file, oldPath);
    });
    this.refs.push({
      off: () => {
        vault.offref(renamed);
      },
    });
  }

  private async scan(): Promise<void> {
    await this.vaultNotes.settled();
    const { metadataCache, vault } = this.app;
    const slices = new Slices();
    for (const file of vault.getMarkdownFiles()) {
      const cache = metadataCache.getFileCache(file);
      if (cache !== null) await this.take(file, cache);
      await slices.pause();
    }
    this.stale = true;
  }

  /** Takes a note in; answers whether that made a difference. */
  private async take(file: TFile, cache: CachedMetadata): Promise<boolean> {
    const { path } = file;
    const before = this.standing(path);
    const now = await this.read(file, cache);
    const passes = now !== null && this.passes(file, cache);
    if (passes) this.notes.set(path, now);
    else this.notes.delete(path);
    if (now !== null && !passes) this.left.add(path);
    else this.left.delete(path);
    return before !== this.standing(path);
  }

  /** What is held of a note, to be compared. */
  private standing(path: string): string {
    return JSON.stringify([this.notes.get(path), this.left.has(path), this.failed.has(path)]);
  }

  /** One note that cannot be read must not keep all the others from being drawn. */
  private async read(file: TFile, cache: CachedMetadata): Promise<NoteYield | null> {
    const { path } = file;
    try {
      const now = await this.reader.read(file, cache);
      this.failed.delete(path);
      return now;
    } catch {
      const isThere = this.app.vault.getFileByPath(path) !== null; // one that was deleted meanwhile is no loss
      if (isThere && this.passes(file, cache)) this.failed.add(path);
      return null;
    }
  }

  private passes(file: TFile, cache: CachedMetadata): boolean {
    const { tag, folder } = this.filter;
    return (
      (tag.length === 0 || hasTag(getAllTags(cache) ?? [], tag)) && (folder.length === 0 || inFolder(file.path, folder))
    );
  }

  private async update(file: TFile, cache: CachedMetadata): Promise<void> {
    if (await this.take(file, cache)) this.tell();
  }

  private async move(file: TAbstractFile, oldPath: string): Promise<void> {
    if (!(file instanceof TFile)) return; // its notes are told one by one
    const gone = this.drop(oldPath);
    const cache = this.app.metadataCache.getFileCache(file);
    const come = cache !== null && (await this.take(file, cache));
    if (gone || come) this.tell();
  }

  private forget(path: string): void {
    if (this.drop(path)) this.tell();
  }

  private drop(path: string): boolean {
    return [this.notes, this.left, this.failed].map((known) => known.delete(path)).includes(true);
  }

  private tell(): void {
    this.stale = true;
    for (const listener of [...this.listeners]) listener();
  }

  private days(): ReadonlyMap<IsoDate, readonly { readonly amount: number; readonly item: DayItem }[]> {
    if (!this.stale) return this.byDay;
    this.stale = false;
    this.byDay.clear();
    const all = [...this.notes].sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [, note] of all) {
      for (const { date, amount, item } of note.items) {
        const same = this.byDay.get(date);
        if (same === undefined) this.byDay.set(date, [{ amount, item }]);
        else same.push({ amount, item });
      }
    }
    return this.byDay;
  }
}
