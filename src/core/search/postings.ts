import { LINES_A_STEP, type Steps } from '../steps';
import type { Passage } from './passages';
import { walkTerms } from './terms';
import { VarintReader, VarintWriter } from './varints';
import type { Vocabulary } from './vocabulary';

/**
 * Which terms stand in which passages of a note: bytes, so that ten thousand notes take little room; no word can be read
 * from them without the vocabulary. Passage 0 is the note's name, title and aliases, the others those of its text.
 *
 * Written as whole numbers (`VarintWriter`): private lines left out; passages; of each its line (less the one before) and its
 * length in terms; bytes of the terms' numbers; of each term its number (less the one before); then of each term the passages it stands in, by weight:
 * passage (less the one before) · 16 + (weight − 1) · 2 + whether another follows.
 */
export type Postings = Uint8Array;

/** How much a term counts where it stands; the heaviest is 8. */
const WEIGHT = { text: 1, heading: 3, higherHeading: 1, title: 1 } as const;
const HEAVIEST = 8;

/** A key holds a term's number and a passage's; both together stay exact in a double. */
const MOST_PASSAGES = 2 ** 20;

export interface PostedNote {
  /** Name, title and aliases. */
  readonly titles: readonly string[];
  readonly passages: readonly Passage[];
  readonly hidden: number;
}

/** Makes a note's postings. Passages behind the first million are not looked at. */
export function* postingsOf(note: PostedNote, vocabulary: Vocabulary): Steps<Postings> {
  const keys: number[] = [];
  const add = (text: string, passage: number, weight: number): number => {
    let count = 0;
    walkTerms(text, (from, to) => {
      const key = vocabulary.idAt(text, from, to) * MOST_PASSAGES + passage;
      for (let times = 0; times < weight; times++) keys.push(key);
      count += 1;
    });
    return count;
  };
  const lengths = [note.titles.reduce((sum, title) => sum + add(title, 0, WEIGHT.title), 0)];
  let lines = 0;
  for (const [at, { headings, lines: texts }] of note.passages.slice(0, MOST_PASSAGES - 1).entries()) {
    const passage = at + 1;
    for (const [place, heading] of headings.entries()) {
      add(heading, passage, place === headings.length - 1 ? WEIGHT.heading : WEIGHT.higherHeading);
    }
    let length = 0;
    for (const { text } of texts) {
      length += add(text, passage, WEIGHT.text);
      if (++lines % LINES_A_STEP === 0) yield;
    }
    lengths.push(length);
  }
  yield;
  const places = [0, ...note.passages.map(({ line }) => line)].slice(0, lengths.length);
  return writePostings({ hidden: note.hidden, lines: places, lengths }, termsOfKeys(Float64Array.from(keys).sort()));
}

/** A term of a note, and where it stands: passage · 8 + weight − 1, in order. */
export interface PostedTerm {
  readonly id: number;
  readonly places: readonly number[];
}

/** @param terms - in the order of their numbers */
export function writePostings(
  { hidden, lines, lengths }: Pick<PostingsHead, 'hidden' | 'lines' | 'lengths'>,
  terms: Iterable<PostedTerm>,
): Postings {
  const [head, ids, standing] = [new VarintWriter(), new VarintWriter(), new VarintWriter()];
  head.write(hidden);
  head.write(lines.length);
  for (const [passage, line] of lines.entries()) {
    head.write(line - (lines[passage - 1] ?? 0));
    head.write(lengths[passage] ?? 0);
  }
  let before = 0;
  for (const { id, places } of terms) {
    ids.write(id - before);
    before = id;
    for (const [at, place] of places.entries()) {
      const passage = (place >> 3) - ((places[at - 1] ?? 0) >> 3);
      standing.write(passage * 16 + (place & 7) * 2 + Number(at < places.length - 1));
    }
  }
  const numbers = ids.take();
  head.write(numbers.length);
  return joined([head.take(), numbers, standing.take()]);
}

/** Equal keys count as one place, as heavy as there are of them. */
function* termsOfKeys(keys: Float64Array): Generator<PostedTerm, undefined, undefined> {
  for (let at = 0; at < keys.length;) {
    const id = Math.floor((keys[at] ?? 0) / MOST_PASSAGES);
    const places: number[] = [];
    while (at < keys.length && Math.floor((keys[at] ?? 0) / MOST_PASSAGES) === id) {
      const first = at;
      while (keys[at] === keys[first]) at += 1;
      places.push(((keys[first] ?? 0) % MOST_PASSAGES) * 8 + Math.min(at - first, HEAVIEST) - 1);
    }
    yield { id, places };
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** What is known of a note's passages without its terms. */
export interface PostingsHead {
  readonly hidden: number;
  /** By passage, from 0. */
  readonly lines: readonly number[];
  /** By passage, in terms. */
  readonly lengths: readonly number[];
  /** Where the terms' numbers are written, and where it is written in which passages they stand. */
  readonly termsAt: number;
  readonly placesAt: number;
}

export function readHead(postings: Postings): PostingsHead {
  const reader = new VarintReader(postings);
  const hidden = reader.read();
  const count = reader.read();
  const [lines, lengths]: [number[], number[]] = [[], []];
  let line = 0;
  for (let passage = 0; passage < count; passage++) {
    line += reader.read();
    lines.push(line);
    lengths.push(reader.read());
  }
  const bytes = reader.read();
  return { hidden, lines, lengths, termsAt: reader.at, placesAt: reader.at + bytes };
}

/** Private lines of the note that were left out. */
export function hiddenIn(postings: Postings): number {
  return new VarintReader(postings).read();
}

/**
 * Goes through a note's terms, in the order of their numbers.
 *
 * @param found - is told of each passage that one stands in
 */
export function readTerms(
  postings: Postings,
  { termsAt, placesAt }: PostingsHead,
  found: (id: number, passage: number, weight: number) => void,
): void {
  const ids = new VarintReader(postings, termsAt);
  const places = new VarintReader(postings, placesAt);
  for (let id = 0; ids.at < placesAt;) {
    id += ids.read();
    let passage = 0;
    for (let more = true; more;) {
      const place = places.read();
      passage += place >>> 4;
      found(id, passage, ((place >>> 1) & 7) + 1);
      more = (place & 1) === 1;
    }
  }
}
