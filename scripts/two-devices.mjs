// `node scripts/two-devices.mjs [histories=10000] [seed=1] [--example]`: what a sync as Obsidian's own client does it makes of
// notes that the plugin wrote into on one device while the student typed on the other. The same seed gives the same figures.
import { build } from 'esbuild';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const [histories = 10_000, seed = 1] = process.argv
  .slice(2)
  .filter((arg) => !arg.startsWith('--'))
  .map(Number);
const outdir = path.join(root, '.cache', `two-devices-${process.pid}`); // inside the project, so that its packages are found

const content = (...parts) => path.join(root, 'src/content', ...parts);
const percent = (part, whole) => `${((100 * part) / Math.max(whole, 1)).toFixed(2)} %`;

function table(measure, kinds) {
  const rows = {};
  for (const kind of kinds) {
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
  console.table(rows);
}

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
  const { measure, refreshes, handbookUpdate, LOG_LINE, LOG_LINE_AND_STATUS, PROPERTIES, END_OF_NOTE } = await import(
    pathToFileURL(outfile).href
  );
  const template = await readFile(content('zh/模板/周报模板.md'), 'utf8');
  const english = await readFile(content('en/Templates/Weekly report template.md'), 'utf8');
  const folder = content('zh/手册/服务器');
  const notes = await Promise.all((await readdir(folder)).map((name) => readFile(path.join(folder, name), 'utf8')));

  console.log(`${String(histories)} histories each, seed ${String(seed)}; a history is lost that lost one word.`);
  console.log('\nWhat the plugin writes, as it is set up:');
  table(measure, [
    refreshes('a refresh', { template }),
    refreshes('a refresh, English template', { template: english }),
    refreshes('a refresh on both devices', { template, onBoth: true }),
    LOG_LINE,
    LOG_LINE_AND_STATUS,
    PROPERTIES,
    END_OF_NOTE,
    handbookUpdate(notes),
  ]);

  const marker = /^\{\{(?:plan-review|reading|done|numbers)\}\}\n\n/gm;
  const apart = template
    .replace(marker, '')
    .replace('## 本周记录\n\n', '## 上周\n\n{{plan-review}}\n\n')
    .replace(
      '## 实验\n\n',
      '## 阅读\n\n{{reading}}\n\n%% 一句话 %%\n\n{{numbers}}\n\n## 完成\n\n{{done}}\n\n## 实验\n\n',
    );
  const oneBlock = template.replace(marker, '').replace('## 本周记录\n\n', '## 本周记录\n\n{{reading}}\n\n');
  const spaced = (text) => text.replace(/(rh:end \S+ %%)\n(?=%% rh:begin)/g, '$1\n\n');
  console.log('\nA refresh of other reports, for comparison:');
  table(measure, [
    refreshes("parts among the student's sections", { template: apart }),
    refreshes('together, blank lines put between', { template, reshaped: spaced }),
    refreshes('together, words put below markers', { template, atMarkers: true }),
    refreshes('all in one block', { template: oneBlock, asOne: true }),
    refreshes('all in one block, on both devices', { template: oneBlock, asOne: true, onBoth: true }),
  ]);
} finally {
  await rm(outdir, { recursive: true, force: true });
}
