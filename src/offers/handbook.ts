/** The handbook: its set-up, and what its pack says of its notes. */
export interface Handbook {
  /** Opens the set-up form. */
  setUp(): void;
  /** Opens the set-up form once it is certain that the vault has no handbook yet; else does nothing. */
  setUpIfMissing(): Promise<void>;
  /** Ids of the notes in the order in which they are meant to be read, in the content language; cheap. */
  order(): readonly string[];
}
