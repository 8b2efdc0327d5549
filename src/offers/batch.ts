import type { Written } from '../core/handbook/apply';

/** How a list of things is worked through, one after the other. */
export interface Batch {
  /** Once aborted, nothing further is begun; what is done stays done. The plugin's unloading does the same. */
  readonly signal?: AbortSignal;
  /** Called as things are done. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Hears of each write that was done, for undoing it. */
  readonly onWritten?: (written: Written) => void;
}

/** What became of a thing that was not come to, since the work was stopped before. */
export interface Stopped {
  readonly outcome: 'stopped';
}
