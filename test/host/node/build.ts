// Builds the host bundle (what stands for the app in the page) and the plugin, once, into a folder outside the project.
import { existsSync, rmSync } from 'node:fs';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin as EsbuildPlugin } from 'esbuild';
import { notices } from '../../../scripts/notices.mjs';
import { projectRoot } from './project';

export interface HostBuild {
  /** Folder holding `host.js`, `app.css`, its fonts and `plugin/` (the plugin's `main.js`, `manifest.json`, `styles.css`). */
  readonly dir: string;
  /** Folder of what `plugin: true` loads: `plugin/`, or in tests its twin that has the handbook's notes in plain. */
  readonly plugin: string;
  /** Why the plugin could not be built; the host itself works all the same. */
  readonly pluginError: string | null;
}

/** obsidian-test-mocks throws when a member that was never set is read; the app answers undefined. */
const lenientMocks: EsbuildPlugin = {
  name: 'lenient-mocks',
  setup(b) {
    b.onLoad({ filter: /obsidian-test-mocks.*strict-proxy\.mjs$/ }, () => ({
      contents: 'export const strictProxy = (value) => value; export const bypassStrictProxy = (value) => value;',
      loader: 'js',
    }));
  },
};

/**
 * Every vault evaluates the bundle anew, and as they are, Lucide's 1,700 icons are the dearest thing in it. So each is a
 * text that is parsed where the icon is drawn (`ui/icons.ts`).
 */
const iconsAsTexts: EsbuildPlugin = {
  name: 'icons-as-texts',
  setup(b) {
    b.onLoad({ filter: /lucide-static[\\/]icon-nodes\.json$/ }, async ({ path: file }) => {
      const icons = Object.entries(JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>);
      return {
        contents: JSON.stringify(Object.fromEntries(icons.map(([name, nodes]) => [name, JSON.stringify(nodes)]))),
        loader: 'json',
      };
    });
  },
};

/** Of entities, Markdown needs the names alone; they are a text that is made into numbers, one by one, for each vault anew. */
const entitiesFast: EsbuildPlugin = {
  name: 'entities-fast',
  setup(b) {
    b.onResolve({ filter: /^entities$/ }, ({ resolveDir }) =>
      b.resolve('entities/lib/decode.js', { resolveDir, kind: 'import-statement' }),
    );
    b.onLoad({ filter: /entities[\\/].*decode-data-\w+\.js$/ }, async ({ path: file }) => ({
      contents: (await readFile(file, 'utf8')).replace(
        /new Uint16Array\(\s*(\/\/[^\n]*\n)?\s*("[^]*")\s*\.split\(""\)\s*\.map\([^]*?\)\)(?=;)/,
        '((text) => { const all = new Uint16Array(text.length); for (let i = 0; i < all.length; i++) all[i] = text.charCodeAt(i); return all; })($2)',
      ),
      loader: 'js',
    }));
  },
};

async function bundleHost(outdir: string): Promise<void> {
  const host = path.join(projectRoot(), 'test/host');
  const { metafile } = await build({
    entryPoints: {
      host: path.join(host, 'boot.ts'),
      clock: path.join(host, 'clock-entry.ts'),
      app: path.join(host, 'app.css'),
    },
    bundle: true,
    format: 'iife',
    outdir,
    loader: { '.woff2': 'file' },
    assetNames: '[name]',
    target: 'es2022',
    legalComments: 'none',
    metafile: true,
    logLevel: 'error',
    alias: {
      obsidian: path.join(host, 'obsidian.ts'),
      '@codemirror/lang-html': path.join(host, 'editor/no-html.ts'),
    },
    define: { 'process.env.NODE_ENV': '"test"' },
    plugins: [lenientMocks, iconsAsTexts, entitiesFast],
  });
  await writeFile(path.join(outdir, 'licences.txt'), await notices(metafile, projectRoot())); // for whoever passes it on
}

interface BuildModule {
  buildPlugin(options: { outdir: string; minify?: boolean }): Promise<unknown>;
}

async function bundlePlugin(outdir: string): Promise<void> {
  const script = path.join(projectRoot(), 'scripts/build.mjs');
  if (!existsSync(script)) throw new Error('scripts/build.mjs is missing');
  const { buildPlugin } = (await import(/* @vite-ignore */ pathToFileURL(script).href)) as BuildModule;
  await buildPlugin({ outdir, minify: true });
}

/** Builds everything a host needs. The plugin's own build function is used: what is tested is what ships. */
export async function buildAll(dir: string): Promise<HostBuild> {
  let pluginError: string | null = null;
  await Promise.all([
    bundleHost(dir),
    bundlePlugin(path.join(dir, 'plugin')).catch((e: unknown) => {
      pluginError = e instanceof Error ? e.message : String(e);
    }),
  ]);
  return { dir, plugin: path.join(dir, 'plugin'), pluginError };
}

let current: Promise<HostBuild> | null = null;

/** Tests get the build of their run (see `vitest/global-setup.ts`); a plain script builds once for itself. */
export function useBuild(build: HostBuild): void {
  current = Promise.resolve(build);
}

export function currentBuild(): Promise<HostBuild> {
  current ??= (async () => {
    const dir = await mkdtemp(path.join(os.tmpdir(), 'research-handbook-host-'));
    process.once('exit', () => {
      rmSync(dir, { recursive: true, force: true });
    });
    return buildAll(dir);
  })();
  return current;
}

export interface PluginFiles {
  readonly manifest: { readonly id: string; readonly name: string; readonly version: string };
  readonly main: string;
  readonly styles: string;
}

/** The project's own build, which does not change while it is tested. */
let own: Promise<PluginFiles> | null = null;

/** A built plugin: the project's own (`true`), or any folder holding `main.js` and `manifest.json`. */
export async function pluginFiles(which: true | string): Promise<PluginFiles> {
  if (which !== true) return readPlugin(which);
  const built = await currentBuild();
  if (built.pluginError !== null) throw new Error(`The plugin does not build: ${built.pluginError}`);
  own ??= readPlugin(built.plugin, projectRoot());
  return own;
}

/** Reads the files of a folder; what it does not hold, of another. */
async function readPlugin(...folders: readonly string[]): Promise<PluginFiles> {
  const read = async (name: string, fallback?: string): Promise<string> => {
    for (const at of folders) {
      const text = await readFile(path.join(at, name), 'utf8').catch(() => null);
      if (text !== null) return text;
    }
    if (fallback === undefined) throw new Error(`${name} is missing in ${folders.join(' and ')}`);
    return fallback;
  };
  return {
    manifest: JSON.parse(await read('manifest.json')) as PluginFiles['manifest'],
    main: await read('main.js'),
    styles: await read('styles.css', ''),
  };
}
