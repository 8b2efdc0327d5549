import { Component, type App } from 'obsidian';
import type { BodyFeed } from './body-feed';
import { Slices } from './slices';

/** Between two writes to the device while the app is in use; what changed meanwhile is written when the app is left. */
const PAUSE_MS = 60_000;

/**
 * Decides when what the collectors kept is written to the device: once all is quiet after the start, then now and then,
 * and when the window is hidden, the app quits or the plugin is unloaded. Never at each change, and with no timer.
 */
export class Keeping extends Component {
  private writing: Promise<void> | null = null;
  private lastWrite: number | null = null;

  constructor(
    private readonly app: App,
    private readonly feeds: () => readonly BodyFeed[],
    private readonly isBehind: (path: string) => boolean,
  ) {
    super();
  }

  override onload(): void {
    this.registerDomEvent(document, 'visibilitychange', () => {
      if (document.visibilityState === 'hidden') void this.write(null);
    });
    this.registerEvent(
      this.app.workspace.on('quit', (tasks) => {
        tasks.addPromise(this.write(null));
      }),
    );
  }

  override onunload(): void {
    void this.write(null);
  }

  /** Nothing is waiting to be read. */
  quiet(): void {
    if (this.lastWrite !== null && performance.now() - this.lastWrite < PAUSE_MS) return;
    void this.write(new Slices());
  }

  /** Resolves once no write is under way. */
  async done(): Promise<void> {
    while (this.writing !== null) await this.writing;
  }

  private write(slices: Slices | null): Promise<void> {
    const unsaved = this.feeds().filter((feed) => feed.isUnsaved);
    if (unsaved.length === 0) return this.done();
    this.lastWrite = performance.now();
    const writing = Promise.all(unsaved.map((feed) => feed.save(slices, this.isBehind))).then(() => undefined);
    this.writing = writing.finally(() => {
      if (this.writing === ours) this.writing = null;
    });
    const ours = this.writing;
    return ours;
  }
}
