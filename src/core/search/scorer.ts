import { compare } from '../text/compare';
import type { Query } from './query';
import type { Segment } from './segment';

/** A passage that a query found. */
export interface Found {
  readonly path: string;
  /** Which of the note's passages, from 0 as `passagesOf` gives them; null where only the note's name was found. */
  readonly passage: number | null;
  /** Greater than 0; comparable within one answer only. */
  readonly score: number;
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

/** Scores passages against one query, a segment after another. */
export class Scorer {
  /** Of each word the terms that count for it: one that stands for several words, for the last of them. */
  private readonly words: readonly { readonly ids: readonly number[]; readonly rarity: number }[];
  private found: Found[] = [];
  /** Once there are enough, what scores less is none of the best. */
  private least = 0;

  /** @param average - terms of a passage */
  constructor(
    { words }: Query,
    private readonly average: number,
    private readonly limit: number,
  ) {
    const owners = new Map(words.flatMap(({ ids }, word) => ids.map((id) => [id, word] as const)));
    this.words = words.map(({ ids, rarity }, word) => ({ ids: ids.filter((id) => owners.get(id) === word), rarity }));
  }

  score(segment: Segment): void {
    const { order, names } = segment;
    const { scores, stands } = this.scores(segment);
    let note = order.length;
    let passages: number[] = [];
    for (let at = names.length - 1; at >= 0; at--) {
      if (names[at] !== at) {
        if (stands[at] !== 0) passages.push(at);
        continue;
      }
      note -= 1;
      if (passages.length > 0 || (scores[at] ?? 0) > 0) this.addNote(order[note]?.path ?? '', at, passages, scores);
      passages = [];
    }
  }

  /** The best first. */
  best(): Found[] {
    this.found.sort((a, b) => b.score - a.score || compare(a.path, b.path) || (a.passage ?? -1) - (b.passage ?? -1));
    return this.found.slice(0, this.limit);
  }

  /** By passage its score, the note's name scored as if it were one; and not 0 where a word stands in it. */
  private scores(segment: Segment): { readonly scores: Float64Array; readonly stands: Uint16Array } {
    const { names, lengths } = segment;
    const { length } = names;
    const [scores, stands, weights] = [new Float64Array(length), new Uint16Array(length), new Uint16Array(length)];
    for (const { ids, rarity } of this.words) {
      let found = 0;
      for (const id of ids) {
        segment.read(id, (passage, weight) => {
          weights[passage] = (weights[passage] ?? 0) + weight;
          found += 1;
        });
      }
      if (found === 0) continue;
      for (let at = 0; at < length; at++) {
        const name = names[at] ?? 0;
        const own = name === at ? 0 : (weights[at] ?? 0);
        const weight = own + TITLE * (weights[name] ?? 0);
        if (weight === 0) continue;
        const held = this.held(name === at ? this.average : (lengths[at] ?? 0));
        scores[at] = (scores[at] ?? 0) + (rarity * weight) / (held + weight);
        stands[at] = (stands[at] ?? 0) | own;
      }
      weights.fill(0);
    }
    return { scores, stands };
  }

  /** How much a passage of so many terms is held back. */
  private held(length: number): number {
    return K1 * (1 - B + (B * length) / Math.max(this.average, 1));
  }

  /** @param passages - of the note, that a word stands in; none where its name alone was found */
  private addNote(path: string, name: number, passages: readonly number[], scores: Float64Array): void {
    const best = passages
      .map((at) => ({ passage: at - name - 1, score: scores[at] ?? 0 }))
      .sort((a, b) => b.score - a.score || a.passage - b.passage)
      .slice(0, MOST_OF_A_NOTE);
    const all = best.reduce((sum, { score }) => sum + score, 0);
    for (const { passage, score } of best) this.add(path, passage, score + ELSEWHERE * (all - score));
    if (best.length === 0) this.add(path, null, scores[name] ?? 0);
  }

  private add(path: string, passage: number | null, score: number): void {
    if (score < this.least) return;
    this.found.push({ path, passage, score });
    if (this.found.length <= this.limit * SORTED_AT) return;
    this.found = this.best();
    this.least = this.found.at(-1)?.score ?? 0;
  }
}
