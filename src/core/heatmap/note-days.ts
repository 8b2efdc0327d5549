import { writtenValue } from '../text/written-value';
import type { ValueReader } from './values';

/** What a note's property gives: amounts, and whatever was no number. */
export interface PropertyAmounts {
  readonly amounts: readonly number[];
  /** The first value that is no number, as text; null where there is none. */
  readonly unreadable: string | null;
}

/**
 * A property's value as amounts: a value of the kind that is asked for (a number, a number as text, a ticked box, which
 * is 1 or 0), or a list of these, each of which counts. Empty values are no record. What is no such value is told.
 */
export function amountsIn(value: unknown, values: ValueReader): PropertyAmounts {
  const amounts: number[] = [];
  let unreadable: string | null = null;
  for (const one of Array.isArray(value) ? (value as unknown[]) : [value]) {
    if (one === null || one === undefined || one === '') continue;
    const amount = values.amountOf(one);
    if (amount !== null) amounts.push(amount);
    else unreadable ??= writtenValue(one);
  }
  return { amounts, unreadable };
}
