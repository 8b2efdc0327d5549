import type { CachedMetadata, Pos } from './types';

/** The id that a block carries at its end: `^name`. */
export const idAtEnd = (line: string): string | undefined => /(?:^|\s)\^([A-Za-z0-9-]+)[ \t]*$/.exec(line)?.[1];

/** The blocks that carry an id, by it. */
export function byId(blocks: readonly { id?: string; position: Pos }[]): CachedMetadata['blocks'] {
  const found: NonNullable<CachedMetadata['blocks']> = {};
  for (const { id, position } of blocks) if (id !== undefined) found[id.toLowerCase()] = { id, position };
  return Object.keys(found).length > 0 ? found : undefined;
}
