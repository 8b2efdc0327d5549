import type { IdeaStatus } from '../core/ideas/idea-note';

/** An idea that is worked on. */
export interface IdeaRow {
  readonly path: string;
  readonly status: IdeaStatus;
  /** How many of its five parts have nothing open. */
  readonly written: number;
}

/** The student's ideas, a note each. */
export interface Ideas {
  /** Those that are worked on, what has come furthest first; null where there is no idea at all, not even one that is over. */
  list(): Promise<readonly IdeaRow[] | null>;
  /** Opens the form for a new one. */
  readonly openForm: () => void;
  /** Calls back when any idea changes, or what one stands on; answers how to stop. */
  readonly subscribe: (listener: () => void) => () => void;
}
