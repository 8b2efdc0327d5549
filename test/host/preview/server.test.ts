import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { request, type OutgoingHttpHeaders } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PreviewServer, servePreview } from './server';

let dir: string;
let vault: string;
let server: PreviewServer;
let port: number;
let key: string;

beforeAll(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'preview-'));
  vault = path.join(dir, 'vault');
  const parts = path.join(dir, 'parts');
  await mkdir(path.join(vault, 'notes'), { recursive: true });
  await mkdir(path.join(parts, 'plugin'), { recursive: true });
  await writeFile(path.join(parts, 'app.css'), 'body {}');
  await writeFile(path.join(parts, 'secret.css'), 'not a part');
  await writeFile(path.join(parts, 'plugin/main.js'), '');
  await writeFile(path.join(parts, 'plugin/manifest.json'), '{"id":"p","name":"P","version":"1.0.0"}');
  await writeFile(path.join(vault, 'notes/a.md'), 'mine');
  await writeFile(path.join(vault, 'notes/dot.png'), Buffer.from([137, 80, 78, 71]));
  await writeFile(path.join(dir, 'outside.md'), 'secret');
  await mkdir(path.join(dir, 'elsewhere'));
  await writeFile(path.join(dir, 'elsewhere/b.md'), 'secret');
  await symlink(path.join(dir, 'outside.md'), path.join(vault, 'notes/link.md'));
  await symlink(path.join(dir, 'elsewhere'), path.join(vault, 'folder-link'));
  await symlink(path.join(dir, 'not-there.md'), path.join(vault, 'dangling.md'));
  server = await servePreview(parts, vault);
  const address = new URL(server.address);
  port = Number(address.port);
  key = address.searchParams.get('key') ?? '';
});
afterAll(async () => {
  await server.close();
  await rm(dir, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
}

function ask(
  target: string,
  how: { method?: string; headers?: OutgoingHttpHeaders; body?: string } = {},
): Promise<Answer> {
  const { method = 'GET', headers = {}, body } = how;
  return new Promise((done, fail) => {
    const asked = request({ host: '127.0.0.1', port, path: target, method, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('end', () => {
        done({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
    });
    asked.on('error', fail);
    asked.end(body);
  });
}

const page = (): string => `/?key=${key}`;
async function operate(op: string, ...args: unknown[]): Promise<{ value?: unknown; error?: string }> {
  const headers = { 'content-type': 'application/json', 'x-vault-key': key };
  const { status, text } = await ask('/vault', { method: 'POST', headers, body: JSON.stringify({ op, args }) });
  expect(status).toBe(200);
  return JSON.parse(text) as { value?: unknown; error?: string };
}

describe('the preview’s server', () => {
  it('hands out its page to whoever has the printed address, and writes into the folder', async () => {
    expect((await ask(page())).status).toBe(200);
    expect((await ask('/app.css')).text).toBe('body {}');
    expect(await operate('read', 'notes/a.md')).toEqual({ value: 'mine' });
    await operate('write', 'notes/new.md', '新');
    expect(await readFile(path.join(vault, 'notes/new.md'), 'utf8')).toBe('新');
    const picture = await ask(`/file/notes/dot.png?key=${key}`);
    expect(picture).toMatchObject({ status: 200, headers: { 'content-type': 'image/png' } });
  });

  it('tells the page what another program changes', async () => {
    const told = await new Promise<string>((done, fail) => {
      const asked = request({ host: '127.0.0.1', port, path: `/changes?key=${key}` }, (response) => {
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          if (chunk.startsWith('data:')) {
            done(chunk);
            asked.destroy();
          } else void writeFile(path.join(vault, 'notes/other.md'), 'x');
        });
      });
      asked.on('error', fail);
      asked.end();
    });
    expect(told).toMatch(/^data: "notes(\/other\.md)?"\n\n/);
  });

  it('listens on the loopback alone', async () => {
    const others = Object.values(os.networkInterfaces()).flatMap((all) => all ?? []);
    for (const { address, internal, family } of others) {
      if (internal || family !== 'IPv4') continue;
      const outcome = await new Promise((done) => {
        const asked = request({ host: address, port, path: page(), timeout: 2000 }, () => {
          done('answered');
        });
        asked.on('error', done).on('timeout', () => asked.destroy(new Error('no answer')));
        asked.end();
      });
      expect(outcome, address).toBeInstanceOf(Error);
    }
  });

  it.each(['evil.example', '127.0.0.1', 'localhost', '127.0.0.1:1', 'vault.127.0.0.1.nip.io'])(
    'does not answer to the host %j',
    async (host) => {
      for (const target of [page(), '/app.css', `/file/notes/dot.png?key=${key}`]) {
        expect((await ask(target, { headers: { host } })).status, target).toBe(421);
      }
    },
  );

  it.each([
    [{ origin: 'http://evil.example' }],
    [{ origin: 'null' }],
    [{ origin: 'http://127.0.0.1:1' }],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
  ])('does not answer other pages: %j', async (headers) => {
    for (const target of [page(), '/app.css', `/changes?key=${key}`]) {
      expect((await ask(target, { headers })).status, target).toBe(403);
    }
    const posted = { ...headers, 'content-type': 'application/json', 'x-vault-key': key };
    const body = JSON.stringify({ op: 'remove', args: ['notes/a.md'] });
    expect((await ask('/vault', { method: 'POST', headers: posted, body })).status).toBe(403);
    expect(existsSync(path.join(vault, 'notes/a.md'))).toBe(true);
  });

  it('asks for the key', async () => {
    const wrong = 'f'.repeat(32);
    for (const target of [
      '/',
      `/?key=${wrong}`,
      '/?key=',
      '/changes',
      '/file/notes/dot.png',
      '/nothing',
      `/?key=${key}0`,
    ]) {
      const { status, text } = await ask(target);
      expect(status, target).toBe(403);
      expect(text).not.toContain(key);
    }
    const headers = { 'content-type': 'application/json' };
    expect((await ask('/vault', { method: 'POST', headers, body: '{"op":"tree","args":[""]}' })).status).toBe(403);
  });

  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'POST'])('does nothing on %s', async (method) => {
    for (const target of [page(), '/app.css', `/file/notes/dot.png?key=${key}`]) {
      expect((await ask(target, { method })).status, target).toBe(405);
    }
    if (method !== 'POST') expect((await ask(`/vault?key=${key}`, { method })).status).toBe(405);
  });

  it.each([
    '../outside.md',
    'notes/../../outside.md',
    '..',
    'notes/link.md',
    'folder-link/b.md',
    'folder-link/new.md',
    'dangling.md',
    'notes/a.md\0.png',
  ])('leads to no path outside the folder: %j', async (at) => {
    const tries = [
      ...['read', 'readInProcess', 'readBinary', 'stat', 'exists', 'list', 'tree', 'remove', 'mkdir'].map((op) => [
        op,
        at,
      ]),
      ...['write', 'append', 'writeBinary'].map((op) => [op, at, 'eA==']),
      ['readMany', ['notes/a.md', at]],
      ['rmdir', at, true],
      ...['rename', 'copy'].flatMap((op) => [
        [op, at, 'taken.md'],
        [op, 'notes/a.md', at],
      ]),
    ];
    for (const [op, ...args] of tries) {
      expect(await operate(String(op), ...args), String(op)).toEqual({
        error: expect.stringMatching(/outside the vault|is a text/) as string,
      });
    }
    expect((await ask(`/file/${encodeURIComponent(at)}?key=${key}`)).text).not.toContain('secret');
    expect(await readFile(path.join(dir, 'outside.md'), 'utf8')).toBe('secret');
    expect(await readFile(path.join(dir, 'elsewhere/b.md'), 'utf8')).toBe('secret');
    for (const made of ['not-there.md', 'elsewhere/new.md', 'vault/taken.md']) {
      expect(existsSync(path.join(dir, made)), made).toBe(false);
    }
    expect(await readFile(path.join(vault, 'notes/a.md'), 'utf8')).toBe('mine');
  });

  it('takes an absolute path for one outside, and lists nothing that a link leads to', async () => {
    expect(await operate('read', path.join(dir, 'outside.md'))).toHaveProperty('error');
    const { value } = await operate('tree', '');
    const paths = (value as { path: string }[]).map((entry) => entry.path);
    expect(paths).toContain('notes/a.md');
    expect(paths.filter((one) => /link|dangling/.test(one))).toEqual([]);
  });

  it.each(['watch', 'constructor', '__proto__', 'toString', 'call', ''])('has no operation %j', async (op) => {
    expect(await operate(op, 'notes/a.md')).toEqual({ error: `There is no operation ${op}.` });
  });

  it('gives out no file that is not the page’s, and refuses what it cannot read', async () => {
    for (const target of [
      '/secret.css',
      '/plugin/main.js',
      '/..%2foutside.md',
      '/file/%E0%A4%A?x',
      '/file/notes/a.md',
    ]) {
      const { status, text } = await ask(`${target}${target.includes('?') ? '&' : '?'}key=${key}`);
      expect([400, 404], target).toContain(status);
      expect(text).not.toMatch(/secret|mine|not a part/);
    }
    const headers = { 'x-vault-key': key, 'content-type': 'application/json' };
    const post = (body: string, more = {}): Promise<Answer> =>
      ask('/vault', { method: 'POST', headers: { ...headers, ...more }, body });
    for (const body of ['', '{', '[]', '{"op":1,"args":[]}', '{"op":"read"}', 'null']) {
      expect((await post(body)).status, body).toBe(400);
    }
    expect((await post('{"op":"tree","args":[""]}', { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await post(`{"op":"write","args":["big.md","${'x'.repeat(33_000_000)}"]}`)).status).toBe(413);
    expect(existsSync(path.join(vault, 'big.md'))).toBe(false);
  });

  it('names the folder, and lets no other page frame or read it', async () => {
    const { text, headers } = await ask(page());
    expect(text).toContain(JSON.stringify(vault));
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
    });
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  });
});
