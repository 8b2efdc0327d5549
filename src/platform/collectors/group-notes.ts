import { groupNote, type GroupNote } from '../../core/group/group-note';
import type { MetadataCollector, NoteMeta } from '../vault-index/collector';
import type { MetadataHandle, VaultIndex } from '../vault-index/vault-index';

/** A table of members is followed, too; what it says is read from its text. */
type Kept = GroupNote | 'members';

const MEMBERS = /(?:^|\/)members[^/]*\.md$/i;

/** What was handed in and said about it, in the whole vault; no body is read. */
export class GroupNotes implements MetadataCollector<Kept> {
  readonly from = 'metadata';
  private readonly notes = new Map<string, Kept>();
  private readonly listeners = new Set<() => void>();
  private readonly handle: MetadataHandle;
  private isOther = false;

  constructor(vault: VaultIndex) {
    this.handle = vault.addMetadata(this);
  }

  /** Resolves once every note that the cache knows is in. */
  ready(): Promise<void> {
    return this.handle.ready();
  }

  all(): GroupNote[] {
    this.handle.now();
    return [...this.notes.values()].filter((note) => note !== 'members');
  }

  /** Calls back when any of them changes, whatever in it; answers how to stop. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  keep({ path, frontmatter }: NoteMeta): Kept | null {
    return groupNote(path, frontmatter) ?? (MEMBERS.test(path) ? 'members' : null);
  }

  set(path: string, note: Kept): void {
    this.notes.set(path, note);
    this.isOther = true; // its body may be another
  }

  remove(path: string): void {
    if (this.notes.delete(path)) this.isOther = true;
  }

  rename(from: string, to: string): void {
    const note = this.notes.get(from);
    this.remove(from);
    if (note !== undefined) this.set(to, note === 'members' ? note : { ...note, path: to });
  }

  tell(): void {
    if (!this.isOther) return;
    this.isOther = false;
    for (const listener of [...this.listeners]) listener();
  }
}
