/** How to turn one text into another: at a line (from 0), take out `count` lines and put `lines` there. */
export type Edit = readonly [line: number, count: number, lines: readonly string[]];

import { differences } from '../text/diff';

/** The edits, in order, that make `to` out of `from`. Lines end with `\n`; both texts are compared byte for byte. */
export function makeDelta(from: string, to: string): Edit[] {
  const a = from.split('\n');
  const b = to.split('\n');
  return differences(a, b).map(({ aFrom, aTo, bFrom, bTo }) => [aFrom, aTo - aFrom, b.slice(bFrom, bTo)]);
}

/** Makes the other text again; null where the edits do not fit the text. */
export function applyDelta(from: string, edits: readonly Edit[]): string | null {
  const lines = from.split('\n');
  const result: string[] = [];
  let at = 0;
  for (const [line, count, added] of edits) {
    if (line < at || line + count > lines.length) return null;
    for (const kept of lines.slice(at, line)) result.push(kept);
    result.push(...added);
    at = line + count;
  }
  return [...result, ...lines.slice(at)].join('\n');
}
