import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { minify } from 'terser';
import { nameAlike, renamed } from './alike-names.mjs';
import { cached } from './build-cache.mjs';
import { namesWithin } from './inner-names.mjs';
import { declarationsOf, keptMembers, keptNames } from './kept-names.mjs';
import { inOrder, programOf } from './likeness.mjs';
import { Names } from './scopes.mjs';

/**
 * Shorter is not smaller: a function that is used once is no less to deflate where it is used, and further from what it is like. Arrows
 * are unsafe for functions that are used as classes alone, of which there are none.
 */
const COMPRESS = { passes: 3, keep_fargs: false, unsafe_arrows: true, reduce_funcs: false, if_return: false };
const HOW = { ecma: 2022, toplevel: true, compress: COMPRESS, format: { ascii_only: true } };

const own = (file) => readFile(path.resolve(import.meta.dirname, file), 'utf8');

/** Where the order is kept: a line a declaration, by the name that it has in src, or that esbuild gave it where two have the same. */
export const ORDER = path.resolve(import.meta.dirname, 'order.txt');
/** Where the names are kept, as kept-names.mjs has them. */
export const NAMES = path.resolve(import.meta.dirname, 'names.txt');

/** What decides on the result beside the code. */
const STEPS = ['alike-names.mjs', 'kept-names.mjs', 'likeness.mjs', 'scopes.mjs', 'order.txt', 'names.txt'];

/**
 * The same program as Terser has it, which looks further than esbuild does; by its name now, what a declaration was called before; and by
 * the name of src, what a member is called now.
 */
async function shortened(code) {
  const within = await namesWithin();
  const kept = keptMembers(within, code, await readFile(NAMES, 'utf8'));
  const nameCache = { props: { props: Object.fromEntries([...kept].map(([name, short]) => [`$${name}`, short])) } };
  const regex = new RegExp(`^(?:${within.join('|').replaceAll('$', '\\$')})$`);
  const { code: short } = await minify(code, { ...HOW, nameCache, mangle: { properties: { regex } } });
  const { vars, props } = nameCache;
  const named = ({ props }) => Object.entries(props).map(([name, now]) => [name.slice(1), now]); // Terser puts a `$` before it
  return { short, were: new Map(named(vars).map(([was, now]) => [now, was])), members: new Map(named(props)) };
}

/**
 * The declarations of the program that main.js will be, and what else there is in it, in their order: what is alike stands together.
 * @param {string} code what esbuild made, with the names of src
 * @param {string} [texts] what stands for the texts, which are long
 * @returns `pieces`, whose `name` is what a declaration is called in `code`; the same by the names of now, `were`; and of members, by
 *   their name in `code`, what they are called now
 */
export async function orderedProgram(code, texts) {
  const { short, were, members } = await shortened(code);
  const places = new Map((await readFile(ORDER, 'utf8')).split('\n').map((name, place) => [name, place]));
  const pieces = inOrder(short, (name) => places.get(were.get(name)), texts);
  return {
    pieces: pieces.map(({ text, kind, names: [name] }) => ({ text, kind, name: were.get(name) })),
    were,
    members,
  };
}

/** The names in such a program, where what is alike has the same, too: those that are kept, as far as they fit. */
export async function named({ pieces, were }) {
  const names = new Names(programOf(pieces));
  const declarations = declarationsOf(names, pieces, were);
  nameAlike(names, keptNames(declarations, await readFile(NAMES, 'utf8')));
  return { names, declarations };
}

/** The same program in fewer bytes, which takes Terser and the search for names some seconds. `texts` as above. */
export async function tighten(code, texts) {
  const { version } = JSON.parse(await own('../node_modules/terser/package.json'));
  const within = await namesWithin();
  const key = `terser ${version} ${JSON.stringify([HOW, within, texts])} ${(await Promise.all(STEPS.map(own))).join('')}`;
  const tight = await cached(key, Buffer.from(code), async () => {
    const { names } = await named(await orderedProgram(code, texts));
    return Buffer.from(renamed(names));
  });
  return tight.toString('utf8');
}
