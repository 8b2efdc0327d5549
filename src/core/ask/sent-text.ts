import type { Passage } from '../search/passages';
import { fingerprint } from '../text/fingerprint';

/** A passage as it is sent: where it stands (its note's name, the headings above it), and its lines. */
export function sentText(name: string, { headings, lines }: Pick<Passage, 'headings' | 'lines'>): string {
  return `${[name, ...headings].join(' › ')}\n${textOf(lines)}`;
}

const textOf = (lines: Passage['lines']): string =>
  lines
    .map(({ text }) => text)
    .join('\n')
    .trim();

/**
 * What a passage is known by where its text is not kept: a whole number below 2⁵², by its headings and lines; 0 where it has no text,
 * so that there is nothing to be sent. The note's name is no part of it: a note that is renamed is not sent again.
 */
export function printOf({ headings, lines }: Pick<Passage, 'headings' | 'lines'>): number {
  const text = textOf(lines);
  return text === '' ? 0 : Number(`0x${fingerprint(`${headings.join('\n')}\n\n${text}`).slice(0, 13)}`);
}

const HAN = /\p{Script=Han}/gu;

/** About how many tokens a text is, rather too many than too few: a Han character is one, and so are three of any others. */
export function tokensOf(text: string): number {
  const han = text.match(HAN)?.length ?? 0;
  return Math.ceil(han + (text.length - han) / 3);
}

/**
 * What so many tokens cost by the student's own rate, in the student's own words for money.
 *
 * @param rate - of a million tokens: `0.5 元`, `$0.02`
 * @returns null where the rate begins with no number that can be read
 */
export function priceOf(tokens: number, rate: string): string | null {
  const [number = 'none'] = /\d+(?:[.,]\d+)*/.exec(rate.normalize('NFKC')) ?? [];
  const isGrouped = /^[1-9]\d{0,2}(?:,\d{3})+/.test(number); // `1,000`; `0,5` is a half
  const price = (Number(number.replace(/,/g, isGrouped ? '' : '.')) * tokens) / 1_000_000;
  if (Number.isNaN(price)) return null;
  const shown = price < 1 ? price.toLocaleString('en', { maximumSignificantDigits: 2 }) : price.toFixed(2);
  return rate.normalize('NFKC').trim().replace(number, shown);
}
