/**
 * Takes the dust of binary fractions away (0.1 + 0.2), which a reader would see in a tooltip, and keeps a sum of huge
 * amounts finite, since nothing can be drawn of infinity.
 */
export function tidy(amount: number): number {
  return Number(Math.min(Math.max(amount, -Number.MAX_VALUE), Number.MAX_VALUE).toPrecision(12));
}

/** The mean; amounts are made small first, so that their sum stays finite. */
export function mean(amounts: readonly number[]): number {
  return tidy(amounts.reduce((sum, amount) => sum + amount / amounts.length, 0));
}

/** A finite number, also one written as text; null for anything else. */
export function finite(value: unknown): number | null {
  if (typeof value === 'boolean') return value ? 1 : 0;
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}
