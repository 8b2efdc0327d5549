// `node scripts/vault-zip.mjs zh|en <file.zip>`: a vault to open at once, the handbook set up and the plugin in it, for whoever
// cannot reach the community list. The same bytes each time.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { zipSync } from 'fflate';
import { loadHost } from '../test/host/node/load.mjs';
import { buildPlugin } from './build.mjs';
import { cli } from './demo-study.mjs';

const [lang = '', file = ''] = process.argv.slice(2);
if (!['zh', 'en'].includes(lang) || !file.endsWith('.zip')) {
  console.error('Which language, and into which file? node scripts/vault-zip.mjs zh vault-zh.zip');
  process.exit(1);
}
/** The earliest that a zip can name; the files' own times would differ each time. */
const TIME = new Date(1980, 0, 1);
const ID = 'research-handbook';

const dir = await mkdtemp(path.join(os.tmpdir(), 'vault-'));
try {
  const plugin = path.join(dir, '.obsidian/plugins', ID);
  await buildPlugin({ outdir: plugin });
  const { openHost } = await loadHost();
  const host = await openHost({ dir, plugin, language: lang });
  await cli(host, 'setup', { lang });
  await host.close();
  await writeFile(path.join(dir, '.obsidian/community-plugins.json'), `${JSON.stringify([ID])}\n`);

  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  const root = lang === 'zh' ? '研究手册' : 'Research Handbook';
  const zipped = {};
  for (const at of paths.sort()) {
    const name = `${root}/${path.relative(dir, at).split(path.sep).join('/')}`;
    zipped[name] = [new Uint8Array(await readFile(at)), { mtime: TIME }];
  }
  await writeFile(file, zipSync(zipped, { level: 9 }));
  console.log(`${file}: ${paths.length} files`);
} finally {
  await rm(dir, { recursive: true, force: true });
}
process.exit(0);
