import type { BlockRules, BlockWriter } from '../../offers/block-rules';

/** The features that write blocks. */
export class Writers implements BlockRules {
  private readonly all: BlockWriter[] = [];

  add(writer: BlockWriter): void {
    this.all.push(writer);
  }

  /** What a block is called; one that nobody here writes goes by its own name. */
  label(name: string): string {
    return this.of(name)?.label(name) ?? name;
  }

  /** Who writes a block, or null: other plugins, and releases to come, may have blocks of their own. */
  of(name: string): BlockWriter | null {
    return this.all.find((writer) => writer.label(name) !== null) ?? null;
  }
}
