import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { closeBrowser, currentBuild, openPage } from '../test/host/node';
import { median, type Figure } from './figure';

export const name = 'Starting the plugin (Chromium)';

/** The commit that evaluation is compared with: the last one before the handbook was packed. */
const BEFORE = 'aece85f';
const ROUNDS = 15;
const ROOT = process.cwd();

/** Milliseconds of one start in a page that has run nothing else of the plugin's. */
interface Start {
  /** Compiling and running main.js. */
  readonly evaluate: number;
  /** `onload`, `data.json` already read. */
  readonly onload: number;
  readonly formatters: number;
  readonly elements: number;
  /** What the device keeps after it. */
  readonly kept: string | null;
}

/** Under this name the plugin keeps its texts on the device. */
const TEXTS = 'research-handbook-texts';

/** The older commit's main.js, made by its own build from what git holds; null where git does not have it. */
async function buildOf(commit: string): Promise<string | null> {
  const dir = path.join(ROOT, '.cache', `at-${commit}`);
  const main = path.join(dir, 'built/main.js');
  if (existsSync(main)) return readFile(main, 'utf8');
  try {
    execFileSync('git', ['cat-file', '-e', `${commit}^{commit}`], { cwd: ROOT, stdio: 'ignore' });
  } catch {
    return null;
  }
  await rm(dir, { recursive: true, force: true });
  await mkdir(dir, { recursive: true });
  const archive = execFileSync('git', ['archive', commit], { cwd: ROOT, maxBuffer: 512 * 1024 * 1024 });
  execFileSync('tar', ['-x', '-C', dir], { input: archive });
  await symlink(path.join(ROOT, 'node_modules'), path.join(dir, 'node_modules'), 'junction');
  const script = pathToFileURL(path.join(dir, 'scripts/build.mjs')).href;
  const { buildPlugin } = (await import(script)) as { buildPlugin(how: { outdir: string }): Promise<unknown> };
  await buildPlugin({ outdir: path.dirname(main) });
  return readFile(main, 'utf8');
}

/** A plugin that does nothing but hand the app's modules to the page, so that another can be evaluated by hand. */
async function makeProbe(): Promise<string> {
  const dir = path.join(ROOT, '.cache/start-probe');
  await mkdir(dir, { recursive: true });
  await writeFile(
    path.join(dir, 'manifest.json'),
    '{ "id": "start-probe", "name": "Start probe", "version": "1.0.0" }',
  );
  const main = "window.require = require; module.exports = class extends require('obsidian').Plugin {};";
  await writeFile(path.join(dir, 'main.js'), main);
  return dir;
}

/**
 * Starts the plugin in a fresh profile, the way the app does: one evaluation of the source, in which no code cache helps.
 * `kept` is what a start before this one left on the device.
 */
async function start(main: string, probe: string, kept: string | null = null): Promise<Start> {
  const opened = await openPage({ plugin: probe, files: {} });
  const measured = await opened.page.evaluate(
    async ([text = '', name = '', before = '']) => {
      interface Loadable {
        load(): Promise<void>;
        loadData(): Promise<unknown>;
      }
      type Make = new (app: unknown, manifest: unknown) => Loadable;
      const { app } = window.__host;
      const { require } = window as unknown as { require: (name: string) => unknown };
      if (before !== '') app.saveLocalStorage(name, JSON.parse(before));
      app.workspace.onLayoutReady = () => undefined; // at the app's start the layout is not ready yet
      let formatters = 0;
      const counted = <T extends object>(made: T): T =>
        new Proxy(made, {
          construct: (target, args, own) => {
            formatters += 1;
            return Reflect.construct(target as unknown as new () => object, args, own) as object;
          },
        });
      const module = { exports: {} as { default: Make } };
      const started = performance.now();
      const run = new Function('require', 'module', 'exports', text) as (...values: unknown[]) => void;
      run(require, module, module.exports);
      const evaluate = performance.now() - started;

      Object.assign(Intl, {
        DateTimeFormat: counted(Intl.DateTimeFormat),
        NumberFormat: counted(Intl.NumberFormat),
        RelativeTimeFormat: counted(Intl.RelativeTimeFormat),
      });
      const plugin = new module.exports.default(app, { id: 'research-handbook', name: '', version: '0', dir: '' });
      plugin.loadData = () => Promise.resolve(null);
      const elements = document.querySelectorAll('*').length;
      const begun = performance.now();
      await plugin.load();
      const onload = performance.now() - begun;
      const left = app.loadLocalStorage(name);
      return {
        evaluate,
        onload,
        formatters,
        elements: document.querySelectorAll('*').length - elements,
        kept: left === null ? null : JSON.stringify(left),
      };
    },
    [main, TEXTS, kept ?? ''],
  );
  await opened.close();
  return measured;
}

export async function run(): Promise<Figure[]> {
  const probe = await makeProbe();
  const today = await readFile(path.join((await currentBuild()).dir, 'plugin/main.js'), 'utf8');
  const older = await buildOf(BEFORE);
  const firsts: Start[] = [];
  const now: Start[] = [];
  const then: Start[] = [];
  try {
    for (let round = 0; round < ROUNDS; round++) {
      const first = await start(today, probe);
      firsts.push(first);
      now.push(await start(today, probe, first.kept));
      if (older !== null) then.push(await start(older, probe));
    }
  } finally {
    await closeBrowser();
  }
  const of = (starts: readonly Start[], what: Exclude<keyof Start, 'kept'>): number =>
    median(starts.map((one) => one[what]));
  const ms = (value: number): string => `${value.toFixed(1)} ms`;
  const figures: Figure[] = [
    { label: 'Evaluating main.js (compile and run)', value: ms(of(now, 'evaluate')) },
    {
      label: 'onload, texts kept on the device',
      value: ms(of(now, 'onload')),
      target: '≤ 10 ms',
      holds: of(now, 'onload') <= 10,
    },
    {
      label: 'onload of the first start of a version, which unpacks the texts in turns',
      value: ms(of(firsts, 'onload')),
    },
    {
      label: 'Formatters and elements that onload made',
      value: `${String(of(now, 'formatters'))} and ${String(of(now, 'elements'))}`,
      target: '0 formatters',
      holds: of(now, 'formatters') === 0,
    },
  ];
  if (older === null) return [...figures, { label: `Against ${BEFORE}`, value: 'git does not have it' }];
  const ratio = median(now.map((one, round) => one.evaluate / (then[round]?.evaluate ?? Number.NaN)));
  return [
    ...figures,
    { label: `Evaluating main.js of ${BEFORE}`, value: ms(of(then, 'evaluate')) },
    { label: `onload of ${BEFORE}`, value: ms(of(then, 'onload')) },
    {
      label: `Evaluating, against ${BEFORE}, pairs in turn`,
      value: `${ratio.toFixed(2)} ×`,
      target: '≤ 0.5 ×',
      holds: ratio <= 0.5,
    },
  ];
}
