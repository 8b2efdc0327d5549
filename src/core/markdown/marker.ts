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

/** What is left of a marker within a line. */
export interface MarkerRemains {
  readonly from: number;
  readonly to: number;
}

const EDGE = /\brh:(?:begin|end)\b/g;
const TAIL = /rh:(?:begin|end)(?:[ \t]+[a-z][a-z0-9-]*)?(?:[ \t]+[0-9a-f]{6}\b)?[ \t]*%{0,2}/y;

/** Every `rh:begin` and `rh:end` of a line, with what of a marker stands around it. */
export function markerRemains(line: string): MarkerRemains[] {
  const remains: MarkerRemains[] = [];
  let copied = 0;
  for (const { index } of line.matchAll(EDGE)) {
    let from = index;
    while (from > copied && ' \t'.includes(line.charAt(from - 1))) from -= 1;
    for (let marks = 0; marks < 2 && from > copied && line.charAt(from - 1) === '%'; marks++) from -= 1;
    TAIL.lastIndex = index;
    copied = index + (TAIL.exec(line)?.[0].length ?? 0);
    remains.push({ from, to: copied });
  }
  return remains;
}
