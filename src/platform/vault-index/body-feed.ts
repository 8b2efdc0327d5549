import type { BodyCollector, NoteMeta } from './collector';
import { metaKey, type Kept, type Stamp } from './kept-note';

/** Feeds one collector from bodies, and remembers what it kept of each note so that an unchanged one is not read again. */
export class BodyFeed<T = unknown> {
  /** By path; a value of null says that there was nothing in the note. */
  private readonly kept = new Map<string, Kept<T>>();
  private depends = '';
  private walkDue = false;
  private awake = false;

  constructor(private readonly collector: BodyCollector<T>) {}

  get isAwake(): boolean {
    return this.awake;
  }

  get isWalkDue(): boolean {
    return this.walkDue;
  }

  /** Has the whole vault looked at (again). */
  walk(): void {
    this.awake = true;
    this.walkDue = true;
  }

  beginWalk(): void {
    this.walkDue = false;
    this.depends = this.collector.begin?.() ?? '';
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

  /** Whether what was kept of the note still holds, so that its body need not be read. */
  remembers(note: NoteMeta, stamp: Stamp): boolean {
    const kept = this.kept.get(note.path);
    return (
      kept?.mtime === stamp.mtime &&
      kept.size === stamp.size &&
      kept.depends === this.depends &&
      kept.meta === metaKey(note)
    );
  }

  take(note: NoteMeta, stamp: Stamp, text: string): void {
    const { path } = note;
    const value = this.collector.keep(note, text);
    this.kept.set(path, { mtime: stamp.mtime, size: stamp.size, depends: this.depends, meta: metaKey(note), value });
    if (value === null) this.collector.remove(path);
    else this.collector.set(path, value);
  }

  drop(path: string): void {
    if (this.kept.delete(path)) this.collector.remove(path);
  }

  unreadable(path: string): void {
    this.collector.unreadable?.(path);
  }

  renamed(from: string, to: string): void {
    const kept = this.kept.get(from);
    if (kept === undefined) return;
    this.kept.delete(from);
    this.kept.set(to, { ...kept, mtime: Number.NaN }); // its path may say something else now: to be read again
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
}
