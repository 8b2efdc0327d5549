import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { toAscii } from '../../../scripts/ascii.mjs';
import { shippedTexts } from '../../../scripts/texts-plugin.mjs';
import type { HostBuild } from '../node/build';
import { projectRoot } from '../node/project';

const PACKED = /\{"mixed":"[\w+/=]*","bytes":\d+,"crc32":\d+,"first":\{"bytes":\d+,"crc32":\d+\}\}/;

/**
 * The build with a twin of the plugin: the same code, but its texts in plain, as a build for development has the handbook's. Hundreds
 * of vaults ask for them, and unpacking them takes a second each time.
 */
export async function withPlainNotes(build: HostBuild): Promise<HostBuild> {
  if (build.pluginError !== null) return build;
  const plugin = path.join(build.dir, 'plain');
  await cp(build.plugin, plugin, { recursive: true });
  const main = path.join(plugin, 'main.js');
  const [content, i18n] = ['src/content', 'src/i18n'].map((name) => path.join(projectRoot(), name));
  const texts = JSON.stringify(await shippedTexts(content ?? '', i18n));
  const [before, after, ...more] = (await readFile(main, 'utf8')).split(PACKED);
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error('The texts lie in main.js in another way than plain-notes.ts knows.');
  await writeFile(main, before + toAscii(texts) + after);
  return { ...build, plugin };
}
