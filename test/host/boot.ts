// The page's entry: starts the app in this window, and gives the Node side `window.__host`.
import moment from 'moment';
import 'moment/locale/zh-cn';
import { App } from './app';
import { installDom } from './base/dom';
import { setPlatform } from './base/mocks';
import { tick } from './base/tick';
import { openBases } from './bases/register';
import { countDeviceRequests, deviceRequests } from './device-requests';
import { countOwnListeners, leftovers } from './leftovers';
import type { Dress, PageHost, StartOptions, ViewMode } from './page-api';
import { runCommand } from './plugin/commands';
import { loadPlugin, settingsChanged, unloadPlugin } from './plugin/loader';
import { registries, setApp, theApp } from './registries';
import { openPalette } from './ui/palette';
import { openSettings } from './ui/settings-modal';
import { installTooltips } from './ui/tooltip';

/** The app still has CodeMirror 5's registry of modes on the window; older plugins add theirs to it. */
const oldCodeMirror = {
  modes: {},
  defineMode: () => undefined,
  defineMIME: () => undefined,
  registerHelper: () => undefined,
  getMode: () => ({}),
};
/** And what its Vim mode reads: plugins put commands of theirs in place of its own, `:w` above all. */
const vimAdapter = { commands: {} };

async function start(options: StartOptions): Promise<void> {
  installDom();
  countDeviceRequests();
  installTooltips();
  dress(options);
  const frame = document.body.createDiv({ cls: 'app-container' });
  frame.createDiv({ cls: 'workspace-ribbon mod-left' });
  const tabs = frame.createDiv({ cls: 'workspace-tabs' });
  frame.createDiv({ cls: 'status-bar' });
  const app = new App(options.name, tabs, options.appId);
  app.basesEnabled = options.bases ?? true;
  setApp(app);
  for (const [key, value] of Object.entries(options.localStorage ?? {})) app.saveLocalStorage(key, value);
  for (const [id, secret] of Object.entries(options.secrets ?? {})) app.secretStorage.setSecret(id, secret);
  Object.assign(window, { app, moment, CodeMirror: oldCodeMirror, CodeMirrorAdapter: vimAdapter });
  if (options.lateCache) app.metadataCache.hold();
  await app.vault.scan();
  if (!options.lateCache) await idle();
  countOwnListeners();
}

function dress({ mobile = false, dark = false, language = 'en' }: Dress): void {
  setPlatform(mobile);
  moment.locale(language === 'zh' ? 'zh-cn' : 'en');
  document.body.className = [dark ? 'theme-dark' : 'theme-light', ...(mobile ? ['is-mobile', 'is-phone'] : [])].join(
    ' ',
  );
  window.localStorage.setItem('language', language);
}

function layoutReady(): void {
  theApp().vault.announce();
  theApp().workspace.ready();
}

async function open(path: string, mode: ViewMode): Promise<void> {
  const file = theApp().vault.getFileByPath(path);
  if (file === null) throw new Error(`There is no note ${path}`);
  const state = { mode: mode === 'preview' ? 'preview' : 'source', source: mode === 'source' };
  await theApp().workspace.getLeaf().openFile(file, { state });
}

async function cli(command: string, params: Record<string, string>): Promise<string> {
  const found = registries.cli.get(command);
  if (found === undefined) throw new Error(`There is no CLI command ${command}`);
  return String(await found.handler(params));
}

async function protocol(action: string, params: Record<string, string>): Promise<void> {
  const handler = registries.protocols.get(action);
  if (handler === undefined) throw new Error(`Nothing handles obsidian://${action}`);
  await handler({ action, ...params });
}

const busy = (): number => theApp().vault.busy() + theApp().metadataCache.busy() + deviceRequests();

async function idle(): Promise<void> {
  do await tick();
  while (busy() > 0);
}

const host: PageHost = {
  get app() {
    return theApp() as unknown as PageHost['app'];
  },
  start,
  dress: (how) => {
    dress(how);
    theApp().workspace.trigger('css-change');
  },
  openPalette,
  layoutReady,
  loadPlugin,
  unloadPlugin: async (id) => {
    unloadPlugin(id);
    await tick();
  },
  command: runCommand,
  commands: () => [...registries.commands.keys()],
  cli,
  protocol,
  open,
  openSettings,
  openBases: async (type, options) => {
    openBases(type, options);
    await tick();
  },
  externalChange: async (path) => {
    await theApp().vault.external(path);
    await settingsChanged(path);
  },
  settleCache: async () => {
    await theApp().metadataCache.release();
    await idle();
  },
  busy,
  idle,
  notices: () => [...document.querySelectorAll('.notice-message')].map((el) => el.textContent),
  reads: () => [...theApp().vault.reads],
  leftovers,
  setVisible: (visible) => {
    Object.defineProperty(document, 'hidden', { value: !visible, configurable: true });
    Object.defineProperty(document, 'visibilityState', { value: visible ? 'visible' : 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  },
};

window.__host = host;
