/** Each bit is coded by how likely it is to be 0, of 2,048; that moves a 32nd of the way to what it was, each time. */
const CERTAIN = 2048;
const MOVE = 5;

/** As many bits that are as likely to be 0 as 1. */
export function probabilities(count: number): Uint16Array {
  return new Uint16Array(count).fill(CERTAIN / 2);
}

/** Reads bits that were coded by how likely they are (LZMA SDK, lzma-specification.txt: range decoder). */
export class RangeDecoder {
  private range = 0xffffffff;
  private code = 0;

  /** @param at - where the coded bits begin, after a byte that is 0 */
  constructor(
    private readonly input: Uint8Array,
    private at: number,
  ) {
    this.at += 1;
    for (let count = 0; count < 4; count++) this.code = ((this.code << 8) | this.next()) >>> 0;
  }

  /** Whether more was read than there is. */
  get isOver(): boolean {
    return this.at > this.input.length;
  }

  bit(likely: Uint16Array, index: number): 0 | 1 {
    const value = likely[index] ?? 0;
    const bound = (this.range >>> 11) * value;
    const isSet = this.code >= bound;
    if (isSet) {
      this.code -= bound;
      this.range -= bound;
      likely[index] = value - (value >> MOVE);
    } else {
      this.range = bound;
      likely[index] = value + ((CERTAIN - value) >> MOVE);
    }
    this.widen();
    return isSet ? 1 : 0;
  }

  /** Some bits of one number, the highest first; each has its own probability for what came before it. */
  tree(likely: Uint16Array, base: number, count: number): number {
    let symbol = 1;
    for (let read = 0; read < count; read++) symbol = (symbol << 1) | this.bit(likely, base + symbol);
    return symbol - (1 << count);
  }

  /** The same, the lowest bit first. */
  reversed(likely: Uint16Array, base: number, count: number): number {
    let symbol = 1;
    let value = 0;
    for (let read = 0; read < count; read++) {
      const bit = this.bit(likely, base + symbol);
      symbol = (symbol << 1) | bit;
      value |= bit << read;
    }
    return value;
  }

  /** Some bits that are as likely 0 as 1. */
  direct(count: number): number {
    let value = 0;
    for (let read = 0; read < count; read++) {
      this.range >>>= 1;
      const isSet = this.code >= this.range;
      if (isSet) this.code -= this.range;
      value = value * 2 + Number(isSet);
      this.widen();
    }
    return value;
  }

  private widen(): void {
    if (this.range >= 1 << 24) return;
    this.range = (this.range << 8) >>> 0;
    this.code = ((this.code << 8) | this.next()) >>> 0;
  }

  private next(): number {
    const byte = this.input[this.at] ?? 0;
    this.at += 1;
    return byte;
  }
}
