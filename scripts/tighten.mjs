import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { minify } from 'terser';
import { withAlikeNames } from './alike-names.mjs';
import { cached } from './build-cache.mjs';
import { namesWithin } from './inner-names.mjs';
import { inOrder, programOf } from './likeness.mjs';

/**
 * Shorter is not smaller: a function that is used once is no less to deflate where it is used, and further from what it is like. Arrows
 * are unsafe for functions that are used as classes alone, of which there are none.
 */
const COMPRESS = { passes: 3, keep_fargs: false, unsafe_arrows: true, reduce_funcs: false, if_return: false };
const HOW = { ecma: 2022, toplevel: true, compress: COMPRESS, format: { ascii_only: true } };

const own = (file) => readFile(path.resolve(import.meta.dirname, file), 'utf8');

/** Where the order is kept: a line a declaration, by the name that it has in src, or that esbuild gave it where two have the same. */
export const ORDER = path.resolve(import.meta.dirname, 'order.txt');

/** What decides on the result beside the code. */
const STEPS = ['alike-names.mjs', 'likeness.mjs', 'scopes.mjs', 'order.txt'];

/** The same program as Terser has it, which looks further than esbuild does; and by its name now, what a declaration was called before. */
async function shortened(code) {
  const nameCache = {};
  const names = new RegExp(`^(?:${(await namesWithin()).join('|').replaceAll('$', '\\$')})$`);
  const { code: short } = await minify(code, { ...HOW, nameCache, mangle: { properties: { regex: names } } });
  const were = Object.entries(nameCache.vars.props).map(([was, now]) => [now, was.slice(1)]); // Terser puts a `$` before it
  return { short, were: new Map(were) };
}

/**
 * The declarations of the program that main.js will be, and what else there is in it, in their order: what is alike stands together.
 * @param {string} code what esbuild made, with the names of src
 * @param {string} [texts] what stands for the texts, which are long
 * @returns {Promise<{text: string, kind?: string, name: string | undefined}[]>} `name` is what a declaration is called in `code`
 */
export async function orderedPieces(code, texts) {
  const { short, were } = await shortened(code);
  const places = new Map((await readFile(ORDER, 'utf8')).split('\n').map((name, place) => [name, place]));
  const pieces = inOrder(short, (name) => places.get(were.get(name)), texts);
  return pieces.map(({ text, kind, names: [name] }) => ({ text, kind, name: were.get(name) }));
}

/** The pieces as one program, in which what is alike has the same names, too. */
export const named = (pieces) => withAlikeNames(programOf(pieces));

/** The same program in fewer bytes, which takes Terser and the search for names some seconds. `texts` as above. */
export async function tighten(code, texts) {
  const { version } = JSON.parse(await own('../node_modules/terser/package.json'));
  const within = await namesWithin();
  const key = `terser ${version} ${JSON.stringify([HOW, within, texts])} ${(await Promise.all(STEPS.map(own))).join('')}`;
  const tight = await cached(key, Buffer.from(code), async () => Buffer.from(named(await orderedPieces(code, texts))));
  return tight.toString('utf8');
}
