import { isHan, queryTerms, tokensOf } from './terms';
import type { Vocabulary } from './vocabulary';

/** A word of a query, and every term that stands for it. */
export interface QueryWord {
  /** Numbers of its terms. */
  readonly ids: readonly number[];
  readonly terms: readonly string[];
  /** How much it says to find it: the rarer, the more. */
  readonly rarity: number;
}

export interface Query {
  readonly words: readonly QueryWord[];
}

/** What a query is made against. */
export interface Corpus {
  readonly vocabulary: Vocabulary;
  /** Passages in all. */
  readonly passages: number;
  /** In how many passages a term stands. */
  readonly countOf: (id: number) => number;
}

/** Terms that a word which is still being typed may become, the most frequent ones. */
const MOST_ENDINGS = 16;
/** A single letter may become anything. */
const SHORTEST_BEGINNING = 2;
/** Pairs that a single Chinese character may stand in. */
const MOST_PAIRS = 200;

/** A question is no longer than this, in characters; a pasted page counts by its beginning. */
const LONGEST = 400;

/** Reads what a student asks for. The last word may still be growing; a single character stands for all its pairs. */
export function readQuery(written: string, corpus: Corpus): Query {
  const text = written.slice(0, LONGEST);
  const { vocabulary } = corpus;
  const isThere = (term: string): boolean => {
    const id = vocabulary.find(term);
    return id !== null && corpus.countOf(id) > 0;
  };
  const growing = growingWord(text);
  const words = queryTerms(text, isThere).map((term): QueryWord => {
    const ids = new Set<number>();
    const id = vocabulary.find(term);
    if (id !== null) ids.add(id);
    for (const other of further(term, growing, corpus)) ids.add(other);
    const terms = [...ids].map((one) => vocabulary.termOf(one));
    return { ids: [...ids], terms, rarity: rarityOf([...ids], corpus) };
  });
  return { words: words.filter(({ ids }) => ids.length > 0) };
}

/** How much finding one of the terms says (Robertson and Sparck Jones); never less than nothing. */
function rarityOf(ids: readonly number[], { passages, countOf }: Corpus): number {
  const count = Math.min(
    passages,
    ids.reduce((sum, id) => sum + countOf(id), 0),
  );
  return Math.log(1 + (passages - count + 0.5) / (count + 0.5));
}

/** The last word as typed, in lower case, where nothing stands behind it yet; null for none, and for Chinese. */
function growingWord(text: string): { readonly term: string; readonly beginning: string } | null {
  const last = tokensOf(text)
    .filter(({ isPart }) => !isPart)
    .at(-1);
  if (last?.to !== text.length) return null;
  const beginning = text.slice(last.from).normalize('NFKC').toLowerCase();
  return beginning.length >= SHORTEST_BEGINNING && isLatin(beginning) ? { term: last.term, beginning } : null;
}

function further(term: string, growing: ReturnType<typeof growingWord>, corpus: Corpus): number[] {
  if (growing?.term === term) return mostFrequent((other) => other.startsWith(growing.beginning), MOST_ENDINGS, corpus);
  const isSingle = term.length === String.fromCodePoint(term.codePointAt(0) ?? 0).length && !isLatin(term);
  return isSingle ? mostFrequent((other) => other.includes(term), MOST_PAIRS, corpus) : [];
}

function mostFrequent(wanted: (term: string) => boolean, most: number, { vocabulary, countOf }: Corpus): number[] {
  return vocabulary
    .all(wanted)
    .map((id) => ({ id, count: countOf(id) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || a.id - b.id)
    .slice(0, most)
    .map(({ id }) => id);
}

/** Not Chinese or Japanese. */
function isLatin(text: string): boolean {
  return !isHan(text.charCodeAt(0));
}
