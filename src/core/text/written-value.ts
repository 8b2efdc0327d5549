/** A property's value as its owner most likely wrote it, for a message; a list as YAML writes it on one line. */
export function writtenValue(value: unknown): string {
  if (Array.isArray(value)) return `[${(value as unknown[]).map(writtenValue).join(', ')}]`;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  return value === null || value === undefined ? '' : JSON.stringify(value);
}
