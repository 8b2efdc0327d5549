import { Component, TFile, TFolder, type App, type TAbstractFile } from 'obsidian';
import { MAP_ID } from '../core/handbook/pack';
import { ReadingIndex } from '../core/reading/reading-index';
import { linkName } from '../core/vault/path';
import type { ReadingChange, ReadingIndexView } from '../core/reading/types';
import { dayOf } from '../core/time/calendar-day';
import {
  frontmatterOf,
  inlineTags,
  isBroken,
  linkPath,
  listLinks,
  READING_SETTINGS,
  ReadingCandidates,
} from './reading-candidates';
import { ReadingChanges } from './reading-changes';
import type { ReadingLog, ReadingLogParts } from './reading-log';
import { NoteReader, type Found, type Job } from './reading-notes';
import { nextTurn, Slices } from './reading-slices';

/** Bodies that are asked for at once. */
const READS_AT_ONCE = 32;

/** The reading index, current until the plugin unloads. */
export function createReadingLog(parts: ReadingLogParts): ReadingLog {
  return parts.plugin.addChild(new ReadingIndexer(parts));
}

/**
 * Keeps the reading index current. Metadata says which notes can matter; only their bodies are read, once a change, and
 * work stops every few milliseconds for the app. Nothing is ever written.
 */
class ReadingIndexer extends Component implements ReadingLog {
  private readonly app: App;
  private readonly core: ReadingIndex;
  private readonly changes = new ReadingChanges();
  /** Made when first asked for: at load there is nothing to read yet. */
  private noteReader: NoteReader | null = null;
  private readonly jobs = new Map<string, Job>();
  /** Notes that the metadata cache has not come to yet. */
  private readonly pending = new Set<string>();
  /** Notes written to since the cache last said that it is level with the vault. */
  private readonly written = new Set<string>();
  /** Paths at which notes came, went or moved, so that links may lead elsewhere. */
  private readonly moved = new Set<string>();
  /** Whether the whole vault has to be walked (again). */
  private walkDue = false;
  private working: Promise<void> | null = null;
  private alive = true;
  private wasReady = false;

  constructor(private readonly parts: ReadingLogParts) {
    super();
    this.app = parts.plugin.app;
    const { metadataCache } = this.app;
    this.core = new ReadingIndex({
      today: () => dayOf(parts.clock.now()),
      resolve: (target, from) => metadataCache.getFirstLinkpathDest(linkPath(target), from)?.path ?? null,
    });
  }

  get index(): ReadingIndexView {
    return this.core;
  }

  get isReady(): boolean {
    return this.wasReady && this.working === null && this.pending.size === 0;
  }

  override onload(): void {
    this.app.workspace.onLayoutReady(() => {
      if (this.stopped) return;
      this.listen();
      this.walk();
    });
  }

  override onunload(): void {
    this.alive = false;
    this.jobs.clear();
    this.changes.clear();
  }

  async ready(): Promise<void> {
    await this.parts.notes.settled();
    this.takePending();
    await this.idle();
    this.wasReady = true;
  }

  async flush(): Promise<void> {
    await this.ready();
    for (const path of this.written) this.enqueue(path, { text: null, ahead: true });
    this.written.clear();
    await this.idle();
  }

  subscribe(callback: (change: ReadingChange) => void): () => void {
    return this.changes.subscribe(callback);
  }

  private get reader(): NoteReader {
    const { settings, places, i18n } = this.parts;
    this.noteReader ??= new NoteReader(this.app, new ReadingCandidates(this.app, settings.values, places, i18n));
    return this.noteReader;
  }

  private get stopped(): boolean {
    return !this.alive;
  }

  private listen(): void {
    const { vault, metadataCache } = this.app;
    this.registerEvent(
      metadataCache.on('changed', (file, text, cache) => {
        this.pending.delete(file.path);
        if (cache.frontmatter?.['handbook-id'] === MAP_ID) this.walk(); // it says where templates lie
        this.enqueue(file.path, { text, ahead: false });
      }),
    );
    this.registerEvent(
      metadataCache.on('resolved', () => {
        this.written.clear();
        this.takePending();
      }),
    );
    this.registerEvent(
      vault.on('create', (file) => {
        if (!isNote(file)) return;
        this.written.add(file.path);
        this.relocate(file.path);
      }),
    );
    this.registerEvent(
      vault.on('modify', (file) => {
        if (isNote(file)) this.written.add(file.path);
      }),
    );
    this.registerEvent(
      vault.on('delete', (file) => {
        for (const path of this.pathsAt(file, file.path)) {
          this.enqueue(path, { text: null, ahead: false });
          this.relocate(path);
        }
      }),
    );
    this.registerEvent(
      vault.on('rename', (file, before) => {
        for (const path of this.pathsAt(file, before)) this.rename(path, file.path + path.slice(before.length));
      }),
    );
    this.register(
      this.parts.settings.subscribe((keys) => {
        if (READING_SETTINGS.some((key) => keys.has(key))) this.walk();
      }),
    );
  }

  /** The note itself; for a folder, what the index has below it (the app may or may not tell of each). */
  private pathsAt(file: TAbstractFile, path: string): string[] {
    if (file instanceof TFolder) return [...this.core.paths()].filter((known) => known.startsWith(`${path}/`));
    return path.endsWith('.md') ? [path] : [];
  }

  private rename(from: string, to: string): void {
    this.note(this.core.renameNote(from, to));
    if (this.written.delete(from)) this.written.add(to);
    if (this.pending.delete(from)) this.pending.add(to);
    const job = this.jobs.get(from);
    this.jobs.delete(from);
    this.relocate(from);
    this.relocate(to);
    // Its name may date it, its folder may make it a source or a template.
    this.enqueue(to, { text: job?.text ?? null, ahead: job?.ahead ?? false });
  }

  private relocate(path: string): void {
    this.moved.add(path);
    this.work();
  }

  private enqueue(path: string, job: Job): void {
    this.jobs.set(path, job);
    this.work();
  }

  private walk(): void {
    this.walkDue = true;
    this.work();
  }

  private takePending(): void {
    if (this.pending.size === 0) return;
    // The note that says where templates lie may be among those that the cache has come to now.
    const before = this.reader.candidates.templates.join();
    this.noteReader = null;
    if (this.reader.candidates.templates.join() !== before) this.walk();
    for (const path of this.pending) this.enqueue(path, { text: null, ahead: false });
    this.pending.clear();
  }

  private async idle(): Promise<void> {
    while (this.working !== null) await this.working;
  }

  private get due(): boolean {
    return this.alive && (this.walkDue || this.jobs.size > 0 || this.moved.size > 0);
  }

  private work(): void {
    if (!this.alive) return;
    this.working ??= this.drain().finally(() => {
      this.working = null;
      if (this.due) this.work(); // it came between the last look and now
    });
  }

  /** Does what is due until nothing is, and tells once; what comes meanwhile is done in the same go. */
  private async drain(): Promise<void> {
    await nextTurn(); // what one action changes is done together
    const slices = new Slices();
    while (this.due) {
      if (this.walkDue) await this.walkSources(slices);
      const appeared = await this.doJobs(slices);
      const names = this.takeMoved(appeared);
      await this.findLines(names, slices);
      if (this.jobs.size === 0) this.changes.tell();
    }
    this.changes.tell();
  }

  /** Lines up every note that is a source, or that the index knows; the rest is only looked at for links. */
  private async walkSources(slices: Slices): Promise<void> {
    this.walkDue = false;
    this.noteReader = null; // settings may be others now
    const known = new Set(this.core.paths());
    for (const file of this.app.vault.getMarkdownFiles()) {
      await slices.pause();
      if (this.stopped) return;
      const cache = this.app.metadataCache.getFileCache(file);
      if (cache === null) this.pending.add(file.path);
      else if (
        known.has(file.path) ||
        isBroken(cache) ||
        this.reader.candidates.dialectOf(file.path, frontmatterOf(cache), inlineTags(cache))
      ) {
        if (!this.jobs.has(file.path)) this.jobs.set(file.path, { text: null, ahead: false });
      }
    }
    this.everySource = true;
  }

  /** Set by a walk: lines about any source have to be looked for, not only about those that appeared. */
  private everySource = false;

  /** Does the jobs; answers the sources that were none before. */
  private async doJobs(slices: Slices): Promise<string[]> {
    const appeared: string[] = [];
    while (this.alive && this.jobs.size > 0) {
      const batch = [...this.jobs].slice(0, READS_AT_ONCE);
      for (const [path] of batch) this.jobs.delete(path);
      const found = await Promise.all(batch.map(([path, job]) => this.reader.look(path, job)));
      slices.resume();
      for (const [index, [path]] of batch.entries()) {
        await slices.pause();
        if (this.stopped) return appeared;
        if (this.jobs.has(path)) continue; // it changed again while it was read
        const wasSource = this.core.isSource(path);
        this.take(path, found[index] ?? 'unreadable');
        if (!wasSource && this.core.isSource(path)) appeared.push(path);
      }
    }
    return appeared;
  }

  private take(path: string, found: Found): void {
    if (found === 'unreadable') return;
    if (found === 'pending') {
      this.pending.add(path);
      return;
    }
    const facts = found === 'nothing' ? null : this.reader.factsOf(path, found);
    this.note(facts === null ? this.core.removeNote(path) : this.core.setNote(path, facts));
  }

  /** Names (in lower case) of sources that links may newly lead to; null for every source. */
  private takeMoved(appeared: readonly string[]): ReadonlySet<string> | null {
    const moved = [...this.moved];
    this.moved.clear();
    if (moved.length > 0) this.note(this.core.relink(moved));
    if (this.everySource) {
      this.everySource = false;
      return null;
    }
    const names = new Set(appeared.map(linkName));
    if (moved.length > 0) {
      const known = new Set(this.core.sources().map(({ path }) => linkName(path)));
      for (const name of moved.map(linkName)) if (known.has(name)) names.add(name);
    }
    return names;
  }

  /** Lines up notes that are not in the index and link from a list to a source of one of those names. */
  private async findLines(names: ReadonlySet<string> | null, slices: Slices): Promise<void> {
    if (names?.size === 0) return;
    for (const file of this.app.vault.getMarkdownFiles()) {
      await slices.pause();
      if (this.stopped) return;
      if (this.core.has(file.path) || this.jobs.has(file.path)) continue;
      const cache = this.app.metadataCache.getFileCache(file);
      if (cache?.links === undefined || cache.listItems === undefined) continue;
      if (this.reader.candidates.isExcluded(file.path, frontmatterOf(cache))) continue;
      const leads = listLinks(cache).some((target) => {
        if (names !== null && !names.has(linkName(target))) return false;
        const found = this.app.metadataCache.getFirstLinkpathDest(target, file.path);
        return found !== null && this.core.isSource(found.path);
      });
      if (leads) this.jobs.set(file.path, { text: null, ahead: false });
    }
  }

  private note(change: ReadingChange): void {
    this.changes.add(change);
  }
}

function isNote(file: TAbstractFile): file is TFile {
  return file instanceof TFile && file.extension === 'md';
}
