import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { minify } from 'terser';
import { cached } from './build-cache.mjs';
import { namesOfClasses } from './class-names.mjs';
import { byLikeness } from './likeness.mjs';

const HOW = {
  ecma: 2022,
  toplevel: true,
  compress: { passes: 3, keep_fargs: false },
  format: { ascii_only: true },
};

const own = (file) => readFile(path.resolve(import.meta.dirname, file), 'utf8');

/** The same program in fewer bytes: Terser looks further than esbuild does, which costs it seconds; then what is alike stands together. */
export async function tighten(code) {
  const { version } = JSON.parse(await own('../node_modules/terser/package.json'));
  const names = `^(?:${(await namesOfClasses()).join('|')})$`;
  const how = { ...HOW, mangle: { properties: { regex: names } } };
  const key = `terser ${version} ${JSON.stringify(how)} ${await own('likeness.mjs')}`;
  const tight = await cached(key, Buffer.from(code), async () => {
    const tighter = await minify(code, { ...HOW, mangle: { properties: { regex: new RegExp(names) } } });
    return Buffer.from(byLikeness(tighter.code));
  });
  return tight.toString('utf8');
}
