import type { InboxPaper } from '../core/bibliography/alerts/inbox';

/** A paper that waits in an inbox. */
export interface WaitingPaper extends InboxPaper {
  /** Path of the inbox. */
  readonly path: string;
}

/** Papers that alerts brought. */
export interface Alerts {
  /** Those that are no source yet, the last that came first. Reads the inboxes. */
  waiting(): Promise<readonly WaitingPaper[]>;
  /** Opens the form that makes a source of one. */
  take(paper: InboxPaper): void;
  /** Calls back when an inbox changes; answers how to stop. */
  subscribe(listener: () => void): () => void;
}
