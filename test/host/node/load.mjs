// Gives the Node side of the test host to a plain script, which cannot run TypeScript itself (Node 20):
//   import { loadHost } from '../test/host/node/load.mjs';
//   const { openHost, openPage, picture } = await loadHost();
import { createHash } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../../..');

/** @returns {Promise<typeof import('./index')>} */
export async function loadHost() {
  const result = await build({
    entryPoints: [path.join(here, 'index.ts')],
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    write: false,
    logLevel: 'error',
  });
  const text = result.outputFiles[0]?.text ?? '';
  const folder = path.join(root, '.cache'); // inside the project, so that its packages are found
  const file = path.join(folder, `host-${createHash('sha1').update(text).digest('hex').slice(0, 12)}.mjs`);
  await mkdir(folder, { recursive: true });
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, text);
  await rename(draft, file); // two scripts at once never see half a file
  return import(pathToFileURL(file).href);
}
