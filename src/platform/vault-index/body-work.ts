import type { App, TFile } from 'obsidian';
import type { BodyFeed } from './body-feed';
import type { NoteMeta } from './collector';
import type { Stamp } from './kept-note';
import { metaFromText, metaOf } from './note-meta';
import { NoteQueue, type Job } from './note-queue';
import { nextTurn, Slices } from './slices';

/** Bodies that are asked for at once. */
const READS_AT_ONCE = 32;

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

/** What is told of the work. */
export interface WorkListener {
  /** The metadata was read from a note's text, ahead of the cache. */
  ahead(note: NoteMeta): void;
  /** Everything up to now is in. */
  tell(): void;
  /** Nothing is waiting to be looked at. */
  quiet(): void;
}

/**
 * The reading of bodies for all collectors: looks at what is in the queue, and walks the vault for who asks, in slices,
 * one reading a body whoever wants it. Begins once the vault is listed, and works whenever something is due.
 */
export class BodyWork {
  readonly feeds = new Set<BodyFeed>();
  readonly queue = new NoteQueue<BodyFeed>();
  private working: Promise<void> | null = null;
  private state: 'not listed' | 'listed' | 'ended' = 'not listed';

  constructor(
    private readonly app: App,
    private readonly listener: WorkListener,
  ) {}

  /** The vault is listed. */
  begin(): void {
    if (this.state === 'not listed') this.state = 'listed';
    this.go();
  }

  end(): void {
    this.state = 'ended';
    this.queue.clear();
    this.feeds.clear();
  }

  get isIdle(): boolean {
    return this.working === null && !this.queue.hasPending;
  }

  get hasEnded(): boolean {
    return this.state === 'ended';
  }

  async idle(): Promise<void> {
    while (this.working !== null) await this.working;
  }

  private get due(): boolean {
    return this.state === 'listed' && (this.queue.isDue || [...this.feeds].some((feed) => feed.isWalkDue));
  }

  /** Does what is due, if it is not being done already. */
  go(): void {
    if (!this.due) return;
    this.working ??= this.drain().finally(() => {
      this.working = null;
      this.go(); // something may have come between the last look and now
    });
  }

  /** Does what is due until nothing is, and tells once; what comes meanwhile is done in the same go. */
  private async drain(): Promise<void> {
    await nextTurn(); // what one action changes is done together
    const slices = new Slices();
    while (this.due) {
      for (const feed of [...this.feeds]) if (feed.isWalkDue) await this.walk(feed, slices);
      await this.doJobs(slices);
      const moved = this.queue.takeMoved();
      for (const feed of this.awake()) await this.lookFurther(feed, moved, slices);
      if (this.queue.size === 0) this.listener.tell();
    }
    if (this.hasEnded || this.queue.hasPending) return;
    const outdated = this.awake().filter((feed) => feed.isOutdated);
    for (const feed of outdated) feed.walk();
    if (outdated.length === 0) this.listener.quiet();
  }

  /** Lines up every note that a collector wants to look at. */
  private async walk(feed: BodyFeed, slices: Slices): Promise<void> {
    await feed.beginWalk(slices);
    for (const file of this.app.vault.getMarkdownFiles()) {
      if (slices.isUsedUp) await slices.pause();
      if (this.hasEnded) return;
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
      if (this.hasEnded) return;
      if (feed.holds(file.path) || this.queue.has(file.path)) continue;
      const cache = this.app.metadataCache.getFileCache(file);
      if (cache !== null) this.want(feed, file, metaOf(file.path, cache), matters);
    }
  }

  private async doJobs(slices: Slices): Promise<void> {
    while (this.queue.size > 0) {
      const batch = this.queue.take(READS_AT_ONCE);
      const found = await Promise.all(batch.map(([path, job]) => this.look(path, job)));
      slices.resume();
      for (const [index, [path, job]] of batch.entries()) {
        if (slices.isUsedUp) await slices.pause();
        if (this.hasEnded) return;
        if (this.queue.has(path)) continue; // it changed again while it was read
        await this.take(path, job, found[index] ?? 'unreadable', slices);
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

  private async take(path: string, job: Job<BodyFeed>, found: Found, slices: Slices): Promise<void> {
    if (found === 'unreadable') return;
    if (found === 'pending') {
      this.queue.awaitCache(path);
      return;
    }
    if (found === 'gone') {
      for (const feed of this.feeds) feed.drop(path);
      return;
    }
    const { note, stamp, text, reads, keeps } = found;
    // Changed again, or moved away, while it was read: what is known by now is looked at in its turn.
    const isOld = (): boolean => this.hasEnded || this.queue.has(path) || this.app.vault.getFileByPath(path) === null;
    if (isOld()) return;
    if (note.ahead) this.listener.ahead(note);
    for (const feed of this.awake(job)) {
      if (isOld()) return;
      if (!keeps.has(feed)) feed.drop(path);
      else if (text !== null && reads.has(feed)) await feed.take(note, stamp, text, slices, isOld);
    }
  }

  /** Collectors that have been asked for; of a job, those that it is for. */
  awake(job?: Job<BodyFeed>): BodyFeed[] {
    const feeds = job?.feeds ?? this.feeds;
    return [...feeds].filter((feed) => feed.isAwake && this.feeds.has(feed));
  }
}
