// Makes the handbook packs importable: `virtual:handbook-packs` is every pack folder of src/content, as JSON text
// (text, so that starting the app does not parse what only a command needs).
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';

const NAME = 'virtual:handbook-packs';

/**
 * Reads the packs: per language the text of `pack.yaml`, of every Markdown note by its path, and of `history.json`
 * (earlier versions, made by scripts/pack-history.mjs), where there is one.
 */
export async function readPacks(contentDir) {
  const packs = {};
  const languages = await readdir(contentDir, { withFileTypes: true });
  for (const language of languages
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()) {
    const pack = await readPack(path.join(contentDir, language));
    if (pack !== null) packs[language] = pack;
  }
  return packs;
}

/** One pack folder; null where it has no `pack.yaml`. */
export async function readPack(dir) {
  const optional = (name) => readFile(path.join(dir, name), 'utf8').catch(() => null);
  const manifest = await optional('pack.yaml');
  if (manifest === null) return null;
  const notes = {};
  const files = await readdir(dir, { recursive: true });
  for (const file of files.map((name) => name.split(path.sep).join('/')).sort()) {
    // As shipped, whatever line endings a checkout has.
    if (file.endsWith('.md')) notes[file] = (await readFile(path.join(dir, file), 'utf8')).replaceAll('\r\n', '\n');
  }
  const history = await optional('history.json');
  return { manifest, notes, ...(history === null ? {} : { history }) };
}

/** The esbuild plugin. */
export function packPlugin(contentDir) {
  return {
    name: 'handbook-packs',
    setup(build) {
      build.onResolve({ filter: /^virtual:handbook-packs$/ }, () => ({ path: NAME, namespace: 'packs' }));
      build.onLoad({ filter: /.*/, namespace: 'packs' }, async () => ({
        contents: JSON.stringify(await readPacks(contentDir)),
        loader: 'text',
        watchDirs: [contentDir],
      }));
    },
  };
}

/** The same for Vite, and so for tests that import the plugin's sources. */
export function packVitePlugin(contentDir) {
  return {
    name: 'handbook-packs',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load: async (id) =>
      id === `\0${NAME}` ? `export default ${JSON.stringify(JSON.stringify(await readPacks(contentDir)))};` : undefined,
  };
}
