// The host in Chromium: the same bundle and the same built plugin as in jsdom, with layout, real keys and real time.
import { readFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { DateTime } from 'luxon';
import type { BrowserContext, BrowserContextOptions, ConsoleMessage, Page } from 'playwright-core';
import type { Leftovers, PageHost, ViewMode } from '../page-api';
import { pluginFiles } from './build';
import { type Faults, withFaults } from './faults';
import type { HostOptions } from './options';
import { takePage } from './page-pool';
import { addressOf, ORIGIN } from './page-server';
import { seedVault } from './seed';
import { type VaultFolder, vaultFolder } from './vault-folder';

export type ThemeVars = 'warm' | 'blue' | 'contrast';

export interface PageOptions extends HostOptions {
  /** Default 1000 × 700; a phone (`mobile`) 390 × 844. */
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Variables in the manner of a community theme. */
  readonly vars?: ThemeVars;
  /** `flow` (default where `now` is given): time goes on from `now` and `page.clock` can move it. `fixed`: dates stay at `now`, timers run. */
  readonly clock?: 'flow' | 'fixed';
  /** Watch the folder, so that other programs' changes arrive by themselves. Default: only through `external`. */
  readonly watch?: boolean;
  readonly context?: BrowserContextOptions;
}

export interface OpenPage {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly dir: string;
  readonly folder: VaultFolder;
  readonly faults: Faults;
  /** Errors thrown in the page and `console.error` since opening. */
  readonly errors: string[];
  readonly external: { write(p: string, text: string): Promise<void>; remove(p: string): Promise<void> };
  /** Runs a command; answers at once, since a command may wait for the user. */
  command(id: string): Promise<void>;
  cli(command: string, params?: Record<string, string>): Promise<string>;
  /** Follows a link `obsidian://<action>?…`. */
  protocol(action: string, params?: Record<string, string>): Promise<void>;
  /** The window is hidden or shown again. */
  setVisible(visible: boolean): Promise<void>;
  open(path: string, mode?: ViewMode): Promise<void>;
  openSettings(): Promise<void>;
  openBases(type: string, options?: Record<string, unknown>): Promise<void>;
  notices(): Promise<string[]>;
  read(path: string): string;
  paths(): Promise<string[]>;
  /** Waits until file operations and the cache are done and two frames have been drawn. */
  settle(): Promise<void>;
  settleCache(): Promise<void>;
  loadPlugin(which?: true | string, userEnable?: boolean): Promise<void>;
  unload(): Promise<void>;
  leftovers(): Promise<Leftovers>;
  /** A picture of the window, or of the whole note whatever its length (`full`), or of what a selector matches. */
  screenshot(file: string, how?: { full?: boolean; selector?: string }): Promise<void>;
  close(): Promise<void>;
}

/** Pictures are no taller than this. */
const MAX_HEIGHT = 8_000;

type Method = Exclude<keyof PageHost, 'app'>;

export async function openPage(options: PageOptions = {}): Promise<OpenPage> {
  const seeded = await seedVault(options);
  const folder = vaultFolder(seeded.dir);
  const timezoneId = options.timezone ?? 'UTC';
  const mobile = options.mobile ?? false;
  const time = options.now === undefined ? null : DateTime.fromISO(options.now, { zone: timezoneId }).toJSDate();
  const taken = await takePage({
    lasting: {
      timezoneId,
      locale: options.language === 'zh' ? 'zh-CN' : 'en-GB',
      hasTouch: mobile,
      ...options.context,
    },
    viewport: options.viewport ?? (mobile ? { width: 390, height: 844 } : { width: 1000, height: 700 }),
    dark: options.dark ?? false,
    time: time === null ? null : { at: time, stands: options.clock === 'fixed' },
  });
  const { page, context } = taken;
  const errors: string[] = [];
  const onError = (e: Error): void => void errors.push(e.stack ?? e.message);
  const onConsole = (m: ConsoleMessage): void => {
    if (m.type() === 'error') errors.push(m.text());
  };
  page.on('pageerror', onError);
  page.on('console', onConsole);

  const call = <T>(method: Method, ...args: unknown[]): Promise<T> =>
    page.evaluate(([name, values]) => (window.__host[name] as (...a: unknown[]) => unknown)(...values), [
      method,
      args,
    ] as const) as Promise<T>;
  const { call: vaultCall, faults } = withFaults(folder, options.faults, (p) => call('externalChange', p));
  taken.serve(vaultCall, options.network);
  await page.goto(`${ORIGIN}/`);
  // In the app they are there from the start; here, what is measured must not wait for the first text to ask for them.
  await page.evaluate(() => Promise.all([...document.fonts].map((font) => font.load())).then(() => undefined));
  await call('start', {
    name: path.basename(seeded.dir),
    mobile,
    dark: options.dark ?? false,
    language: options.language ?? 'en',
    localStorage: options.localStorage ?? {},
    secrets: options.secrets ?? {},
    lateCache: options.cache === 'late',
    bases: options.bases ?? true,
  });
  if (options.vars !== undefined) await page.evaluate((vars) => (document.body.dataset['vars'] = vars), options.vars);
  if (options.before !== undefined) await page.evaluate(`(${options.before.toString()})({ window })`);
  const stopWatching = options.watch
    ? folder.watch((p) => {
        call('externalChange', p).catch(() => undefined); // the page may be closing
      })
    : () => undefined;

  let id = '';
  const load = async (which: true | string, userEnable: boolean): Promise<void> => {
    const files = await pluginFiles(which);
    id = files.manifest.id;
    await page.addScriptTag({ url: addressOf(files) });
    await call('loadPlugin', { manifest: files.manifest, styles: files.styles, userEnable });
  };
  const userEnable = options.userEnable ?? false;
  if (userEnable) await call('layoutReady');
  if (seeded.plugin !== null) await load(options.plugin === true ? true : String(options.plugin), userEnable);
  if (!userEnable) await call('layoutReady');

  const settle = async (): Promise<void> => {
    await call('idle');
    await page.evaluate(
      () =>
        new Promise<void>((done) => {
          const channel = new MessageChannel(); // the page's own timers may stand still
          let turns = 0;
          channel.port1.onmessage = () => {
            if (++turns > 20) done();
            else channel.port2.postMessage(0);
          };
          channel.port2.postMessage(0);
        }),
    );
    await call('idle');
  };
  const opened: OpenPage = {
    page,
    context,
    dir: seeded.dir,
    folder,
    faults,
    errors,
    external: {
      write: async (p, text) => {
        await mkdir(path.dirname(path.join(seeded.dir, p)), { recursive: true });
        await folder.write(p, text);
        await call('externalChange', p);
        await settle();
      },
      remove: async (p) => {
        await rm(path.join(seeded.dir, p), { recursive: true });
        await call('externalChange', p);
        await settle();
      },
    },
    command: async (command) => {
      await page.evaluate((name) => {
        void window.__host.command(name);
      }, command);
      await settle();
    },
    cli: (command, params = {}) => call<string>('cli', command, params),
    protocol: (action, params = {}) => call('protocol', action, params),
    setVisible: (visible) => call('setVisible', visible),
    open: async (p, mode = 'preview') => {
      await settle(); // a note that is on the disk already may be new to the app
      await call('open', p, mode);
      await settle();
    },
    openSettings: async () => {
      await call('openSettings', id);
      await settle();
    },
    openBases: async (type, bases = {}) => {
      await call('openBases', type, bases);
      await settle();
    },
    notices: () => call<string[]>('notices'),
    read: (p) => readFileSync(path.join(seeded.dir, p), 'utf8'),
    paths: async () =>
      (await folder.tree(''))
        .filter((e) => e.type === 'file')
        .map((e) => e.path)
        .sort(),
    settle,
    settleCache: () => call('settleCache'),
    loadPlugin: (which = true, enable = false) => load(which, enable),
    unload: () => call('unloadPlugin', id),
    leftovers: () => call<Leftovers>('leftovers'),
    screenshot: async (file, how = {}) => {
      await mkdir(path.dirname(file), { recursive: true });
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      if (how.selector !== undefined) {
        await page.locator(how.selector).first().screenshot({ path: file });
        return;
      }
      if (how.full) await growToContent(page);
      await page.screenshot({ path: file });
    },
    close: async () => {
      stopWatching();
      page.off('pageerror', onError);
      page.off('console', onConsole);
      await taken.giveBack();
      await seeded.remove();
    },
  };
  await settle();
  return opened;
}

/** Makes the window as tall as what is in it, so that one picture shows all of it. What is limited to a part of the window grows in steps. */
async function growToContent(page: Page): Promise<void> {
  for (let step = 0; step < 8; step++) {
    const size = page.viewportSize() ?? { width: 1000, height: 700 };
    const more = await page.evaluate(() =>
      Math.max(
        0,
        ...[
          ...document.querySelectorAll(
            '.markdown-reading-view, .markdown-source-view, .modal, .prompt-results, .view-content',
          ),
        ].map((el) => el.scrollHeight - el.clientHeight),
      ),
    );
    if (more === 0 || size.height >= MAX_HEIGHT) return;
    await page.setViewportSize({
      width: size.width,
      height: Math.min(size.height + Math.ceil(more), MAX_HEIGHT),
    });
    await page.waitForTimeout(50); // the editor measures lines as they come into view
  }
}
