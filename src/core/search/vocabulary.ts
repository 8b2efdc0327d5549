import { isHan, termOf } from './terms';

/** Terms by number and numbers by term. A term keeps its number as long as the vocabulary is. */
export class Vocabulary {
  private readonly ids = new Map<string, number>();
  private readonly terms: string[] = [];
  /** Numbers of pairs of Chinese characters by both codes, and of words as they were written: most are met again soon. */
  private readonly pairs = new Map<number, number>();
  private readonly written = new Map<string, number>();

  get size(): number {
    return this.terms.length;
  }

  /** The term's number, a new one where it has none. */
  idOf(term: string): number {
    const known = this.ids.get(term);
    if (known !== undefined) return known;
    const id = this.terms.length;
    const own = copied(term);
    this.ids.set(own, id);
    this.terms.push(own);
    return id;
  }

  /** The number of the term that stands in a text, a new one where it has none. */
  idAt(text: string, from: number, to: number): number {
    const first = text.charCodeAt(from);
    return to - from === 2 && isHan(first) ? this.idOfPair(text, from, first) : this.idOfWord(text.slice(from, to));
  }

  find(term: string): number | null {
    return this.ids.get(term) ?? null;
  }

  termOf(id: number): string {
    return this.terms[id] ?? '';
  }

  /** Numbers of the terms for which `wanted` holds. */
  all(wanted: (term: string) => boolean): number[] {
    const found: number[] = [];
    for (const [id, term] of this.terms.entries()) if (wanted(term)) found.push(id);
    return found;
  }

  private idOfPair(text: string, from: number, first: number): number {
    const key = (first - FIRST_HAN) * HANS + text.charCodeAt(from + 1) - FIRST_HAN; // small enough for a fast map
    const known = this.pairs.get(key);
    if (known !== undefined) return known;
    const id = this.idOf(termOf(text.slice(from, from + 2)));
    this.pairs.set(key, id);
    return id;
  }

  private idOfWord(word: string): number {
    const known = this.written.get(word);
    if (known !== undefined) return known;
    if (this.written.size >= MOST_WRITTEN) this.written.clear();
    const id = this.idOf(termOf(word));
    this.written.set(copied(word), id);
    return id;
  }
}

const FIRST_HAN = 0x3000;
const HANS = 0xe000;
/** Words as written that are remembered. */
const MOST_WRITTEN = 20_000;

/** The same word, but no part of the note's text: an engine that cuts a word out of a text keeps the whole text for it. */
function copied(word: string): string {
  return word.split('').join('');
}
