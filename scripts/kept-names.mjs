// The names that scripts/search-names.mjs found, which the build takes from scripts/names.txt. It has a line a declaration: the name that
// it has in src, its own name in main.js, and the letters of the variables within it, in order of first use. A line that begins with a dot
// is a member's, such as `.path`.
import { parse } from 'acorn';
import { textBehind } from './likeness.mjs';

/**
 * The declarations of a program, with their variables: the one that each declares, and those within. Of what has no name in src there is
 * nothing.
 * @param {import('./scopes.mjs').Names} names of the program that `pieces` are, as they are there
 * @param {readonly {text: string, kind?: string}[]} pieces
 * @param {ReadonlyMap<string, string>} were by a name there, the name in src
 * @returns {{name: string, own: object, inner: object[]}[]}
 */
export function declarationsOf(names, pieces, were) {
  const found = [];
  const all = [...names.variables].sort((a, b) => a.place - b.place);
  let end = 0;
  let nth = 0;
  for (const [at, piece] of pieces.entries()) {
    end += textBehind(pieces[at - 1], piece).length;
    const its = [];
    for (; nth < all.length && all[nth].place < end; nth += 1) if (!all[nth].isFixed) its.push(all[nth]);
    const inner = its.filter(({ isTop }) => !isTop).sort((a, b) => a.slots[0] - b.slots[0]);
    const tops = its.filter(({ isTop }) => isTop);
    found.push(...tops.map((own, one) => ({ name: were.get(own.name), own, inner: one === 0 ? inner : [] })));
  }
  return found.filter(({ name }) => name !== undefined);
}

/**
 * What names.txt says of declarations as they are called now, and of members. A variable with a longer name has a dot for its letter.
 * @param {ReturnType<typeof declarationsOf>} declarations
 * @param {ReadonlyMap<string, string>} members by the name in src
 */
export function textOfNames(declarations, members) {
  const lines = declarations.map(({ name, own, inner }) => {
    const letters = inner.map((one) => (one.name.length === 1 ? one.name : '.')).join('');
    return [name, own.name, letters].join(' ').trimEnd();
  });
  return `${[...lines, ...[...members].map(([name, short]) => `.${name} ${short}`)].join('\n')}\n`;
}

const NAME = /^[A-Za-z_$][\w$]*$/;

/** What names.txt holds, by the name that comes first in a line. */
const linesOf = (text) =>
  new Map(
    text.split('\n').map((line) => {
      const [name, own = '', letters = ''] = line.split(' ');
      return [name, { own, letters }];
    }),
  );

/**
 * Which name each variable had when names were searched: a declaration that has as many variables as then is taken for the same.
 * @param {ReturnType<typeof declarationsOf>} declarations
 * @param {string} text what names.txt holds
 * @returns {Map<object, string>}
 */
export function keptNames(declarations, text) {
  const kept = new Map();
  const lines = linesOf(text);
  for (const { name, own, inner } of declarations) {
    const line = lines.get(name);
    if (line === undefined) continue;
    kept.set(own, line.own);
    if (inner.length === line.letters.length)
      for (const [nth, one] of inner.entries()) kept.set(one, line.letters[nth]);
  }
  return kept;
}

/**
 * Which names members of ours had. One that stands in the code for anything else may not be given again.
 * @param {readonly string[]} members by the names of src
 * @param {string} code with the names of src
 * @param {string} text what names.txt holds
 * @returns {Map<string, string>} by the name in src
 */
export function keptMembers(members, code, text) {
  const taken = new Set(propertiesIn(code).keys());
  const lines = linesOf(text);
  const kept = new Map();
  for (const member of members) {
    const name = lines.get(`.${member}`)?.own ?? '';
    if (!NAME.test(name) || taken.has(name)) continue;
    taken.add(name);
    kept.set(member, name);
  }
  return kept;
}

/** Where properties are named in a script, by their names: those that Terser takes for such. */
export function propertiesIn(code) {
  const found = new Map();
  const add = (name, place) => {
    const places = found.get(name);
    if (places === undefined) found.set(name, [place]);
    else places.push(place);
  };
  const addText = (node) => {
    if (node.type === 'Literal' && typeof node.value === 'string') add(node.value, node.start + 1);
    else if (node.type === 'ConditionalExpression') [node.consequent, node.alternate].forEach(addText);
    else if (node.type === 'SequenceExpression') addText(node.expressions.at(-1));
  };
  const visit = (node) => {
    if (Array.isArray(node)) for (const one of node) visit(one);
    if (typeof node?.type !== 'string') return;
    const named = node.type === 'MemberExpression' ? node.property : node.key;
    if (named?.type === 'Identifier' && !node.computed) add(named.name, named.start);
    else if (named) addText(named);
    if (node.type === 'BinaryExpression' && node.operator === 'in') addText(node.left);
    for (const below of Object.values(node)) if (typeof below === 'object') visit(below);
  };
  visit(parse(code, { ecmaVersion: 2022 }));
  return found;
}
