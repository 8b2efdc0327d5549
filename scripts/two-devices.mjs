// `node scripts/two-devices.mjs [histories=10000] [seed=1] [--example]`: what a sync as Obsidian's own client does it makes of
// notes that the plugin wrote into on one device while the student typed on the other. The same seed gives the same figures.
import { build } from 'esbuild';
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const [histories = 10_000, seed = 1] = process.argv
  .slice(2)
  .filter((arg) => !arg.startsWith('--'))
  .map(Number);
const outdir = path.join(root, '.cache', `two-devices-${process.pid}`); // inside the project, so that its packages are found
await mkdir(outdir, { recursive: true });
try {
  const outfile = path.join(outdir, 'measure.mjs');
  await build({
    absWorkingDir: root,
    entryPoints: ['bench/two-devices/index.ts'],
    outfile,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
  });
  const { measure, refreshes, LOG_LINE, LOG_LINE_AND_STATUS, PROPERTIES, END_OF_NOTE } = await import(
    pathToFileURL(outfile).href
  );
  const template = await readFile(path.join(root, 'src/content/zh/模板/周报模板.md'), 'utf8');
  // The same with its blocks one after another below the title; students can still type between them.
  const together = template
    .replace(/^\{\{(?:plan-review|reading|done|numbers)\}\}\n\n/gm, '')
    .replace('# {{week}}\n\n', (title) => `${title}{{plan-review}}\n\n{{reading}}\n\n{{done}}\n\n{{numbers}}\n\n`);
  const inOne = template
    .replace(/^\{\{(?:plan-review|reading|done|numbers)\}\}\n\n/gm, '')
    .replace('# {{week}}\n\n', (title) => `${title}{{reading}}\n\n`);
  const percent = (part, whole) => `${((100 * part) / Math.max(whole, 1)).toFixed(2)} %`;
  const rows = {};
  for (const kind of [
    refreshes('a refresh, as the template is', template),
    refreshes('a refresh, its blocks together', together),
    refreshes('a refresh, all in one block', inOne, true),
    LOG_LINE,
    LOG_LINE_AND_STATUS,
    PROPERTIES,
    END_OF_NOTE,
  ]) {
    const loss = measure(kind, histories, seed);
    rows[kind.name] = {
      'lost words': percent(loss.words, histories),
      'lost our lines': percent(loss.lines, histories),
      'damaged blocks': percent(loss.damaged, histories),
      'words lost': percent(loss.lost, loss.typed),
    };
    if (process.argv.includes('--example') && loss.example !== null) {
      console.log(`\n#### ${kind.name}, history ${String(loss.example.seed)}`);
      for (const part of ['base', 'written', 'typed', 'merged']) console.log(`\n## ${part}\n${loss.example[part]}`);
    }
  }
  console.log(`${String(histories)} histories each, seed ${String(seed)}; a history is lost that lost one word.`);
  console.table(rows);
} finally {
  await rm(outdir, { recursive: true, force: true });
}
