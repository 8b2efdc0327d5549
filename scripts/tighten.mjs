import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { minify } from 'terser';
import { withAlikeNames } from './alike-names.mjs';
import { cached } from './build-cache.mjs';
import { namesOfClasses } from './class-names.mjs';
import { bySize, ordersByLikeness } from './likeness.mjs';

/**
 * Shorter is not smaller: a function that is used once is no less to deflate where it is used, and further from what it is like. Arrows
 * are unsafe for functions that are used as classes alone, of which there are none.
 */
const COMPRESS = { passes: 3, keep_fargs: false, unsafe_arrows: true, reduce_funcs: false, if_return: false };
const HOW = { ecma: 2022, toplevel: true, compress: COMPRESS, format: { ascii_only: true } };

const own = (file) => readFile(path.resolve(import.meta.dirname, file), 'utf8');

/** Of so many orders the names are searched for: which one ends as the smallest, chance decides. */
const NAMED = 4;

/** What decides on the result beside the code. */
const STEPS = ['alike-names.mjs', 'likeness.mjs', 'scopes.mjs'];

/**
 * The same program in fewer bytes: Terser looks further than esbuild does, which costs it seconds; then what is alike gets the same names,
 * stands together, and gets names once more that are alike to its neighbours'.
 */
export async function tighten(code) {
  const { version } = JSON.parse(await own('../node_modules/terser/package.json'));
  const names = `^(?:${(await namesOfClasses()).join('|')})$`;
  const how = { ...HOW, mangle: { properties: { regex: names } } };
  const key = `terser ${version} ${JSON.stringify(how)} ${(await Promise.all(STEPS.map(own))).join('')}`;
  const tight = await cached(key, Buffer.from(code), async () => {
    const tighter = await minify(code, { ...HOW, mangle: { properties: { regex: new RegExp(names) } } });
    const orders = ordersByLikeness(withAlikeNames(tighter.code)).slice(0, NAMED);
    const [smallest] = bySize(orders.map((order) => withAlikeNames(order, { isInOrder: true })));
    return Buffer.from(smallest);
  });
  return tight.toString('utf8');
}
