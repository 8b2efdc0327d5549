// `npm run smoke`: ten checks of the built plugin in an installed Obsidian, which must be running, through the app's own command
// line (Settings → General → Command line interface). It makes a vault in a temporary folder, has the app open it in a window of its
// own, and takes both away afterwards; `--keep` leaves them to be looked at. No other vault is written to: nothing happens before
// the app has answered for that very folder. OBSIDIAN names the program where it is called otherwise, `--plugin <folder>` another
// build than the one at the root.
import { execFile } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs, promisify } from 'node:util';

const ID = 'research-handbook';
const ASSETS = ['main.js', 'manifest.json', 'styles.css'];
const TITLE = 'Attention Is All You Need';
const LOADS = 'The plugin loads';
const BASE = 'views:\n  - type: research-handbook-heatmap\n    name: Calendar\n';
const root = path.resolve(import.meta.dirname, '..');
const program = process.env.OBSIDIAN ?? 'obsidian';
/** How long the app may take for what it does after it has answered, in milliseconds. */
const PATIENCE = Number(process.env.SMOKE_PATIENCE ?? 15_000);

/** Something that ends the run before, or instead of, its checks. */
class Stop extends Error {}

/** One command of the app's command line; without a vault in whichever is open. */
async function ask(vault, command, flags = {}) {
  const given = Object.entries(flags).map(([name, value]) => (value === true ? name : `${name}=${value}`));
  const target = vault === null ? [] : [`vault=${vault}`];
  const { stdout } = await promisify(execFile)(program, [...target, command, ...given], { timeout: 60_000 });
  return stdout.trim();
}

/** What an expression is in the app. `eval` prints it behind an arrow. */
async function valueOf(vault, code) {
  const printed = await ask(vault, 'eval', { code: `JSON.stringify(${code})` });
  return JSON.parse(printed.replace(/^=>\s*/, ''));
}

/** Looks until it is so. What cannot be looked at yet is not so yet. */
async function until(look) {
  for (const end = Date.now() + PATIENCE; Date.now() < end; await new Promise((done) => setTimeout(done, 250))) {
    if (await look().catch(() => false)) return true;
  }
  return look();
}

/** Makes the vault with the plugin in it, and has the app open it. Answers its name. */
async function openVault(folder, plugin) {
  const installed = path.join(folder, '.obsidian/plugins', ID);
  await mkdir(installed, { recursive: true });
  for (const file of ASSETS) await cp(path.join(plugin, file), path.join(installed, file));
  await writeFile(path.join(folder, '.obsidian/community-plugins.json'), '[]');
  await writeFile(path.join(folder, 'Calendar.base'), BASE);
  const opened = await valueOf(
    null,
    `window.electron.ipcRenderer.sendSync('vault-open', ${JSON.stringify(folder)}, false)`,
  );
  if (opened !== true) throw new Stop(`Obsidian did not open ${folder}: ${String(opened)}`);
  const vault = path.basename(folder);
  const isIt = async () => realpathSync(await ask(vault, 'vault', { info: 'path' })) === folder;
  if (!(await until(isIt).catch(() => false))) {
    throw new Stop(`Obsidian does not answer for ${folder}, so nothing was done in it or in any other vault.`);
  }
  return vault;
}

/** Closes the window, and has the app forget the vault. */
async function leaveVault(vault, folder) {
  await ask(vault, 'eval', { code: 'window.close()' }).catch(() => undefined);
  const code = `window.electron.ipcRenderer.sendSync('vault-remove', ${JSON.stringify(folder)})`;
  await ask(null, 'eval', { code }).catch(() => undefined);
}

function checksOf(vault) {
  const plugin = async (command, flags = {}) => {
    const answer = JSON.parse(await ask(vault, `${ID}:${command}`, { ...flags, format: 'json' }));
    if (!answer.ok) throw new Error(answer.error);
    return answer;
  };
  const drawn = (selector) => valueOf(vault, `document.querySelectorAll(${JSON.stringify(selector)}).length`);
  const isDrawn = (selector) => until(async () => (await drawn(selector)) > 0);
  const read = (at) => ask(vault, 'read', { path: at });
  let source = '';
  return {
    'The app is as new as the manifest asks for': async () => {
      const { minAppVersion } = JSON.parse(readFileSync(path.join(root, 'manifest.json'), 'utf8'));
      const version = /\d+\.\d+\.\d+/.exec(await ask(vault, 'version'))?.[0] ?? 'none';
      const isNew = version.localeCompare(minAppVersion, undefined, { numeric: true }) >= 0;
      return isNew || `it is ${version}, and ${minAppVersion} is asked for`;
    },
    [LOADS]: async () => {
      await ask(vault, 'plugins:restrict', { off: true });
      await ask(vault, 'plugin:enable', { id: ID, filter: 'community' });
      return until(() => valueOf(vault, `app.plugins.plugins['${ID}'] !== undefined`));
    },
    'The handbook is set up': async () => {
      const { created, failed } = await plugin('setup', { lang: 'en' });
      return (created.length > 0 && failed.length === 0) || `${created.length} notes made, ${failed.length} not`;
    },
    'A source is added': async () => {
      ({ path: source } = await plugin('add', { title: TITLE, arxiv: '1706.03762', year: '2017' }));
      return (await read(source)).includes('arxiv: "1706.03762"');
    },
    'A line is logged': async () => {
      const { line } = await plugin('log', { source, min: '45', note: 'read the figures first' });
      return line.includes('read the figures first [min:: 45]') && (await read(source)).split('\n').includes(line);
    },
    'A weekly report is written': async () => {
      const { path: at } = await plugin('weekly');
      return (await read(at)).includes(`${TITLE}]] · 1 session · 45 min`);
    },
    'The blocks of the home note are drawn': async () => {
      await ask(vault, 'command', { id: `${ID}:open-home` });
      return (await isDrawn('.rh-home .rh-week-panel')) && isDrawn('.rh-time-progress [role="progressbar"]');
    },
    'The calendar shows the reading': () => isDrawn('.rh-heatmap [data-date][data-state="value"]'),
    'A base is drawn as a calendar': async () => {
      await ask(vault, 'open', { path: 'Calendar.base' });
      return isDrawn('.bases-view .rh-heatmap');
    },
    'Nothing is left after it is turned off, and nothing was thrown': async () => {
      const errors = await ask(vault, 'dev:errors');
      await ask(vault, 'plugin:disable', { id: ID, filter: 'community' });
      const commands = await valueOf(
        vault,
        `Object.keys(app.commands.commands).filter((id) => id.startsWith('${ID}:'))`,
      );
      const global = await valueOf(vault, 'typeof window.renderHeatmapCalendar');
      if (commands.length > 0 || global !== 'undefined') return `left: ${[...commands, global].join(', ')}`;
      return !errors.includes(ID) || errors;
    },
  };
}

async function run() {
  const { values } = parseArgs({ options: { keep: { type: 'boolean' }, plugin: { type: 'string' } } });
  const plugin = path.resolve(values.plugin ?? root);
  const missing = ASSETS.filter((file) => !existsSync(path.join(plugin, file)));
  if (missing.length > 0) throw new Stop(`${plugin} has no ${missing.join(', ')}. Run npm run build first.`);
  await ask(null, 'version').catch((error) => {
    const how = 'Obsidian must be running, with Settings → General → Command line interface on.';
    throw new Stop(
      error.code === 'ENOENT' ? `There is no program “${program}”. ${how}` : `${error.message.trim()}\n${how}`,
    );
  });
  const folder = realpathSync(await mkdtemp(path.join(os.tmpdir(), `${ID}-smoke-`)));
  let vault = null;
  let passed = 0;
  let count = 0;
  try {
    vault = await openVault(folder, plugin);
    const checks = Object.entries(checksOf(vault));
    count = checks.length;
    for (const [name, check] of checks) {
      const outcome = await check().catch((error) => (error.stderr || error.stdout || error.message).trim());
      if (outcome === true) passed += 1;
      console.log(`${outcome === true ? '✓' : '✗'} ${name}${typeof outcome === 'string' ? `: ${outcome}` : ''}`);
      if (name === LOADS && outcome !== true) break; // the rest is about what it does
    }
    console.log(`${passed} passed, ${count - passed} failed`);
  } finally {
    if (values.keep) console.log(`The vault is ${folder}`);
    else {
      if (vault !== null) await leaveVault(vault, folder);
      await rm(folder, { recursive: true, force: true });
    }
  }
  return passed === count ? 0 : 1;
}

process.exitCode = await run().catch((error) => {
  console.error(error instanceof Stop ? error.message : error);
  return 1;
});
