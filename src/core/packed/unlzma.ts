import type { Inflated } from './inflate';
import { RangeDecoder, probabilities } from './range-decoder';

/** A length is coded in one of three ranges, the first two of them by the place in the output. */
class LengthDecoder {
  private readonly choice = probabilities(2);
  private readonly low = probabilities(PLACES << 3);
  private readonly middle = probabilities(PLACES << 3);
  private readonly high = probabilities(1 << 8);

  read(from: RangeDecoder, place: number): number {
    if (from.bit(this.choice, 0) === 0) return SHORTEST + from.tree(this.low, place << 3, 3);
    if (from.bit(this.choice, 1) === 0) return SHORTEST + 8 + from.tree(this.middle, place << 3, 3);
    return SHORTEST + 16 + from.tree(this.high, 0, 8);
  }
}

const HEADER = 13;
const STATES = 12;
const PLACES = 16;
const SHORTEST = 2;
const LITERAL = 0x300;
/** Slots of distances: below the first they are the distance; below the second all their bits have probabilities. */
const [NEAR, MODELED] = [4, 14];

/**
 * Unpacks an LZMA file (`.lzma`; LZMA SDK, lzma-specification.txt) whose head states how long it is. That takes a seventh less than DEFLATE for the handbook's notes, and longer to unpack.
 *
 * @param input - the file, nothing before or after it
 * @param limit - how many bytes the result may have; no more than this is ever kept
 */
export function unlzma(input: Uint8Array, limit: number): Inflated {
  if (input.length < HEADER + 5) return { ok: false, problem: 'truncated' };
  const head = new DataView(input.buffer, input.byteOffset, HEADER);
  const properties = head.getUint8(0);
  const length = head.getUint32(5, true);
  const isLarge = head.getUint32(9, true) !== 0;
  if (properties >= 9 * 5 * 5 || (isLarge && length === 0xffffffff)) return { ok: false, problem: 'damaged' };
  if (isLarge || length > limit) return { ok: false, problem: 'too-large' };
  return new Unpacking(new RangeDecoder(input, HEADER), properties, length).run();
}

class Unpacking {
  private readonly output: Uint8Array;
  private done = 0;
  /** What came last decides what is likely next: below 7 it was a literal. */
  private state = 0;
  /** The last four distances, the latest first. */
  private recent: readonly [number, number, number, number] = [0, 0, 0, 0];

  /** Bits of the byte before, and of the place in the output, that a literal is coded by. */
  private readonly literalContext: number;
  private readonly literalPlaces: number;
  private readonly placeMask: number;

  private readonly literals: Uint16Array;
  private readonly isMatch = probabilities(STATES * PLACES);
  private readonly isRepeated = probabilities(STATES);
  private readonly isOlder = [probabilities(STATES), probabilities(STATES), probabilities(STATES)] as const;
  private readonly isLong = probabilities(STATES * PLACES);
  private readonly slots = probabilities(4 << 6);
  private readonly near = probabilities(128);
  private readonly aligned = probabilities(16);
  private readonly length = new LengthDecoder();
  private readonly repeatedLength = new LengthDecoder();

  constructor(
    private readonly from: RangeDecoder,
    properties: number,
    length: number,
  ) {
    this.output = new Uint8Array(length);
    this.literalContext = properties % 9;
    const literalBits = Math.floor(properties / 9) % 5;
    this.literalPlaces = (1 << literalBits) - 1;
    this.placeMask = (1 << Math.floor(properties / 45)) - 1;
    this.literals = probabilities(LITERAL << (this.literalContext + literalBits));
  }

  run(): Inflated {
    const { from, output } = this;
    while (this.done < output.length) {
      const place = this.done & this.placeMask;
      if (from.bit(this.isMatch, this.state * PLACES + place) === 0) {
        this.literal();
        continue;
      }
      const length = from.bit(this.isRepeated, this.state) === 0 ? this.match(place) : this.repeat(place);
      const [distance] = this.recent;
      if (from.isOver) return { ok: false, problem: 'truncated' };
      if (distance >= this.done || length > output.length - this.done) return { ok: false, problem: 'damaged' };
      for (let left = length; left > 0; left--) {
        output[this.done] = output[this.done - distance - 1] ?? 0;
        this.done += 1;
      }
    }
    return from.isOver ? { ok: false, problem: 'truncated' } : { ok: true, bytes: output };
  }

  private literal(): void {
    const { from, output, done } = this;
    const before = done === 0 ? 0 : (output[done - 1] ?? 0);
    const context = ((done & this.literalPlaces) << this.literalContext) + (before >> (8 - this.literalContext));
    const base = LITERAL * context;
    let symbol = 1;
    if (this.state >= 7) {
      // Behind a match: likely another byte than the match would have gone on with.
      let other = output[done - this.recent[0] - 1] ?? 0;
      while (symbol < 0x100) {
        const expected = (other >> 7) & 1;
        other <<= 1;
        const bit = from.bit(this.literals, base + ((1 + expected) << 8) + symbol);
        symbol = (symbol << 1) | bit;
        if (bit !== expected) break;
      }
    }
    while (symbol < 0x100) symbol = (symbol << 1) | from.bit(this.literals, base + symbol);
    output[done] = symbol & 0xff;
    this.done += 1;
    this.state = this.state < 4 ? 0 : this.state < 10 ? this.state - 3 : this.state - 6;
  }

  private match(place: number): number {
    const length = this.length.read(this.from, place);
    const [first, second, third] = this.recent;
    this.recent = [this.distance(length - SHORTEST), first, second, third];
    this.state = this.state < 7 ? 7 : 10;
    return length;
  }

  private repeat(place: number): number {
    const { from, state } = this;
    const [first, second, third, fourth] = this.recent;
    if (from.bit(this.isOlder[0], state) === 0) {
      if (from.bit(this.isLong, state * PLACES + place) === 0) {
        this.state = state < 7 ? 9 : 11;
        return 1;
      }
    } else if (from.bit(this.isOlder[1], state) === 0) this.recent = [second, first, third, fourth];
    else if (from.bit(this.isOlder[2], state) === 0) this.recent = [third, first, second, fourth];
    else this.recent = [fourth, first, second, third];
    this.state = state < 7 ? 8 : 11;
    return this.repeatedLength.read(from, place);
  }

  private distance(length: number): number {
    const { from } = this;
    const slot = from.tree(this.slots, Math.min(length, 3) << 6, 6);
    if (slot < NEAR) return slot;
    const count = (slot >> 1) - 1;
    const distance = ((2 | (slot & 1)) << count) >>> 0;
    if (slot < MODELED) return distance + from.reversed(this.near, distance - slot, count);
    return distance + from.direct(count - 4) * 16 + from.reversed(this.aligned, 0, 4);
  }
}
