// Hands the built host and the plugins to the browser, under the one name that the browser can find (`browser.ts`).
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { currentBuild, type PluginFiles } from './build';
import { pluginScript } from './plugin-script';

export const HOST_NAME = 'vault.test';
export const ORIGIN = `http://${HOST_NAME}`;

const TYPES: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2' };
/** With an icon, or the browser would ask for one. */
const head = '<!doctype html><html><head><meta charset="utf-8"><title>Vault</title><link rel="icon" href="data:,">';
const PAGES: Record<string, string> = {
  '/': `${head}<link rel="stylesheet" href="/app.css"></head><body><script src="/host.js"></script></body></html>`,
  '/nothing': `${head}</head></html>`,
};
const plugins = new Map<string, string>();

/** The address of a script that leaves a plugin's code in the page (see `plugin/loader.ts`). */
export function addressOf(plugin: PluginFiles): string {
  const text = pluginScript(plugin);
  const at = `/plugin-${createHash('sha1').update(text).digest('hex')}.js`;
  plugins.set(at, text);
  return at;
}

/** Starts to serve; answers the port. It does not keep the process alive. */
export async function servePages(): Promise<number> {
  const { dir } = await currentBuild();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', ORIGIN);
    const type = pathname in PAGES ? 'text/html' : TYPES[path.extname(pathname)];
    const made = PAGES[pathname] ?? plugins.get(pathname);
    const body = made === undefined ? readFile(path.join(dir, path.basename(pathname))) : Promise.resolve(made);
    void body.then(
      (text) => {
        // A file of a build never changes: the second page of a browser has it, compiled.
        response.writeHead(200, { 'content-type': type ?? 'text/plain', 'cache-control': 'max-age=86400, immutable' });
        response.end(text);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  server.unref();
  return (server.address() as AddressInfo).port;
}
