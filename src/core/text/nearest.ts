import { foldedName } from './same-name';

/**
 * The known name that a mistyped one most likely meant: the fewest letters added, dropped, changed or swapped with a
 * neighbour (optimal string alignment distance), and no more than a third of the longer name; else the only one that has
 * it for a word of its own (`heatmap` for `calendar-heatmap`); null where none is near.
 */
export function nearestName(name: string, known: readonly string[]): string | null {
  const wanted = foldedName(name);
  let best: string | null = null;
  let least = Infinity;
  for (const candidate of known) {
    const most = Math.max(wanted.length, candidate.length, 3) / 3;
    if (Math.abs(wanted.length - candidate.length) > most) continue; // so far apart at least, and a long text takes long
    const distance = editDistance(wanted, foldedName(candidate));
    if (distance < least && distance <= most) {
      best = candidate;
      least = distance;
    }
  }
  return best ?? onlyOneWithWord(wanted, known);
}

function onlyOneWithWord(word: string, known: readonly string[]): string | null {
  const having = known.filter((candidate) =>
    candidate
      .toLowerCase()
      .split(/[-_\s]+/)
      .includes(word),
  );
  return word.length > 2 && having.length === 1 ? (having[0] ?? null) : null;
}

/** Optimal string alignment distance between two texts, by UTF-16 unit. */
export function editDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 40) return Infinity; // hostile lengths: never near anyway
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, at(beforeLast, j - 2) + 1);
      }
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity;
}
