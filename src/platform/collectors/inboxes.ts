import { noteKind } from '../../core/vault/note-kind';
import type { MetadataCollector, NoteMeta } from '../vault-index/collector';
import type { MetadataHandle, VaultIndex } from '../vault-index/vault-index';

/** The notes that alerts go into, wherever they lie: two devices may have made one each. */
export class Inboxes implements MetadataCollector<true> {
  readonly from = 'metadata';
  private readonly paths = new Set<string>();
  private readonly listeners = new Set<() => void>();
  private readonly handle: MetadataHandle;

  constructor(vault: VaultIndex) {
    this.handle = vault.addMetadata(this);
  }

  /** The one that counts first: the shortest path, then alphabetical. */
  all(): readonly string[] {
    this.handle.now();
    return [...this.paths].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  }

  /** Calls back when one changes, appears or goes; answers how to stop. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  keep({ frontmatter }: NoteMeta): true | null {
    return noteKind(frontmatter) === 'inbox' ? true : null;
  }

  set(path: string): void {
    this.paths.add(path);
  }

  remove(path: string): void {
    this.paths.delete(path);
  }

  rename(from: string, to: string): void {
    if (this.paths.delete(from)) this.paths.add(to);
  }

  tell(): void {
    for (const listener of [...this.listeners]) listener();
  }
}
