// Makes the handbook packs importable: `virtual:handbook-packs` is every pack folder of src/content as data.
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';

const NAME = 'virtual:handbook-packs';

/** Reads the packs: per language the text of `pack.yaml` and the text of every Markdown note by its path. */
export async function readPacks(contentDir) {
  const packs = {};
  const languages = await readdir(contentDir, { withFileTypes: true });
  for (const language of languages
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()) {
    const dir = path.join(contentDir, language);
    const notes = {};
    const files = await readdir(dir, { recursive: true });
    for (const file of files.map((name) => name.split(path.sep).join('/')).sort()) {
      if (file.endsWith('.md')) notes[file] = await readFile(path.join(dir, file), 'utf8');
    }
    const manifest = await readFile(path.join(dir, 'pack.yaml'), 'utf8').catch(() => null);
    if (manifest !== null) packs[language] = { manifest, notes };
  }
  return packs;
}

/** The esbuild plugin. */
export function packPlugin(contentDir) {
  return {
    name: 'handbook-packs',
    setup(build) {
      build.onResolve({ filter: /^virtual:handbook-packs$/ }, () => ({ path: NAME, namespace: 'packs' }));
      build.onLoad({ filter: /.*/, namespace: 'packs' }, async () => ({
        contents: JSON.stringify(await readPacks(contentDir)),
        loader: 'json',
        watchDirs: [contentDir],
      }));
    },
  };
}
