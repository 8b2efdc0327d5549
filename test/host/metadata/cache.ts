// The metadata cache's life: indexing lags behind the file, `changed` comes per note, `resolve` per note whose links are known,
// `resolved` once the queue is empty. A rename moves the entry without `changed`; a delete takes it along in `deleted`.
import { Events } from '../base/events';
import { tick } from '../base/tick';
import { disk } from '../vault/adapter';
import { type TAbstractFile, TFile } from '../vault/files';
import type { Vault } from '../vault/vault';
import { parseMetadata } from './parse';
import { LinkResolver } from './resolve';
import type { CachedMetadata } from './types';

/** Notes read in one call, so that a cold start of thousands is a few calls. */
const BATCH = 500;

type LinkCounts = Record<string, Record<string, number>>;

export class MetadataCache extends Events {
  readonly resolvedLinks: LinkCounts = {};
  readonly unresolvedLinks: LinkCounts = {};
  private readonly entries = new Map<string, CachedMetadata>();
  private readonly queue = new Set<TFile>();
  private readonly links: LinkResolver;
  private readonly known = new WeakSet<TAbstractFile>();
  private working = false;
  private held = false;
  /** Notes whose links must be resolved when the queue is empty; null: all of them. */
  private dirty: Set<string> | null = new Set();
  /** Lower-case names of files that appeared: unresolved links elsewhere may mean them. */
  private fresh = new Set<string>();

  constructor(private readonly vault: Vault) {
    super();
    this.links = new LinkResolver(vault);
    vault.on('create', (file: TAbstractFile) => {
      if (this.known.has(file)) return; // announced once more at the app's start
      this.known.add(file);
      this.links.added(file);
      this.fresh.add(file.name.toLowerCase());
      this.enqueue(file);
    });
    vault.on('modify', (file: TAbstractFile) => {
      this.enqueue(file);
    });
    vault.on('delete', (file: TAbstractFile) => {
      this.forget(file);
    });
    vault.on('rename', (file: TAbstractFile, from: string) => {
      this.moved(file, from);
    });
  }

  getFileCache(file: TFile): CachedMetadata | null {
    return this.getCache(file.path);
  }
  getCache(path: string): CachedMetadata | null {
    return this.held ? null : (this.entries.get(path) ?? null);
  }
  getFirstLinkpathDest(linkpath: string, sourcePath: string): TFile | null {
    return this.links.resolve(linkpath, sourcePath);
  }
  fileToLinktext(file: TFile, sourcePath: string, omitMdExtension = true): string {
    return this.links.linktext(file, sourcePath, omitMdExtension);
  }
  getCachedFiles(): string[] {
    return [...this.entries.keys()];
  }

  // The host's own side.

  /** A cold start that has not come to the notes yet: nothing is known, nothing is said. */
  hold(): void {
    this.held = true;
  }

  /** The cold start gets to the notes: `changed` for each, then `resolved`. */
  async release(): Promise<void> {
    this.held = false;
    await this.work();
  }

  busy(): number {
    return this.held ? 0 : this.queue.size + (this.working ? 1 : 0);
  }

  private enqueue(file: TAbstractFile): void {
    if (!(file instanceof TFile)) return;
    if (file.extension !== 'md') return;
    this.queue.add(file);
    if (!this.held) void this.work();
  }

  private async work(): Promise<void> {
    if (this.working) return;
    this.working = true;
    await tick(); // what one action changes is indexed together
    while (this.queue.size > 0) {
      const batch = [...this.queue].slice(0, BATCH);
      for (const file of batch) this.queue.delete(file);
      const texts = await disk<(string | null)[]>(
        'readMany',
        batch.map((file) => file.path),
      );
      batch.forEach((file, i) => {
        this.index(file, texts[i] ?? null);
      });
      await tick();
    }
    this.working = false;
    this.resolveLinks();
    this.trigger('resolved');
  }

  private index(file: TFile, text: string | null): void {
    if (text === null || this.vault.getFileByPath(file.path) !== file) return; // gone meanwhile
    const cache = parseMetadata(text);
    this.entries.set(file.path, cache);
    this.dirty?.add(file.path);
    this.trigger('changed', file, text, cache);
  }

  private forget(file: TAbstractFile): void {
    this.links.changed();
    this.dirty = null;
    if (!(file instanceof TFile)) return;
    this.queue.delete(file);
    const before = this.entries.get(file.path) ?? null;
    this.entries.delete(file.path);
    delete this.resolvedLinks[file.path];
    delete this.unresolvedLinks[file.path];
    this.trigger('deleted', file, before);
    if (!this.held) void this.work();
  }

  private moved(file: TAbstractFile, from: string): void {
    this.links.changed();
    this.dirty = null;
    const cache = this.entries.get(from);
    if (cache !== undefined) {
      this.entries.delete(from);
      this.entries.set(file.path, cache);
    }
    for (const counts of [this.resolvedLinks, this.unresolvedLinks]) {
      const known = counts[from];
      if (known === undefined) continue;
      counts[file.path] = known;
      delete counts[from];
    }
    if (!this.held) void this.work();
  }

  private resolveLinks(): void {
    const all = this.dirty === null;
    const todo = new Set(this.dirty ?? this.entries.keys());
    if (!all && this.fresh.size > 0) {
      for (const [path, links] of Object.entries(this.unresolvedLinks)) {
        if (Object.keys(links).some((link) => this.mayBeFresh(link))) todo.add(path);
      }
    }
    this.dirty = new Set();
    this.fresh = new Set();
    for (const path of todo) this.resolveNote(path, all);
  }

  private mayBeFresh(link: string): boolean {
    const name = link.slice(link.lastIndexOf('/') + 1).toLowerCase();
    return this.fresh.has(name) || this.fresh.has(`${name}.md`);
  }

  private resolveNote(path: string, quietly: boolean): void {
    const cache = this.entries.get(path);
    const file = this.vault.getFileByPath(path);
    if (cache === undefined || file === null) return;
    const resolved: Record<string, number> = {};
    const unresolved: Record<string, number> = {};
    for (const { link } of [...(cache.links ?? []), ...(cache.embeds ?? []), ...(cache.frontmatterLinks ?? [])]) {
      const target = link.split('#')[0] ?? '';
      if (target === '') continue;
      const found = this.links.resolve(target, path);
      const into = found === null ? unresolved : resolved;
      const key = found?.path ?? target;
      into[key] = (into[key] ?? 0) + 1;
    }
    this.resolvedLinks[path] = resolved;
    this.unresolvedLinks[path] = unresolved;
    if (!quietly) this.trigger('resolve', file);
  }
}
