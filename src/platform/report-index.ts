import { Component, type App, type TFile } from 'obsidian';
import type { IsoWeek } from '../core/ports';
import { reportFacts, type ReportNote } from '../core/report/report-note';

/**
 * Which weeks have a report: kept from the metadata cache's events, so that asking is cheap and needs no waiting.
 * Nothing is read before someone asks; what the cache does not know yet comes in as it settles.
 */
export class ReportIndex extends Component {
  private notes: Map<string, ReportNote> | null = null;
  /** Whether some notes were not in the cache yet when `notes` was made. */
  private isPartial = false;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly app: App) {
    super();
  }

  override onload(): void {
    const { metadataCache, vault, workspace } = this.app;
    this.registerEvent(
      metadataCache.on('changed', (file) => {
        this.take(file);
      }),
    );
    this.registerEvent(
      vault.on('delete', (file) => {
        this.drop(file.path);
      }),
    );
    this.registerEvent(
      vault.on('rename', (file, before) => {
        const note = this.notes?.get(before);
        if (note === undefined) return;
        this.notes?.delete(before);
        this.notes?.set(file.path, { ...note, path: file.path });
        this.tell();
      }),
    );
    // At a cold start notes come into the cache without an event of their own.
    this.registerEvent(
      metadataCache.on('resolved', () => {
        if (!this.isPartial) return;
        this.notes = null;
        this.tell();
      }),
    );
    // Who asked before the vault was listed got no answer worth keeping.
    workspace.onLayoutReady(() => {
      this.notes = null;
      this.tell();
    });
  }

  override onunload(): void {
    this.listeners.clear();
  }

  all(): readonly ReportNote[] {
    return [...this.known().values()];
  }

  ofWeek(week: IsoWeek): readonly ReportNote[] {
    return this.all().filter((note) => note.week === week);
  }

  at(path: string): ReportNote | null {
    return this.known().get(path) ?? null;
  }

  /** Calls back when any report appears, changes or goes; answers how to stop. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private known(): Map<string, ReportNote> {
    if (this.notes !== null) return this.notes;
    const { metadataCache, vault } = this.app;
    const notes = new Map<string, ReportNote>();
    this.isPartial = false;
    for (const file of vault.getMarkdownFiles()) {
      const cache = metadataCache.getFileCache(file);
      if (cache === null) this.isPartial = true;
      const facts = reportFacts(cache?.frontmatter);
      if (facts !== null) notes.set(file.path, { ...facts, path: file.path });
    }
    this.notes = notes;
    return notes;
  }

  private take(file: TFile): void {
    if (this.notes === null) return;
    const before = this.notes.get(file.path);
    const facts = reportFacts(this.app.metadataCache.getFileCache(file)?.frontmatter);
    if (facts === null) {
      this.drop(file.path);
      return;
    }
    if (before?.week === facts.week && before.author === facts.author && before.status === facts.status) return;
    this.notes.set(file.path, { ...facts, path: file.path });
    this.tell();
  }

  private drop(path: string): void {
    if (this.notes?.delete(path) === true) this.tell();
  }

  private tell(): void {
    for (const listener of [...this.listeners]) listener();
  }
}
