import type { BodyCollector, NoteMeta } from './collector';
import { metaKey, type Kept, type Stamp } from './kept-note';
import { KeptStore, type DeviceRecords } from './kept-store';
import type { Slices } from './slices';

/** Feeds one collector from bodies, and remembers what it kept of each note so that an unchanged one is not read again. */
export class BodyFeed<T = unknown> {
  /** By path; a value of null says that there was nothing in the note. */
  private readonly kept = new Map<string, Kept<T>>();
  /** Notes whose body could not be read when last looked at. */
  private readonly unread = new Set<string>();
  private readonly store: KeptStore<T> | null;
  private isLoaded = false;
  private depends = '';
  private walkDue = false;
  private awake = false;

  constructor(
    private readonly collector: BodyCollector<T>,
    records: DeviceRecords,
    release: string,
  ) {
    this.store = collector.stored === undefined ? null : new KeptStore(records, collector.stored, release);
  }

  get isAwake(): boolean {
    return this.awake;
  }

  get isWalkDue(): boolean {
    return this.walkDue;
  }

  /** Whether there is something that is not on the device yet. */
  get isUnsaved(): boolean {
    return this.isLoaded && (this.store?.isDirty ?? false);
  }

  /** Whether what the collector goes by is another than when its notes were read, and nothing said so. */
  get isOutdated(): boolean {
    return this.awake && !this.walkDue && this.dependsNow() !== this.depends;
  }

  /** Has the whole vault looked at (again). */
  walk(): void {
    this.awake = true;
    this.walkDue = true;
  }

  async beginWalk(slices: Slices): Promise<void> {
    this.walkDue = false;
    this.collector.begin?.();
    this.depends = this.dependsNow();
    if (this.isLoaded) return;
    await this.store?.load(this.depends, slices);
    this.isLoaded = true;
  }

  /** Whether a walk has to look at the note. */
  wants(note: NoteMeta): boolean {
    return this.holds(note.path) || this.collector.matters(note);
  }

  matters(note: NoteMeta): boolean {
    return this.collector.matters(note);
  }

  holds(path: string): boolean {
    return (this.kept.get(path)?.value ?? null) !== null;
  }

  /** Whether what was kept of the note, in this session or on the device, still holds, so that it need not be read. */
  recall(note: NoteMeta, stamp: Stamp): boolean {
    const { path } = note;
    const meta = metaKey(note);
    const kept = this.kept.get(path);
    if (kept?.mtime === stamp.mtime && kept.size === stamp.size && kept.meta === meta && kept.depends === this.depends)
      return true;
    const stored = this.store?.recall(path, stamp, meta) ?? null;
    if (stored !== null) this.keep(path, { ...stamp, meta, depends: this.depends, value: stored.value });
    return stored !== null;
  }

  /** Reads the note in slices, and takes what is in it unless it has become old meanwhile. */
  async take(note: NoteMeta, stamp: Stamp, text: string, slices: Slices, isOld: () => boolean): Promise<void> {
    const { depends } = this;
    const steps = this.collector.keep(note, text);
    let step = steps.next();
    while (step.done !== true) {
      if (slices.isUsedUp) {
        await slices.pause();
        if (isOld()) return;
      }
      step = steps.next();
    }
    this.store?.touched(note.path);
    this.keep(note.path, { ...stamp, meta: metaKey(note), depends, value: step.value });
  }

  drop(path: string): void {
    const known = [this.kept.delete(path), this.unread.delete(path)];
    if (!known.includes(true)) return;
    this.store?.touched(path);
    this.collector.remove(path);
  }

  unreadable(path: string): void {
    this.unread.add(path);
    this.collector.unreadable?.(path);
  }

  renamed(from: string, to: string): void {
    if (this.unread.has(from) && !this.kept.has(from)) this.drop(from);
    const kept = this.kept.get(from);
    if (kept === undefined) return;
    this.kept.delete(from);
    this.kept.set(to, { ...kept, mtime: Number.NaN }); // its path may say something else now: to be read again
    this.store?.touched(from);
    this.store?.touched(to);
    if (kept.value !== null) this.collector.rename(from, to);
  }

  further(moved: ReadonlySet<string>): ((note: NoteMeta) => boolean) | null {
    return this.collector.further?.(moved) ?? null;
  }

  tell(): void {
    this.collector.tell();
  }

  below(prefix: string): string[] {
    return [...this.kept.keys()].filter((path) => path.startsWith(prefix));
  }

  /** What was kept counts no longer: every body is read anew. */
  forget(): void {
    for (const [path, kept] of this.kept) this.kept.set(path, { ...kept, mtime: Number.NaN });
    this.store?.forget();
    if (this.awake) this.walk();
  }

  /** @param isBehind - of which notes an earlier text than the file's may have been read: they are not stored */
  async save(slices: Slices | null, isBehind: (path: string) => boolean): Promise<void> {
    await this.store?.save(this.kept, { depends: this.depends, isBehind, slices });
  }

  private keep(path: string, kept: Kept<T>): void {
    this.unread.delete(path);
    this.kept.set(path, kept);
    if (kept.value === null) this.collector.remove(path);
    else this.collector.set(path, kept.value);
  }

  private dependsNow(): string {
    return this.collector.depends?.() ?? '';
  }
}
