import { parseMarker } from './marker';
import type { ScannedLine } from './lines';

/** Lines that begin a guarded block, by number, each with the line that ends it: the next marker, if it is its end. */
export function pairsOfMarkers(lines: readonly ScannedLine[], from: number): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  let begin: { readonly name: string; readonly number: number } | null = null;
  for (let number = from; number < lines.length; number++) {
    const marker = parseMarker(lines[number]?.text ?? '');
    if (marker === null) continue;
    if (marker.edge === 'begin') {
      begin = { name: marker.name, number };
    } else {
      if (begin?.name === marker.name) ends.set(begin.number, number);
      begin = null;
    }
  }
  return ends;
}
