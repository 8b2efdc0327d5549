/** Chances are whole numbers, of this. */
export const CERTAIN = 65_536;

/** What a chance turned out to be, by some context: between the nearest two of 33 odds. */
export class Correction {
  private readonly led: Uint16Array;
  private at = 0;

  constructor(count: number, chanceOf: Int32Array) {
    const first = Uint16Array.from({ length: 33 }, (_, at) => chanceOf[Math.min(4095, at * 128)] ?? 0);
    this.led = new Uint16Array(count * 33);
    for (let n = 0; n < count; n++) this.led.set(first, n * 33);
  }

  chance(context: number, odds: number): number {
    const at = context * 33 + ((odds + 2048) >> 7);
    const share = (odds + 2048) & 127;
    this.at = share > 64 ? at + 1 : at;
    return ((this.led[at] ?? 0) * (128 - share) + (this.led[at + 1] ?? 0) * share) >> 7;
  }

  learn(bit: number): void {
    const chance = this.led[this.at] ?? 0;
    this.led[this.at] = chance + ((bit * (CERTAIN - 1) - chance) >> 5);
  }
}
