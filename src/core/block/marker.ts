/** A marker line of a guarded block: `%% rh:begin name tag %%` or `%% rh:end name %%`. */
export interface BlockMarker {
  readonly edge: 'begin' | 'end';
  readonly name: string;
  /** Hash of what was written between; null at the end, or where none is given. */
  readonly tag: string | null;
}

const MARKER = /^[ \t]*%%[ \t]*rh:(begin|end)[ \t]+([a-z][a-z0-9-]*)(?:[ \t]+([^\s%]+))?[ \t]*%%[ \t]*$/;

/** The marker on a line without its ending, or null where it is none. */
export function parseMarker(line: string): BlockMarker | null {
  if (!line.includes('rh:')) return null;
  const match = MARKER.exec(line);
  if (match === null) return null;
  const [, edge, name, tag] = match;
  return { edge: edge === 'begin' ? 'begin' : 'end', name: name ?? '', tag: tag ?? null };
}
