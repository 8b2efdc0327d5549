import type { IdeaStatus } from '../core/ideas/idea-note';

/** An idea that is worked on. */
export interface IdeaRow {
  readonly path: string;
  readonly status: IdeaStatus;
  /** How many of its five parts have nothing open. */
  readonly written: number;
}

/** The ideas that are worked on. */
export interface IdeaList {
  /** The first of them, what is nearest to a discussion before the rest. */
  readonly rows: readonly IdeaRow[];
  /** How many there are. */
  readonly total: number;
  /** Whether there is any idea, done or dropped ones too. */
  readonly hasAny: boolean;
}

/** The student's ideas, a note each. */
export interface Ideas {
  /** Reads as many notes as rows are asked for. */
  list(most: number): Promise<IdeaList>;
  /** Opens the form for a new one. */
  openForm(): void;
  /** Calls back when any idea changes, or what one stands on; answers how to stop. */
  subscribe(listener: () => void): () => void;
}
