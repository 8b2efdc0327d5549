// Builds the plugin: one CommonJS file that Obsidian loads, deterministic, so that anyone can rebuild a release.
import { context, build } from 'esbuild';
import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { packPlugin } from './pack-plugin.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Leaves the handbook out, to weigh the code alone. */
const noPacks = {
  name: 'no-packs',
  setup(build) {
    build.onResolve({ filter: /^virtual:/ }, (args) => ({ path: args.path, namespace: 'no-packs' }));
    build.onLoad({ filter: /.*/, namespace: 'no-packs' }, () => ({ contents: '{}', loader: 'json' }));
  },
};

/** Puts the files that are not bundled beside main.js, after each build. */
function copyRest(outdir) {
  return {
    name: 'copy-rest',
    setup(build) {
      build.onEnd(async () => {
        if (outdir === root) return;
        await mkdir(outdir, { recursive: true });
        for (const file of ['manifest.json', 'styles.css']) {
          await copyFile(path.join(root, file), path.join(outdir, file));
        }
      });
    },
  };
}

function options(outdir, { minify, packs, content = path.join(root, 'src/content') }) {
  return {
    absWorkingDir: root,
    entryPoints: { main: 'src/main.ts' },
    outdir,
    bundle: true,
    format: 'cjs',
    platform: 'browser',
    target: 'es2022',
    external: ['obsidian', 'electron', '@codemirror/*', '@lezer/*'], // the app brings these
    charset: 'utf8', // the Chinese handbook would be three times as long in escapes
    minify,
    sourcemap: minify ? false : 'inline',
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
    plugins: [packs ? packPlugin(content) : noPacks, copyRest(outdir)],
  };
}

/**
 * Builds once.
 * @param {{outdir?: string, minify?: boolean, packs?: boolean, content?: string}} [how] `outdir` defaults to the
 *   project's root; `packs: false` leaves the handbook out; `content` takes it from another folder than src/content
 * @returns the metafile, for the size report
 */
export async function buildPlugin({ outdir = root, minify = true, packs = true, content } = {}) {
  const result = await build(options(outdir, { minify, packs, content }));
  return result.metafile;
}

/** Builds again on every change, into a plugin folder of a vault. */
export async function watchPlugin(outdir) {
  const watching = await context(options(outdir, { minify: false, packs: true }));
  await watching.watch();
}
