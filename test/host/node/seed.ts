import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pluginFiles, type PluginFiles } from './build';
import type { HostOptions } from './options';

export interface Seeded {
  readonly dir: string;
  readonly plugin: PluginFiles | null;
  /** Removes a folder that was made for this host. */
  remove(): Promise<void>;
}

/** Makes the vault's folder ready: the files, and the plugin's settings where they are given. */
export async function seedVault(options: HostOptions): Promise<Seeded> {
  const temporary = options.dir === undefined;
  const dir = options.dir ?? (await mkdtemp(path.join(os.tmpdir(), 'vault-')));
  const write = async (name: string, text: string): Promise<void> => {
    const file = path.join(dir, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  };
  const entries = Object.entries(options.files ?? {});
  for (let i = 0; i < entries.length; i += 200) {
    await Promise.all(entries.slice(i, i + 200).map(([name, text]) => write(name, text)));
  }
  const which = options.plugin ?? false;
  const plugin = which === false ? null : await pluginFiles(which);
  if (plugin !== null && options.data !== undefined) {
    const text = typeof options.data === 'string' ? options.data : JSON.stringify(options.data, null, 2);
    await write(`.obsidian/plugins/${plugin.manifest.id}/data.json`, text);
  }
  return {
    dir,
    plugin,
    remove: async () => {
      if (temporary) await rm(dir, { recursive: true, force: true });
    },
  };
}
