import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { toAscii } from '../../../scripts/ascii.mjs';
import { handbookNotes } from '../../../scripts/pack-plugin.mjs';
import type { HostBuild } from '../node/build';
import { projectRoot } from '../node/project';

const PACKED = /\{"mixed":"[\w+/=]*","bytes":\d+,"crc32":\d+\}/;

/**
 * The build with a twin of the plugin: the same code, but the handbook's notes in plain, as a build for development has them.
 * Hundreds of vaults ask for them, and unpacking them takes a second each time.
 */
export async function withPlainNotes(build: HostBuild): Promise<HostBuild> {
  if (build.pluginError !== null) return build;
  const plugin = path.join(build.dir, 'plain');
  await cp(build.plugin, plugin, { recursive: true });
  const main = path.join(plugin, 'main.js');
  const notes = JSON.stringify(await handbookNotes(path.join(projectRoot(), 'src/content')));
  const [before, after, ...more] = (await readFile(main, 'utf8')).split(PACKED);
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error('The handbook lies in main.js in another way than plain-notes.ts knows.');
  await writeFile(main, before + toAscii(notes) + after);
  return { ...build, plugin };
}
