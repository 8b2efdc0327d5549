// What deflate makes of a text, and by how many bits less of it with some letters changed: far faster than to deflate it again, and to
// parts of a bit. It finds the matches that zlib finds at level 9 and prices what comes of them by how often each occurs in its part of the text.
import { LONGEST, Prices, SHORTEST } from './deflate-prices.mjs';

const WINDOW = 32_768 - 262;
/** Matches of three letters are taken no further back. */
const TOO_FAR = 4096;
/** The length of a match that is to be looked for once the parse comes by. */
const UNKNOWN = 0xff_ff;
/** So many on either side are looked at for one that is alike. */
const NEAR = 24;
/** Bits of a letter in ASCII. */
const LETTER = 7;

/** Where a sorted list has a number, or would have it. */
function placeIn(list, number) {
  let low = 0;
  for (let high = list.length; low < high;) {
    const middle = (low + high) >> 1;
    if (list[middle] < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

export class DeflateModel {
  /** By two letters in a row, and by a third behind them, where these stand. */
  #places = new Array(2 ** (2 * LETTER));
  /** What was changed since the last `keep` or `undo`: letters, and matches. */
  #letters = [];
  #matches = [];
  #starts = [];
  #seen;
  #prices;

  /** @param {Buffer} text in ASCII */
  constructor(text) {
    this.text = Buffer.concat([text, Buffer.alloc(LONGEST)]); // so that nothing reads beyond it
    this.end = text.length;
    this.lengths = new Uint16Array(this.end + 2);
    this.distances = new Uint16Array(this.end + 2);
    this.taken = new Uint16Array(this.end + 1); // the length of what the parse has at a place, if it begins anything there
    this.bits = new Float64Array(this.end + 1);
    this.#seen = new Uint8Array(this.end + 2);
    for (let at = 0; at + SHORTEST <= this.end; at += 1) {
      const list = this.#listAt(at);
      list.push(at);
      this.#find(at, list.length - 1);
    }
    this.price();
  }

  /** Where the three letters stand that begin at a place, in order. */
  #listAt(at) {
    const { text } = this;
    const pair = text[at] | (text[at + 1] << LETTER);
    const thirds = (this.#places[pair] ??= []);
    return (thirds[text[at + 2]] ??= []);
  }

  /** Looks for the longest match at a place, the nearest of such. */
  #find(at, nth) {
    const { text } = this;
    const list = this.#listAt(at);
    const most = Math.min(LONGEST, this.end - at);
    let length = SHORTEST - 1;
    let from = 0;
    const first = at - WINDOW;
    for (let n = nth - 1; n >= 0 && list[n] >= first; n -= 1) {
      const other = list[n];
      if (text[other + length] !== text[at + length]) continue;
      let same = SHORTEST;
      while (same < most && text[other + same] === text[at + same]) same += 1;
      if (same <= length) continue;
      length = same;
      from = other;
      if (length >= most) break;
    }
    if (length < SHORTEST || (length === SHORTEST && at - from > TOO_FAR)) this.#set(at, 0, 0);
    else this.#set(at, length, at - from);
  }

  #lengthAt(at) {
    if (this.lengths[at] === UNKNOWN) {
      this.#note(at);
      this.#find(at, placeIn(this.#listAt(at), at));
    }
    return this.lengths[at];
  }

  #set(at, length, distance) {
    this.lengths[at] = length;
    this.distances[at] = distance;
  }

  /** How long what the parse takes at a place is: a match, unless one letter on there is a longer one. */
  #takes(at) {
    const length = this.#lengthAt(at);
    return length === 0 || this.#lengthAt(at + 1) > length ? 1 : length;
  }

  #bitsAt(at, length) {
    return this.#prices.of(at, length, length === 1 ? this.text[at] : this.distances[at]);
  }

  /** Parses the text anew, and takes its prices from that. Answers how many bits it takes. */
  price() {
    this.#prices = new Prices(this.end);
    this.taken.fill(0);
    for (let at = 0; at < this.end; at += this.taken[at]) {
      const length = (this.taken[at] = this.#takes(at));
      this.#prices.count(at, length, length === 1 ? this.text[at] : this.distances[at]);
    }
    this.#prices.settle();
    this.#settle();
    let total = 0;
    for (let at = 0; at < this.end; at += this.taken[at]) total += this.bits[at] = this.#bitsAt(at, this.taken[at]);
    return total;
  }

  /** Another place that deflate might see along with this one, where the same three letters stand; undefined where it met none. */
  twin(place) {
    if (place < 0 || place + SHORTEST > this.end) return undefined;
    const list = this.#listAt(place);
    const nth = placeIn(list, place) + Math.floor((Math.random() - 0.5) * 2 * NEAR);
    const other = list[nth];
    return other === undefined || Math.abs(other - place) > WINDOW ? undefined : other;
  }

  /**
   * Changes letters, until `undo` or for good by `keep`.
   * @param {readonly (readonly [place: number, letter: number])[]} letters
   * @returns {number} how many bits more the text takes then
   */
  change(letters) {
    const { text } = this;
    const places = letters.map(([place]) => place).sort((a, b) => a - b);
    const found = [];
    for (const place of places) {
      this.#hangingOn(place, found);
      this.#readersOf(place, found);
    }
    const starts = this.#startsAround(places);
    for (const start of starts) this.#forget(start);
    for (const [place, letter] of letters) {
      this.#letters.push([place, text[place]]);
      text[place] = letter;
    }
    for (const start of starts) this.#remember(start);
    this.#starts = starts;
    for (const at of found) {
      if (at + SHORTEST > this.end) continue;
      this.#note(at);
      this.lengths[at] = UNKNOWN;
    }
    for (const place of places) this.#betterBy(place);
    return this.#walk();
  }

  /** Keeps what was changed. */
  keep() {
    this.#walk(true);
    this.#settle();
  }

  undo() {
    for (const start of this.#starts) this.#forget(start);
    for (const [place, letter] of this.#letters) this.text[place] = letter;
    for (const start of this.#starts) this.#remember(start);
    for (const [at, length, distance] of this.#matches) this.#set(at, length, distance);
    this.#settle();
  }

  #settle() {
    for (const [at] of this.#matches) this.#seen[at] = 0;
    this.#letters = [];
    this.#matches = [];
  }

  #note(at) {
    if (this.#seen[at] === 1) return;
    this.#seen[at] = 1;
    this.#matches.push([at, this.lengths[at], this.distances[at]]);
  }

  /** Where three letters begin one of which stands at one of the places. */
  #startsAround(places) {
    const starts = [];
    for (const place of places) {
      for (let start = Math.max(place - 2, (starts.at(-1) ?? -1) + 1); start <= place; start += 1) starts.push(start);
    }
    return starts.filter((start) => start >= 0 && start + SHORTEST <= this.end);
  }

  #forget(start) {
    const list = this.#listAt(start);
    list.splice(placeIn(list, start), 1);
  }

  #remember(start) {
    const list = this.#listAt(start);
    list.splice(placeIn(list, start), 0, start);
  }

  /** The places whose match reads a letter, as its text or as that which ends it. */
  #hangingOn(place, found) {
    for (let at = place; at >= 0 && at + Math.max(this.lengths[at], SHORTEST) >= place; at -= 1) found.push(at);
  }

  /** Each distance at which the letter at a place is found again further on, with two more beside it. */
  #eachLater(place, see) {
    const { text } = this;
    for (let start = Math.max(0, place - 2); start <= place && start + SHORTEST <= this.end; start += 1) {
      const list = this.#listAt(start);
      const last = start + WINDOW;
      for (let n = placeIn(list, start + 1); n < list.length && list[n] <= last; n += 1) {
        const distance = list[n] - start;
        if (start > place - 2 && start > 0 && text[start - 1] === text[start - 1 + distance]) continue; // seen
        see(distance);
      }
    }
  }

  /** The places further on whose match takes a letter from a place. */
  #readersOf(place, found) {
    const { text, lengths, distances } = this;
    this.#eachLater(place, (distance) => {
      const end = place + distance;
      const first = Math.max(0, place - LONGEST);
      for (let at = place; at >= first && text[at] === text[at + distance]; at -= 1) {
        if (distances[at + distance] === distance && at + distance + lengths[at + distance] > end)
          found.push(at + distance);
      }
    });
  }

  /** Has what stands further on take a letter from a place, where that is better. */
  #betterBy(place) {
    const { text, lengths, distances } = this;
    this.#eachLater(place, (distance) => {
      const limit = this.end - distance;
      let end = place + 1;
      while (end < limit && end - place < LONGEST && text[end] === text[end + distance]) end += 1;
      const first = Math.max(0, place - LONGEST + 1);
      for (let at = place; at >= first && text[at] === text[at + distance]; at -= 1) {
        const length = Math.min(end - at, LONGEST);
        const later = at + distance;
        if (length < SHORTEST || (length === SHORTEST && distance > TOO_FAR)) continue;
        if (length < lengths[later] || (length === lengths[later] && distance >= distances[later])) continue;
        this.#note(later);
        this.#set(later, length, distance);
      }
    });
  }

  /** By how many bits the parse gets longer with what was changed; and takes that parse for the one to compare with. */
  #walk(takes = false) {
    const { taken, bits } = this;
    const changed = new Int32Array(this.#letters.length + this.#matches.length);
    for (let nth = 0; nth < this.#letters.length; nth += 1) changed[nth] = this.#letters[nth][0];
    for (let nth = 0; nth < this.#matches.length; nth += 1) changed[nth + this.#letters.length] = this.#matches[nth][0];
    changed.sort();
    const taking = [];
    let more = 0;
    for (let nth = 0; nth < changed.length;) {
      let now = Math.max(changed[nth] - 1, 0);
      while (taken[now] === 0) now -= 1;
      let was = now;
      do {
        if (now <= was) {
          const length = this.#takes(now);
          const its = this.#bitsAt(now, length);
          if (takes) taking.push([now, length, its]);
          more += its;
          now += length;
        } else {
          const length = taken[was];
          if (takes) taken[was] = 0;
          more -= bits[was];
          was += length;
        }
        while (changed[nth] < Math.min(now, was)) nth += 1;
      } while (now !== was || (changed[nth] <= now + 1 && now < this.end));
    }
    for (const [at, length, its] of taking) {
      taken[at] = length;
      bits[at] = its;
    }
    return more;
  }
}
