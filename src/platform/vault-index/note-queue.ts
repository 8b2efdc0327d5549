/** A note that has to be looked at. */
export interface Job<F> {
  /** Its text, where an event brought it along. */
  readonly text: string | null;
  /** Whether to go by the text alone, since the metadata may lag behind it. */
  readonly ahead: boolean;
  /** On whose behalf; null for everybody's, since the note itself is another. */
  readonly feeds: ReadonlySet<F> | null;
}

/** What is waiting to be looked at; follows notes that move. */
export class NoteQueue<F> {
  private readonly jobs = new Map<string, Job<F>>();
  /** Notes that the metadata cache has not come to yet. */
  private readonly pending = new Set<string>();
  /** Notes written to since the cache last said that it is level with the vault. */
  private readonly written = new Set<string>();
  /** The same, also where their text has been looked at meanwhile: the cache may still tell an earlier text of them. */
  private readonly behind = new Set<string>();
  /** Paths at which notes came, went or moved. */
  private readonly moved = new Set<string>();

  get size(): number {
    return this.jobs.size;
  }

  get isDue(): boolean {
    return this.jobs.size > 0 || this.moved.size > 0;
  }

  get hasPending(): boolean {
    return this.pending.size > 0;
  }

  has(path: string): boolean {
    return this.jobs.has(path);
  }

  /** The note changed: everybody looks at it, and what was known of it before no longer counts. */
  changed(path: string, text: string | null, ahead = false): void {
    this.jobs.set(path, { text, ahead, feeds: null });
  }

  /** One collector wants to look at a note; a change of it that is waiting comes first. */
  wanted(path: string, feed: F): void {
    const job = this.jobs.get(path);
    if (job === undefined) this.jobs.set(path, { text: null, ahead: false, feeds: new Set([feed]) });
    else if (job.feeds !== null) this.jobs.set(path, { ...job, feeds: new Set([...job.feeds, feed]) });
  }

  /** Takes out the next jobs. */
  take(most: number): [string, Job<F>][] {
    const batch: [string, Job<F>][] = [];
    for (const entry of this.jobs) {
      if (batch.length === most) break;
      batch.push(entry);
    }
    for (const [path] of batch) this.jobs.delete(path);
    return batch;
  }

  takeMoved(): ReadonlySet<string> {
    const moved = new Set(this.moved);
    this.moved.clear();
    return moved;
  }

  relocated(path: string): void {
    this.moved.add(path);
  }

  awaitCache(path: string): void {
    this.pending.add(path);
  }

  cached(path: string): void {
    this.pending.delete(path);
  }

  /** Lines up what the cache lacked. */
  takePending(): void {
    for (const path of this.pending) this.changed(path, null);
    this.pending.clear();
  }

  wrote(path: string): void {
    this.written.add(path);
    this.behind.add(path);
  }

  /** The cache is level with the vault. */
  levelled(): void {
    this.written.clear();
    this.behind.clear();
  }

  /** Whether what was last seen of the note may be an earlier text than that of its file. */
  isBehind(path: string): boolean {
    return this.behind.has(path);
  }

  /** Lines up what the cache may not know yet, to be judged by its text. */
  takeWritten(unread: readonly string[]): void {
    for (const path of [...this.written, ...unread]) this.changed(path, null, true);
    this.written.clear();
    for (const path of unread) this.pending.delete(path);
  }

  renamed(from: string, to: string): void {
    if (this.written.delete(from)) this.written.add(to);
    if (this.behind.delete(from)) this.behind.add(to);
    if (this.pending.delete(from)) this.pending.add(to);
    const job = this.jobs.get(from);
    this.jobs.delete(from);
    this.relocated(from);
    this.relocated(to);
    // Its name may date it, its folder may say what it is.
    this.changed(to, job?.text ?? null, job?.ahead ?? false);
  }

  /** Paths below a folder that something waits for. */
  below(prefix: string): string[] {
    return [...this.pending, ...this.written, ...this.jobs.keys()].filter((path) => path.startsWith(prefix));
  }

  clear(): void {
    this.jobs.clear();
  }
}
