import { compare } from '../text/compare';
import { readHead, readTerms, writePostings, type PostedTerm, type Postings } from './postings';
import type { Vocabulary } from './vocabulary';

/** Goes up when the form below changes, or what a note's terms are. */
export const STORED_POSTINGS_VERSION = 1;

/**
 * A note's postings as plain data for a store on the device: private lines left out, the lines and lengths of its passages,
 * its terms between blanks, and of each where it stands (passage · 8 + weight − 1), as many numbers as the one before says.
 * The terms come in the order of the alphabet, so that the text cannot be put together from them again.
 */
export function packPostings(postings: Postings, vocabulary: Vocabulary): unknown {
  const head = readHead(postings);
  const terms = new Map<string, number[]>();
  readTerms(postings, head, (id, passage, weight) => {
    const term = vocabulary.termOf(id);
    const place = passage * 8 + weight - 1;
    const places = terms.get(term);
    if (places === undefined) terms.set(term, [place]);
    else places.push(place);
  });
  const sorted = [...terms].sort(([a], [b]) => compare(a, b));
  return [
    head.hidden,
    head.lines,
    head.lengths,
    sorted.map(([term]) => term).join(' '),
    sorted.flatMap(([, places]) => [places.length, ...places]),
  ];
}

/** Null where it is no such data: a store may be damaged, and what comes out of it is believed only where all of it is sound. */
export function unpackPostings(packed: unknown, vocabulary: Vocabulary): Postings | null {
  if (!Array.isArray(packed) || packed.length !== 5) return null;
  const [hidden, lines, lengths, words, numbers] = packed as readonly unknown[];
  if (!isCount(hidden) || !areCounts(lines) || !areCounts(lengths) || typeof words !== 'string' || !areCounts(numbers))
    return null;
  if (lines.length === 0 || lines.length !== lengths.length || lines.some((line, at) => line < (lines[at - 1] ?? 0)))
    return null;
  const names = words === '' ? [] : words.split(' ');
  const terms: PostedTerm[] = [];
  let at = 0;
  for (const name of names) {
    const length = numbers[at] ?? 0;
    const places = numbers.slice(at + 1, at + 1 + length);
    const isSound = places.every(
      (place, index) => place >> 3 < lines.length && place >> 3 > (places[index - 1] ?? -8) >> 3,
    );
    if (name === '' || length === 0 || places.length < length || !isSound) return null;
    terms.push({ id: vocabulary.idOf(name), places });
    at += length + 1;
  }
  if (at !== numbers.length || new Set(terms.map(({ id }) => id)).size < terms.length) return null;
  return writePostings(
    { hidden, lines, lengths },
    terms.sort((a, b) => a.id - b.id),
  );
}

/** As large as a postings' numbers can be. */
const MOST = 2 ** 24;

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < MOST;
}

function areCounts(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every(isCount);
}
