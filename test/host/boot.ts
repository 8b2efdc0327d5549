/* eslint-disable @typescript-eslint/no-explicit-any */
// Page entry: window.__host for tests, plus what the desktop app puts on window.
import { setup } from 'obsidian-test-mocks/setup';
import * as mocks from 'obsidian-test-mocks/obsidian';
import * as obsidian from './obsidian';
import * as cmAutocomplete from '@codemirror/autocomplete';
import * as cmCommands from '@codemirror/commands';
import * as cmLanguage from '@codemirror/language';
import * as cmState from '@codemirror/state';
import * as cmView from '@codemirror/view';
import * as lezerCommon from '@lezer/common';
import * as lezerHighlight from '@lezer/highlight';
import moment from 'moment';
import { lineClassNodeProp, tokenClassNodeProp } from './editor/legacy';
import { openBases } from './plugin/legacy';
import type { PageHost, StartOptions } from './page-api';
import { host } from './state';
import { patchSettings } from './ui/legacy';
import { tick, DiskAdapter, patchMetadataCache, patchVault } from './vault/legacy';
import { patchWorkspace } from './workspace/legacy';

const M = mocks as any;
const modules: Record<string, unknown> = {
  obsidian,
  '@codemirror/state': cmState,
  '@codemirror/view': cmView,
  '@codemirror/language': { ...cmLanguage, tokenClassNodeProp, lineClassNodeProp },
  '@codemirror/commands': cmCommands,
  '@codemirror/autocomplete': cmAutocomplete,
  '@lezer/common': lezerCommon,
  '@lezer/highlight': lezerHighlight,
  moment,
};
async function start(opts: StartOptions): Promise<void> {
  setup();
  patchVault();
  patchMetadataCache();
  patchWorkspace();
  patchSettings();
  HTMLElement.prototype.onNodeInserted = function (this: HTMLElement, cb: () => any, once = false) {
    // the mock takes `this` for an argument
    if (this.isConnected) cb();
    const o = new MutationObserver(() => {
      if (this.isConnected && !seen) {
        cb();
        if (once) o.disconnect();
      }
      seen = this.isConnected;
    });
    let seen = this.isConnected;
    if (!(seen && once)) o.observe(document.body, { childList: true, subtree: true });
    return () => {
      o.disconnect();
    };
  };
  HTMLElement.prototype.onWindowMigrated = () => () => undefined;
  const load = M.Component.prototype.load;
  M.Component.prototype.load = function () {
    // the app awaits an async onload
    let r: any;
    const on = this.onload;
    this.onload = function () {
      r = on.call(this);
      return r;
    };
    load.call(this);
    delete this.onload;
    return r;
  };
  Object.assign(obsidian.Platform, {
    isDesktop: !opts.mobile,
    isDesktopApp: !opts.mobile,
    isMobile: !!opts.mobile,
    isMobileApp: !!opts.mobile,
    isPhone: !!opts.mobile,
    isWin: false,
    isLinux: !opts.mobile,
  });
  document.body.className = `${opts.dark ? 'theme-dark' : 'theme-light'}${opts.mobile ? ' is-mobile is-phone' : ''}`;
  const container = document.body.createDiv({ cls: 'app-container' });
  for (const c of ['workspace-ribbon', 'workspace-tabs', 'status-bar']) container.createDiv({ cls: c });
  const app = M.App.create__(new DiskAdapter(opts.name), 'host');
  host.app = app;
  app.isDarkMode = () => document.body.hasClass('theme-dark');
  app.commands = {
    get commands() {
      return Object.fromEntries(host.commands);
    },
    executeCommandById: (id: string) => {
      void runCommand(id);
      return host.commands.has(id);
    },
    listCommands: () => [...host.commands.values()],
  };
  app.plugins = {
    plugins: {},
    enabledPlugins: new Set(),
    getPlugin: (id: string) => app.plugins.plugins[id] ?? null,
    manifests: {},
  };
  app.internalPlugins = { plugins: {}, getPluginById: () => null, getEnabledPluginById: () => null };
  app.viewRegistry = { getViewCreatorByType: (t: string) => host.views.get(t) };
  app.appId = 'host';
  Object.assign(window, {
    app,
    moment,
    CodeMirror: { defineMode() {}, defineMIME() {}, getMode: () => ({}), modes: {} },
  }); // CM5 shim the app still has
  app.metadataCache.watch__();
  for (const [k, v] of Object.entries(opts.localStorage ?? {})) app.saveLocalStorage(k, v);
  await app.vault.scan__();
  if (!opts.lateCache) await app.metadataCache.idle__();
}
function layoutReady(): void {
  host.app.workspace.setLayoutReady__();
}
async function loadPlugin(p: { manifest: any; main: string; styles: string; userEnable?: boolean }): Promise<void> {
  const module = { exports: {} as any };
  const require = (id: string): unknown => {
    if (id in modules) return modules[id];
    throw new Error(`Cannot find module '${id}'`);
  };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  new Function('require', 'module', 'exports', `${p.main}\n//# sourceURL=plugin:${p.manifest.id}/main.js`)(
    require,
    module,
    module.exports,
  );
  const Cls = module.exports.default ?? module.exports;
  const plugin = new Cls(host.app, { dir: `.obsidian/plugins/${p.manifest.id}`, ...p.manifest });
  const style = document.head.createEl('style', { text: p.styles, attr: { 'data-plugin': p.manifest.id } });
  plugin.register(() => {
    style.remove();
  });
  host.plugins.set(p.manifest.id, plugin);
  host.app.plugins.plugins[p.manifest.id] = plugin;
  host.app.plugins.enabledPlugins.add(p.manifest.id);
  await plugin.load();
  if (p.userEnable) plugin.onUserEnable?.(); // the user switched it on just now, rather than the app starting with it on
}
async function unloadPlugin(id: string): Promise<void> {
  host.plugins.get(id).unload();
  host.plugins.delete(id);
  delete host.app.plugins.plugins[id];
  host.app.plugins.enabledPlugins.delete(id);
}
async function runCommand(id: string): Promise<boolean> {
  const c = host.commands.get(id);
  if (!c) throw new Error(`no command ${id}`);
  const view = host.app.workspace.getActiveViewOfType(obsidian.MarkdownView);
  if (c.editorCheckCallback) {
    if (!view || !c.editorCheckCallback(true, view.editor, view)) return false;
    await c.editorCheckCallback(false, view.editor, view);
    return true;
  }
  if (c.editorCallback) {
    if (!view) return false;
    await c.editorCallback(view.editor, view);
    return true;
  }
  if (c.checkCallback) {
    if (!c.checkCallback(true)) return false;
    await c.checkCallback(false);
    return true;
  }
  await c.callback?.();
  return true;
}
async function openFile(path: string, mode: 'preview' | 'source' | 'live' = 'preview'): Promise<void> {
  await host.app.workspace.getLeaf().openFile(host.app.vault.getFileByPath(path), {
    state: { mode: mode === 'preview' ? 'preview' : 'source', source: mode === 'source' },
  });
}
function openSettings(id: string): void {
  const m = new obsidian.Modal(host.app) as any;
  m.open();
  for (const t of host.plugins.get(id).settingTabs__) {
    m.contentEl.appendChild(t.containerEl);
    t.update();
    t.renderTab__();
  }
}
const cli = async (cmd: string, params: Record<string, string> = {}): Promise<string> => {
  const found = host.cli.get(cmd);
  if (!found) throw new Error(`no CLI command ${cmd}`);
  return String(await found.handler(params));
};
const page: PageHost & { state: unknown; layoutReady(): void } = {
  state: host,
  get app() {
    return host.app;
  },
  start,
  layoutReady,
  loadPlugin,
  unloadPlugin,
  command: runCommand,
  commands: () => [...host.commands.keys()],
  cli,
  open: openFile,
  openSettings: async (id) => {
    openSettings(id);
  },
  openBases: async (type, options) => {
    openBases(type, document.querySelector<HTMLElement>('.workspace-tabs')!.createDiv(), options);
  },
  externalChange: (p) => host.app.vault.externalChange__(p),
  settleCache: async () => undefined,
  busy: () => host.app.vault.ops__ + host.app.metadataCache.pending__,
  idle: async () => {
    do await tick();
    while (page.busy() > 0);
  },
  notices: () => [...document.querySelectorAll('.notice')].map((n) => n.textContent ?? ''),
  leftovers: () => ({
    commands: [...host.commands.keys()],
    codeBlocks: [...host.codeBlocks.keys()],
    postProcessors: host.postProcessors.length,
    views: [...host.views.keys()],
    editorExtensions: host.editorExtensions.length,
    basesViews: [...host.basesViews.keys()],
    cli: [...host.cli.keys()],
    protocolHandlers: [],
    elements: [
      ...document.querySelectorAll(
        'style[data-plugin], .side-dock-ribbon-action, .status-bar-item, .modal-container, .notice, .menu',
      ),
    ].map((e) => e.className || e.tagName),
    listeners: 0,
  }),
  setVisible: (visible) => {
    Object.defineProperty(document, 'hidden', { value: !visible, configurable: true });
    Object.defineProperty(document, 'visibilityState', { value: visible ? 'visible' : 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  },
};
Object.assign(window, { __host: page });
