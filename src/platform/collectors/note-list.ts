import type { Frontmatter } from '../../core/markdown/frontmatter';
import type { MetadataCollector, NoteMeta } from '../vault-index/collector';
import type { MetadataHandle, VaultIndex } from '../vault-index/vault-index';

/** Notes of a kind in the whole vault, by what their properties and paths say; no body is read, but their changes are told of, too. */
export class NoteList<T extends { readonly path: string }> implements MetadataCollector<T> {
  readonly from = 'metadata';
  private readonly notes = new Map<string, T>();
  private readonly listeners = new Set<() => void>();
  private readonly handle: MetadataHandle;
  private isOther = false;

  /** @param read - what a note is; null where it is none of them */
  constructor(
    vault: VaultIndex,
    private readonly read: (path: string, frontmatter: Frontmatter) => T | null,
  ) {
    this.handle = vault.addMetadata(this);
  }

  /** Resolves once every note that the cache knows is in. */
  ready(): Promise<void> {
    return this.handle.ready();
  }

  all(): T[] {
    this.handle.now();
    return [...this.notes.values()];
  }

  /** Calls back when any of them changes, whatever in it; answers how to stop. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  keep({ path, frontmatter }: NoteMeta): T | null {
    return this.read(path, frontmatter);
  }

  set(path: string, note: T): void {
    this.notes.set(path, note);
    this.isOther = true; // its body may be another
  }

  remove(path: string): void {
    if (this.notes.delete(path)) this.isOther = true;
  }

  rename(from: string, to: string): void {
    const note = this.notes.get(from);
    this.remove(from);
    if (note !== undefined) this.set(to, { ...note, path: to });
  }

  tell(): void {
    if (!this.isOther) return;
    this.isOther = false;
    for (const listener of [...this.listeners]) listener();
  }
}
