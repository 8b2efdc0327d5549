// Looks for names of which deflate makes less: some change names, and what gains is kept.
import { LETTERS, pairsOf } from './alike-names.mjs';
import { DeflateModel } from './deflate-model.mjs';
import { propertiesIn } from './kept-names.mjs';

/** So many variables change names at once, at most: what stands in the way of a name takes the other one. */
const MOST = 12;
/** What stands in more places than these is hardly ever better by another name, and takes the longest to try. */
const MANY = 400;
/** How many names of two letters are drawn from all; the rest have a letter in common with what stands in a like place. */
const RANDOM = 0.2;
/** How often the prices are taken anew, in tries. */
const OFTEN = 100_000;

const oneOf = (list) => list[Math.floor(Math.random() * list.length)];

/** What nothing but the holder of a name keeps from having it. */
class Pool {
  constructor(items, free, like) {
    this.items = items;
    this.like = like;
    this.holders = new Map(items.map((one) => [one.name, one]));
    this.names = new Set([...this.holders.keys(), ...free]);
    this.list = [...this.names];
  }

  draw() {
    const item = oneOf(this.items);
    const name = Math.random() < RANDOM ? oneOf(this.list) : this.like(item);
    if (name === item.name || !this.names.has(name)) return undefined;
    const holder = this.holders.get(name);
    return new Map([[item, name], ...(holder === undefined ? [] : [[holder, item.name]])]);
  }

  take(changes) {
    for (const item of changes.keys()) this.holders.delete(item.name);
    for (const [item, name] of changes) {
      item.name = name;
      this.holders.set(name, item);
    }
  }
}

/** Variables of one letter, which many may have. */
class Letters {
  constructor(names, like) {
    this.names = names;
    this.like = like;
    this.items = names.variables.filter(({ name, isFixed }) => name.length === 1 && !isFixed);
  }

  draw() {
    const first = oneOf(this.items);
    const name = Math.random() < RANDOM ? oneOf(LETTERS) : this.like(first);
    if (name === first.name || !LETTERS.includes(name)) return undefined;
    const changes = new Map([[first, name]]);
    for (const [variable, its] of changes) {
      const others = this.names.inTheWay(variable, its);
      if (others === null) return undefined;
      for (const other of others) {
        if (other.isFixed) return undefined;
        changes.set(other, its === name ? first.name : name);
      }
      if (changes.size > MOST) return undefined;
    }
    return changes;
  }

  take(changes) {
    for (const [variable, name] of changes) variable.name = name;
  }
}

export class NameSearch {
  #members;

  /**
   * @param {import('./scopes.mjs').Names} names
   * @param {ReadonlyMap<string, string>} members by their names in src, what members of ours are called in the program
   */
  constructor(names, members) {
    const code = names.toString();
    this.model = new DeflateModel(Buffer.from(code, 'latin1'));
    const starts = [];
    let at = 0;
    for (const [nth, token] of names.tokens.entries()) {
      starts.push(at);
      at += (token ?? names.owners[nth].name).length;
    }
    const properties = propertiesIn(code);
    this.places = new Map(names.variables.map((one) => [one, one.slots.map((slot) => starts[slot])]));
    const its = [...members].map(([was, name]) => ({ was, name }));
    for (const one of its) this.places.set(one, properties.get(one.name) ?? []);
    this.#members = its;
    const ofTwo = names.variables.filter(({ name, isTop, isFixed }) => isTop && !isFixed && name.length === 2);
    const ofLength = (length) => its.filter(({ name }) => name.length === length);
    const pools = [
      new Letters(names, this.#like),
      new Pool(ofTwo, pairsOf(names), this.#like),
      new Pool(ofLength(1), [], this.#like),
      new Pool(ofLength(2), [], this.#like),
    ];
    // each by how much there is to find
    this.pools = pools.filter(({ items }) => items.length > 1).map((pool) => ({ pool, share: pool.items.length }));
  }

  /** What members are called now, by their names in src. */
  get members() {
    return new Map(this.#members.map(({ was, name }) => [was, name]));
  }

  #draw() {
    const all = this.pools.reduce((sum, { share }) => sum + share, 0);
    let nth = Math.random() * all;
    const { pool } = this.pools.find(({ share }) => (nth -= share) < 0) ?? this.pools[0];
    return { pool, changes: pool.draw() };
  }

  /** A name that begins or ends, or both, as one that stands elsewhere behind or before the same letters. */
  #like = (item) => {
    const { name } = item;
    const { model } = this;
    const places = this.places.get(item);
    if (places.length === 0) return name;
    const place = oneOf(places);
    const which = Math.random();
    const before = which < 0.6 ? model.twin(place - 3) : undefined;
    const behind = which > 0.4 ? model.twin(place + name.length) : undefined;
    const first = before === undefined ? name[0] : String.fromCharCode(model.text[before + 3]);
    const last = behind === undefined ? name.at(-1) : String.fromCharCode(model.text[behind - 1]);
    if (name.length === 1) return before === undefined ? last : first;
    return first + last;
  };

  /** The letters that names change in the text. */
  #lettersOf(changes) {
    const letters = [];
    for (const [item, name] of changes) {
      const places = this.places.get(item);
      for (let nth = 0; nth < name.length; nth += 1) {
        if (name[nth] === item.name[nth]) continue;
        for (const place of places) letters.push([place + nth, name.charCodeAt(nth)]);
      }
    }
    return letters;
  }

  /**
   * Tries one change after another, and keeps those that gain.
   * @param {() => number} left how much of the time is left, from 1 to nothing
   * @param {number} heat how many bits a change may lose at first, about; that falls to nothing
   * @param {(bytes: number) => void} [tell] is told from time to time what the text takes, without what tells how to read it
   */
  run(left, heat, tell = () => undefined) {
    let now = 1;
    for (let tries = 0; now > 0; tries += 1) {
      if (tries % OFTEN === 0) tell(this.model.price() / 8);
      if (tries % 64 === 0) now = left();
      const { pool, changes } = this.#draw();
      if (changes === undefined) continue;
      const letters = this.#lettersOf(changes);
      if (letters.length > MANY) continue;
      if (this.model.change(letters) + heat * now * Math.log(Math.random()) < 0) {
        this.model.keep();
        pool.take(changes);
      } else this.model.undo();
    }
    tell(this.model.price() / 8);
  }
}
