// Builds the plugin: one CommonJS file that Obsidian loads, deterministic, so that anyone can rebuild a release.
import { context, build } from 'esbuild';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { appImports } from './app-imports.mjs';
import { toAscii } from './ascii.mjs';
import { lateSets } from './late-sets.mjs';
import { leanLuxon } from './lean-luxon.mjs';
import { notices } from './notices.mjs';
import { plainExport } from './plain-export.mjs';
import { joinStyles, styleFiles } from './styles.mjs';
import { textsPlugin } from './texts-plugin.mjs';
import { tighten } from './tighten.mjs';
import { wordingPlugin } from './wording-plugin.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** What esbuild made, in ways of our own where those are better for what main.js is. */
const plainly = (code) => lateSets(plainExport(code));

/** What stands for the texts in the code until they are put in. */
export const TEXTS = 'SHIPPED_TEXTS';

/** Has something else for the texts: nothing, to weigh the code alone. */
const noTexts = (instead = '{"start":"","notes":""}') => ({
  name: 'no-texts',
  setup(build) {
    build.onResolve({ filter: /^virtual:/ }, (args) => ({ path: args.path, namespace: 'no-texts' }));
    build.onLoad({ filter: /.*/, namespace: 'no-texts' }, () => ({
      contents: `export default ${instead};`,
      loader: 'js',
    }));
  },
});

/** Writes a file, unless it holds that text already; answers whether it was written. */
async function writeChanged(file, text) {
  if ((await readFile(file, 'utf8').catch(() => null)) === text) return false;
  await writeFile(file, text);
  return true;
}

/**
 * Writes the plugin's three files after each build: main.js with the licences of what is in it, the manifest, the style
 * sheet. What has not changed is left alone; `written` is told the names of the others.
 */
function writeFiles(outdir, minify, texts, written = () => undefined) {
  return {
    name: 'write-files',
    setup(build) {
      build.onEnd(async ({ metafile, outputFiles = [], errors }) => {
        const main = outputFiles.find((file) => file.path.endsWith('.js'));
        if (errors.length > 0 || main === undefined) return;
        await mkdir(outdir, { recursive: true });
        // Unminified, it keeps to its source map.
        const code = toAscii(minify ? texts.putInto(await tighten(plainly(main.text), TEXTS)) : main.text);
        const files = {
          'main.js': code + (await notices(metafile, root)),
          'styles.css': await joinStyles(),
          'manifest.json': await readFile(path.join(root, 'manifest.json'), 'utf8'),
        };
        const names = [];
        for (const [name, text] of Object.entries(files)) {
          if (await writeChanged(path.join(outdir, name), text)) names.push(name);
        }
        written(names);
      });
    },
  };
}

/**
 * The texts, which are put into the code once it is as short as it gets: what Terser made of it, which took it seconds, serves for
 * every handbook then.
 */
class LateTexts {
  json = '';

  /** @param {string} json */
  take(json) {
    this.json = json;
    return TEXTS;
  }

  putInto(code) {
    const [before, after, ...more] = code.split(TEXTS);
    if (this.json === '') return code;
    if (after === undefined || more.length > 0) throw new Error('The texts have no one place in the code.');
    return `${before}(${this.json})${after}`;
  }
}

/** Has a watching build begin anew at what the code does not import, too. */
const watchRest = {
  name: 'watch-rest',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/]main\.ts$/ }, async ({ path: file }) => ({
      contents: await readFile(file, 'utf8'),
      loader: 'ts',
      watchFiles: [...styleFiles(), path.join(root, 'manifest.json')],
    }));
  },
};

function options(outdir, { minify, texts, content = path.join(root, 'src/content') }, written) {
  const late = new LateTexts();
  const later = minify ? (json) => late.take(json) : undefined;
  const i18nDir = minify ? path.join(root, 'src/i18n') : undefined;
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
    ...(minify ? { minifySyntax: true, minifyWhitespace: true } : {}), // names are Terser's
    sourcemap: minify ? false : 'inline',
    legalComments: 'none', // `notices` has the licences whole
    write: false,
    metafile: true,
    logLevel: 'warning',
    plugins: [
      ...(minify ? [appImports(path.join(root, 'src')), wordingPlugin(), leanLuxon] : []),
      texts ? textsPlugin(content, { plain: texts === 'plain', i18nDir, later }) : noTexts(),
      writeFiles(outdir, minify, late, written),
    ],
  };
}

/**
 * Builds once.
 * @param {{outdir?: string, minify?: boolean, texts?: boolean | 'plain', content?: string}} [how] `outdir` defaults to the
 *   project's root; `texts: false` leaves out the handbook and the interface's texts, `'plain'` leaves them unpacked, which saves the seconds
 *   that packing and unpacking take each; `content` takes the handbook from another folder than src/content
 * @returns the metafile, for the size report
 */
export async function buildPlugin({ outdir = root, minify = true, texts = true, content } = {}) {
  const result = await build(options(outdir, { minify, texts, content }));
  return result.metafile;
}

/** The code of main.js as esbuild makes it, with a name for the texts, before `tighten`. */
export async function loosePlugin() {
  const how = options(root, { minify: true, texts: false });
  const plugins = how.plugins.filter(({ name }) => !['write-files', 'no-texts'].includes(name));
  const result = await build({ ...how, plugins: [...plugins, noTexts(TEXTS)] });
  return plainly(result.outputFiles.find(({ path: file }) => file.endsWith('.js')).text);
}

/** Says of each build when it was and what came of it, in one line. What is wrong with one, esbuild says itself. */
function report(say) {
  let began = 0;
  let names = [];
  return {
    written: (written) => (names = written),
    plugin: {
      name: 'report',
      setup(build) {
        build.onStart(() => {
          began = performance.now();
          names = [];
        });
        build.onEnd(({ errors }) => {
          const at = new Date().toLocaleTimeString('en-GB');
          const took = `${String(Math.round(performance.now() - began))} ms`;
          if (errors.length > 0) say(`${at} not built; waiting for the next change`);
          else say(`${at} built in ${took}: ${names.length > 0 ? names.join(', ') : 'nothing changed'}`);
        });
      },
    },
  };
}

/**
 * Builds again on every change of code, styles, manifest or handbook, into a plugin folder of a vault. A file `.hotreload`
 * there asks the Hot-Reload plugin to load the plugin anew whenever main.js or styles.css changes.
 */
export async function watchPlugin(outdir, say = console.log) {
  await mkdir(outdir, { recursive: true });
  await writeFile(path.join(outdir, '.hotreload'), '');
  const { written, plugin } = report(say);
  const how = options(outdir, { minify: false, texts: 'plain' }, written);
  const watching = await context({ ...how, plugins: [watchRest, ...how.plugins, plugin] });
  await watching.watch();
}
