// How many bits deflate takes for a letter, or for a match, in which part of a text: each block has a code of its own, by what occurs there.
export const SHORTEST = 3;
export const LONGEST = 258;
/** So many letters and matches are a block. */
const BLOCK = 16_383;
/** What is within so many places has one block's prices, as a power of two. */
const PART = 9;
const END = 256;
const FIRST_LENGTH = 257;
const LAST_LENGTH = 285;

/** The code of each length and distance, and how many bits follow it. */
function codesOf(most, firstExtra, perExtra) {
  const codes = new Uint8Array(most + 1);
  const extras = [];
  for (let code = 0, at = 1; at <= most; code += 1) {
    const extra = code < firstExtra ? 0 : Math.floor((code - firstExtra) / perExtra) + 1;
    extras.push(extra);
    for (let n = 0; n < 2 ** extra && at <= most; n += 1) codes[at++] = code;
  }
  return { codes, extras };
}
/** By length - 2; the longest has a code of its own, without bits behind it. */
const LENGTHS = codesOf(LONGEST - SHORTEST, 8, 4);
const DISTANCES = codesOf(32_768, 4, 2);

/** How many bits a Huffman code has for each sign, by how often it occurs; and about as many as it would for those that do not. */
function bitsOf(counts) {
  const bits = new Float64Array(counts.length);
  const nodes = [...counts].map((count, sign) => ({ count, signs: [sign] })).filter(({ count }) => count > 0);
  const sum = nodes.reduce((all, { count }) => all + count, 0);
  nodes.sort((a, b) => b.count - a.count);
  const joined = [];
  const least = () => {
    const [leaf, node] = [nodes.at(-1), joined[0]];
    return node === undefined || (leaf !== undefined && leaf.count <= node.count) ? nodes.pop() : joined.shift();
  };
  while (nodes.length + joined.length > 1) {
    const [one, other] = [least(), least()];
    const signs = [...one.signs, ...other.signs];
    for (const sign of signs) bits[sign] += 1;
    joined.push({ count: one.count + other.count, signs });
  }
  return bits.map((its, sign) => (counts[sign] === 0 ? Math.log2(2 * sum + 2) : its));
}

const lengthCode = (length) => (length === LONGEST ? LAST_LENGTH : FIRST_LENGTH + LENGTHS.codes[length - 2]);

/** What occurs in a block, and what it costs there. */
class Block {
  codes = new Array(LAST_LENGTH + 1).fill(0);
  distances = new Array(DISTANCES.extras.length).fill(0);

  settle() {
    this.codes[END] = 1;
    this.letterBits = bitsOf(this.codes);
    this.lengthBits = Float64Array.from({ length: LONGEST + 1 }, (_, length) => {
      if (length < SHORTEST) return 0;
      const code = lengthCode(length);
      return this.letterBits[code] + (length === LONGEST ? 0 : LENGTHS.extras[code - FIRST_LENGTH]);
    });
    this.distanceBits = bitsOf(this.distances).map((bits, code) => bits + DISTANCES.extras[code]);
  }
}

export class Prices {
  #blocks = [];
  #parts;
  #count = 0;

  /** @param {number} end of the text */
  constructor(end) {
    this.#parts = new Array((end >> PART) + 1).fill(undefined);
  }

  /**
   * Counts what comes next in the text.
   * @param {number} at where that is
   * @param {number} length 1 for a letter
   * @param {number} what the letter, or how far back the match is
   */
  count(at, length, what) {
    if (this.#count % BLOCK === 0) this.#blocks.push(new Block());
    this.#count += 1;
    const block = this.#blocks.at(-1);
    this.#parts[at >> PART] ??= block;
    if (length === 1) block.codes[what] += 1;
    else {
      block.codes[lengthCode(length)] += 1;
      block.distances[DISTANCES.codes[what]] += 1;
    }
  }

  /** Everything is counted. */
  settle() {
    for (const block of this.#blocks) block.settle();
    for (let part = 1; part < this.#parts.length; part += 1) this.#parts[part] ??= this.#parts[part - 1];
  }

  /** How many bits something takes, as `count` has it. */
  of(at, length, what) {
    const block = this.#parts[at >> PART];
    return length === 1 ? block.letterBits[what] : block.lengthBits[length] + block.distanceBits[DISTANCES.codes[what]];
  }
}
