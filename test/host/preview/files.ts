// The files of the preview: the app's host, the plugin, and the page around them. They lie in one folder and name one another by
// relative addresses, so that a server can hand them out and a browser can open them from the disk.
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { pluginFiles } from '../node/build';
import { pluginScript } from '../node/plugin-script';
import { projectRoot } from '../node/project';

export interface PreviewPage {
  /** The vault's folder as it is told to the reader; null: the vault is in the memory of the page. */
  readonly folder: string | null;
  readonly name: string;
  /** Notes that are in the vault at the beginning. */
  readonly files?: Readonly<Record<string, string>>;
}

/** Builds the page's own parts beside a build of host and plugin (`buildAll`). */
export async function writePreviewParts(dir: string): Promise<void> {
  const page = path.join(projectRoot(), 'test/host/preview/page');
  await build({
    entryPoints: { preview: path.join(page, 'index.ts'), 'preview-styles': path.join(page, 'preview.css') },
    bundle: true,
    minify: true,
    format: 'iife',
    outdir: dir,
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'error',
  });
  await writeFile(path.join(dir, 'plugin.js'), pluginScript(await pluginFiles(path.join(dir, 'plugin'))));
}

/** What may be loaded: the page's own, from where it lies. */
export const POLICY =
  "default-src 'none'; script-src 'self' file: 'unsafe-inline'; style-src 'self' file: 'unsafe-inline'; " +
  "img-src 'self' file: data: blob:; font-src 'self' file: data:; connect-src 'self'; frame-src 'self'";

/** The page itself. @param dir - folder of the parts */
export async function previewPage(dir: string, { folder, name, files = {} }: PreviewPage): Promise<string> {
  const { manifest, styles } = await pluginFiles(path.join(dir, 'plugin'));
  const appId = `preview-${createHash('sha1')
    .update(folder ?? '')
    .digest('hex')
    .slice(0, 8)}`;
  const told = JSON.stringify({ plugin: { manifest, styles }, folder, name, appId, files }).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>Research Handbook</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="preview-styles.css">
</head>
<body>
<header id="bar" hidden>
<h1 id="title"></h1>
<button id="commands"></button><button id="switcher"></button><button id="settings"></button><button id="mode"></button>
<button id="dark"></button><button id="phone"></button>
<select id="language"><option value="en">English</option><option value="zh">中文</option></select>
<button id="again"></button>
</header>
<nav id="files"></nav>
<main><iframe id="app"></iframe></main>
<footer><span id="status" role="status"></span><span id="stand-in"></span></footer>
<script>const PREVIEW = ${told};</script>
<script src="preview.js"></script>
</body>
</html>
`;
}
