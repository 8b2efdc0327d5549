// Builds the plugin: one CommonJS file that Obsidian loads, deterministic, so that anyone can rebuild a release.
import { context, build } from 'esbuild';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { packPlugin } from './pack-plugin.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

function options(outdir, minify) {
  return {
    absWorkingDir: root,
    entryPoints: { main: 'src/main.ts' },
    outdir,
    bundle: true,
    format: 'cjs',
    platform: 'browser',
    target: 'es2022',
    external: ['obsidian', 'electron', '@codemirror/*', '@lezer/*'], // the app brings these
    minify,
    sourcemap: minify ? false : 'inline',
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
    plugins: [packPlugin(path.join(root, 'src/content'))],
  };
}

async function copyRest(outdir) {
  if (outdir === root) return;
  await mkdir(outdir, { recursive: true });
  for (const file of ['manifest.json', 'styles.css']) await copyFile(path.join(root, file), path.join(outdir, file));
}

/**
 * Builds once.
 * @param {{outdir?: string, minify?: boolean, metafile?: string}} [how] `outdir` defaults to the project's root.
 * @returns the metafile, for the size report
 */
export async function buildPlugin({ outdir = root, minify = true, metafile } = {}) {
  const result = await build(options(outdir, minify));
  await copyRest(outdir);
  if (metafile) await writeFile(metafile, JSON.stringify(result.metafile));
  return result.metafile;
}

/** Builds again on every change, into a plugin folder of a vault. */
export async function watchPlugin(outdir) {
  const watching = await context(options(outdir, false));
  await copyRest(outdir);
  await watching.watch();
}
