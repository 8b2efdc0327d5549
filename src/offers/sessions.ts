import type { Session } from '../core/sessions/session';

/** How the session of this device stands. */
export interface SessionState {
  /** Null where there is none. */
  readonly session: Session | null;
  /** Whether it runs no longer, since the app was closed or the student was away for long, and waits to be logged. */
  readonly isLeft: boolean;
  /** Whether there has been one on this device. */
  readonly isKnown: boolean;
}

/** Sessions of deep work. */
export interface Sessions {
  readonly state: () => SessionState;
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
  readonly count: (after: number) => Promise<void>;
  /** Calls back when anything of this may have changed; answers how to stop. */
  subscribe(callback: () => void): () => void;
}
