import { stemmer } from 'stemmer';

/** A term where it stands in a text. */
export interface Token {
  readonly term: string;
  /** Offsets in the text. */
  readonly from: number;
  readonly to: number;
  /** It is a part of a longer word, which is a term of its own (`cache` of `getFileCache`). */
  readonly isPart: boolean;
}

/** Longer runs of letters are no words: keys, picture data, hashes. */
const LONGEST_WORD = 64;

/**
 * The terms of a text, in order. Chinese and Japanese have no blanks between words, so each two neighbouring characters are
 * a term (a character that stands alone is one, too); other words count as a whole, in lower case and without their English
 * ending, and in the parts that code joins (`batch_size`, `getFileCache`, `ResNet50`). Width and case do not matter (NFKC).
 */
export function* tokensOf(text: string): Generator<Token, undefined, undefined> {
  // Made here, not beside the function: the engine looks these sets up in all of Unicode as soon as it comes by.
  const runs = /([々〇぀-ヿ㐀-鿿豈-﫿𠀀-𿿿]+)|[\p{L}\p{N}\p{M}_]+?(?=[々〇぀-ヿ㐀-鿿豈-﫿𠀀-𿿿]|[^\p{L}\p{N}\p{M}_]|$)/gu;
  for (const run of text.matchAll(runs)) {
    if (run[1] !== undefined) yield* pairsOf(run[1], run.index);
    else if (run[0].length <= LONGEST_WORD) yield* wordsOf(run[0], run.index);
  }
}

/** The terms that a student asks for: of a word that code joins the whole alone, unless nothing in the vault is called so. */
export function queryTerms(query: string, isKnown: (term: string) => boolean): string[] {
  const terms = new Set<string>();
  let whole = false;
  for (const { term, isPart } of tokensOf(query)) {
    if (!isPart) whole = isKnown(term);
    if (!isPart || !whole) terms.add(term);
  }
  return [...terms];
}

/** A word's term: width, case and an English ending do not count. */
export function termOf(word: string): string {
  const folded = word.normalize('NFKC').toLowerCase();
  return /^[a-z]{4,}$/.test(folded) ? stemmer(folded) : folded;
}

function* pairsOf(run: string, start: number): Generator<Token, undefined, undefined> {
  const text = run.normalize('NFC');
  let before = '';
  let at = start;
  for (const character of text) {
    const to = at + character.length;
    if (before !== '') yield { term: before + character, from: at - before.length, to, isPart: false };
    before = character;
    at = to;
  }
  if (text.length === before.length) yield { term: before, from: start, to: at, isPart: false };
}

function* wordsOf(word: string, start: number): Generator<Token, undefined, undefined> {
  const whole = termOf(word);
  yield { term: whole, from: start, to: start + word.length, isPart: false };
  if (!/[_\d]|[a-z][A-Z]|[A-Z]{2}[a-z]/.test(word)) return;
  for (const part of word.matchAll(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[^A-Za-z\d_]+/g)) {
    if (part[0].length < 2 || part[0].length === word.length) continue;
    yield { term: termOf(part[0]), from: start + part.index, to: start + part.index + part[0].length, isPart: true };
  }
}
