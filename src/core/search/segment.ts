import { readHead, readTerms, type Postings } from './postings';
import { VarintReader, VarintWriter } from './varints';

/** A note as it lies in a segment. */
export interface IndexedNote {
  path: string;
  readonly postings: Postings;
  readonly segment: Segment;
}

/** Bytes of postings from which on a segment takes no further note: so much is turned around again after an edit. */
const FULL = 2 ** 17;
/** Of one term in so many it is known where it is written. */
const TERMS_A_MARK = 32;

/**
 * The postings of some notes turned around: by term, the passages that it stands in. This is made of the notes when it is
 * needed (`build`), so that an edit costs the segment of its note and not the vault.
 *
 * Written as whole numbers (`VarintWriter`): of each term its number (less the one before), how many passages it stands in,
 * and the bytes of its places; of each place its passage in the segment (less the one before) · 4 + weight − 1, or + 3 where
 * what the weight is above 4 follows.
 */
export class Segment {
  readonly notes = new Set<IndexedNote>();
  /** As it was built: its notes, in order. */
  order: readonly IndexedNote[] = [];
  /** By passage, the one that is its note's name; a note begins with it. */
  names = new Uint32Array();
  /** By passage, in terms. */
  lengths = new Uint32Array();
  private terms: Uint8Array = new Uint8Array();
  private places: Uint8Array = new Uint8Array();
  /** Three by three: the number of the term before, and where a term and its places are written. */
  private marks = new Uint32Array();
  private bytes = 0;

  get isFull(): boolean {
    return this.bytes >= FULL;
  }

  add(note: IndexedNote): void {
    this.notes.add(note);
    this.bytes += note.postings.length;
  }

  remove(note: IndexedNote): void {
    this.notes.delete(note);
    this.bytes -= note.postings.length;
  }

  /** @param known - terms of the vocabulary */
  build(known: number): void {
    this.order = [...this.notes];
    const [names, lengths]: [number[], number[]] = [[], []];
    const places = new Array<number[] | undefined>(known);
    for (const { postings } of this.order) {
      const head = readHead(postings);
      const name = names.length;
      for (const length of head.lengths) {
        names.push(name);
        lengths.push(length);
      }
      readTerms(postings, head, (id, passage, weight) => {
        (places[id] ??= []).push((name + passage) * 8 + weight - 1);
      });
    }
    this.names = Uint32Array.from(names);
    this.lengths = Uint32Array.from(lengths);
    this.write(places);
  }

  /** Goes through the terms: in how many passages each stands. */
  each(found: (id: number, count: number) => void): void {
    const terms = new VarintReader(this.terms);
    for (let id = 0; terms.at < this.terms.length;) {
      id += terms.read();
      found(id, terms.read());
      terms.read();
    }
  }

  /** Goes through the passages that a term stands in, in order. */
  read(wanted: number, found: (passage: number, weight: number) => void): void {
    const { marks } = this;
    let mark = 0;
    while ((marks[mark + 3] ?? wanted) < wanted) mark += 3;
    const terms = new VarintReader(this.terms, marks[mark + 1]);
    const places = new VarintReader(this.places, marks[mark + 2]);
    for (let id = marks[mark] ?? 0; id <= wanted && terms.at < this.terms.length;) {
      id += terms.read();
      const count = terms.read();
      const bytes = terms.read();
      if (id === wanted) readPlaces(places, count, found);
      places.at += bytes;
    }
  }

  /** @param lists - of each term its places: passage · 8 + weight − 1 */
  private write(lists: readonly (readonly number[] | undefined)[]): void {
    const [terms, places] = [new VarintWriter(), new VarintWriter()];
    const marks: number[] = [];
    let before = 0;
    let count = 0;
    lists.forEach((list = [], id) => {
      if (count++ % TERMS_A_MARK === 0) marks.push(before, terms.length, places.length);
      terms.write(id - before);
      terms.write(list.length);
      before = id;
      const began = places.length;
      let passage = 0;
      for (const place of list) {
        const more = (place & 7) - 3;
        places.write(((place >>> 3) - passage) * 4 + Math.min(more, 0) + 3);
        if (more >= 0) places.write(more);
        passage = place >>> 3;
      }
      terms.write(places.length - began);
    });
    this.terms = terms.take();
    this.places = places.take();
    this.marks = Uint32Array.from(marks);
  }
}

function readPlaces(places: VarintReader, count: number, found: (passage: number, weight: number) => void): void {
  let passage = 0;
  for (let left = count; left > 0; left--) {
    const place = places.read();
    passage += place >>> 2;
    const weight = (place & 3) + 1;
    found(passage, weight > 3 ? weight + places.read() : weight);
  }
}
