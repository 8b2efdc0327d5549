/** Chances are whole numbers, of this. */
export const CERTAIN = 65_536;

/** A hash of two numbers. */
export const mixed = (a: number, b: number): number => {
  const hash = Math.imul(a ^ Math.imul(b, 0x2f0b4c47), 0x9e3779b1);
  return hash ^ (hash >>> 15);
};

/** Where the text last had the same bytes as now, and what came then. */
export class Match {
  /** By a hash of so many bytes, the place behind them. */
  private readonly places = new Int32Array(1 << 18);
  private readonly led = new Uint16Array(128).fill(CERTAIN / 2);
  private place = 0;
  private length = 0;
  private at = -1;
  private expected = 0;

  constructor(private readonly shortest: number) {}

  /** How long it is, from 0 to 3. */
  get kind(): number {
    return this.at < 0 ? 0 : this.length < 16 ? 1 : this.length < 32 ? 2 : 3;
  }

  /** The byte that comes if it goes on, and how long it is, up to 15. */
  next = 0;
  size = 0;

  chance(text: Uint8Array, bits: number): number {
    this.at = -1;
    if (this.length === 0) return CERTAIN / 2;
    const byte = (text[this.place] ?? 0) | 256;
    const rest = 31 - Math.clz32(bits);
    if (byte >> (8 - rest) !== bits) {
      this.length = 0;
      return CERTAIN / 2;
    }
    this.expected = (byte >> (7 - rest)) & 1;
    const { length } = this;
    this.at = (length < 32 ? length : length < 400 ? 32 : 33) * 2 + this.expected;
    return this.led[this.at] ?? 0;
  }

  learn(bit: number): void {
    if (this.at < 0) return;
    const chance = this.led[this.at] ?? 0;
    this.led[this.at] = chance + ((bit * (CERTAIN - 1) - chance) >> 6);
    if (bit !== this.expected) this.length = 0;
  }

  /** A byte has come. */
  move(text: Uint8Array, end: number): void {
    if (this.length > 0) {
      this.length += 1;
      this.place += 1;
    }
    if (end < this.shortest) return;
    let hash = 0;
    for (let back = 1; back <= this.shortest; back++) hash = mixed(hash, text[end - back] ?? 0);
    hash >>>= 14;
    if (this.length === 0) {
      const place = this.places[hash] ?? 0;
      let same = 0;
      while (same < Math.min(place, 400) && text[place - 1 - same] === text[end - 1 - same]) same += 1;
      if (same >= this.shortest) [this.place, this.length] = [place, same];
    }
    this.places[hash] = end;
    this.next = this.length > 0 ? (text[this.place] ?? 0) + 1 : 0;
    this.size = Math.min(this.length, 15);
  }
}
