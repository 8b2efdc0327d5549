import { normalizePath, type Plugin } from 'obsidian';
import type { SettingsFile } from '../settings/store';

/** `data.json` of the plugin. */
export function settingsFile(plugin: Plugin): SettingsFile {
  const folder = plugin.manifest.dir ?? `${plugin.app.vault.configDir}/plugins/${plugin.manifest.id}`;
  const path = normalizePath(`${folder}/data.json`);
  const { adapter } = plugin.app.vault;

  async function text(at: string): Promise<string | null> {
    return (await adapter.exists(at)) ? adapter.read(at) : null;
  }

  return {
    async load() {
      const data = (await plugin.loadData()) as unknown;
      // The app may answer null for a file that is no JSON as for one that is not there.
      if (data === null && ((await text(path)) ?? '').trim() !== '') throw new SyntaxError(`${path} is no JSON`);
      return data;
    },

    save: (data) => plugin.saveData(data),

    async keepCopy() {
      const damaged = await text(path);
      if (damaged === null || damaged.trim() === '') return null;
      for (let number = 1; ; number++) {
        const copy = normalizePath(`${folder}/data-unreadable-${String(number)}.json`);
        const there = await text(copy);
        if (there === damaged) return copy; // kept before
        if (there !== null) continue;
        await adapter.write(copy, damaged);
        return copy;
      }
    },
  };
}
