/**
 * Notes of one identity (conflict copies of a sync, say), the one that counts first: that at the pack's own path, else
 * that with the shortest path, then the first in order.
 *
 * @param ownPath - where the pack itself would put the note; asked for only where it decides
 */
export function countingFirst<T extends { readonly path: string }>(
  notes: readonly T[],
  ownPath: (note: T) => string | null,
): T[] {
  if (notes.length < 2) return [...notes];
  const own = new Set(notes.filter((note) => note.path === ownPath(note)));
  const rank = (note: T): number => (own.has(note) ? -1 : note.path.length);
  return [...notes].sort((a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : 1));
}
