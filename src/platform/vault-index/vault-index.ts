import { Component, type App, type TFile } from 'obsidian';
import type { CacheSettling } from '../cache-settling';
import { BodyFeed } from './body-feed';
import type { BodyCollector, MetadataCollector, NoteMeta } from './collector';
import { Keeping } from './keeping';
import type { Stamp } from './kept-note';
import type { DeviceRecords } from './kept-store';
import { MetadataFeed } from './metadata-feed';
import { metaFromText, metaOf } from './note-meta';
import { NoteQueue, type Job } from './note-queue';
import { nextTurn, Slices } from './slices';
import { followVault } from './vault-events';

/** Bodies that are asked for at once. */
const READS_AT_ONCE = 32;

/** A collector of metadata, as its owner holds it. */
export interface MetadataHandle {
  /** Everything that the cache knows is in; costs a walk the first time, and next to nothing afterwards. */
  now(): void;
  /** The same in slices, once the metadata cache has settled (see `CacheSettling`). */
  ready(): Promise<void>;
  remove(): void;
}

/** A collector of bodies, as its owner holds it. */
export interface BodyHandle {
  /** Whether `ready` has resolved before and nothing has been waiting to be read since. */
  readonly isReady: boolean;
  /** Resolves once the metadata cache has settled and every note that matters has been read. The first call begins it. */
  ready(): Promise<void>;
  /** Looks through the whole vault (again): what the collector goes by may be another. */
  walk(): void;
  remove(): void;
}

/** What was found of a note: gone, not in the cache yet, or what is known of it and who wants it. */
type Found = FoundNote | 'gone' | 'pending' | 'unreadable';

interface FoundNote {
  readonly note: NoteMeta;
  readonly stamp: Stamp;
  /** Null where nobody needs it. */
  readonly text: string | null;
  readonly reads: ReadonlySet<BodyFeed>;
  readonly keeps: ReadonlySet<BodyFeed>;
}

/**
 * The vault as all collectors see it: one walk, one queue, one reading of each body. Metadata says which notes matter;
 * what was read of a note is kept on the device, so that an unchanged one is not read at the next start either. Work stops
 * every few milliseconds for the app. Nothing is ever written to the vault.
 */
export class VaultIndex extends Component {
  private readonly metadata = new Set<MetadataFeed>();
  private readonly bodies = new Set<BodyFeed>();
  private readonly queue = new NoteQueue<BodyFeed>();
  private working: Promise<void> | null = null;
  private alive = true;
  private listed = false;
  private readonly keeping: Keeping;

  /** @param release - of the plugin: what another one kept of a note is not believed */
  constructor(
    private readonly app: App,
    private readonly settling: CacheSettling,
    private readonly records: DeviceRecords,
    private readonly release: string,
  ) {
    super();
    this.keeping = this.addChild(
      new Keeping(
        app,
        () => this.awake(),
        (path) => this.queue.isBehind(path),
      ),
    );
  }

  override onload(): void {
    this.app.workspace.onLayoutReady(() => {
      if (this.stopped) return;
      this.listed = true;
      this.listen();
      for (const feed of [...this.metadata]) feed.layoutReady();
      this.work();
    });
  }

  override onunload(): void {
    this.alive = false;
    this.queue.clear();
    this.metadata.clear();
    this.bodies.clear();
  }

  addMetadata<T>(collector: MetadataCollector<T>): MetadataHandle {
    const feed = new MetadataFeed(this.app, collector) as MetadataFeed;
    this.metadata.add(feed);
    return {
      now: () => {
        feed.catchUp();
      },
      ready: async () => {
        await this.settled();
        if (this.metadata.has(feed)) await feed.catchUpInSlices();
      },
      remove: () => {
        this.metadata.delete(feed);
        feed.stop();
      },
    };
  }

  addBody<T>(collector: BodyCollector<T>): BodyHandle {
    const feed = new BodyFeed(collector, this.records, this.release) as BodyFeed;
    this.bodies.add(feed);
    const isIdle = (): boolean => this.working === null && !this.queue.hasPending;
    let wasReady = false;
    return {
      get isReady() {
        return wasReady && isIdle();
      },
      ready: async () => {
        if (!feed.isAwake) feed.walk();
        this.work();
        await this.ready();
        wasReady = true;
      },
      walk: () => {
        feed.walk();
        this.work();
      },
      remove: () => this.bodies.delete(feed),
    };
  }

  /** Every note that the cache knows now, for what is asked once; what has to follow the vault is a collector. */
  *known(): Generator<NoteMeta> {
    const { vault, metadataCache } = this.app;
    for (const file of vault.getMarkdownFiles()) {
      const cache = metadataCache.getFileCache(file);
      if (cache !== null) yield metaOf(file.path, cache);
    }
  }

  /** Resolves once looking for a note by its metadata is safe (see `CacheSettling`). */
  async settled(): Promise<void> {
    await this.settling.settled();
    this.takePending();
  }

  /** Notes that are not in the metadata cache. */
  unread(): string[] {
    return this.settling.unread();
  }

  /** `settled`, and what is waiting to be read has been read. */
  async ready(): Promise<void> {
    await this.settled();
    await this.idle();
  }

  /** `ready`, and every change made to the vault up to now is in, ahead of the cache where that lags behind. */
  async flush(): Promise<void> {
    await this.ready();
    this.queue.takeWritten(this.unread());
    this.work();
    await this.idle();
  }

  /**
   * Everything is read anew, whatever was kept.
   * @param clear - empties the store on the device, with no write under way
   */
  async startOver<T>(clear: () => Promise<T>): Promise<T> {
    await this.keeping.done();
    const cleared = await clear();
    for (const feed of this.bodies) feed.forget();
    this.work();
    return cleared;
  }

  private get stopped(): boolean {
    return !this.alive;
  }

  private listen(): void {
    followVault(this.app, this, {
      changed: (path, text, cache) => {
        this.queue.cached(path);
        const note = metaOf(path, cache);
        this.forMetadata((feed) => {
          feed.changed(note);
        });
        this.queue.changed(path, text);
        this.work();
      },
      resolved: () => {
        this.queue.levelled();
        this.takePending();
      },
      created: (path) => {
        this.queue.wrote(path);
        this.queue.relocated(path);
        this.work();
      },
      modified: (path) => {
        this.queue.wrote(path);
      },
      removed: (path) => {
        this.forMetadata((feed) => {
          feed.removed(path);
        });
        this.queue.changed(path, null);
        this.queue.relocated(path);
        this.work();
      },
      renamed: (from, to) => {
        this.forMetadata((feed) => {
          feed.renamed(from, to);
        });
        for (const feed of this.bodies) feed.renamed(from, to);
        this.queue.renamed(from, to);
        this.work();
      },
      below: (prefix) => [
        ...[...this.bodies, ...this.metadata].flatMap((feed) => feed.below(prefix)),
        ...this.queue.below(prefix),
      ],
    });
  }

  private forMetadata(give: (feed: MetadataFeed) => void): void {
    for (const feed of [...this.metadata]) {
      give(feed);
      feed.tell();
    }
  }

  /** What the cache lacked and knows by now; it may have come without an event of its own. */
  private takePending(): void {
    this.forMetadata((feed) => {
      feed.takePending();
    });
    this.queue.takePending();
    this.work();
  }

  private async idle(): Promise<void> {
    while (this.working !== null) await this.working;
  }

  private get due(): boolean {
    return this.alive && this.listed && (this.queue.isDue || [...this.bodies].some((feed) => feed.isWalkDue));
  }

  private work(): void {
    if (!this.due) return;
    this.working ??= this.drain().finally(() => {
      this.working = null;
      this.work(); // something may have come between the last look and now
    });
  }

  /** Does what is due until nothing is, and tells once; what comes meanwhile is done in the same go. */
  private async drain(): Promise<void> {
    await nextTurn(); // what one action changes is done together
    const slices = new Slices();
    while (this.due) {
      for (const feed of [...this.bodies]) if (feed.isWalkDue) await this.walk(feed, slices);
      await this.doJobs(slices);
      const moved = this.queue.takeMoved();
      for (const feed of this.awake()) await this.lookFurther(feed, moved, slices);
      if (this.queue.size === 0) this.tell();
    }
    if (this.stopped || this.queue.hasPending) return;
    const outdated = this.awake().filter((feed) => feed.isOutdated);
    for (const feed of outdated) feed.walk();
    if (outdated.length === 0) this.keeping.quiet();
  }

  /** Lines up every note that a collector wants to look at. */
  private async walk(feed: BodyFeed, slices: Slices): Promise<void> {
    await feed.beginWalk(slices);
    for (const file of this.app.vault.getMarkdownFiles()) {
      if (slices.isUsedUp) await slices.pause();
      if (this.stopped) return;
      const cache = this.app.metadataCache.getFileCache(file);
      if (cache === null) this.queue.awaitCache(file.path);
      else this.want(feed, file, metaOf(file.path, cache), (note) => feed.wants(note));
    }
  }

  /** Lines the note up for a collector that wants it, unless what it kept of the note still holds. */
  private want(feed: BodyFeed, file: TFile, note: NoteMeta, wants: (note: NoteMeta) => boolean): void {
    if (wants(note) && (this.queue.has(note.path) || !feed.recall(note, file.stat))) this.queue.wanted(note.path, feed);
  }

  private async lookFurther(feed: BodyFeed, moved: ReadonlySet<string>, slices: Slices): Promise<void> {
    const matters = feed.further(moved);
    if (matters === null) return;
    for (const file of this.app.vault.getMarkdownFiles()) {
      if (slices.isUsedUp) await slices.pause();
      if (this.stopped) return;
      if (feed.holds(file.path) || this.queue.has(file.path)) continue;
      const cache = this.app.metadataCache.getFileCache(file);
      if (cache !== null) this.want(feed, file, metaOf(file.path, cache), matters);
    }
  }

  private async doJobs(slices: Slices): Promise<void> {
    while (this.alive && this.queue.size > 0) {
      const batch = this.queue.take(READS_AT_ONCE);
      const found = await Promise.all(batch.map(([path, job]) => this.look(path, job)));
      slices.resume();
      for (const [index, [path, job]] of batch.entries()) {
        if (slices.isUsedUp) await slices.pause();
        if (this.stopped) return;
        if (this.queue.has(path)) continue; // it changed again while it was read
        this.take(path, job, found[index] ?? 'unreadable');
      }
    }
  }

  /** Judges a note by its metadata, and gets its body where somebody must read it. */
  private async look(path: string, job: Job<BodyFeed>): Promise<Found> {
    const { vault, metadataCache } = this.app;
    const file = vault.getFileByPath(path);
    if (file === null) return 'gone';
    const { mtime, size } = file.stat;
    const stamp = { mtime, size };
    const cache = metadataCache.getFileCache(file);
    const ahead = job.ahead ? await this.bodyOf(file) : null;
    if (job.ahead && ahead === null) return this.unreadable(path, job);
    if (ahead === null && cache === null) return 'pending';
    const note = ahead !== null || cache === null ? metaFromText(path, ahead ?? '', cache) : metaOf(path, cache);
    const keeps = new Set(this.awake(job).filter((feed) => feed.matters(note)));
    // A note that changed is read whatever is remembered: its time may have been set back.
    const mayRest = job.feeds !== null;
    const reads = new Set([...keeps].filter((feed) => !mayRest || !feed.recall(note, stamp)));
    const text = ahead ?? job.text ?? (reads.size === 0 ? null : await this.bodyOf(file));
    return text === null && reads.size > 0 ? this.unreadable(path, job) : { note, stamp, text, reads, keeps };
  }

  private async bodyOf(file: TFile): Promise<string | null> {
    try {
      return await this.app.vault.cachedRead(file);
    } catch {
      return null; // what the collectors have stays; the next event brings the rest
    }
  }

  private unreadable(path: string, job: Job<BodyFeed>): 'unreadable' {
    for (const feed of this.awake(job)) feed.unreadable(path);
    return 'unreadable';
  }

  private take(path: string, job: Job<BodyFeed>, found: Found): void {
    if (found === 'unreadable') return;
    if (found === 'pending') {
      this.queue.awaitCache(path);
      return;
    }
    if (found === 'gone') {
      for (const feed of this.bodies) feed.drop(path);
      return;
    }
    const { note, stamp, text, reads, keeps } = found;
    if (note.ahead) for (const feed of this.metadata) feed.changed(note);
    for (const feed of this.awake(job)) {
      if (!keeps.has(feed)) feed.drop(path);
      else if (text !== null && reads.has(feed)) feed.take(note, stamp, text);
    }
  }

  /** Collectors that have been asked for; of a job, those that it is for. */
  private awake(job?: Job<BodyFeed>): BodyFeed[] {
    const feeds = job?.feeds ?? this.bodies;
    return [...feeds].filter((feed) => feed.isAwake && this.bodies.has(feed));
  }

  private tell(): void {
    for (const feed of [...this.metadata, ...this.awake()]) feed.tell();
  }
}
