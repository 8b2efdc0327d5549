import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { minify } from 'terser';
import { cached } from './build-cache.mjs';

const HOW = {
  ecma: 2022,
  toplevel: true,
  compress: { passes: 3, keep_fargs: false },
  mangle: true,
  format: { ascii_only: true },
};

/** The same program in fewer bytes: Terser looks further than esbuild does, which costs it seconds. */
export async function tighten(code) {
  const { version } = JSON.parse(
    await readFile(path.resolve(import.meta.dirname, '../node_modules/terser/package.json'), 'utf8'),
  );
  const how = `terser ${version} ${JSON.stringify(HOW)}`;
  const tight = await cached(how, Buffer.from(code), async () => Buffer.from((await minify(code, HOW)).code));
  return tight.toString('utf8');
}
