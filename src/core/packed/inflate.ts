/** Why compressed bytes were refused: not what DEFLATE allows, ended too early, or more than the bound that was stated. */
export type InflateProblem = 'damaged' | 'truncated' | 'too-large';

export type Inflated =
  { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly problem: InflateProblem };

interface Stream {
  readonly input: Uint8Array;
  /** The next byte to read. */
  at: number;
  /** Bits that were read and not yet used, the next one lowest. */
  bits: number;
  held: number;
  output: Uint8Array;
  length: number;
  readonly limit: number;
}

/** A canonical Huffman code: how many codes there are of each length, and their symbols in order. */
interface Code {
  readonly counts: Uint16Array;
  readonly symbols: Uint16Array;
  /** Codes that no symbol has: 0 where the code is complete, negative where it is impossible. */
  readonly left: number;
}

interface Codes {
  readonly literals: Code;
  readonly distances: Code;
}

const LONGEST_CODE = 15;
const END_OF_BLOCK = 256;
/** In this order the lengths of the code for code lengths are written. */
const LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/**
 * Inflates raw DEFLATE data (RFC 1951), as zip files hold it. No library does: those there are build tables of tens of
 * thousands of entries when they are loaded, and few can be told where to stop.
 * @param input - the compressed bytes, nothing before or after them
 * @param limit - how many bytes the result may have; no more than this is ever kept, however much the input unfolds to
 */
export function inflate(input: Uint8Array, limit: number): Inflated {
  const first = Math.min(limit, Math.max(1024, input.length * 4));
  const stream: Stream = { input, at: 0, bits: 0, held: 0, output: new Uint8Array(first), length: 0, limit };
  let last = false;
  while (!last) {
    const header = take(stream, 3);
    if (header < 0) return { ok: false, problem: 'truncated' };
    last = (header & 1) === 1;
    const problem = block(stream, header >> 1);
    if (problem !== null) return { ok: false, problem };
  }
  if (stream.at < input.length) return { ok: false, problem: 'damaged' };
  return { ok: true, bytes: stream.output.subarray(0, stream.length) };
}

function block(stream: Stream, kind: number): InflateProblem | null {
  if (kind === 0) return stored(stream);
  const codes = kind === 1 ? fixedCodes() : kind === 2 ? readCodes(stream) : 'damaged';
  return typeof codes === 'string' ? codes : compressed(stream, codes);
}

/** The next bits as a number, the first of them lowest; -1 where the input has ended. */
function take(stream: Stream, count: number): number {
  while (stream.held < count) {
    const byte = stream.input[stream.at];
    if (byte === undefined) return -1;
    stream.at += 1;
    stream.bits |= byte << stream.held;
    stream.held += 8;
  }
  const value = stream.bits & ((1 << count) - 1);
  stream.bits >>>= count;
  stream.held -= count;
  return value;
}

/** Makes room for so many bytes more; false where they would go over the limit. */
function reserve(stream: Stream, count: number): boolean {
  const needed = stream.length + count;
  if (needed > stream.limit) return false;
  if (needed > stream.output.length) {
    const larger = new Uint8Array(Math.min(stream.limit, Math.max(needed, stream.output.length * 2)));
    larger.set(stream.output);
    stream.output = larger;
  }
  return true;
}

function stored(stream: Stream): InflateProblem | null {
  take(stream, stream.held); // up to the next whole byte
  const length = take(stream, 16);
  const complement = take(stream, 16);
  if (complement < 0) return 'truncated';
  if (length !== (~complement & 0xffff)) return 'damaged';
  if (stream.at + length > stream.input.length) return 'truncated';
  if (!reserve(stream, length)) return 'too-large';
  stream.output.set(stream.input.subarray(stream.at, stream.at + length), stream.length);
  stream.at += length;
  stream.length += length;
  return null;
}

function compressed(stream: Stream, { literals, distances }: Codes): InflateProblem | null {
  for (;;) {
    const symbol = decode(stream, literals);
    if (typeof symbol === 'string') return symbol;
    if (symbol === END_OF_BLOCK) return null;
    if (symbol < END_OF_BLOCK) {
      if (!reserve(stream, 1)) return 'too-large';
      stream.output[stream.length++] = symbol;
      continue;
    }
    const length = lengthOf(stream, symbol);
    if (typeof length === 'string') return length;
    const distance = distanceOf(stream, distances);
    if (typeof distance === 'string') return distance;
    if (distance > stream.length) return 'damaged';
    if (!reserve(stream, length)) return 'too-large';
    const { output } = stream;
    for (let end = stream.length + length; stream.length < end; stream.length++) {
      output[stream.length] = output[stream.length - distance] ?? 0; // may read what it has just written
    }
  }
}

/** Lengths 3 to 10 have symbols of their own; from there each further bit doubles the steps between four symbols; 285 is 258. */
function lengthOf(stream: Stream, symbol: number): number | InflateProblem {
  const index = symbol - 257;
  if (index > 28) return 'damaged';
  if (index === 28) return 258;
  if (index < 8) return index + 3;
  const extra = (index >> 2) - 1;
  const more = take(stream, extra);
  return more < 0 ? 'truncated' : ((4 | (index & 3)) << extra) + 3 + more;
}

/** Distances 1 to 4 have symbols of their own; from there each further bit doubles the steps between two symbols. */
function distanceOf(stream: Stream, code: Code): number | InflateProblem {
  const symbol = decode(stream, code);
  if (typeof symbol === 'string' || symbol < 4) return typeof symbol === 'string' ? symbol : symbol + 1;
  if (symbol > 29) return 'damaged';
  const extra = (symbol >> 1) - 1;
  const more = take(stream, extra);
  return more < 0 ? 'truncated' : ((2 | (symbol & 1)) << extra) + 1 + more;
}

/** The next symbol: codes of one length are consecutive numbers, and follow those of the length before. */
function decode(stream: Stream, { counts, symbols }: Code): number | InflateProblem {
  let code = 0;
  let first = 0;
  let index = 0;
  for (let length = 1; length <= LONGEST_CODE; length++) {
    const bit = take(stream, 1);
    if (bit < 0) return 'truncated';
    code |= bit;
    const count = counts[length] ?? 0;
    if (code - first < count) return symbols[index + code - first] ?? 'damaged';
    index += count;
    first = (first + count) << 1;
    code <<= 1;
  }
  return 'damaged';
}

/** @param lengths - of each symbol's code; 0 for a symbol that has none */
function makeCode(lengths: readonly number[]): Code {
  const counts = new Uint16Array(LONGEST_CODE + 1);
  for (const length of lengths) counts[length] = (counts[length] ?? 0) + 1;
  let left = 1;
  for (let length = 1; length <= LONGEST_CODE && left >= 0; length++) left = left * 2 - (counts[length] ?? 0);
  const symbols = lengths
    .map((length, symbol) => ({ length, symbol }))
    .filter(({ length }) => length > 0)
    .sort((a, b) => a.length - b.length || a.symbol - b.symbol)
    .map(({ symbol }) => symbol);
  return { counts, symbols: Uint16Array.from(symbols), left };
}

/** A code with codes to spare is allowed where it has one code of one bit alone, or none at all. */
const isUsable = ({ counts, symbols, left }: Code): boolean => left === 0 || (left > 0 && counts[1] === symbols.length);

function fixedCodes(): Codes {
  const lengths = Array.from({ length: 288 }, (_, symbol) =>
    symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8,
  );
  return { literals: makeCode(lengths), distances: makeCode(Array.from({ length: 30 }, () => 5)) };
}

/** The codes of a block that brings its own. */
function readCodes(stream: Stream): Codes | InflateProblem {
  const [literalCount, distanceCount, lengthCount] = [take(stream, 5), take(stream, 5), take(stream, 4)];
  if (lengthCount < 0) return 'truncated';
  if (literalCount > 29 || distanceCount > 29) return 'damaged';
  const own: number[] = Array.from({ length: LENGTH_ORDER.length }, () => 0);
  for (const symbol of LENGTH_ORDER.slice(0, lengthCount + 4)) {
    const length = take(stream, 3);
    if (length < 0) return 'truncated';
    own[symbol] = length;
  }
  const code = makeCode(own);
  if (code.left !== 0) return 'damaged';
  const lengths = readLengths(stream, code, literalCount + 257 + distanceCount + 1);
  if (typeof lengths === 'string') return lengths;
  const literals = makeCode(lengths.slice(0, literalCount + 257));
  const distances = makeCode(lengths.slice(literalCount + 257));
  const endless = (lengths[END_OF_BLOCK] ?? 0) === 0;
  return endless || !isUsable(literals) || !isUsable(distances) ? 'damaged' : { literals, distances };
}

function readLengths(stream: Stream, code: Code, count: number): number[] | InflateProblem {
  const lengths: number[] = [];
  while (lengths.length < count) {
    const symbol = decode(stream, code);
    if (typeof symbol === 'string') return symbol;
    if (symbol < 16) {
      lengths.push(symbol);
      continue;
    }
    const repeated = symbol === 16 ? lengths.at(-1) : 0;
    const more = take(stream, symbol === 16 ? 2 : symbol === 17 ? 3 : 7);
    if (more < 0) return 'truncated';
    const times = more + (symbol === 18 ? 11 : 3);
    if (repeated === undefined || lengths.length + times > count) return 'damaged';
    for (let n = 0; n < times; n++) lengths.push(repeated);
  }
  return lengths;
}
