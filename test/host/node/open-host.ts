// The host in jsdom: the same bundle and the same built plugin as in Chromium, in a window of its own, without a browser.
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import vm from 'node:vm';
import { JSDOM, VirtualConsole } from 'jsdom';
import type { Plugin } from 'obsidian';
import { DateTime } from 'luxon';
import type { FakeClock } from '../clock';
import type { NetworkRequest } from '../page-api';
import { currentBuild, pluginFiles, type PluginFiles } from './build';
import { giveDevice } from './device';
import { Driver } from './drive';
import { withFaults } from './faults';
import type { Host } from './host';
import type { HostOptions } from './options';
import { giveBytes } from './bytes';
import { polyfill } from './jsdom-polyfills';
import { pluginScript } from './plugin-script';
import { seedVault } from './seed';
import { userActions } from './user-actions';
import { vaultFolder } from './vault-folder';

/** Compiled once a process, by their text: each vault runs them anew, in a window of its own. */
const scripts = new Map<string, vm.Script>();
function compiled(text: string, filename: string, wrap = (inside: string): string => inside): vm.Script {
  let script = scripts.get(text);
  if (script === undefined) {
    script = new vm.Script(wrap(text), { filename });
    scripts.set(text, script);
  }
  return script;
}

const texts = new Map<string, string>();
function builtScript(file: string): vm.Script {
  const text = texts.get(file) ?? readFileSync(file, 'utf8');
  texts.set(file, text);
  return compiled(text, file);
}

/** The zone is the process's: it is set while the host is open, and set back when it closes. */
function useZone(zone: string | undefined): () => void {
  const before = process.env['TZ'];
  if (zone === undefined) return () => undefined;
  process.env['TZ'] = zone;
  return () => {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  };
}

function instantOf(text: string): number {
  const at = DateTime.fromISO(text);
  if (!at.isValid) throw new Error(`Not a time: ${text}`);
  return at.toMillis();
}

export async function openHost(options: HostOptions = {}, inherited?: () => Promise<void>): Promise<Host> {
  const restoreZone = useZone(options.timezone);
  const build = await currentBuild();
  const seeded = await seedVault(options);
  const folder = vaultFolder(seeded.dir);
  const errors: string[] = [];

  const virtualConsole = new VirtualConsole();
  virtualConsole.on('jsdomError', (e) => {
    errors.push(String(e));
  });
  virtualConsole.on('error', (...args: unknown[]) => {
    errors.push(args.map((a) => (a instanceof Error ? (a.stack ?? a.message) : String(a))).join(' '));
  });
  const dom = new JSDOM('<!doctype html><html><head></head><body></body></html>', {
    url: 'https://vault.test/',
    pretendToBeVisual: true,
    runScripts: 'outside-only',
    virtualConsole,
  });
  const window = dom.window as unknown as Window & typeof globalThis;
  const context = dom.getInternalVMContext();
  polyfill(window, options);
  const device = giveDevice(window, options.device);

  const { call, faults } = withFaults(folder, options.faults, (p) => window.__host.externalChange(p));
  let inFlight = 0;
  const counted = async <T>(work: Promise<T>): Promise<T> => {
    inFlight += 1;
    try {
      return await work;
    } finally {
      inFlight -= 1;
    }
  };
  window.__vaultFs = (op, ...args) => counted(call(op, ...args));
  giveBytes(window, counted);
  const requests: NetworkRequest[] = [];
  window.__network = (request) => {
    requests.push(request);
    return counted(Promise.resolve(options.network?.(request) ?? null));
  };
  window.__tick = () => new Promise((done) => setImmediate(done));
  builtScript(path.join(build.dir, 'clock.js')).runInContext(context);
  const install = (window as unknown as { __installClock(start: number): FakeClock }).__installClock;
  const fake = install(options.now === undefined ? Date.now() : instantOf(options.now));
  builtScript(path.join(build.dir, 'host.js')).runInContext(context);

  const page = window.__host;
  const driver = new Driver(fake, () => (faults.stopped ? 0 : inFlight + page.busy()));

  await driver.run(
    page.start({
      name: path.basename(seeded.dir),
      ...(options.mobile === undefined ? {} : { mobile: options.mobile }),
      ...(options.dark === undefined ? {} : { dark: options.dark }),
      ...(options.language === undefined ? {} : { language: options.language }),
      ...(options.localStorage === undefined ? {} : { localStorage: options.localStorage }),
      ...(options.secrets === undefined ? {} : { secrets: options.secrets }),
      lateCache: options.cache === 'late',
      bases: options.bases ?? true,
    }),
  );
  options.before?.({ window });

  let id = '';
  const load = async (plugin: PluginFiles, userEnable: boolean): Promise<void> => {
    const { manifest, main, styles } = plugin;
    id = manifest.id;
    compiled(main, `plugin:${id}/main.js`, () => pluginScript(plugin)).runInContext(context);
    await driver.run(page.loadPlugin({ manifest, styles, userEnable }));
  };
  const host: Host = {
    dir: seeded.dir,
    window,
    document: window.document,
    app: page.app,
    get plugin() {
      const found = (page.app as unknown as { plugins: { plugins: Record<string, Plugin> } }).plugins.plugins[id];
      if (found === undefined) throw new Error('No plugin is loaded');
      return found;
    },
    clock: {
      now: () => fake.now(),
      advance: (ms) => driver.advance(ms),
      jump: async (to) => {
        fake.jump(typeof to === 'number' ? to : instantOf(to));
        await driver.advance(0);
      },
      timers: () => fake.count(),
    },
    faults,
    folder,
    external: {
      write: async (p, text) => {
        await mkdir(path.dirname(path.join(seeded.dir, p)), { recursive: true });
        await folder.write(p, text);
        await host.external.noticed(p);
      },
      remove: async (p) => {
        await rm(path.join(seeded.dir, p), { recursive: true });
        await host.external.noticed(p);
      },
      noticed: async (p) => {
        await driver.run(page.externalChange(p));
        await driver.settle();
      },
    },
    errors,
    requests,
    get reads() {
      return page.reads();
    },
    get device() {
      return device();
    },
    command: (command) => driver.runOrWait(page.command(command)),
    cli: (command, params = {}) => driver.run(page.cli(command, params)),
    protocol: (action, params = {}) => driver.run(page.protocol(action, params)),
    open: async (p, mode = 'preview') => {
      await driver.run(page.open(p, mode));
      await driver.settle();
    },
    openSettings: async () => {
      await driver.run(page.openSettings(id));
      await driver.settle();
    },
    openBases: async (type, bases) => {
      await driver.run(page.openBases(type, bases));
      await driver.settle();
    },
    notices: () => page.notices(),
    read: (p) => readFileSync(path.join(seeded.dir, p), 'utf8'),
    exists: (p) => existsSync(path.join(seeded.dir, p)),
    paths: async () =>
      (await folder.tree(''))
        .filter((e) => e.type === 'file')
        .map((e) => e.path)
        .sort(),
    settle: () => driver.settle(),
    run: (work) => driver.run(Promise.resolve(typeof work === 'function' ? work() : work)),
    settleCache: async () => {
      await driver.run(page.settleCache());
      await driver.settle();
    },
    $: <T extends HTMLElement>(selector: string): T => {
      const found = window.document.querySelector<T>(selector);
      if (found === null) throw new Error(`Nothing matches ${selector}`);
      return found;
    },
    $$: <T extends HTMLElement>(selector: string): T[] => [...window.document.querySelectorAll<T>(selector)],
    text: (selector) => window.document.querySelector(selector)?.textContent ?? null,
    ...userActions(
      window,
      (target) => (typeof target === 'string' ? host.$(target) : target),
      () => driver.settle(),
    ),
    setVisible: (visible) => {
      page.setVisible(visible);
    },
    loadPlugin: async (which = true, userEnable = false) => load(await pluginFiles(which), userEnable),
    unload: async () => {
      await driver.run(page.unloadPlugin(id));
      await driver.settle();
    },
    leftovers: () => page.leftovers(),
    restart: async (next = {}) => {
      const kept = device();
      restoreZone();
      dom.window.close();
      const { files: _files, faults: _faults, data: _data, ...same } = options;
      return openHost(
        { ...same, device: kept, now: new Date(fake.now()).toISOString(), ...next, dir: seeded.dir },
        inherited ?? seeded.remove,
      );
    },
    close: async () => {
      restoreZone();
      dom.window.close();
      await seeded.remove();
      await inherited?.();
    },
  };
  const userEnable = options.userEnable ?? false;
  if (userEnable) page.layoutReady();
  if (seeded.plugin !== null) await load(seeded.plugin, userEnable);
  if (!userEnable) page.layoutReady();
  await driver.settle();
  return host;
}
