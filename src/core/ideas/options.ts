import { readBlockOptions } from '../options/block-options';
import type { ReadOptions } from '../options/problem';
import type { Yaml } from '../ports';

export const GATE_KEYS = ['path'] as const;

/** What a block shows: the idea at a path, as links have it; null for that of the block's own note. */
export interface GateOptions {
  readonly path: string | null;
}

/** Reads the text of an `idea-gate` block. */
export function readGateOptions(source: string, yaml: Yaml): ReadOptions<GateOptions> {
  const { root, problems } = readBlockOptions(source, yaml);
  root.only(GATE_KEYS);
  return { options: { path: root.text('path') ?? null }, problems: problems.all };
}
