import { mean, tidy } from './amount';

/** What becomes of several amounts on one day. */
export const COMBINATIONS = ['sum', 'max', 'average', 'last'] as const;
export type Combination = (typeof COMBINATIONS)[number];

/** @param amounts - at least one, in the order in which they were written. @throws RangeError where there is none */
export function combine(amounts: readonly number[], how: Combination): number {
  const last = amounts.at(-1);
  if (last === undefined) throw new RangeError('Nothing to combine');
  if (amounts.length === 1) return last;
  switch (how) {
    case 'last':
      return last;
    case 'max':
      return amounts.reduce((most, amount) => Math.max(most, amount));
    case 'sum':
      return tidy(total(amounts));
    case 'average':
      return mean(amounts);
  }
}

function total(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}
