/**
 * A version as frontmatter has it, from 1; null for anything else. A formatter may have put it in quotes: that is the same
 * number.
 */
export function versionOf(value: unknown): number | null {
  const number = typeof value === 'string' && /^\s*\d+\s*$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number > 0 ? number : null;
}
