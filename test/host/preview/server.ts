// Hands a preview out to the browser of this machine, over a real folder. Whoever can reach it can write into that folder, so it
// listens on the loopback alone, answers to its own name and to pages of its own alone (a page elsewhere must not reach it, not
// even by a name that resolves to this machine), and asks for a key that only the printed address holds.
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { previewPage } from './files';
import { guardedFolder } from './guarded-folder';

export interface PreviewServer {
  /** The address to open, with its key. */
  readonly address: string;
  close(): Promise<void>;
}

/** What the page itself is made of. */
const PARTS: Record<string, string> = {
  'app.css': 'text/css',
  'preview-styles.css': 'text/css',
  'host.js': 'text/javascript',
  'plugin.js': 'text/javascript',
  'preview.js': 'text/javascript',
  'InterVariable.woff2': 'font/woff2',
  'InterVariable-Italic.woff2': 'font/woff2',
};
const PICTURES: Record<string, string> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
};
const HEADERS = {
  'cache-control': 'no-store',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'SAMEORIGIN',
};
const MOST_BYTES = 32_000_000;
const USUAL_PORT = 4173;

/** An answer that is no success, told in plain words. */
class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/**
 * @param parts - folder of `writePreviewParts`
 * @param vault - the folder that is looked at and written to
 */
export async function servePreview(parts: string, vault: string): Promise<PreviewServer> {
  const key = randomBytes(16).toString('hex');
  const folder = await guardedFolder(vault);
  let names: readonly string[] = [];
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      const { status, message } = error instanceof Refusal ? error : new Refusal(500, 'The preview met an error.');
      if (!(error instanceof Refusal)) console.error(error);
      if (response.headersSent) {
        response.destroy();
        return;
      }
      response.setHeader('connection', 'close'); // what is left of the request is not read
      send(response, status, 'text/plain; charset=utf-8', message);
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const host = request.headers.host ?? '';
    if (!names.includes(host)) throw new Refusal(421, 'This preview answers to its own address alone.');
    const { origin } = request.headers;
    const site = request.headers['sec-fetch-site'];
    if (origin !== undefined && origin !== `http://${host}`)
      throw new Refusal(403, 'This preview answers its own pages alone.');
    if (site !== undefined && site !== 'same-origin' && site !== 'none')
      throw new Refusal(403, 'This preview answers its own pages alone.');
    const { pathname, searchParams } = new URL(request.url ?? '/', `http://${host}`);
    const part = PARTS[pathname.slice(1)];
    if (part !== undefined) {
      allow(request, 'GET');
      return send(response, 200, part, await readFile(path.join(parts, pathname.slice(1))));
    }
    const given = request.headers['x-vault-key'] ?? searchParams.get('key');
    if (!isSame(given, key)) throw new Refusal(403, 'Open the address that the command printed: it holds a key.');
    if (pathname === '/vault') {
      allow(request, 'POST');
      return operate(request, response);
    }
    allow(request, 'GET');
    if (pathname === '/') {
      return send(response, 200, 'text/html', await previewPage(parts, { folder: vault, name: path.basename(vault) }));
    }
    if (pathname === '/changes') return tell(response);
    if (pathname.startsWith('/file/')) return picture(decoded(pathname.slice('/file/'.length)), response);
    throw new Refusal(404, 'There is nothing at this address.');
  }

  async function operate(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) throw new Refusal(415, 'JSON, please.');
    const asked = parsed(await bodyOf(request));
    let outcome: { value?: unknown; error?: string };
    try {
      outcome = { value: await folder.call(asked.op, asked.args) };
    } catch (error) {
      outcome = { error: error instanceof Error ? error.message : String(error) };
    }
    send(response, 200, 'application/json', JSON.stringify(outcome));
  }

  function tell(response: ServerResponse): void {
    response.writeHead(200, { ...HEADERS, 'content-type': 'text/event-stream' });
    response.write(':\n\n');
    const stop = folder.watch((changed) => {
      response.write(`data: ${JSON.stringify(changed)}\n\n`);
    });
    response.on('close', stop);
  }

  async function picture(name: string, response: ServerResponse): Promise<void> {
    const type = PICTURES[path.extname(name).toLowerCase()];
    if (type === undefined) throw new Refusal(404, 'There is no picture at this address.');
    const base64 = await folder.call('readBinary', [name]).catch(() => null);
    if (typeof base64 !== 'string') throw new Refusal(404, 'There is no picture at this address.');
    send(response, 200, type, Buffer.from(base64, 'base64'));
  }

  const port = await listen(server);
  names = [`127.0.0.1:${String(port)}`, `localhost:${String(port)}`];
  return {
    address: `http://127.0.0.1:${String(port)}/?key=${key}`,
    close: () =>
      new Promise((done) => {
        server.close(() => {
          done();
        });
        server.closeAllConnections();
      }),
  };
}

/** On the usual port; where something listens there, on any. */
async function listen(server: ReturnType<typeof createServer>): Promise<number> {
  for (const port of [USUAL_PORT, 0]) {
    const isOpen = await new Promise((done) => {
      server.once('error', () => {
        done(false);
      });
      server.listen(port, '127.0.0.1', () => {
        done(true);
      });
    });
    if (isOpen === true) break;
  }
  return (server.address() as AddressInfo).port;
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, { ...HEADERS, 'content-type': type });
  response.end(body);
}

function allow(request: IncomingMessage, method: string): void {
  if (request.method !== method) throw new Refusal(405, `Only ${method} is answered here.`);
}

function isSame(given: string | string[] | null | undefined, key: string): boolean {
  const text = typeof given === 'string' ? given : '';
  return text.length === key.length && timingSafeEqual(Buffer.from(text), Buffer.from(key));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Refusal(400, 'The address cannot be read.');
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new Refusal(413, 'More than 32 MB at once.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(text: string): { readonly op: string; readonly args: readonly unknown[] } {
  try {
    const { op, args } = JSON.parse(text) as { op?: unknown; args?: unknown };
    if (typeof op === 'string' && Array.isArray(args)) return { op, args };
  } catch {
    // told below
  }
  throw new Refusal(400, 'An operation and its arguments, please.');
}
