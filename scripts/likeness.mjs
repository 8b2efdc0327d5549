// The order of main.js: declarations that look alike stand together. Deflate sees 32 KB back, while in the order of the modules code
// that is alike, such as two forms, stands hundreds of KB apart. Which order is the best, scripts/search-order.mjs tries for minutes, and
// keeps in scripts/order.txt; the build follows it, and finds a place for what is new.
import { parse } from 'acorn';

/** So many characters in a row that two pieces share make them alike, the rare more. */
const RUN = 7;
/** A run that more pieces have tells nothing. */
const COMMON = 120;
/** Added to a piece's length, so that the shortest are not always the most alike. */
const START = 60;

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

/**
 * The pieces of a script, each with the names that it declares and, where it may be made earlier, those that it reads then. A variable's
 * `text` goes without its statement, whose `kind` (`var`) it has.
 */
export function piecesOf(code) {
  return parse(code, { ecmaVersion: 2022 }).body.flatMap((statement) => {
    const { type, id, kind, start, end, directive } = statement;
    const names = id ? [id.name] : [];
    const text = code.slice(start, end);
    if (type === 'FunctionDeclaration') return [{ names, text, reads: [] }];
    if (type === 'EmptyStatement') return [];
    if (type !== 'VariableDeclaration') return [{ names, text: `${text};`, isFirst: directive !== undefined }];
    return statement.declarations.map((one) => ({
      names: code.slice(one.id.start, one.id.end).match(/[\w$]+/g),
      text: code.slice(one.start, one.end),
      kind,
      reads: one.init === null ? undefined : readBy(one.init),
    }));
  });
}

/** A piece's text behind another one, or at the beginning: variables in a row are one statement. */
export function textBehind(before, { kind, text }) {
  if (kind !== undefined && kind === before?.kind) return `,${text}`;
  return (before?.kind === undefined ? '' : ';') + (kind === undefined ? text : `${kind} ${text}`);
}

/** The program that pieces are, in their order. */
export const programOf = (pieces) => pieces.map((piece, place) => textBehind(pieces[place - 1], piece)).join('');

/**
 * The pieces that may stand anywhere behind those they read. Making such a value does nothing else, so it may happen earlier; what it reads is
 * the same then, since no module changes another's names while it is loaded.
 */
export function movableOf(pieces) {
  let movable = new Set(pieces.filter(({ reads }) => reads !== undefined));
  for (let before = Infinity; movable.size < before;) {
    before = movable.size;
    const fixed = new Set(pieces.filter((one) => !movable.has(one)).flatMap(({ names }) => names));
    movable = new Set([...movable].filter(({ reads }) => !reads.some((name) => fixed.has(name))));
  }
  return [...movable];
}

/** Which pieces a piece reads while it is made. */
export function readsOf(pieces) {
  const owners = new Map(pieces.flatMap((piece) => piece.names.map((name) => [name, piece])));
  return new Map(
    pieces.map((piece) => [piece, piece.reads.map((name) => owners.get(name)).filter((one) => one !== undefined)]),
  );
}

function* runsOf({ text }) {
  const seen = new Set();
  for (let at = 0; at + RUN <= text.length; at += 1) {
    const run = text.slice(at, at + RUN);
    if (!seen.has(run)) yield run;
    seen.add(run);
  }
}

/**
 * How alike pieces are, from 0.
 * @template Piece
 * @param {readonly Piece[]} pieces
 * @param {readonly Piece[]} asked those of them whose likes are looked for
 * @returns {Map<Piece, Map<Piece, number>>} by what is asked for, those that share anything with it
 */
export function likenesses(pieces, asked) {
  const holders = new Map(); // how many have a run, and which of them are asked for
  for (const piece of asked) for (const run of runsOf(piece)) holders.set(run, { count: 0, pieces: [] });
  const wanted = new Set(asked);
  const sharing = pieces.map((piece) => [...runsOf(piece)].flatMap((run) => holders.get(run) ?? []));
  for (const [place, runs] of sharing.entries()) {
    for (const run of runs) {
      run.count += 1;
      if (wanted.has(pieces[place])) run.pieces.push(pieces[place]);
    }
  }
  const found = new Map(asked.map((piece) => [piece, new Map()]));
  for (const [place, runs] of sharing.entries()) {
    const other = pieces[place];
    for (const run of runs) {
      if (run.count > COMMON) continue;
      const worth = 1 / Math.sqrt(run.count * (other.text.length + START));
      for (const piece of run.pieces) {
        if (piece === other) continue;
        const likes = found.get(piece);
        likes.set(other, (likes.get(other) ?? 0) + worth);
      }
    }
  }
  return found;
}

/** The pieces by the places that they are given, and each of the others behind the one that is most like it. */
function placed(pieces, placeOf) {
  const known = pieces.filter((piece) => placeOf(piece) !== undefined);
  const followers = new Map();
  const rest = [];
  const likes = likenesses(
    pieces,
    pieces.filter((piece) => placeOf(piece) === undefined),
  );
  for (const [piece, others] of likes) {
    const among = [...others].filter(([other]) => placeOf(other) !== undefined);
    const [most] = among.sort(([, a], [, b]) => b - a);
    if (most === undefined) rest.push(piece);
    else followers.set(most[0], [...(followers.get(most[0]) ?? []), piece]);
  }
  known.sort((a, b) => placeOf(a) - placeOf(b));
  return [...known.flatMap((piece) => [piece, ...(followers.get(piece) ?? [])]), ...rest];
}

/** The pieces in their order, but each behind what it reads. */
function behindWhatTheyRead(pieces) {
  const reads = readsOf(pieces);
  const ordered = new Set();
  const begun = new Set();
  const put = (piece) => {
    if (ordered.has(piece)) return;
    if (begun.has(piece)) throw new Error('Some declarations read each other while they are made.');
    begun.add(piece);
    for (const read of reads.get(piece)) put(read);
    ordered.add(piece);
  };
  for (const piece of pieces) put(piece);
  return [...ordered];
}

/**
 * The same program in another order.
 * @param {string} code a minified script
 * @param {(name: string) => number | undefined} placeOf by a name that it declares, where that should stand among the others
 * @param {string} [long] a name for something so long that deflate forgets what stands before it: what reads it as it is comes first
 * @returns the pieces, of which `programOf` makes the program
 */
export function inOrder(code, placeOf, long = '') {
  const pieces = piecesOf(code);
  const movable = new Set(movableOf(pieces));
  const rest = pieces.filter((one) => !movable.has(one));
  const isLong = ({ reads }) => reads.includes(long);
  const ordered = behindWhatTheyRead(placed([...movable], (piece) => (isLong(piece) ? -1 : placeOf(piece.names[0]))));
  return [...rest.filter(({ isFirst }) => isFirst), ...ordered, ...rest.filter(({ isFirst }) => !isFirst)];
}
