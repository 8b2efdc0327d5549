import type { PluginFiles } from './build';

/**
 * A plugin's code as a script that leaves it in the page, for `plugin/loader.ts` to run. An engine keeps what it has compiled
 * of a script, so that the next vault need not compile it again. By the name of the source the clock knows the plugin's timers.
 */
export function pluginScript({ manifest, main }: PluginFiles): string {
  return `window.__pluginCode = function (require, module, exports) {${main}\n}\n//# sourceURL=plugin:${manifest.id}/main.js`;
}
