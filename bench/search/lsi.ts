// Stands in for an embedding model: latent semantic indexing over both languages of the handbook (Dumais et al. 1997). A section
// and its twin are one text to it, so that words which say the same in either language lie near one another. It has seen no more
// than that, so it tells whether vectors are used well, not how good a real model is.
import { stemmer } from 'stemmer';

/** How long vectors are. */
const SIZE = 128;
/** So often the directions are turned towards those in which the texts differ most. */
const TURNS = 12;

/** Words by their stems, and neighbouring characters of Chinese. */
const termsOf = (text: string): string[] => [
  ...(text.toLowerCase().match(/[a-z][a-z0-9]+/g) ?? []).map((word) => stemmer(word)),
  ...(text.match(/\p{Script=Han}+/gu) ?? []).flatMap((run) =>
    Array.from({ length: Math.max(run.length - 1, 1) }, (_, at) => run.slice(at, at + 2)),
  ),
];

const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, one, at) => sum + one * (b[at] ?? 0), 0);

/** Makes each stand upright on all before it, and one long. */
function straighten(directions: readonly Float64Array[]): void {
  for (const [n, one] of directions.entries()) {
    for (const other of directions.slice(0, n)) {
      const shared = dot(one, other);
      one.forEach((value, at) => (one[at] = value - shared * (other[at] ?? 0)));
    }
    const length = Math.sqrt(dot(one, one)) || 1;
    one.forEach((value, at) => (one[at] = value / length));
  }
}

/** Learns from texts what lies near what; answers how any text becomes a vector. */
export function learned(texts: readonly string[]): (text: string) => number[] {
  const counted = texts.map((text) => counts(termsOf(text)));
  const rarity = new Map<string, number>();
  for (const [term, all] of counts(counted.flatMap((one) => [...one.keys()])))
    if (all > 1) rarity.set(term, Math.log(texts.length / all));
  const weighed = (of: ReadonlyMap<string, number>): [string, number][] =>
    [...of].flatMap(([term, count]) => {
      const rare = rarity.get(term);
      return rare === undefined ? [] : [[term, rare * (1 + Math.log(count))]];
    });
  const rows = counted.map((one) => new Map(weighed(one)));
  const near = rows.map((a) =>
    Float64Array.from(rows, (b) => [...a].reduce((sum, [term, weight]) => sum + weight * (b.get(term) ?? 0), 0)),
  );
  const start = (n: number): Float64Array =>
    Float64Array.from(texts, (_, at) => Math.sin((n + 1) * 12.9898 + at * 78.233));
  let directions = Array.from({ length: SIZE }, (_, n) => start(n));
  for (let turn = 0; turn < TURNS; turn++) {
    straighten(directions);
    directions = directions.map((one) => Float64Array.from(near, (row) => dot(row, one)));
  }
  const strength = directions.map((one) => Math.sqrt(Math.sqrt(dot(one, one)))); // the root of how far the last turn took it
  straighten(directions);
  const places = new Map<string, Float64Array>();
  for (const [at, row] of rows.entries()) {
    for (const [term, weight] of row) {
      const place = places.get(term) ?? new Float64Array(SIZE);
      directions.forEach((one, n) => (place[n] = (place[n] ?? 0) + (weight * (one[at] ?? 0)) / (strength[n] || 1)));
      places.set(term, place);
    }
  }
  return (text) => {
    const vector = new Float64Array(SIZE);
    for (const [term, weight] of weighed(counts(termsOf(text))))
      places.get(term)?.forEach((value, n) => (vector[n] = (vector[n] ?? 0) + weight * value));
    return [...vector];
  };
}

function counts(terms: readonly string[]): Map<string, number> {
  const counted = new Map<string, number>();
  for (const term of terms) counted.set(term, (counted.get(term) ?? 0) + 1);
  return counted;
}
