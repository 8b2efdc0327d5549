/** By which far places count nearly as much as near ones (Cormack, Clarke and Büttcher, SIGIR 2009). */
const K = 60;

interface InNote {
  readonly path: string;
  readonly passage: number;
}

/**
 * One list out of several by reciprocal rank fusion: what stands high in any comes first, what stands high in more comes before.
 *
 * @param lists - each with the best first
 * @param perNote - so many of one note at most
 */
export function fused<T extends InNote>(lists: readonly (readonly T[])[], most: number, perNote: number): T[] {
  const all = new Map<string, { one: T; worth: number }>();
  for (const list of lists) {
    for (const [rank, one] of list.entries()) {
      const key = `${one.path}\n${String(one.passage)}`;
      const worth = (all.get(key)?.worth ?? 0) + 1 / (K + rank + 1);
      all.set(key, { one, worth });
    }
  }
  const counts = new Map<string, number>();
  return [...all.values()]
    .sort((a, b) => b.worth - a.worth)
    .map(({ one }) => one)
    .filter(({ path }) => {
      const count = (counts.get(path) ?? 0) + 1;
      counts.set(path, count);
      return count <= perNote;
    })
    .slice(0, most);
}
