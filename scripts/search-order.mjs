// `node scripts/search-order.mjs [minutes]`: looks for an order of main.js of which deflate makes less, and writes it to scripts/order.txt. It
// moves declarations, some in a row at a time, mostly beside what they are like, and keeps what gains. To be run once much code has
// changed; ten minutes gain nine tenths of what an hour does. The names stay, so it is to be run in turns with search-names.mjs.
import { deflateRawSync, gzipSync } from 'node:zlib';
import { likenesses, movableOf, piecesOf, readsOf, textBehind } from './likeness.mjs';
import { searchFor, timeOf } from './searching.mjs';
import { ORDER } from './tighten.mjs';

/** How far deflate looks back, and so many characters behind a change its guesses hang on it. */
const WINDOW = 32_768;
const BEHIND = 16_000;
/** So many of those that are most like a piece are tried as its neighbours. */
const LIKE = 24;
const MOST = 24;

const costOf = (parts, before) =>
  deflateRawSync(Buffer.concat(parts), { level: 9, ...(before.length > 0 && { dictionary: before }) }).length;

class Search {
  constructor(pieces) {
    this.pieces = pieces;
    this.movable = new Set(movableOf(pieces));
    this.first = pieces.findIndex((piece) => this.movable.has(piece));
    this.end = pieces.findLastIndex((piece) => this.movable.has(piece)) + 1;
    this.reads = readsOf([...this.movable]);
    this.readers = new Map(pieces.map((piece) => [piece, []]));
    for (const [piece, read] of this.reads) for (const one of read) this.readers.get(one).push(piece);
    const likes = likenesses(pieces, [...this.movable]);
    this.likes = new Map(
      [...likes].map(([piece, others]) => {
        const most = [...others].sort(([, a], [, b]) => b - a).slice(0, LIKE);
        return [piece, most.map(([other]) => other)];
      }),
    );
    this.lay();
  }

  lay() {
    const texts = this.pieces.map((piece, place) => textBehind(this.pieces[place - 1], piece));
    this.code = Buffer.from(texts.join(''));
    this.size = gzipSync(this.code, { level: 9 }).length;
    this.places = new Map(this.pieces.map((piece, place) => [piece, place]));
    this.starts = [0];
    for (const text of texts) this.starts.push(this.starts.at(-1) + text.length);
  }

  /** Some pieces in a row, and before which place they might stand; undefined where that would be no other order, or no program. */
  draw() {
    const from = this.first + Math.floor(Math.random() * (this.end - this.first));
    let to = from + 1;
    const goesOn = Math.random() < 0.5 ? 0 : 0.6;
    while (to < this.end && to - from < MOST && Math.random() < goesOn) to += 1;
    const likes = this.likes.get(this.pieces[from]);
    const like = likes?.[Math.floor(Math.random() * Math.random() * likes.length)]; // rather the first of them
    const before =
      like !== undefined && Math.random() < 0.9
        ? this.places.get(like) + Number(Math.random() < 0.6)
        : this.first + Math.floor(Math.random() * (this.end - this.first + 1));
    if (before < this.first || before > this.end || (before >= from && before <= to)) return undefined;
    const moved = this.pieces.slice(from, to);
    const isBetween = (piece) => {
      const place = this.places.get(piece);
      return before < from ? place >= before && place < from : place >= to && place < before;
    };
    const needed = before < from ? this.reads : this.readers;
    return moved.some((piece) => needed.get(piece).some(isBetween)) ? undefined : { from, to, before };
  }

  /** The code from one place to another, with the first piece as it is behind a given one. */
  behind(piece, place, end) {
    if (place === this.pieces.length) return [];
    return [Buffer.from(textBehind(piece, this.pieces[place])), this.code.subarray(this.starts[place + 1], end)];
  }

  /** Where the code ends whose cost hangs on what stands before a place. */
  sight(place) {
    return Math.max(this.starts[place] + BEHIND, this.starts[Math.min(place + 1, this.pieces.length)]);
  }

  /** By how many bytes deflate makes less of the code when the pieces from one place to another stand before a third. */
  gainOf({ from, to, before }) {
    const { code, pieces, starts } = this;
    const seenFrom = (at) => code.subarray(Math.max(0, at - WINDOW), at);
    const moved = this.behind(pieces[before - 1], from, starts[to]);
    const first = Math.min(from, before);
    const last = Math.max(to, before);
    const start = starts[first];
    const end = this.sight(last);
    if (end - start < WINDOW + 2 * BEHIND) {
      const parts =
        before < from
          ? [...moved, ...this.behind(pieces[to - 1], before, starts[from]), ...this.behind(pieces[from - 1], to, end)]
          : [
              ...this.behind(pieces[from - 1], to, starts[before]),
              ...moved,
              ...this.behind(pieces[to - 1], before, end),
            ];
      return costOf([code.subarray(start, end)], seenFrom(start)) - costOf(parts, seenFrom(start));
    }
    const [a, c] = [starts[from], starts[before]];
    const left =
      costOf([code.subarray(a, this.sight(to))], seenFrom(a)) -
      costOf(this.behind(pieces[from - 1], to, this.sight(to)), seenFrom(a));
    const added =
      costOf([...moved, ...this.behind(pieces[to - 1], before, this.sight(before))], seenFrom(c)) -
      costOf([code.subarray(c, this.sight(before))], seenFrom(c));
    return left - added;
  }

  /** The pieces from one place to another before a third, unless the whole is more to deflate then: what is guessed of a part may not hold. */
  move({ from, to, before }) {
    const { pieces, size } = this;
    const [start, end] = [Math.min(from, before), Math.max(to, before)];
    const moved = pieces.slice(from, to);
    const rest = [pieces.slice(start, from), pieces.slice(to, end)].flat();
    this.pieces = [pieces.slice(0, start), before < from ? [moved, rest] : [rest, moved], pieces.slice(end)].flat(2);
    this.lay();
    if (this.size <= size) return;
    this.pieces = pieces;
    this.lay();
  }

  /** @param {() => number} left how much of the time is left, from 1 to nothing */
  run(left) {
    while (left() > 0) {
      const drawn = this.draw();
      if (drawn !== undefined && this.gainOf(drawn) > 0) this.move(drawn);
    }
  }
}

const [minutes = '10'] = process.argv.slice(2);
await searchFor(ORDER, ({ program, pieces: known }) => {
  const pieces = piecesOf(program); // the same, by other names
  const nameOf = new Map(pieces.map((piece, place) => [piece, known[place].name]));
  const search = new Search(pieces);
  search.run(timeOf(Number(minutes)));
  const names = search.pieces.flatMap((piece) => (search.movable.has(piece) ? (nameOf.get(piece) ?? []) : []));
  return `${names.join('\n')}\n`;
});
