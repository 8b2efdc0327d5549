// Builds the plugin: one CommonJS file that Obsidian loads, deterministic, so that anyone can rebuild a release.
import { context, build } from 'esbuild';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { toAscii } from './ascii.mjs';
import { notices } from './notices.mjs';
import { packPlugin } from './pack-plugin.mjs';
import { joinStyles } from './styles.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Leaves the handbook out, to weigh the code alone. */
const noPacks = {
  name: 'no-packs',
  setup(build) {
    build.onResolve({ filter: /^virtual:/ }, (args) => ({ path: args.path, namespace: 'no-packs' }));
    build.onLoad({ filter: /.*/, namespace: 'no-packs' }, () => ({ contents: '{}', loader: 'json' }));
  },
};

/** Writes the plugin's three files after each build: main.js with the licences of what is in it, the manifest, the style sheet. */
function writeFiles(outdir) {
  return {
    name: 'write-files',
    setup(build) {
      build.onEnd(async ({ metafile, outputFiles = [], errors }) => {
        const main = outputFiles.find((file) => file.path.endsWith('.js'));
        if (errors.length > 0 || main === undefined) return;
        await mkdir(outdir, { recursive: true });
        await writeFile(path.join(outdir, 'main.js'), toAscii(main.text) + (await notices(metafile, root)));
        await writeFile(path.join(outdir, 'styles.css'), await joinStyles());
        if (outdir !== root) await copyFile(path.join(root, 'manifest.json'), path.join(outdir, 'manifest.json'));
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
    charset: 'ascii', // with `toAscii`: one byte a character
    minify,
    sourcemap: minify ? false : 'inline',
    legalComments: 'none', // `notices` has the licences whole
    write: false,
    metafile: true,
    logLevel: 'warning',
    plugins: [packs ? packPlugin(content) : noPacks, writeFiles(outdir)],
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
