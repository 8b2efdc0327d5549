// Finds a Chrome, Chromium or Edge on this machine, or gets one: the browser tests and pictures need it.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
  'msedge',
];

function usual() {
  if (process.platform === 'darwin') {
    return ['/Applications', path.join(os.homedir(), 'Applications')].flatMap((folder) =>
      ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((app) => `${folder}/${app}.app/Contents/MacOS/${app}`),
    );
  }
  if (process.platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
      .map((name) => process.env[name])
      .filter(Boolean);
    return roots.flatMap((folder) =>
      ['Google\\Chrome', 'Chromium', 'Microsoft\\Edge'].map(
        (app) => `${folder}\\${app}\\Application\\${app.endsWith('Edge') ? 'msedge' : 'chrome'}.exe`,
      ),
    );
  }
  return [
    '/opt/google/chrome/chrome',
    '/snap/bin/chromium',
    '/usr/lib/chromium/chromium',
    '/opt/microsoft/msedge/msedge',
  ];
}

function onPath() {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name + suffix)));
}

function runnable(file) {
  try {
    accessSync(file, constants.X_OK);
  } catch {
    return false;
  }
  // Ubuntu's package is a stub that only works beside snap; elsewhere `--version` may open a window, so it is not asked.
  return process.platform !== 'linux' || spawnSync(file, ['--version'], { timeout: 30_000 }).status === 0;
}

/** The browser Playwright downloaded for itself, where it did. */
async function playwrightsOwn() {
  const { chromium } = await import('playwright-core');
  const file = chromium.executablePath();
  return file && existsSync(file) ? file : null;
}

/**
 * The browser to use: `CHROMIUM` or `CHROME_PATH` where set, else an installed one, else Playwright's own.
 * @returns {Promise<string | null>} null where there is none
 */
export async function findChromium() {
  const asked = process.env.CHROMIUM ?? process.env.CHROME_PATH;
  if (asked) {
    if (!runnable(asked)) throw new Error(`CHROMIUM or CHROME_PATH names ${asked}, which cannot be run`);
    return asked;
  }
  return [...onPath(), ...usual()].find(runnable) ?? (await playwrightsOwn());
}

function run(command, args) {
  console.log(`> ${command} ${args.join(' ')}`);
  return (
    spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
      .status === 0
  );
}

const rootOnDebian = () => process.platform === 'linux' && existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;

function debianPackage() {
  if (!rootOnDebian()) return;
  const install = ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'];
  if (!run('apt-get', install) && run('apt-get', ['update'])) run('apt-get', install);
}

function playwrightDownload() {
  const manifest = createRequire(import.meta.url).resolve('playwright-core/package.json');
  const libraries = rootOnDebian() ? ['--with-deps'] : [];
  run(process.execPath, [path.join(path.dirname(manifest), 'cli.js'), 'install', ...libraries, 'chromium']);
}

/**
 * Finds a browser, or gets one.
 * @returns {Promise<string>}
 * @throws Error with one line that says what to install
 */
export async function obtainChromium() {
  for (const get of [() => undefined, debianPackage, playwrightDownload]) {
    get();
    const found = await findChromium();
    if (found) return found;
  }
  throw new Error(
    'No browser: install Chrome, Chromium or Edge, or set CHROMIUM to the path of one, then run this again.',
  );
}

/** Flags for a quiet browser that asks nothing of the network; as root there is no sandbox to be had. */
export const CHROMIUM_FLAGS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
