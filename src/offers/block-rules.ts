/** What a feature says of the guarded blocks that it writes. */
export interface BlockWriter {
  /** What a block is called, e.g. `Reading`; null for one of others. */
  label(name: string): string | null;
  /** Brings the blocks of a note up to date, or mends them, as the feature's own command does. */
  refresh(path: string): void;
  /** What the note is for once it is written, e.g. to copy it; null where that is nothing. */
  next(path: string): BlockStep | null;
  /** What can be done at once about a remark in a block, e.g. to choose what it misses; null where that is nothing. */
  step(name: string, remark: string): BlockStep | null;
}

export interface BlockStep {
  readonly label: string;
  run(): void;
}

/** The quiet rules that stand for the marker lines of guarded blocks while a note is edited. */
export interface BlockRules {
  /** Names a feature's blocks, and puts a refresh at the head of them. */
  add(writer: BlockWriter): void;
}
