import { CERTAIN, Match, mixed } from './match';

/** Contexts by which a text is guessed at: see `look`. */
const CONTEXTS = 9;
/** A guess of each context, of two matches, and one that is always the same. */
const INPUTS = CONTEXTS + 3;
const PASTS = 1 << 14;
/** Guesses are logarithms of odds, in 256ths, from -2,047 to this. */
const SUREST = 2047;
/** Where the three sets of weights begin, and end: by match and bits, by the last byte, by the kind of character. */
const SETS = [0, 1024, 1280, 1792] as const;
/** What came of a guess is kept for each of so many contexts, at 33 guesses from the least to the surest. */
const REFINED = 1 << 14;
const STEPS = 33;

/** How fast the weights learn. */
const RATE = 2 ** -31;

const limited = (odds: number): number => Math.min(SUREST, Math.max(-SUREST, odds | 0));

/** By a logarithm of odds from -2,048: 65,536 / (1 + e^(-odds / 256)), by products alone, since engines differ in `Math.exp`. */
function chancesOfOdds(): Int32Array {
  return Int32Array.from({ length: 4096 }, (_, at) => {
    let power = 1 - (at - 2048) / 256 / 4096;
    for (let n = 0; n < 12; n++) power *= power;
    return Math.min(CERTAIN - 1, Math.max(1, Math.floor(CERTAIN / (1 + power))));
  });
}

/** The other way round, by a chance of 4,096. */
function oddsOfChances(chances: Int32Array): Int32Array {
  let odds = -SUREST;
  return Int32Array.from({ length: 4096 }, (_, at) => {
    while (odds < SUREST && (chances[odds + 2048] ?? 0) < at * 16 + 8) odds += 1;
    return odds;
  });
}

/**
 * How likely the next bit of a text is 1, learned from all bits before it: context mixing, after M. Mahoney's lpaq. In each of some
 * contexts (the last bytes, characters, words, the line's beginning) it keeps how the text went on before, and learns what such a
 * past leads to; it finds where the text has been the same for long; and it weighs all these guesses by how well they did. What packs
 * and what unpacks run the same model, so its arithmetic is that of whole numbers, and sums and products of doubles, which every
 * engine rounds alike (ECMA-262, IEEE 754).
 */
export class TextModel {
  /** The text so far, in UTF-8. */
  readonly text: Uint8Array;
  private length = 0;
  /** Bits of the byte that is under way, behind a 1. */
  private bits = 1;

  private readonly chanceOf = chancesOfOdds();
  private readonly oddsOf = oddsOfChances(this.chanceOf);

  /** By a hash of context and bits, its past: the last 4 bits, and how often there were 0 and 1, 5 bits each. */
  private readonly pasts: Uint16Array;
  private readonly free: number;
  private readonly grown = grownPasts();
  private readonly places = new Int32Array(CONTEXTS);
  private readonly contexts = new Int32Array(CONTEXTS);
  /** By context and past: how likely 1 is, of 65,536. */
  private readonly led = new Uint16Array(CONTEXTS * PASTS);
  /** What `chance` looked up last, for `learn`: the bits that tell the pasts of four bits apart, and where in `led` each context was. */
  private half = 1;
  private readonly asked = new Int32Array(CONTEXTS);

  private readonly short = new Match(5);
  private readonly long = new Match(12);
  private readonly guesses = new Float64Array(INPUTS).fill(256);
  private readonly weights = new Float64Array(SETS[3] * INPUTS).fill(1 / 6);
  /** Where the three sets begin that `chance` took, and what it answered. */
  private a = 0;
  private b = 0;
  private c = 0;
  private guessed = 0;
  /** By context and guess: how likely 1 was in the end; and the place there that is nearest to the last guess. */
  private readonly came: Uint16Array;
  private nearest = 0;

  /** The last four bytes, and the four before; the last characters. */
  private near = 0;
  private far = 0;
  private readonly characters = [0, 0, 0];
  /** Of the last of them: 1 for a blank, 2 for a letter, 3 for what is no ASCII. */
  private kind = 0;
  /** What is there of a character of several bytes, and how many are to come. */
  private part = 0;
  private missing = 0;
  /** Hashes of the word that is under way and of the two before it, and of the line's first bytes. */
  private word = 0;
  private before = 0;
  private earlier = 0;
  private start = 0;
  private column = 0;

  /** @param length - of the text, in bytes */
  constructor(length: number) {
    this.text = new Uint8Array(length);
    this.free = Math.max(8, Math.clz32(length) - 5); // room for 16 million of half a million bytes
    this.pasts = new Uint16Array(2 ** (32 - this.free));
    for (let past = 0; past < PASTS; past++) {
      const [zeros, ones] = [(past >> 4) & 31, past >> 9];
      const chance = Math.floor((CERTAIN * (2 * ones + 1)) / (2 * (zeros + ones) + 2)) - 1;
      for (let n = 0; n < CONTEXTS; n++) this.led[n * PASTS + past] = chance;
    }
    this.came = new Uint16Array(REFINED * STEPS).map((_, at) => this.chanceOf[Math.min(4095, (at % STEPS) * 128)] ?? 0);
    this.look();
  }

  /** How likely the next bit is 1, from 1 to 65,535 of 65,536. */
  chance(): number {
    const { bits, guesses, weights, pasts, led, places, asked, oddsOf, short, long } = this;
    const count = 31 - Math.clz32(bits);
    const half = count < 4 ? bits : (bits & ((1 << (count - 4)) - 1)) | (1 << (count - 4));
    guesses[CONTEXTS] = oddsOf[short.chance(this.text, bits) >> 4] ?? 0;
    guesses[CONTEXTS + 1] = oddsOf[long.chance(this.text, bits) >> 4] ?? 0;
    const length = short.kind;
    const a = (length * 256 + bits) * INPUTS;
    const b = (SETS[1] + (this.near & 255)) * INPUTS;
    const c = (SETS[2] + this.missing * 4 + length + this.kind * 16 + count * 64) * INPUTS;
    let first = 0;
    let second = 0;
    let third = 0;
    for (let n = 0; n < CONTEXTS; n++) {
      const past = pasts[(places[n] ?? 0) ^ half] ?? 0;
      const at = n * PASTS + past;
      asked[n] = at;
      guesses[n] = past === 0 ? 0 : (oddsOf[(led[at] ?? 0) >> 4] ?? 0);
    }
    for (let n = 0; n < INPUTS; n++) {
      const guess = guesses[n] ?? 0;
      first += (weights[a + n] ?? 0) * guess;
      second += (weights[b + n] ?? 0) * guess;
      third += (weights[c + n] ?? 0) * guess;
    }
    this.half = half;
    this.a = a;
    this.b = b;
    this.c = c;
    const odds = (((limited(first) + limited(second) + limited(third)) / 3) | 0) + 2048;
    this.guessed = this.chanceOf[odds] ?? 0;
    const place = (mixed(this.near & 0xffff, bits) >>> 18) * STEPS + (odds >> 7);
    const part = odds & 127;
    this.nearest = place + (part >> 6);
    const came = ((this.came[place] ?? 0) * (128 - part) + (this.came[place + 1] ?? 0) * part) >> 7;
    return Math.min(CERTAIN - 1, Math.max(1, (this.guessed + came) >> 1));
  }

  /** Tells what the bit was that `chance` was asked for. */
  learn(bit: number): void {
    const { pasts, led, weights, guesses, places, asked, grown, half, a, b, c } = this;
    const missed = (bit * CERTAIN - this.guessed) * RATE;
    for (let n = 0; n < INPUTS; n++) {
      const step = missed * (guesses[n] ?? 0);
      weights[a + n] = (weights[a + n] ?? 0) + step;
      weights[b + n] = (weights[b + n] ?? 0) + step;
      weights[c + n] = (weights[c + n] ?? 0) + step;
    }
    for (let n = 0; n < CONTEXTS; n++) {
      const at = asked[n] ?? 0;
      const chance = led[at] ?? 0;
      led[at] = chance + ((bit * (CERTAIN - 1) - chance) >> 7);
      pasts[(places[n] ?? 0) ^ half] = grown[(at % PASTS) * 2 + bit] ?? 0;
    }
    const came = this.came[this.nearest] ?? 0;
    this.came[this.nearest] = came + ((bit * (CERTAIN - 1) - came) >> 6);
    this.short.learn(bit);
    this.long.learn(bit);
    this.bits = this.bits * 2 + bit;
    if (this.bits > 255) this.take(this.bits & 255);
    else if (this.bits >> 4 === 1) this.place();
  }

  private take(byte: number): void {
    this.text[this.length++] = byte;
    this.bits = 1;
    this.far = (this.far << 8) | (this.near >>> 24);
    this.near = (this.near << 8) | byte;
    this.start = this.column > 1 ? this.start : mixed(this.start, byte);
    this.column += 1;
    if (byte === 10) this.column = this.start = 0;
    if (byte > 191) this.missing = byte > 239 ? 3 : byte > 223 ? 2 : 1;
    else if (byte > 127 && this.missing > 0) this.missing -= 1;
    else this.missing = 0;
    this.part = byte > 127 ? (this.part << 8) | byte : byte;
    if (this.missing === 0) {
      this.read(this.part);
      this.part = 0;
    }
    this.short.move(this.text, this.length);
    this.long.move(this.text, this.length);
    this.look();
  }

  /** A character is whole: a Han character is a word by itself. */
  private read(character: number): void {
    this.characters.unshift(character);
    this.characters.pop();
    this.kind = character > 127 ? 3 : character > 96 && character < 123 ? 2 : Number(character === 32);
    const isLetter = (character | 32) > 96 && (character | 32) < 123;
    if (isLetter) this.word = mixed(this.word, character | 32);
    if (character > 127 || (!isLetter && this.word !== 0)) {
      this.earlier = this.before;
      this.before = this.word;
      this.word = character > 127 ? mixed(character, 1) : 0;
    }
  }

  private look(): void {
    const { near, far, part, word } = this;
    const last = near & 255;
    const [a = 0, b = 0, c = 0] = this.characters;
    const all = [
      0,
      last,
      near & 0xffff,
      near,
      mixed(near, far & 0xffff),
      mixed(word, last),
      mixed(mixed(mixed(a, b), c), part),
      mixed(this.start, last),
      mixed(mixed(mixed(word, last), this.before), this.earlier),
    ];
    all.forEach((context, n) => (this.contexts[n] = mixed(context, n + 1)));
    this.place();
  }

  /** The pasts of four bits lie side by side, since memory that is far apart is slow to reach. */
  private place(): void {
    for (let n = 0; n < CONTEXTS; n++) this.places[n] = mixed(this.contexts[n] ?? 0, this.bits) >>> this.free;
  }
}

/** By a past and a bit, the past with that bit: of what came often, less is remembered once the other came. */
function grownPasts(): Uint16Array {
  return new Uint16Array(PASTS * 2).map((_, at) => {
    const bit = at & 1;
    const [zeros, ones] = [(at >> 5) & 31, at >> 10];
    const same = Math.min(31, (bit === 1 ? ones : zeros) + 1);
    const other = bit === 1 ? zeros : ones;
    const less = other > 2 ? (other + 1) >> 1 : other;
    return ((bit === 1 ? (same << 5) | less : (less << 5) | same) << 4) | (at & 15);
  });
}
