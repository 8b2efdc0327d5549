import { Component, type App } from 'obsidian';

/** How long to wait for the metadata cache before looking whether the notes it lacks can be read at all. */
const LOOK_AGAIN_MS = 1_500;

/**
 * Looks in a row at which the cache knew no more notes than before, after which those that are left are given up: the
 * app does not tell again of a note whose first reading failed. A cache that has begun gets further in that time, on a
 * phone too; one that knows no note at all has not begun, and is given a minute.
 */
const LOOKS_WITHOUT_PROGRESS = 5;
const LOOKS_BEFORE_BEGIN = 40;

/**
 * Waits for the app's metadata cache, so that looking for a note is safe. What cannot be read (a note that is still in the
 * cloud, say), and what the cache does not come to though it can be read, is not waited for.
 */
export class CacheSettling extends Component {
  /** How to give up each wait that is under way. */
  private readonly waits = new Set<() => void>();
  /** Notes that were waited for in vain; not waited for again. */
  private readonly givenUp = new Set<string>();
  private unloaded = false;

  /** @param onGivenUp - told once of each note that could be read and that the cache does not come to */
  constructor(
    private readonly app: App,
    private readonly onGivenUp: (paths: readonly string[]) => void = () => undefined,
  ) {
    super();
  }

  override onunload(): void {
    this.unloaded = true;
    for (const stop of [...this.waits]) stop();
  }

  /** Waits until every note has been read into the cache, or there is no more to wait for; `unread` names the others. */
  async settled(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.app.workspace.onLayoutReady(resolve);
    });
    let before = -1;
    let looks = 0;
    for (;;) {
      const left = this.unread().filter((path) => !this.givenUp.has(path));
      if (left.length === 0) return;
      if (left.length !== before) looks = 0;
      else if (!(await this.isAnyReadable(left))) return;
      if (looks >= this.patience(left.length)) {
        this.giveUp(left);
        return;
      }
      before = left.length;
      if (!(await this.nextResolved())) looks += 1;
    }
  }

  /** Notes that are not in the metadata cache. */
  unread(): string[] {
    const { vault, metadataCache } = this.app;
    return vault.getMarkdownFiles().flatMap((file) => (metadataCache.getFileCache(file) === null ? [file.path] : []));
  }

  private patience(left: number): number {
    const hasBegun = left < this.app.vault.getMarkdownFiles().length;
    return hasBegun ? LOOKS_WITHOUT_PROGRESS : LOOKS_BEFORE_BEGIN;
  }

  private giveUp(paths: readonly string[]): void {
    const fresh = paths.filter((path) => !this.givenUp.has(path));
    for (const path of fresh) this.givenUp.add(path);
    if (fresh.length > 0) this.onGivenUp(fresh);
  }

  private async isAnyReadable(paths: readonly string[]): Promise<boolean> {
    for (const path of paths) {
      const file = this.app.vault.getFileByPath(path);
      if (file === null) continue;
      try {
        await this.app.vault.read(file);
        return true;
      } catch {
        continue;
      }
    }
    return false;
  }

  /**
   * The cache has caught up once more (true), or it is time to look whether it ever will (false). After unload it never
   * answers.
   */
  private async nextResolved(): Promise<boolean> {
    if (this.unloaded) return new Promise(() => undefined);
    const { metadataCache } = this.app;
    return new Promise((resolve) => {
      const stop = (): void => {
        metadataCache.offref(resolved);
        window.clearTimeout(timer);
        this.waits.delete(stop);
      };
      const go = (caughtUp: boolean): void => {
        stop();
        resolve(caughtUp);
      };
      const resolved = metadataCache.on('resolved', () => {
        go(true);
      });
      const timer = window.setTimeout(() => {
        go(false);
      }, LOOK_AGAIN_MS);
      this.waits.add(stop);
    });
  }
}
