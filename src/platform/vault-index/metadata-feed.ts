import type { App } from 'obsidian';
import type { MetadataCollector, NoteMeta } from './collector';
import { metaOf } from './note-meta';
import { Slices } from './slices';

/** Feeds one collector from metadata: asked for the first time, with the whole vault; from then on, event by event. */
export class MetadataFeed<T = unknown> {
  private readonly known = new Set<string>();
  /** Notes that the cache has not come to yet. */
  private readonly pending = new Set<string>();
  private walked: 'not' | 'early' | 'under way' | 'whole' = 'not';
  private walking: Promise<void> | null = null;

  constructor(
    private readonly app: App,
    private readonly collector: MetadataCollector<T>,
  ) {}

  /** Brings the collector level with the cache, at once. Before the layout is ready the vault is not listed yet. */
  catchUp(): void {
    if (this.walked === 'whole') {
      this.takePending();
      return;
    }
    const { vault, metadataCache, workspace } = this.app;
    this.walked = workspace.layoutReady ? 'whole' : 'early'; // ends a walk that is under way
    this.pending.clear();
    const there = new Set<string>();
    for (const file of vault.getMarkdownFiles()) {
      there.add(file.path);
      const cache = metadataCache.getFileCache(file);
      if (cache === null) this.pending.add(file.path);
      else this.take(metaOf(file.path, cache));
    }
    for (const path of [...this.known]) if (!there.has(path)) this.drop(path);
  }

  /** The same with the app having its turn between, for who can wait. The vault must be listed. */
  async catchUpInSlices(): Promise<void> {
    if (this.walked === 'whole') this.takePending();
    else await (this.walking ??= this.walk().finally(() => (this.walking = null)));
  }

  /** Nobody asks any more. */
  stop(): void {
    this.walked = 'not';
  }

  private get isUnderWay(): boolean {
    return this.walked === 'under way';
  }

  private async walk(): Promise<void> {
    const { vault, metadataCache } = this.app;
    const slices = new Slices();
    this.walked = 'under way';
    for (const file of vault.getMarkdownFiles()) {
      if (slices.isUsedUp) await slices.pause();
      if (!this.isUnderWay) return;
      const cache = metadataCache.getFileCache(file);
      if (cache !== null) this.take(metaOf(file.path, cache));
      else if (vault.getFileByPath(file.path) === file) this.pending.add(file.path);
    }
    this.walked = 'whole';
  }

  /** The vault is listed now: who asked before got no answer worth keeping. */
  layoutReady(): void {
    if (this.walked !== 'early') return;
    this.catchUp();
    this.collector.tell();
  }

  changed(note: NoteMeta): void {
    if (this.walked !== 'whole' && this.walked !== 'under way') return;
    this.pending.delete(note.path);
    this.take(note);
  }

  removed(path: string): void {
    this.pending.delete(path);
    if (this.known.has(path)) this.drop(path);
  }

  renamed(from: string, to: string): void {
    if (this.pending.delete(from)) this.pending.add(to);
    if (this.known.delete(from)) {
      this.known.add(to);
      this.collector.rename(from, to);
    }
    if (this.walked !== 'whole' && this.walked !== 'under way') return;
    // Looked at under its new path, where it may have a part in this though it had none before.
    const file = this.app.vault.getFileByPath(to);
    const cache = file === null ? null : this.app.metadataCache.getFileCache(file);
    if (cache !== null) this.take(metaOf(to, cache));
  }

  /** At a cold start notes come into the cache without an event of their own. */
  takePending(): void {
    for (const path of [...this.pending]) {
      const file = this.app.vault.getFileByPath(path);
      const cache = file === null ? null : this.app.metadataCache.getFileCache(file);
      if (file !== null && cache === null) continue;
      this.pending.delete(path);
      if (cache !== null) this.take(metaOf(path, cache));
    }
  }

  tell(): void {
    this.collector.tell();
  }

  below(prefix: string): string[] {
    return [...this.known].filter((path) => path.startsWith(prefix));
  }

  private take(note: NoteMeta): void {
    const kept = this.collector.keep(note);
    if (kept !== null) {
      this.known.add(note.path);
      this.collector.set(note.path, kept);
    } else if (this.known.has(note.path)) this.drop(note.path);
  }

  private drop(path: string): void {
    this.known.delete(path);
    this.collector.remove(path);
  }
}
