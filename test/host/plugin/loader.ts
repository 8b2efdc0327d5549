// Loads a built plugin as the app does: its `main.js` is CommonJS and asks for the app's own modules by name.
import * as cmAutocomplete from '@codemirror/autocomplete';
import * as cmCommands from '@codemirror/commands';
import * as cmLanguage from '@codemirror/language';
import * as cmState from '@codemirror/state';
import * as cmView from '@codemirror/view';
import * as lezerCommon from '@lezer/common';
import * as lezerHighlight from '@lezer/highlight';
import { lineClassNodeProp, tokenClassNodeProp } from '../editor/fields';
import * as obsidian from '../obsidian';
import type { LoadOptions } from '../page-api';
import { registries, theApp } from '../registries';
import type { Manifest, Plugin } from './plugin';

const modules: Record<string, unknown> = {
  obsidian,
  '@codemirror/autocomplete': cmAutocomplete,
  '@codemirror/commands': cmCommands,
  '@codemirror/language': { ...cmLanguage, tokenClassNodeProp, lineClassNodeProp },
  '@codemirror/state': cmState,
  '@codemirror/view': cmView,
  '@lezer/common': lezerCommon,
  '@lezer/highlight': lezerHighlight,
};

type PluginClass = new (app: unknown, manifest: Manifest) => Plugin;

function evaluate(id: string): PluginClass {
  const module = { exports: {} as { default?: PluginClass } };
  const require = (name: string): unknown => {
    if (name in modules) return modules[name];
    throw new Error(`Cannot find module '${name}'`); // what the phone app says of Node's modules
  };
  window.__pluginCode?.(require, module, module.exports);
  delete window.__pluginCode;
  const exported = module.exports.default ?? (module.exports as unknown);
  if (typeof exported !== 'function') throw new Error(`${id}: main.js exports no plugin class`);
  return exported as PluginClass;
}

export async function loadPlugin({ manifest, styles, userEnable }: LoadOptions): Promise<void> {
  const app = theApp();
  const PluginClass = evaluate(manifest.id);
  const plugin = new PluginClass(app, { ...manifest, dir: `.obsidian/plugins/${manifest.id}` });
  const style = document.head.createEl('style', { text: styles, attr: { 'data-plugin': manifest.id } });
  plugin.register(() => {
    style.remove();
  });
  registries.plugins.set(manifest.id, plugin);
  app.plugins.plugins[manifest.id] = plugin;
  app.plugins.manifests[manifest.id] = plugin.manifest;
  app.plugins.enabledPlugins.add(manifest.id);
  await plugin.load();
  if (userEnable) plugin.onUserEnable();
}

export function unloadPlugin(id: string): void {
  const app = theApp();
  registries.plugins.get(id)?.unload();
  registries.plugins.delete(id);
  delete app.plugins.plugins[id];
  app.plugins.enabledPlugins.delete(id);
}

/** `data.json` changed on disk: the app tells the plugin, where it wants to know. */
export async function settingsChanged(path: string): Promise<void> {
  const id = /^\.obsidian\/plugins\/([^/]+)\/data\.json$/.exec(path)?.[1];
  if (id !== undefined) await registries.plugins.get(id)?.onExternalSettingsChange?.();
}
