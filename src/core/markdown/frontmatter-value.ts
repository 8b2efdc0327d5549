/** A frontmatter value as text, the same for every way of writing it down. */
export function canonicalValue(value: unknown): string {
  const list = (Array.isArray(value) ? value : [value]).filter((item) => item !== null && item !== undefined);
  return JSON.stringify(list.map(canonicalItem));
}

function canonicalItem(item: unknown): unknown {
  if (typeof item !== 'object' || item === null) return String(item);
  if (Array.isArray(item)) return item.map(canonicalItem);
  return Object.fromEntries(
    Object.entries(item)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => [key, canonicalItem(value)]),
  );
}
