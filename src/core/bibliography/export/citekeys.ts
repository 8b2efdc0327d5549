import { isEastAsianName, surnameKey } from '../../reading/person-name';
import type { Source } from '../../reading/types';
import { fingerprint } from '../../text/fingerprint';

/** Whether every BibTeX takes a key as it is. */
export function isCitekey(key: string): boolean {
  return /^[^\s,{}()=#%~\\"']+$/.test(key);
}

/**
 * A key for a source without one: family name, year and first word of weight (`he2016deep`), in plain letters, which old
 * programs need; where there are none, a short print of the title.
 */
export function citekeyFor({ authors, year, title }: Pick<Source, 'authors' | 'year' | 'title'>): string {
  const [first = ''] = authors;
  const name = isEastAsianName(first) ? '' : plainLetters(surnameKey(first));
  const word =
    title
      .split(/\s+/u)
      .map(plainLetters)
      .find((one) => one.length > 2 && !SMALL_WORDS.has(one)) ?? '';
  if (name === '' && word === '') return `ref${year === null ? '' : String(year)}${fingerprint(title).slice(0, 6)}`;
  return `${name}${year === null ? '' : String(year)}${word}`;
}

const SMALL_WORDS: ReadonlySet<string> = new Set([
  'the',
  'and',
  'for',
  'from',
  'with',
  'are',
  'towards',
  'toward',
  'via',
]);

const plainLetters = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

/** Keys of which none is another's, in whatever letter case: later ones get a letter more. */
export function uniqueKeys(keys: readonly string[]): string[] {
  const taken = new Set<string>();
  const tried = new Map<string, number>();
  return keys.map((key) => {
    let unique = key;
    for (let count = tried.get(key.toLowerCase()) ?? 0; taken.has(unique.toLowerCase()); count++) {
      unique = `${key}${suffix(count)}`;
      tried.set(key.toLowerCase(), count + 1);
    }
    taken.add(unique.toLowerCase());
    return unique;
  });
}

/** `a` to `z`, then `-27` and on. */
const suffix = (count: number): string => (count < 26 ? String.fromCharCode(97 + count) : `-${String(count + 1)}`);
