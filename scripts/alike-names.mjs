// The names within main.js: what is alike gets the same names, too, so that deflate makes less of it. Terser names by order within a
// function, so a form that reads one thing more than another has other names from there on.
import { Names } from './scopes.mjs';

/** By how often minified code has them, so that the first cost deflate the least. */
export const LETTERS = 'etnrisoalcudhpfmgvbywkTSEPxCAMIjLODRNFHzBq_VU$WGYKXQJZ';
/** So many letters are for what stands within functions; the others for what all of the file uses most. */
const WITHIN = 16;
const TWO_LETTER_WORDS = ['do', 'if', 'in', 'of', 'as'];
/** Lengths of the runs of tokens that are compared. */
const RUNS = [4, 6, 10];
const PASSES = 6;

/** How far deflate looks back, in tokens. What is to come counts as far: it looks back in its turn. */
const SIGHT = 14_000;

const STEP = 0x9e_37_79_b1 | 0;
const POWERS = new Int32Array(Math.max(...RUNS)).fill(1);
for (let n = 1; n < POWERS.length; n += 1) POWERS[n] = Math.imul(POWERS[n - 1], STEP);

/** What a token adds to a run's hash: a number of 32 bits that hangs on its text alone, so that builds are the same everywhere. */
function valueOf(token) {
  let value = 0x81_1c_9d_c5 | 0;
  for (let at = 0; at < token.length; at += 1) value = Math.imul(value ^ token.charCodeAt(at), 0x01_00_01_93);
  return Math.imul(value ^ (value >>> 15), 0x85_eb_ca_6b) | 1;
}

/** How often each run of tokens occurs, among those that are counted just now. */
class Runs {
  #counts;
  #shift;
  #worth = Float64Array.from({ length: 65_536 }, (_, count) => Math.log2(1 + count));

  /**
   * @param {Int32Array} values of the tokens
   * @param {number} counted so many tokens at once
   */
  constructor(values, counted) {
    this.values = values;
    const bits = Math.ceil(Math.log2(RUNS.length * counted * 32));
    this.#counts = new Uint16Array(2 ** bits);
    this.#shift = 32 - bits;
  }

  hash(start, length) {
    const { values } = this;
    let sum = length;
    for (let at = 0; at < length; at += 1) sum = (sum + Math.imul(values[start + at], POWERS[at])) | 0;
    return sum;
  }

  add(hash, by) {
    this.#counts[Math.imul(hash ^ (hash >>> 15), 0xc2_b2_ae_35) >>> this.#shift] += by;
  }

  /** The more often a run occurs, the better; the first time is worth the most. */
  worth(hash) {
    return this.#worth[this.#counts[Math.imul(hash ^ (hash >>> 15), 0xc2_b2_ae_35) >>> this.#shift]];
  }

  /** Counts the runs that start at a token, or forgets them. */
  count(start, by) {
    for (const length of RUNS) if (start + length <= this.values.length) this.add(this.hash(start, length), by);
  }
}

/** The runs in which one variable stands, or two: their hashes as if these had no name, and how each name changes them. */
class Surroundings {
  #length = 0;
  #hashes;
  #firsts;
  #seconds;

  constructor(runs, one, other) {
    this.runs = runs;
    const slots = other === undefined ? one.slots : [...one.slots, ...other.slots].sort((a, b) => a - b);
    const most = slots.length * RUNS.reduce((sum, length) => sum + length, 0);
    this.#hashes = new Int32Array(most);
    this.#firsts = new Int32Array(most);
    this.#seconds = new Int32Array(most);
    for (const length of RUNS) {
      let next = 0;
      for (let nth = 0; nth < slots.length; nth += 1) {
        const end = Math.min(slots[nth], runs.values.length - length);
        for (let start = Math.max(next, slots[nth] - length + 1); start <= end; start += 1) {
          this.#take(start, length, slots, nth, one);
        }
        next = slots[nth] + 1;
      }
    }
  }

  #take(start, length, slots, from, one) {
    const { values } = this.runs;
    let hash = this.runs.hash(start, length);
    let first = 0;
    let second = 0;
    for (let nth = from; nth < slots.length && slots[nth] < start + length; nth += 1) {
      const power = POWERS[slots[nth] - start];
      if (one.slots.length === slots.length || one.slots.includes(slots[nth])) first = (first + power) | 0;
      else second = (second + power) | 0;
      hash = (hash - Math.imul(values[slots[nth]], power)) | 0;
    }
    this.#hashes[this.#length] = hash;
    this.#firsts[this.#length] = first;
    this.#seconds[this.#length] = second;
    this.#length += 1;
  }

  #hash(nth, first, second) {
    return (this.#hashes[nth] + Math.imul(this.#firsts[nth], first) + Math.imul(this.#seconds[nth], second)) | 0;
  }

  count(by, first, second = 0) {
    for (let nth = 0; nth < this.#length; nth += 1) this.runs.add(this.#hash(nth, first, second), by);
  }

  worth(first, second = 0) {
    let worth = 0;
    for (let nth = 0; nth < this.#length; nth += 1) worth += this.runs.worth(this.#hash(nth, first, second));
    return worth;
  }
}

/** The names of two letters that a program may give. */
export function pairsOf({ globals }) {
  const seconds = [...LETTERS, ...'0123456789'];
  const pairs = [...LETTERS].flatMap((first) => seconds.map((second) => first + second));
  return pairs.filter((pair) => !TWO_LETTER_WORDS.includes(pair) && !globals.has(pair));
}

/** What the file's functions share: one letter for what is used most, two for the rest, neighbours with the same first one. */
function nameTop(names, isKept) {
  const unnamed = new Set(names.variables.filter((one) => one.isTop && !one.isFixed && !isKept(one)));
  for (const variable of unnamed) variable.name = '';
  const byUse = [...unnamed].sort((a, b) => b.slots.length - a.slots.length);
  for (const letter of LETTERS.slice(WITHIN)) {
    const most = byUse.find((one) => unnamed.has(one) && names.inTheWay(one, letter)?.length === 0);
    if (most === undefined) continue;
    most.name = letter;
    unnamed.delete(most);
  }
  const free = pairsOf(names).values();
  for (const variable of unnamed) {
    do variable.name = free.next().value;
    while (names.inTheWay(variable, variable.name).length > 0);
  }
}

class Search {
  #runs;
  #letters = [...LETTERS.slice(0, WITHIN)];
  #values = new Map();
  #from = 0;
  #to = 0;

  constructor(names, isKept) {
    this.names = names;
    this.isHeld = (variable) => variable.isTop || variable.isFixed || isKept(variable);
    this.variables = names.variables.filter((one) => !this.isHeld(one)).sort((a, b) => a.slots[0] - b.slots[0]);
    const texts = names.tokens.map((token, at) => token ?? names.owners[at].name);
    const values = Int32Array.from(texts, (text) => this.#value(text));
    this.#runs = new Runs(values, Math.min(2 * SIGHT, values.length));
  }

  #value(text) {
    const known = this.#values.get(text) ?? valueOf(text);
    this.#values.set(text, known);
    return known;
  }

  /** Counts what lies between two tokens, and nothing else. */
  #look(from, to) {
    const end = Math.min(to, this.#runs.values.length);
    for (; this.#to < end; this.#to += 1) this.#runs.count(this.#to, 1);
    for (; this.#from < from; this.#from += 1) this.#runs.count(this.#from, -1);
  }

  /** Whether all runs in which a variable stands are counted just now. */
  #isSeen({ slots }) {
    const isBegun = this.#from === 0 || slots[0] - POWERS.length >= this.#from;
    return isBegun && slots.at(-1) < this.#to;
  }

  #call(variable, name) {
    variable.name = name;
    for (const slot of variable.slots) {
      this.#runs.values[slot] = this.#value(name);
    }
  }

  /** Whether two variables may change names. */
  #mayChange(one, other) {
    const [first, second] = [one.name, other.name];
    [one.name, other.name] = [second, first];
    const may = [one, other].every((variable) => this.names.inTheWay(variable, variable.name)?.length === 0);
    [one.name, other.name] = [first, second];
    return may;
  }

  /** Gives a variable the name that makes what stands around it most like the rest; answers whether that is another one. */
  #improve(variable) {
    const own = this.#value(variable.name);
    const around = new Surroundings(this.#runs, variable);
    around.count(-1, own);
    const now = around.worth(own);
    let best = { worth: 1e-9, name: variable.name, holder: undefined };
    const holders = [];
    for (const name of this.#letters) {
      if (name === variable.name) continue;
      const others = this.names.inTheWay(variable, name);
      if (others?.length === 0) {
        const worth = around.worth(this.#value(name)) - now;
        if (worth > best.worth) best = { worth, name, holder: undefined };
      } else if (others?.length === 1 && !this.isHeld(others[0])) holders.push(others[0]);
    }
    around.count(1, own);
    for (const holder of holders) {
      if (!this.#isSeen(holder) || !this.#mayChange(variable, holder)) continue;
      const its = this.#value(holder.name);
      const both = new Surroundings(this.#runs, variable, holder);
      both.count(-1, own, its);
      const worth = both.worth(its, own) - both.worth(own, its);
      both.count(1, own, its);
      if (worth > best.worth) best = { worth, name: holder.name, holder };
    }
    if (best.name === variable.name) return false;
    const changed = new Surroundings(this.#runs, variable, best.holder);
    const its = this.#value(best.name);
    changed.count(-1, own, its);
    if (best.holder !== undefined) this.#call(best.holder, variable.name);
    this.#call(variable, best.name);
    changed.count(1, its, own);
    return true;
  }

  /** One time through all variables; answers how many were renamed. */
  pass() {
    this.#look(this.#runs.values.length, this.#runs.values.length);
    this.#from = this.#to = 0;
    let renamed = 0;
    for (const variable of this.variables) {
      this.#look(variable.slots[0] - SIGHT, variable.slots[0] + SIGHT);
      if (this.#isSeen(variable) && this.#improve(variable)) renamed += 1;
    }
    return renamed;
  }
}

/**
 * Gives variables the names that are kept, as far as these do not stand in one another's way; what else stands in the way of one has to go
 * by another name.
 * @param {Map<object, string>} kept
 * @returns {(variable: object) => boolean} which have a kept name now
 */
function takeKept(names, kept) {
  const taken = new Set();
  const rest = new Map();
  for (const variable of names.variables) {
    if (variable.isFixed) continue;
    rest.set(variable, variable.name);
    variable.name = '';
  }
  const take = (variable, name) => {
    if (name === undefined || names.inTheWay(variable, name)?.length !== 0) return false;
    variable.name = name;
    return rest.delete(variable);
  };
  const may = new Set([...LETTERS, ...pairsOf(names)]);
  for (const [variable, name] of kept)
    if (rest.has(variable) && may.has(name) && take(variable, name)) taken.add(variable);
  for (const [variable, name] of rest) {
    if (!variable.isTop && !take(variable, name)) [...LETTERS, ...pairsOf(names)].some((one) => take(variable, one));
  }
  return (variable) => taken.has(variable);
}

/**
 * Gives the variables of a program other names, so that what deflate sees at once is alike.
 * @param {Names} names
 * @param {ReadonlyMap<object, string>} [kept] names that are to be taken where they may be
 */
export function nameAlike(names, kept = new Map()) {
  const isKept = takeKept(names, kept);
  nameTop(names, isKept);
  const search = new Search(names, isKept);
  const few = search.variables.length / 500;
  for (let pass = 0; pass < PASSES; pass += 1) if (search.pass() <= few) break;
}

/**
 * The program with its names of now.
 * @param {Names} names
 */
export function renamed(names) {
  const code = names.toString();
  const meanings = names.meanings();
  const seen = new Names(code);
  if (seen.owners.length !== names.owners.length || seen.meanings().some((one, at) => one !== meanings[at])) {
    throw new Error('A name means something else than before.');
  }
  return code;
}

/**
 * The same program with other names.
 * @param {string} code a minified script in strict mode
 */
export function withAlikeNames(code) {
  const names = new Names(code);
  nameAlike(names);
  return renamed(names);
}
