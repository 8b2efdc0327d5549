/** A stretch in which two sequences differ: `a[aFrom..aTo)` stands where `b[bFrom..bTo)` stands; either may be empty. */
export interface Difference {
  readonly aFrom: number;
  readonly aTo: number;
  readonly bFrom: number;
  readonly bTo: number;
}

/** How many equal elements of the other sequence an element is held against, those of the nearest rank. */
const MOST_EQUALS = 64;

/**
 * A longest common subsequence (Hunt and Szymanski 1977): for each element of `a` the index of its partner in `b`,
 * ascending, or -1. Fast where few elements are equal, which is how notes are: a short one against a very long one, too.
 * Where an element stands in `b` more than 64 times, its n-th in `a` is held against those about the n-th in `b` alone:
 * the answer is a common subsequence still, but there may be a longer one.
 */
export function matchSequences(a: readonly string[], b: readonly string[]): number[] {
  const partners = new Array<number>(a.length).fill(-1);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) {
    partners[start] = start;
    start++;
  }
  let aEnd = a.length;
  let bEnd = b.length;
  while (aEnd > start && bEnd > start && a[aEnd - 1] === b[bEnd - 1]) partners[--aEnd] = --bEnd;

  const positions = new Map<string, { readonly all: number[]; rank: number }>();
  for (let j = start; j < bEnd; j++) {
    const value = b[j] ?? '';
    const known = positions.get(value);
    if (known === undefined) positions.set(value, { all: [j], rank: 0 });
    else known.all.push(j);
  }
  // ends[k]: the pair that ends the best common subsequence of length k + 1 found so far.
  const ends: Pair[] = [];
  for (let i = start; i < aEnd; i++) {
    const equals = positions.get(a[i] ?? '');
    if (equals === undefined) continue;
    const { from, to } = nearRank(equals.all.length, equals.rank++);
    for (let at = to - 1; at >= from; at--) {
      const j = equals.all[at] ?? 0;
      const k = firstAtLeast(ends, j);
      if (ends[k]?.j === j) continue;
      ends[k] = { i, j, before: ends[k - 1] ?? null };
    }
  }
  for (let pair = ends.at(-1) ?? null; pair !== null; pair = pair.before) partners[pair.i] = pair.j;
  return partners;
}

/** The stretches in which two sequences differ, in order. */
export function differences(a: readonly string[], b: readonly string[]): Difference[] {
  const partners = matchSequences(a, b);
  const found: Difference[] = [];
  let aFrom = 0;
  let bFrom = 0;
  for (let i = 0; i <= a.length; i++) {
    const j = i === a.length ? b.length : (partners[i] ?? -1);
    if (j < 0) continue;
    if (i > aFrom || j > bFrom) found.push({ aFrom, aTo: i, bFrom, bTo: j });
    aFrom = i + 1;
    bFrom = j + 1;
  }
  return found;
}

interface Pair {
  readonly i: number;
  readonly j: number;
  readonly before: Pair | null;
}

function nearRank(count: number, rank: number): { readonly from: number; readonly to: number } {
  const from = Math.max(0, Math.min(rank - MOST_EQUALS / 2, count - MOST_EQUALS));
  return { from, to: Math.min(count, from + MOST_EQUALS) };
}

function firstAtLeast(ends: readonly Pair[], j: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle]?.j ?? 0) < j) low = middle + 1;
    else high = middle;
  }
  return low;
}
