/** A frontmatter value as text, the same for every way of writing it down. */
export function canonicalValue(value: unknown): string {
  const list = (Array.isArray(value) ? value : [value]).filter((item) => item !== null && item !== undefined);
  return JSON.stringify(list.map(canonicalItem));
}

/** The same where the order of a list does not count, either: aliases and tags have none, and formatters sort them. */
export function unorderedValue(value: unknown): string {
  const list = JSON.parse(canonicalValue(value)) as readonly unknown[];
  return JSON.stringify(list.map((item) => JSON.stringify(item)).sort());
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
