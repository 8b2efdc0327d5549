import type { Steps } from '../steps';

/** A direction in whole numbers from −127 to 127. */
export type Vector = Int8Array;

/** The longest is 127 long in all; null for a vector without a direction. */
export function vectorOf(numbers: readonly number[]): Vector | null {
  const length = Math.sqrt(numbers.reduce((sum, number) => sum + number * number, 0));
  return length > 0 && Number.isFinite(length)
    ? Int8Array.from(numbers, (number) => Math.round((number / length) * 127))
    : null;
}

/** Some vectors as bytes: how many there are, how long each is, their prints, and the vectors. */
export function packVectors(prints: readonly number[], vectors: readonly Vector[]): Uint8Array {
  const size = vectors[0]?.length ?? 0;
  const head = Float64Array.of(prints.length, size, ...prints);
  const bytes = new Uint8Array(head.byteLength + size * vectors.length);
  bytes.set(new Uint8Array(head.buffer));
  vectors.forEach((vector, at) => {
    bytes.set(new Uint8Array(vector.buffer, vector.byteOffset, size), head.byteLength + at * size);
  });
  return bytes;
}

interface VectorPlace {
  readonly of: Int8Array;
  readonly at: number;
}

/** Vectors by the prints of the passages that they are of; the vectors stay in the bytes that they were stored in. */
export class VectorMap {
  private readonly places = new Map<number, VectorPlace>();
  /** How long each is; 0 while there are none. */
  size = 0;

  has(print: number): boolean {
    return this.places.has(print);
  }

  /** Takes what `packVectors` made; answers its prints, or null where it is no such thing, or of vectors of another length. */
  add(bytes: Uint8Array): readonly number[] | null {
    if (bytes.length < 16) return null;
    const copy = bytes.slice(); // its numbers begin where they may
    const [count = 0, size = 0] = new Float64Array(copy.buffer, 0, 2);
    const start = 16 + count * 8;
    if (!(count > 0 && size > 0) || copy.length !== start + count * size || (this.size > 0 && size !== this.size))
      return null;
    this.size = size;
    const of = new Int8Array(copy.buffer);
    const prints = [...new Float64Array(copy.buffer, 16, count)];
    for (const [at, print] of prints.entries()) this.places.set(print, { of, at: start + at * size });
    return prints;
  }

  /**
   * The passages that are nearest to a vector, by the cosine of the angle between them.
   *
   * @param asked - which of them may be found
   */
  *nearest<T>(vector: Vector, asked: Iterable<readonly [print: number, passage: T]>, most: number): Steps<T[]> {
    const best: { readonly nearness: number; readonly passage: T }[] = [];
    let least = -Infinity;
    let looked = 0;
    for (const [print, passage] of asked) {
      const place = this.places.get(print);
      if (place === undefined) continue;
      if (++looked % 1024 === 0) yield;
      const { of, at } = place;
      let nearness = 0;
      for (let n = 0; n < this.size; n++) nearness += (of[at + n] ?? 0) * (vector[n] ?? 0);
      if (nearness <= least) continue;
      const before = best.findIndex((one) => one.nearness < nearness);
      best.splice(before < 0 ? best.length : before, 0, { nearness, passage });
      if (best.length > most) best.pop();
      if (best.length === most) least = best.at(-1)?.nearness ?? 0;
    }
    return best.map(({ passage }) => passage);
  }
}
