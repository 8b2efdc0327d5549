// The order of main.js: declarations that look alike stand together. Deflate sees 32 KB back, while in the order of the modules code
// that is alike, such as two forms, stands hundreds of KB apart.
import { parse } from 'acorn';
import { deflateSync } from 'fflate';

/** How far deflate looks back, in characters (code is ASCII). */
const WINDOW = 32_768;
/**
 * Each order that is tried: so many characters in a row that two pieces share make them alike, and so many are added to a piece's length,
 * so that the shortest are not always the most alike. From 4 to 16 and from 20 to 200 these are the best; which of them is, chance decides.
 */
const TRIED = [6, 7].flatMap((run) => [60, 100, 160].map((start) => ({ run, start })));
/** A run that more pieces have tells nothing. */
const COMMON = 500;

/** The names that are read when an expression is evaluated; undefined where that may do more than make a value. */
function readBy(node) {
  const all = (nodes) => {
    const read = nodes.map((one) => (one === null ? [] : readBy(one)));
    return read.includes(undefined) ? undefined : read.flat();
  };
  switch (node.type) {
    case 'Literal':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return [];
    case 'Identifier':
      return [node.name];
    case 'ArrayExpression':
      return all(node.elements);
    case 'ObjectExpression':
      return all(node.properties);
    case 'Property':
      return node.computed ? undefined : readBy(node.value);
    case 'UnaryExpression':
      return readBy(node.argument);
    case 'ClassExpression':
      return readByClass(node);
    case 'CallExpression': // a module of the app: the same whenever it is asked for
      return node.callee.name === 'require' ? [] : undefined;
    default:
      return undefined;
  }
}

/** A class reads what it extends, `Base` or `obsidian.Base`; what its instances begin with, they read when they are made. */
function readByClass({ superClass, body }) {
  const isMade = ({ type, computed, static: isStatic }) => computed || (type !== 'MethodDefinition' && isStatic);
  if (body.body.some(isMade)) return undefined;
  if (superClass === null) return [];
  return readBy(superClass.type === 'MemberExpression' && !superClass.computed ? superClass.object : superClass);
}

/** The pieces of a script, each with the names that it declares and, where it may be made earlier, those that it reads then. */
function piecesOf(code) {
  return parse(code, { ecmaVersion: 2022 }).body.flatMap((statement) => {
    const { type, id, kind, start, end, directive } = statement;
    const names = id ? [id.name] : [];
    const text = code.slice(start, end);
    if (type === 'FunctionDeclaration') return [{ names, text, reads: [] }];
    if (type !== 'VariableDeclaration') return [{ names, text: `${text};`, isFirst: directive !== undefined }];
    return statement.declarations.map((one) => ({
      names: code.slice(one.id.start, one.id.end).match(/[\w$]+/g),
      text: `${kind} ${code.slice(one.start, one.end)};`,
      reads: one.init === null ? undefined : readBy(one.init),
    }));
  });
}

/**
 * The pieces that may stand anywhere behind those they read. Making such a value does nothing else, so it may happen earlier; what it reads is
 * the same then, since no module changes another's names while it is loaded.
 */
function movableOf(pieces) {
  let movable = new Set(pieces.filter(({ reads }) => reads !== undefined));
  for (let before = Infinity; movable.size < before;) {
    before = movable.size;
    const fixed = new Set(pieces.filter((one) => !movable.has(one)).flatMap(({ names }) => names));
    movable = new Set([...movable].filter(({ reads }) => !reads.some((name) => fixed.has(name))));
  }
  return [...movable];
}

function runsOf({ text }, length) {
  const runs = new Set();
  for (let at = 0; at + length <= text.length; at += 1) runs.add(text.slice(at, at + length));
  return runs;
}

/** How alike each piece is to what deflate sees from where the next one would stand: the sum of the runs that it would find, the rare more. */
class Sight {
  #runs;
  #holders = new Map();
  #seen = new Map();
  #recent = [];
  #length = 0;

  constructor(pieces, run) {
    this.alike = new Float64Array(pieces.length);
    this.pieces = pieces;
    this.#runs = pieces.map((piece) => runsOf(piece, run));
    this.#runs.forEach((runs, place) => {
      for (const run of runs) {
        const holders = this.#holders.get(run);
        if (holders === undefined) this.#holders.set(run, [place]);
        else holders.push(place);
      }
    });
  }

  /** The piece stands there now, and what lies further back than deflate sees is out of sight. */
  put(place) {
    this.#recent.push(place);
    this.#length += this.pieces[place].text.length;
    this.#count(place, 1);
    while (this.#length > WINDOW && this.#recent.length > 1) {
      const gone = this.#recent.shift();
      this.#length -= this.pieces[gone].text.length;
      this.#count(gone, -1);
    }
  }

  #count(place, by) {
    for (const run of this.#runs[place]) {
      const times = (this.#seen.get(run) ?? 0) + by;
      this.#seen.set(run, times);
      const holders = this.#holders.get(run);
      const isNews = times === (by > 0 ? 1 : 0);
      if (!isNews || holders.length > COMMON) continue;
      for (const holder of holders) this.alike[holder] += by / Math.sqrt(holders.length);
    }
  }
}

/** The pieces, each behind what it reads, and then the one that is most alike to those in sight. */
function inLikeness(pieces, { run, start }) {
  const owners = new Map(pieces.flatMap(({ names }, place) => names.map((name) => [name, place])));
  const behind = pieces.map(({ reads }) =>
    reads.map((name) => owners.get(name)).filter((place) => place !== undefined),
  );
  const left = new Set(pieces.keys());
  const sight = new Sight(pieces, run);
  const ordered = [];
  while (left.size > 0) {
    let next = -1;
    let best = -Infinity;
    for (const place of left) {
      const likeness = sight.alike[place] / (pieces[place].text.length + start);
      if (likeness > best && !behind[place].some((needed) => left.has(needed))) {
        next = place;
        best = likeness;
      }
    }
    if (next === -1) throw new Error('Some declarations read each other while they are made.');
    left.delete(next);
    sight.put(next);
    ordered.push(pieces[next]);
  }
  return ordered;
}

/**
 * The same program in other orders: what is alike side by side, so that deflate makes less of it (a thirtieth).
 * @param {string} code a minified script
 * @returns {string[]} the orders that were tried, the one that deflate makes least of first
 */
export function ordersByLikeness(code) {
  const pieces = piecesOf(code);
  const movable = movableOf(pieces);
  const moved = new Set(movable);
  const rest = pieces.filter((one) => !moved.has(one));
  const orders = TRIED.map((how) => {
    const ordered = [
      ...rest.filter(({ isFirst }) => isFirst),
      ...inLikeness(movable, how),
      ...rest.filter(({ isFirst }) => !isFirst),
    ];
    return ordered.map(({ text }) => text).join('');
  });
  return bySize(orders);
}

/** Texts, the one that deflate makes least of first; by a deflate that is the same on every machine, which zlib is not, as the build must be. */
export function bySize(texts) {
  const sizes = new Map(texts.map((text) => [text, deflateSync(Buffer.from(text), { level: 9 }).length]));
  return [...sizes.keys()].sort((a, b) => sizes.get(a) - sizes.get(b));
}
