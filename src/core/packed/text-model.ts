import { CERTAIN, Match, mixed } from './match';
import { Twin } from './twin';

/** Contexts by which a text is guessed at: see `look`. */
const CONTEXTS = 15;
/** A guess of each context, of two matches, and one that is always the same. */
const INPUTS = CONTEXTS + 3;
const PASTS = 1 << 14;
/** The pasts of a context may lie at 8 places of 16 numbers each, whose bits differ in this range. */
const WAYS = 8 * 16;
/** Guesses are logarithms of odds, in 256ths, from -2,047 to this. */
const SUREST = 2047;
/** Sets of weights at work at once, and how many there are of each to choose from: see `chosen`. */
const SETS = 4;
const CHOICES = 4096;
/** What came of a guess is kept for each of so many contexts, at 33 guesses from the least to the surest. */
const REFINED = 1 << 14;
const STEPS = 33;

/** How fast the weights learn in the end, and those of the sets; and how slowly the chances of what is well known. */
const RATE = 2 ** -31;
const LAST_RATE = 2 ** -35;
const SLOWEST = 1 / 500;
/** An error that is too small to learn from, which most are: to leave them out is faster, and no loss. */
const SMALL = 300;

/** Characters of a kind of their own, behind letters and what is no ASCII; all others are of one. */
const KINDS = '\n \0",[]|`*-';

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
 * How likely the next bit of a text is 1, learned from all bits before it: context mixing, after M. Mahoney's lpaq and paq8. In each of
 * some contexts (the last bytes, characters, words, the line's beginning) it keeps how the text went on before, and learns what such a
 * past leads to; it finds where the text has been the same for long; and several sets of weights weigh all these guesses by how
 * well they did, each for its own circumstances, and are weighed in their turn. What packs and what unpacks run the same model, so its arithmetic is that of whole numbers, and
 * sums, products and quotients of doubles, which every engine rounds alike, as it does when they are kept in 32 bits (ECMA-262, IEEE 754).
 */
export class TextModel {
  /** The text so far, in UTF-8. */
  readonly text: Uint8Array;
  private length = 0;
  /** Bits of the byte that is under way, behind a 1. */
  private bits = 1;

  private readonly chanceOf = chancesOfOdds();
  private readonly oddsOf = oddsOfChances(this.chanceOf);

  /**
   * Of each context and the half of a byte that is under way, 15 pasts by the bits of that half: the last 4 bits, and how often there
   * were 0 and 1, 5 bits each. Before them stands what tells it from others that a hash leads to the same place.
   */
  private readonly pasts: Uint16Array;
  private readonly free: number;
  private readonly grown = grownPasts();
  private readonly places = new Int32Array(CONTEXTS);
  private readonly contexts = new Int32Array(CONTEXTS);
  /** By context and past: how likely 1 is, and how much of its error it learns. */
  private readonly led = new Float32Array(CONTEXTS * PASTS * 2).fill(1 / 7);
  /** What `chance` looked up last, for `learn`: the bits that tell the pasts of four bits apart, and where in `led` each context was. */
  private half = 1;
  private readonly asked = new Int32Array(CONTEXTS);

  private readonly short = new Match(5);
  private readonly long = new Match(12);
  private readonly twin = new Twin();
  private readonly guesses = new Float64Array(INPUTS).fill(256);
  private readonly weights = new Float32Array(SETS * CHOICES * INPUTS).fill(0.15);
  /** How much each set counts in the end, by the bits of the byte so far. */
  private readonly trust = new Float64Array(256 * SETS).fill(1 / SETS);
  /** How many times faster than `RATE` the weights learn: at first there is all to learn. */
  private rate = 5;
  /** Which weights `chance` took, what each of these sets guessed, and what came of that. */
  private readonly chosen = new Int32Array(SETS);
  private readonly opinions = new Int32Array(SETS);
  private guessed = 0;
  /** By context and guess: how likely 1 was in the end; and the place there that is nearest to the last guess. */
  private readonly came: Uint16Array;
  private nearest = 0;

  /** The last four bytes, and the four before; the last characters, and the kinds of the last eight. */
  private near = 0;
  private far = 0;
  private readonly characters = [0, 0, 0];
  private kinds = 0;
  /** Of the last: 1 for a blank, 2 for a letter, 3 for what is no ASCII. */
  private kind = 0;
  /** What is there of a character of several bytes, and how many are to come. */
  private part = 0;
  private missing = 0;
  /** Hashes of the word that is under way, of the one before, and of the line's first bytes. */
  private word = 0;
  private before = 0;
  private start = 0;
  private column = 0;
  /** The bytes that came last after each byte, and after each two. */
  private readonly afterOne = new Uint32Array(256);
  private readonly afterTwo = new Uint16Array(1 << 16);

  /** @param length - of the text, in bytes */
  constructor(length: number) {
    this.text = new Uint8Array(length);
    this.free = Math.max(7, Math.clz32(length) - 6); // room for 32 million of half a million bytes
    this.pasts = new Uint16Array(2 ** (32 - this.free));
    for (let past = 0; past < PASTS; past++) {
      const [zeros, ones] = [(past >> 4) & 31, past >> 9];
      for (let n = 0; n < CONTEXTS; n++) this.led[(n * PASTS + past) * 2] = (2 * ones + 1) / (2 * (zeros + ones) + 2);
    }
    this.came = new Uint16Array(REFINED * STEPS).map((_, at) => this.chanceOf[Math.min(4095, (at % STEPS) * 128)] ?? 0);
    this.look();
  }

  /** How likely the next bit is 1, from 1 to 65,535 of 65,536. */
  chance(): number {
    const { bits, guesses, pasts, led, places, asked, oddsOf, short, long, chosen } = this;
    const count = 31 - Math.clz32(bits);
    const half = count < 4 ? bits : (bits & ((1 << (count - 4)) - 1)) | (1 << (count - 4));
    this.half = half;
    for (let n = 0; n < CONTEXTS; n++) {
      const past = pasts[(places[n] ?? 0) + half] ?? 0;
      const at = (n * PASTS + past) * 2;
      asked[n] = at;
      guesses[n] = past === 0 ? 0 : (oddsOf[((led[at] ?? 0) * 4096) | 0] ?? 0);
    }
    guesses[CONTEXTS] = oddsOf[short.chance(this.text, bits) >> 4] ?? 0;
    guesses[CONTEXTS + 1] = oddsOf[long.chance(this.text, bits) >> 4] ?? 0;
    const length = short.kind;
    chosen[0] = length * 256 + bits;
    chosen[1] = CHOICES + (this.near & 255);
    chosen[2] = CHOICES * 2 + this.missing * 4 + length + this.kind * 16 + count * 64;
    chosen[3] = CHOICES * 3 + (this.kinds & 0xfff);
    const odds = this.mix() + 2048;
    this.guessed = this.chanceOf[odds] ?? 0;
    const place = (mixed(this.near & 0xffff, bits) >>> 18) * STEPS + (odds >> 7);
    const part = odds & 127;
    this.nearest = place + (part >> 6);
    const came = ((this.came[place] ?? 0) * (128 - part) + (this.came[place + 1] ?? 0) * part) >> 7;
    return Math.min(CERTAIN - 1, Math.max(1, (this.guessed + came) >> 1));
  }

  /** What the chosen sets of weights make of the guesses, together. */
  private mix(): number {
    const { guesses, weights, chosen, opinions, trust, bits } = this;
    let odds = 0;
    for (let set = 0; set < SETS; set++) {
      const from = (chosen[set] ?? 0) * INPUTS;
      let sum = 0;
      for (let n = 0; n < INPUTS; n++) sum += (weights[from + n] ?? 0) * (guesses[n] ?? 0);
      opinions[set] = limited(sum);
      odds += (opinions[set] ?? 0) * (trust[bits * SETS + set] ?? 0);
    }
    return limited(odds);
  }

  /** Tells what the bit was that `chance` was asked for. */
  learn(bit: number): void {
    const { pasts, led, places, asked, grown, half } = this;
    this.weigh(bit * CERTAIN);
    for (let n = 0; n < CONTEXTS; n++) {
      const at = asked[n] ?? 0;
      const pace = led[at + 1] ?? 0;
      led[at] = (led[at] ?? 0) + (bit - (led[at] ?? 0)) * pace;
      led[at + 1] = Math.max(SLOWEST, pace / (1 + pace));
      pasts[(places[n] ?? 0) + half] = grown[(at % (PASTS * 2)) + bit] ?? 0;
    }
    const came = this.came[this.nearest] ?? 0;
    this.came[this.nearest] = came + ((bit * (CERTAIN - 1) - came) >> 5);
    this.short.learn(bit);
    this.long.learn(bit);
    this.bits = this.bits * 2 + bit;
    if (this.bits > 255) this.take(this.bits & 255);
    else if (this.bits >> 4 === 1) this.place();
  }

  /** Each set of weights learns from its own error: less and less, since what holds for the whole text shows with time. */
  private weigh(came: number): void {
    const { guesses, weights, chosen, opinions, trust, bits, chanceOf } = this;
    this.rate += (1 - this.rate) / 100_000;
    const last = (came - this.guessed) * LAST_RATE;
    for (let set = 0; set < SETS; set++) {
      const from = (chosen[set] ?? 0) * INPUTS;
      const opinion = opinions[set] ?? 0;
      const missed = came - (chanceOf[opinion + 2048] ?? 0);
      const step = missed * RATE * this.rate;
      if (Math.abs(missed) > SMALL)
        for (let n = 0; n < INPUTS; n++) weights[from + n] = (weights[from + n] ?? 0) + step * (guesses[n] ?? 0);
      trust[bits * SETS + set] = (trust[bits * SETS + set] ?? 0) + last * opinion;
    }
  }

  private take(byte: number): void {
    this.text[this.length++] = byte;
    this.bits = 1;
    this.afterOne[this.near & 255] = ((this.afterOne[this.near & 255] ?? 0) << 8) | byte;
    this.afterTwo[this.near & 0xffff] = ((this.afterTwo[this.near & 0xffff] ?? 0) << 8) | byte;
    this.far = (this.far << 8) | (this.near >>> 24);
    this.near = (this.near << 8) | byte;
    this.start = this.column > 1 ? this.start : mixed(this.start, byte);
    this.column += 1;
    if (byte === 10 || byte === 0) this.column = this.start = 0;
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
    this.twin.move(this.text, this.length);
    this.look();
  }

  /** A character is whole: a Han character is a word by itself. */
  private read(character: number): void {
    this.characters.unshift(character);
    this.characters.pop();
    this.kind = character > 127 ? 3 : character > 96 && character < 123 ? 2 : Number(character === 32);
    const isLetter = (character | 32) > 96 && (character | 32) < 123;
    this.kinds =
      (this.kinds << 4) |
      (this.kind > 1 ? this.kind : isLetter ? 1 : KINDS.indexOf(String.fromCharCode(character)) + 4);
    if (!isLetter && this.word !== 0) this.before = this.word;
    this.word = isLetter ? mixed(this.word, character | 32) : character > 127 ? mixed(character, 1) : 0;
  }

  private look(): void {
    const { near, far, part, word, short } = this;
    const last = near & 255;
    const [a = 0, b = 0, c = 0] = this.characters;
    const all = [
      0,
      last,
      near & 0xffff,
      near,
      mixed(near, far & 0xffff),
      mixed(word, last),
      mixed(word, this.before),
      mixed(mixed(mixed(a, b), c), part),
      mixed(this.start, last),
      mixed(mixed(this.twin.next, this.kinds & 255), part),
      mixed(this.kinds, part),
      mixed(short.next, near & 0xffff),
      mixed(short.next, short.size),
      mixed((this.afterOne[last] ?? 0) & 0xffffff, last),
      mixed(this.afterTwo[near & 0xffff] ?? 0, last),
    ];
    all.forEach((context, n) => (this.contexts[n] = mixed(context, n + 1)));
    this.place();
  }

  /** Where each context has its pasts. */
  private place(): void {
    for (let n = 0; n < CONTEXTS; n++) this.places[n] = this.placeOf(mixed(this.contexts[n] ?? 0, this.bits));
  }

  /**
   * Pasts lie in groups side by side, since memory that is far apart is slow to reach: of neighbours it is the one that is known, else the
   * one that is used least, which is lost.
   */
  private placeOf(hash: number): number {
    const { pasts } = this;
    const sign = (hash & 0xffff) | 1;
    const first = (hash >>> this.free) & ~15;
    for (let way = 0; way < WAYS; way += 16) if (pasts[first ^ way] === sign) return first ^ way;
    let place = first;
    for (let way = 16; way < WAYS; way += 16) if (this.used(first ^ way) < this.used(place)) place = first ^ way;
    for (let past = 1; past < 16; past++) pasts[place + past] = 0; // `fill` is slow for so few
    pasts[place] = sign;
    return place;
  }

  /** How often the context that has its pasts there has come. */
  private used(place: number): number {
    const past = this.pasts[place + 1] ?? 0;
    return ((past >> 4) & 31) + (past >> 9);
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
