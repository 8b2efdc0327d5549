// Of Luxon's 70 KB the plugin uses a quarter, which is what src/core/luxon.d.ts declares; a class keeps all its members through
// any minifier, since their names may be put together when they are called. Luxon's are not, so here they are followed from
// what is declared, and those that nothing can reach are dropped, and so are variables, which esbuild cannot tell from what does something
// when it is loaded; esbuild then drops the functions that only those used.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'acorn';

/** What an engine or a library calls without naming it. */
const UNNAMED = ['constructor', 'toString', 'valueOf', 'toJSON'];
/** Owners of members that are not Luxon's. */
const BUILT_IN = ['Array', 'Date', 'Intl', 'JSON', 'Math', 'Number', 'Object', 'String', 'Symbol'];
const COLLECTIONS = ['Map', 'WeakMap', 'Set'];

/** What a file of types declares: each class, and `class.member`. */
function declaredIn(types) {
  const declared = [];
  let owner = '';
  for (const line of types.split('\n')) {
    const [, name] = /^ {2}export (?:abstract )?class (\w+)/.exec(line) ?? [];
    const [, member] = /^ {4}(?:static )?(?:get )?(\w+)\(/.exec(line) ?? [];
    if (name !== undefined) declared.push((owner = name));
    else if (member !== undefined) declared.push(`${owner}.${member}`);
  }
  return declared;
}

const isClass = ({ type }) => type === 'ClassDeclaration';
const isNode = (value) => typeof value?.type === 'string';

/** Classes of a program by name, with the class that each extends. */
function hierarchy(body) {
  const parents = new Map(body.filter(isClass).map(({ id, superClass }) => [id.name, superClass?.name]));
  const line = (name) => (parents.has(name) ? [name, ...line(parents.get(name))] : []);
  return {
    has: (name) => parents.has(name),
    parent: (name) => parents.get(name),
    /** Whether a member of one may be meant where a member of the other is named. */
    related: (one, other) => line(one).includes(other) || line(other).includes(one),
  };
}

/** Names of a program that stand for collections, whose `set` and `get` are no members of Luxon's. */
function collectionsOf(body) {
  const declared = body
    .filter(({ type }) => type === 'VariableDeclaration')
    .flatMap(({ declarations }) => declarations);
  return declared
    .filter(({ init }) => init?.type === 'NewExpression' && COLLECTIONS.includes(init.callee.name))
    .map(({ id }) => id.name);
}

/**
 * What a piece of a program may name: what is declared in it, as `name`; a member, as `class.member` where its owner is known
 * and `.member` where it is not. Texts count, since `this[unit]` is a way to name a member.
 */
function namesIn(piece, owner, classes, foreign) {
  const names = new Set();
  const ownerOf = (object) => {
    if (object.type === 'ThisExpression') return owner;
    if (object.type === 'Super') return classes.parent(owner);
    const known =
      object.type === 'NewExpression' ? object.callee.name : object.type === 'Identifier' ? object.name : '';
    return classes.has(known) ? known : foreign.includes(known) ? null : '';
  };
  const walk = (node) => {
    if (node.type === 'MemberExpression' && !node.computed) {
      const one = ownerOf(node.object);
      if (one !== null) names.add(`${one ?? ''}.${node.property.name}`);
      walk(node.object);
      return;
    }
    if (node.type === 'Identifier') names.add(node.name);
    if (node.type === 'Literal' && typeof node.value === 'string') names.add(`.${node.value}`);
    if (node.type === 'ObjectPattern') {
      for (const { key } of node.properties) if (key !== undefined) names.add(`.${key.name ?? key.value}`); // `{ zone } = this`
    }
    for (const [key, below] of Object.entries(node)) {
      if (key === 'key' && !node.computed) continue;
      for (const one of Array.isArray(below) ? below : [below]) if (isNode(one)) walk(one);
    }
  };
  walk(piece);
  return names;
}

/** A program's parts that may go one by one: what each is called, and what it names. */
function partsOf(body, classes, foreign) {
  const names = (piece, owner = '') => namesIn(piece, owner, classes, foreign);
  return body.flatMap((statement) => {
    if (statement.type === 'VariableDeclaration') {
      return statement.declarations.map((one) => ({ called: [...names(one.id)], names: names(one), statement }));
    }
    if (statement.type === 'FunctionDeclaration') return [{ called: [statement.id.name], names: names(statement) }];
    if (!isClass(statement))
      return statement.type === 'ExportNamedDeclaration' ? [] : [{ called: null, names: names(statement) }];
    const { id, superClass, body: members } = statement;
    return [
      { called: [id.name], names: new Set(superClass === null ? [] : [superClass.name]) },
      ...members.body.map((member) => {
        const key = member.computed ? '' : (member.key.name ?? member.key.value);
        const isKept = member.computed || UNNAMED.includes(key);
        return { owner: id.name, member, key: isKept ? null : key, names: names(member.value, id.name) };
      }),
    ];
  });
}

/** The names that a module exports, at its end. */
function exportedBy(body) {
  const exports = body.filter(({ type }) => type === 'ExportNamedDeclaration');
  return exports.flatMap(({ specifiers }) => specifiers.map(({ local }) => local.name));
}

/**
 * A program without the members of its classes, and without the variables, that cannot be reached from `declared`. It is one whose
 * variables do nothing else when they are made.
 * @param {string} code a module whose exports are named at its end
 * @param {readonly string[]} declared classes, and members as `class.member`
 */
export function lean(code, declared) {
  const { body } = parse(code, { ecmaVersion: 2022, sourceType: 'module' });
  const classes = hierarchy(body);
  const parts = partsOf(body, classes, [...BUILT_IN, ...collectionsOf(body)]);
  const reached = new Set(declared);
  const isReached = ({ called, owner, key }) => {
    if (called !== undefined) return called?.some((name) => reached.has(name)) ?? true;
    if (!reached.has(owner)) return false;
    if (key === null || reached.has(`.${key}`)) return true;
    return [...reached].some((name) => name.endsWith(`.${key}`) && classes.related(owner, name.split('.')[0]));
  };
  let waiting = parts;
  for (let before = -1; before !== waiting.length;) {
    before = waiting.length;
    const met = waiting.filter(isReached);
    waiting = waiting.filter((part) => !met.includes(part));
    for (const name of met.flatMap(({ names }) => [...names])) reached.add(name);
  }
  const exported = exportedBy(body);
  const kept = parts.filter((part) => !waiting.includes(part) || exported.includes(part.called?.[0]));
  const needed = new Set(kept.map(({ statement }) => statement));
  const variables = body.filter((one) => one.type === 'VariableDeclaration' && !needed.has(one));
  const gone = [...waiting.flatMap(({ member }) => member ?? []), ...variables].sort((a, b) => a.start - b.start);
  const ends = [0, ...gone.map(({ end }) => end)];
  return ends.map((end, n) => code.slice(end, gone[n]?.start)).join('');
}

/** The esbuild plugin. */
export const leanLuxon = {
  name: 'lean-luxon',
  setup(build) {
    build.onLoad({ filter: /[\\/]luxon[\\/].*\.m?js$/ }, async ({ path: file }) => {
      const types = await readFile(path.resolve(import.meta.dirname, '../src/core/luxon.d.ts'), 'utf8');
      return { contents: lean(await readFile(file, 'utf8'), declaredIn(types)), loader: 'js' };
    });
  },
};
