// `npm run site [-- <folder>]`: a static folder in which the plugin can be tried, over a vault in the memory of the page. It asks
// no server for anything, so it opens from the disk as well as from any host of files.
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { loadHost } from '../test/host/node/load.mjs';

const root = path.resolve(import.meta.dirname, '..');
const [folder = 'site'] = process.argv.slice(2);
const dir = path.resolve(folder);

/** A folder that holds something else is left alone. */
async function clear() {
  const names = await readdir(dir).catch(() => []);
  if (names.length > 0 && !names.includes('preview.js')) {
    console.error(`${dir} holds other files, so nothing was written. Name an empty folder.`);
    process.exit(1);
  }
  await rm(dir, { recursive: true, force: true });
  await mkdir(dir, { recursive: true });
}

/** The documentation as notes, in which its examples are drawn. */
async function documentation() {
  const pages = (await readdir(path.join(root, 'docs'))).filter((name) => name.endsWith('.md'));
  const texts = pages.map(async (name) => [`docs/${name}`, await readFile(path.join(root, 'docs', name), 'utf8')]);
  return Object.fromEntries(await Promise.all(texts));
}

const made = await mkdtemp(path.join(os.tmpdir(), 'site-'));
try {
  await clear();
  const { buildAll, previewPage, writePreviewParts } = await loadHost();
  await buildAll(made);
  await writePreviewParts(made);
  await cp(path.join(root, 'docs/images'), path.join(made, 'docs/images'), { recursive: true });
  const page = await previewPage(made, { folder: null, name: 'Preview', files: await documentation() });
  await writeFile(path.join(made, 'index.html'), page);
  for (const name of ['plugin', 'clock.js']) await rm(path.join(made, name), { recursive: true });
  await cp(made, dir, { recursive: true });
} finally {
  await rm(made, { recursive: true, force: true });
}

const files = (await readdir(dir, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
let bytes = 0;
let packed = 0;
for (const entry of files) {
  const file = path.join(entry.parentPath, entry.name);
  bytes += (await stat(file)).size;
  packed += gzipSync(await readFile(file)).length;
}
const mb = (count) => `${(count / 1e6).toFixed(1)} MB`;
console.log(
  `${path.join(dir, 'index.html')}\n${files.length} files, ${mb(bytes)} (${mb(packed)} as servers send them)`,
);
