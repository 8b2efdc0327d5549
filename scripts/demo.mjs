// `npm run demo [-- <folder>] [--lang en|zh] [--empty] [--no-serve]`: a real vault in which the built plugin has done
// its work, and a page to look at it in the browser until Ctrl-C.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { loadHost } from '../test/host/node/load.mjs';
import { buildPlugin } from './build.mjs';
import { cli, study } from './demo-study.mjs';

const ID = 'research-handbook';

function fail(message) {
  console.error(message);
  process.exit(1);
}

function options() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { lang: { type: 'string' }, empty: { type: 'boolean' }, 'no-serve': { type: 'boolean' } },
    });
    if (![undefined, 'zh', 'en'].includes(values.lang)) fail(`--lang: “${values.lang}” is not known; use zh or en.`);
    if (positionals.length > 1) fail(`One folder at a time, please: ${positionals.join(', ')}`);
    return {
      dir: path.resolve(positionals[0] ?? 'demo-vault'),
      asked: values.lang,
      empty: values.empty === true,
      serves: values['no-serve'] !== true,
    };
  } catch (error) {
    return fail(error.message);
  }
}

/** Installs and enables the plugin the way the app does; what else is installed or set stays. */
async function install(dir) {
  const list = path.join(dir, '.obsidian/community-plugins.json');
  let enabled = [];
  try {
    enabled = JSON.parse(await readFile(list, 'utf8'));
  } catch (error) {
    if (error.code !== 'ENOENT') fail(`${list} could not be read, so nothing was installed: ${error.message}`);
  }
  if (!Array.isArray(enabled)) fail(`${list} is no list, so nothing was installed.`);
  await buildPlugin({ outdir: path.join(dir, '.obsidian/plugins', ID) });
  if (!enabled.includes(ID)) await writeFile(list, JSON.stringify([...enabled, ID], null, 2));
}

/** Today on the local calendar. */
function localDay() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

const { dir, asked, empty, serves } = options();
await mkdir(path.join(dir, '.obsidian'), { recursive: true });
await install(dir);

/** The home note of each language in the vault. */
function homes(host) {
  const found = {};
  for (const file of host.app.vault.getMarkdownFiles()) {
    const kept = host.app.metadataCache.getFileCache(file)?.frontmatter;
    if (kept?.['handbook-id'] === 'home') found[kept['handbook-lang']] ??= file.path;
  }
  return found;
}

const { currentBuild, openHost, picture, closeBrowser, servePreview, writePreviewParts } = await loadHost();
const plugin = path.join(dir, '.obsidian/plugins', ID);
let host = await openHost({ dir, plugin });
// A vault that is set up keeps its language; another one beside it only where it is asked for.
const lang = asked ?? Object.keys(homes(host))[0] ?? 'zh';
await host.close();
host = await openHost({ dir, plugin, language: lang });
const run = (command, flags = {}) => cli(host, command, flags).catch((error) => fail(error.message));
const setup = await run('setup', { lang });
const fresh = (await run('status')).sources === 0;
if (fresh && !empty) await study(host, { lang, today: localDay() });
const weekly = fresh && empty ? null : await run('weekly');
const status = await run('status');
const home = homes(host)[lang];
if (host.errors.length > 0) fail(`The plugin met errors:\n${host.errors.map(String).join('\n')}`);
await host.close();

const image = `${dir}-home.png`;
let drawn = `A picture of the home note: ${image}`;
try {
  await picture({
    vault: dir,
    plugin,
    note: home,
    language: lang,
    timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    out: image,
  });
} catch (error) {
  drawn = `No picture of the home note: ${error.message.split('\n')[0]}`;
} finally {
  await closeBrowser();
}

const { created, kept, unchanged } = setup;
console.log(`
${dir}
  handbook   ${created.length} notes created, ${unchanged.length} as they were, ${kept.length} kept as you have them
  sources    ${status.sources}
  log lines  ${status.entries}
  report     ${weekly === null ? 'none yet' : `${weekly.path}, ${weekly.created ? 'created' : 'as it was'}`}

${drawn}

To open it in Obsidian: “Open another vault” → “Open folder as vault” → choose the folder above,
then “Trust author and enable plugins”. The home note is ${home}.`);
if (!serves) process.exit(0);

const parts = (await currentBuild()).dir;
await writePreviewParts(parts);
const { address } = await servePreview(parts, dir);
console.log(`
To look at it in a browser, without Obsidian: ${address}
What is changed there is written to the folder. Ctrl-C ends the preview.`);
process.on('SIGINT', () => process.exit(0));
