import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { minify } from 'terser';
import { cached } from './build-cache.mjs';
import { namesOfClasses } from './class-names.mjs';

const HOW = {
  ecma: 2022,
  toplevel: true,
  compress: { passes: 3, keep_fargs: false },
  format: { ascii_only: true },
};

/** The same program in fewer bytes: Terser looks further than esbuild does, which costs it seconds. */
export async function tighten(code) {
  const { version } = JSON.parse(
    await readFile(path.resolve(import.meta.dirname, '../node_modules/terser/package.json'), 'utf8'),
  );
  const names = `^(?:${(await namesOfClasses()).join('|')})$`;
  const how = { ...HOW, mangle: { properties: { regex: names } } };
  const tight = await cached(`terser ${version} ${JSON.stringify(how)}`, Buffer.from(code), async () => {
    const tighter = await minify(code, { ...HOW, mangle: { properties: { regex: new RegExp(names) } } });
    return Buffer.from(tighter.code);
  });
  return tight.toString('utf8');
}
