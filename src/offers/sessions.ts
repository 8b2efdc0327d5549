import type { Session } from '../core/sessions/session';

/** Sessions of deep work. */
export interface Sessions {
  /** The one that this device has; null where there is none. */
  readonly session: Session | null;
  /** Whether it runs no longer, since the app was closed or the student was away for long, and waits to be logged. */
  readonly isLeft: boolean;
  /** Whether there has been one on this device. */
  readonly isKnown: boolean;
  /** Minutes of deep work today: what is logged, and what runs. */
  readonly minutesToday: () => number;
  /** Resolves once what is logged has been read. */
  readonly ready: () => Promise<void>;
  /** Asks on what, and starts one. */
  readonly start: () => void;
  /** Opens the form that stops it. */
  readonly stop: () => void;
  /** Logs it as it is. */
  readonly log: () => Promise<void>;
  /** Asks, and ends it without a word in any note. */
  readonly discard: () => Promise<void>;
  /** Counts a gap after all. @param after - place of the stretch before it */
  count(after: number): void;
  /** Calls back when anything of this may have changed; answers how to stop. */
  subscribe(callback: () => void): () => void;
}
