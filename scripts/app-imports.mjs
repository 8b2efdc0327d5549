// The app's modules, asked for once. esbuild has each module of ours ask anew, and say `obsidian.Notice` wherever it means `Notice`.
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';

const APP = /^(?:obsidian|@codemirror\/|@lezer\/)/;
const IMPORT = /^import \{([^}]*)\} from '([^']+)';/gm;

/** What some modules import from the app, by module. Types are none of it. */
export function importedFromApp(sources) {
  const names = new Map();
  for (const [, list, module] of sources.flatMap((source) => [...source.matchAll(IMPORT)])) {
    if (!APP.test(module)) continue;
    const values = list.split(',').map((one) => one.trim().split(' as ')[0]);
    const known = names.get(module) ?? new Set();
    for (const name of values) if (name !== '' && !name.startsWith('type ')) known.add(name);
    names.set(module, known);
  }
  return names;
}

/**
 * The esbuild plugin.
 * @param {string} dir src
 */
export const appImports = (dir) => ({
  name: 'app-imports',
  async setup(build) {
    const files = (await readdir(dir, { recursive: true })).filter((file) => file.endsWith('.ts')).sort();
    const names = importedFromApp(await Promise.all(files.map((file) => readFile(path.join(dir, file), 'utf8'))));
    build.onResolve({ filter: APP }, ({ path: module, kind }) => {
      if (kind === 'require-call' || (names.get(module)?.size ?? 0) === 0) return { path: module, external: true };
      return { path: module, namespace: 'app' };
    });
    build.onLoad({ filter: /.*/, namespace: 'app' }, ({ path: module }) => ({
      contents: `export const { ${[...(names.get(module) ?? [])].sort().join(', ')} } = require('${module}');`,
    }));
  },
});
