// `npm run bench [-- <part of a name>]`: runs bench/*.bench.ts and prints each figure beside its target.
// Figures are ratios within one run, or medians of work in this process: machines differ, so nothing here is a test.
import { build } from 'esbuild';
import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { textsPlugin } from './texts-plugin.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const wanted = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
const names = (await readdir(path.join(root, 'bench')))
  .filter((file) => file.endsWith('.bench.ts'))
  .filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)))
  .sort();

const outdir = path.join(root, '.cache', `bench-${process.pid}`); // inside the project, so that its packages are found
await mkdir(outdir, { recursive: true });
let missed = 0;
try {
  for (const file of names) {
    const outfile = path.join(outdir, file.replace(/\.ts$/, '.mjs'));
    await build({
      absWorkingDir: root,
      entryPoints: [path.join('bench', file)],
      outfile,
      bundle: true,
      packages: 'external',
      format: 'esm',
      platform: 'node',
      target: 'node20',
      logLevel: 'error',
      plugins: [textsPlugin(path.join(root, 'src/content'))],
    });
    const { name, run } = await import(pathToFileURL(outfile).href);
    console.log(`\n${name}`);
    for (const { label, value, target, holds } of await run()) {
      const verdict = holds === undefined ? '' : holds ? 'ok' : 'MISSED';
      if (holds === false) missed += 1;
      console.log(`  ${label.padEnd(58)} ${value.padStart(22)}   ${(target ?? '').padEnd(26)} ${verdict}`);
    }
  }
} finally {
  await rm(outdir, { recursive: true, force: true });
}
console.log(missed === 0 ? '\nEvery target is met.' : `\n${missed} target${missed === 1 ? '' : 's'} missed.`);
process.exit(missed === 0 ? 0 : 1);
