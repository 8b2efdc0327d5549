import { Component, type App } from 'obsidian';
import type { CacheSettling } from '../cache-settling';
import { BodyFeed } from './body-feed';
import { BodyWork } from './body-work';
import type { BodyCollector, MetadataCollector, NoteMeta } from './collector';
import { Keeping } from './keeping';
import type { DeviceRecords } from './kept-store';
import { MetadataFeed } from './metadata-feed';
import { metaOf } from './note-meta';
import { followVault } from './vault-events';

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
  /** `ready`, and every change made to the vault up to now is in. */
  flush(): Promise<void>;
  /** Looks through the whole vault (again): what the collector goes by may be another. */
  walk(): void;
  remove(): void;
}

/**
 * The vault as all collectors see it: one walk, one queue, one reading of each body. Metadata says which notes matter;
 * what was read of a note is kept on the device, so that an unchanged one is not read at the next start either. Work stops
 * every few milliseconds for the app. Nothing is ever written to the vault.
 */
export class VaultIndex extends Component {
  private readonly metadata = new Set<MetadataFeed>();
  private readonly work: BodyWork;
  private readonly keeping: Keeping;

  /** @param release - of the plugin: what another one kept of a note is not believed */
  constructor(
    private readonly app: App,
    private readonly settling: CacheSettling,
    private readonly records: DeviceRecords,
    private readonly release: string,
  ) {
    super();
    this.work = new BodyWork(app, {
      ahead: (note) => {
        for (const feed of this.metadata) feed.changed(note);
      },
      tell: () => {
        for (const feed of [...this.metadata, ...this.work.awake()]) feed.tell();
      },
      quiet: () => {
        this.keeping.quiet();
      },
    });
    const { work } = this;
    this.keeping = this.addChild(
      new Keeping(
        app,
        () => work.awake(),
        (path) => work.queue.isBehind(path),
      ),
    );
  }

  override onload(): void {
    this.app.workspace.onLayoutReady(() => {
      if (this.work.hasEnded) return;
      this.listen();
      for (const feed of [...this.metadata]) feed.layoutReady();
      this.work.begin();
    });
  }

  override onunload(): void {
    this.metadata.clear();
    this.work.end();
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
    const { work } = this;
    work.feeds.add(feed);
    let wasReady = false;
    const ready = async (): Promise<void> => {
      if (!feed.isAwake) feed.walk();
      work.go();
      await this.ready();
      wasReady = true;
    };
    return {
      get isReady() {
        return wasReady && work.isIdle;
      },
      ready,
      flush: async () => {
        await ready();
        await this.flush();
      },
      walk: () => {
        feed.walk();
        work.go();
      },
      remove: () => work.feeds.delete(feed),
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
    await this.work.idle();
  }

  /** `ready`, and every change made to the vault up to now is in, ahead of the cache where that lags behind. */
  async flush(): Promise<void> {
    await this.ready();
    this.work.queue.takeWritten(this.unread());
    this.work.go();
    await this.work.idle();
  }

  /**
   * Everything is read anew, whatever was kept.
   * @param clear - empties the store on the device, with no write under way
   */
  async startOver<T>(clear: () => Promise<T>): Promise<T> {
    await this.keeping.done();
    const cleared = await clear();
    for (const feed of this.work.feeds) feed.forget();
    this.work.go();
    return cleared;
  }

  private listen(): void {
    followVault(this.app, this, {
      changed: (path, text, cache) => {
        this.work.queue.cached(path);
        const note = metaOf(path, cache);
        this.forMetadata((feed) => {
          feed.changed(note);
        });
        this.work.queue.changed(path, text);
        this.work.go();
      },
      resolved: () => {
        this.work.queue.levelled();
        this.takePending();
      },
      created: (path) => {
        this.work.queue.wrote(path);
        this.work.queue.relocated(path);
        this.work.go();
      },
      modified: (path) => {
        this.work.queue.wrote(path);
      },
      removed: (path) => {
        this.forMetadata((feed) => {
          feed.removed(path);
        });
        this.work.queue.changed(path, null);
        this.work.queue.relocated(path);
        this.work.go();
      },
      renamed: (from, to) => {
        this.forMetadata((feed) => {
          feed.renamed(from, to);
        });
        for (const feed of this.work.feeds) feed.renamed(from, to);
        this.work.queue.renamed(from, to);
        this.work.go();
      },
      below: (prefix) => [
        ...[...this.work.feeds, ...this.metadata].flatMap((feed) => feed.below(prefix)),
        ...this.work.queue.below(prefix),
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
    this.work.queue.takePending();
    this.work.go();
  }
}
