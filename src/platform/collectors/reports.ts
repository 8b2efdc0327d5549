import type { IsoWeek } from '../../core/ports';
import { reportFacts, type ReportNote } from '../../core/report/report-note';
import type { MetadataCollector, NoteMeta } from '../vault-index/collector';
import type { MetadataHandle, VaultIndex } from '../vault-index/vault-index';

/** Which weeks have a report; cheap to ask, and needs no waiting: what the cache does not know yet comes as it settles. */
export class ReportIndex implements MetadataCollector<ReportNote> {
  readonly from = 'metadata';
  private readonly notes = new Map<string, ReportNote>();
  private readonly listeners = new Set<() => void>();
  private readonly handle: MetadataHandle;
  private isOther = false;

  constructor(vault: VaultIndex) {
    this.handle = vault.addMetadata(this);
  }

  all(): readonly ReportNote[] {
    this.handle.now();
    return [...this.notes.values()];
  }

  ofWeek(week: IsoWeek): readonly ReportNote[] {
    return this.all().filter((note) => note.week === week);
  }

  at(path: string): ReportNote | null {
    this.handle.now();
    return this.notes.get(path) ?? null;
  }

  /** Calls back when any report appears, changes or goes; answers how to stop. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  keep({ path, frontmatter }: NoteMeta): ReportNote | null {
    const facts = reportFacts(frontmatter);
    return facts === null ? null : { ...facts, path };
  }

  set(path: string, note: ReportNote): void {
    const before = this.notes.get(path);
    if (before?.week === note.week && before.author === note.author && before.status === note.status) return;
    this.notes.set(path, note);
    this.isOther = true;
  }

  remove(path: string): void {
    if (this.notes.delete(path)) this.isOther = true;
  }

  rename(from: string, to: string): void {
    const note = this.notes.get(from);
    this.notes.delete(from);
    if (note !== undefined) this.set(to, { ...note, path: to });
  }

  tell(): void {
    if (!this.isOther) return;
    this.isOther = false;
    for (const listener of [...this.listeners]) listener();
  }
}
