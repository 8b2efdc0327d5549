import { hiddenIn, type Postings } from './postings';
import type { Corpus, Query } from './query';
import { Scorer, type Found } from './scorer';
import { Segment, type IndexedNote } from './segment';
import type { Vocabulary } from './vocabulary';

/** Who says what, by words: notes in segments, of which only those that changed are made anew before the next answer. */
export class SearchIndex implements Corpus {
  private readonly notes = new Map<string, IndexedNote>();
  private readonly segments = new Set<Segment>();
  /** Segments that are other than they were built. */
  private readonly stale = new Set<Segment>();
  /** Where the next note goes: where one was taken out last, so that an edit touches one segment. */
  private open = new Segment();
  /** By a term's number: passages that it stands in. */
  private readonly counts: number[] = [];
  private count = 0;
  private length = 0;

  constructor(readonly vocabulary: Vocabulary) {}

  get size(): number {
    return this.notes.size;
  }

  has(path: string): boolean {
    return this.notes.has(path);
  }

  /** Private lines that were left out, in all notes. */
  get hidden(): number {
    let hidden = 0;
    for (const { postings } of this.notes.values()) hidden += hiddenIn(postings);
    return hidden;
  }

  set(path: string, postings: Postings): void {
    this.remove(path);
    if (this.open.isFull) {
      this.settle(); // while many are read, so that the first answer waits for the last segment alone
      this.open = new Segment();
    }
    const note = { path, postings, segment: this.open };
    this.notes.set(path, note);
    this.segments.add(this.open);
    this.stale.add(this.open);
    this.open.add(note);
  }

  remove(path: string): void {
    const note = this.notes.get(path);
    if (note === undefined) return;
    this.notes.delete(path);
    this.open = note.segment;
    this.stale.add(this.open);
    this.open.remove(note);
  }

  rename(from: string, to: string): void {
    const note = this.notes.get(from);
    if (note === undefined || from === to) return;
    this.remove(to);
    this.notes.delete(from);
    this.notes.set(to, note);
    note.path = to;
  }

  /** Passages of all notes, their names among them. */
  get passages(): number {
    this.settle();
    return this.count;
  }

  readonly countOf = (id: number): number => {
    this.settle();
    return this.counts[id] ?? 0;
  };

  /** The passages that answer a query best, by Okapi BM25 over weighted places; the best first, some of each note at most. */
  find(query: Query, limit: number): Found[] {
    this.settle();
    const scorer = new Scorer(query, this.length / Math.max(this.count, 1), limit);
    for (const segment of this.segments) scorer.score(segment);
    return scorer.best();
  }

  private settle(): void {
    for (const segment of this.stale) {
      this.tally(segment, -1);
      segment.build(this.vocabulary.size);
      this.tally(segment, 1);
      if (segment.notes.size === 0) this.segments.delete(segment);
    }
    this.stale.clear();
  }

  private tally(segment: Segment, step: 1 | -1): void {
    this.count += step * segment.lengths.length;
    this.length += step * segment.lengths.reduce((sum, length) => sum + length, 0);
    segment.each((id, count) => {
      this.counts[id] = (this.counts[id] ?? 0) + step * count;
    });
  }
}
