/** A value as its owner most likely wrote it, for a message; lists and maps as YAML writes them on one line. */
export function writtenValue(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  if (Array.isArray(value)) return `[${(value as unknown[]).map(writtenValue).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return '';
  const pairs = Object.entries(value).map(([key, one]) => `${key}: ${writtenValue(one)}`);
  return `{${pairs.join(', ')}}`;
}
