import { compare } from '../text/compare';
import { readHead, readTerms, type Postings, type PostingsHead } from './postings';
import type { Corpus, Query } from './query';
import type { Vocabulary } from './vocabulary';

/** A passage that a query found. */
export interface Found {
  readonly path: string;
  /** Which of the note's passages, from 0 as `passagesOf` gives them; null where only the note's name was found. */
  readonly passage: number | null;
  /** Greater than 0; comparable within one answer only. */
  readonly score: number;
}

interface Note {
  readonly postings: Postings;
  readonly head: PostingsHead;
}

/** Okapi BM25 (Robertson and Zaragoza 2009): how soon more of a word says no more, and how much long passages are held back. */
const K1 = 1.2;
const B = 0.5;
/** A word in the note's name counts for each of its passages as much as this many in the passage. */
const TITLE = 3;
/** Passages of one note in one answer. */
const MOST_OF_A_NOTE = 3;
/** Answers are put in order, and the worst let go, each time there are so many times more than are asked for. */
const SORTED_AT = 20;
/** What a note says of it elsewhere counts for each of its passages by this part: it is what the note is about. */
const ELSEWHERE = 0.3;

/** Who says what, by words: kept note by note. */
export class SearchIndex implements Corpus {
  private readonly notes = new Map<string, Note>();
  /** By a term's number: passages that it stands in. */
  private counts = new Uint32Array(1024);
  private count = 0;
  private length = 0;

  constructor(readonly vocabulary: Vocabulary) {}

  get size(): number {
    return this.notes.size;
  }

  /** Private lines that were left out, in all notes. */
  get hidden(): number {
    let hidden = 0;
    for (const { head } of this.notes.values()) hidden += head.hidden;
    return hidden;
  }

  set(path: string, postings: Postings): void {
    this.remove(path);
    const note = { postings, head: readHead(postings) };
    this.notes.set(path, note);
    this.tally(note, 1);
  }

  remove(path: string): void {
    const note = this.notes.get(path);
    if (note === undefined) return;
    this.notes.delete(path);
    this.tally(note, -1);
  }

  rename(from: string, to: string): void {
    const note = this.notes.get(from);
    if (note === undefined) return;
    this.remove(to);
    this.notes.delete(from);
    this.notes.set(to, note);
  }

  /** Passages of all notes, their names among them. */
  get passages(): number {
    return this.count;
  }

  readonly countOf = (id: number): number => this.counts[id] ?? 0;

  /** The passages that answer a query best, by Okapi BM25 over weighted places; the best first, some of each note at most. */
  find(query: Query, limit: number): Found[] {
    let found: Found[] = [];
    const scorer = new Scorer(query, this.count, this.length);
    for (const [path, note] of this.notes) {
      for (const one of scorer.score(path, note)) found.push(one);
      if (found.length > limit * SORTED_AT) found = best(found, limit);
    }
    return best(found, limit);
  }

  private tally({ postings, head }: Note, step: 1 | -1): void {
    this.count += step * head.lengths.length;
    this.length += step * head.lengths.reduce((sum, length) => sum + length, 0);
    if (this.counts.length < this.vocabulary.size) this.grow();
    readTerms(postings, head, null, (id) => {
      this.counts[id] = (this.counts[id] ?? 0) + step;
    });
  }

  private grow(): void {
    const larger = new Uint32Array(this.vocabulary.size * 2);
    larger.set(this.counts);
    this.counts = larger;
  }
}

function best(found: Found[], limit: number): Found[] {
  found.sort((a, b) => b.score - a.score || compare(a.path, b.path) || (a.passage ?? -1) - (b.passage ?? -1));
  return found.slice(0, limit);
}

/** Scores notes against one query. */
class Scorer {
  /** Numbers that the query asks for, in order, and of each the word it stands for. */
  private readonly ids: readonly number[];
  private readonly words = new Map<number, number>();
  private readonly average: number;

  constructor(
    private readonly query: Query,
    passages: number,
    length: number,
  ) {
    for (const [word, { ids }] of query.words.entries()) for (const id of ids) this.words.set(id, word);
    this.ids = [...this.words.keys()].sort((a, b) => a - b);
    this.average = length / Math.max(passages, 1);
  }

  score(path: string, { postings, head }: Note): Found[] {
    const { words } = this.query;
    const standing = new Map<number, Float64Array>();
    readTerms(postings, head, this.ids, (id, passage, weight) => {
      const weights = standing.get(passage) ?? new Float64Array(words.length);
      standing.set(passage, weights);
      const word = this.words.get(id) ?? 0;
      weights[word] = (weights[word] ?? 0) + weight;
    });
    if (standing.size === 0) return [];
    const title = standing.get(0);
    standing.delete(0);
    if (standing.size === 0) {
      const score = this.sum(title, undefined, this.average);
      return [{ path, passage: null, score }];
    }
    const best = [...standing]
      .map(([passage, weights]): Found => {
        const score = this.sum(title, weights, head.lengths[passage] ?? 0);
        return { path, passage: passage - 1, score };
      })
      .sort((a, b) => b.score - a.score || (a.passage ?? 0) - (b.passage ?? 0))
      .slice(0, MOST_OF_A_NOTE);
    const all = best.reduce((sum, { score }) => sum + score, 0);
    return best.map((one) => ({ ...one, score: one.score + ELSEWHERE * (all - one.score) }));
  }

  private sum(title: Float64Array | undefined, text: Float64Array | undefined, length: number): number {
    const held = K1 * (1 - B + (B * length) / Math.max(this.average, 1));
    return this.query.words.reduce((sum, { rarity }, word) => {
      const weight = (text?.[word] ?? 0) + TITLE * (title?.[word] ?? 0);
      return sum + (rarity * weight) / (held + weight);
    }, 0);
  }
}
