// What was read of the notes stays on the device: the next start reads no body, and is never wrong for it.
import { statSync, utimesSync, writeFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Host, type HostOptions, openHost } from '../host/node';
import { eachRecord } from './probe/device-records';
import { buildProbe } from './probe/build';
import type ReadingLogProbe from './probe/reading-log-plugin';

let probeFolder: string;
beforeAll(async () => {
  probeFolder = await buildProbe();
});
afterAll(() => rm(probeFolder, { recursive: true }));

const opened: Host[] = [];
afterEach(async () => {
  for (const host of opened.splice(0)) await host.close();
});

const source = (...log: string[]): string =>
  `---\ntype: source\nstatus: reading\n---\n# T\n\n## Reading log\n\n${log.join('\n')}\n`;
const FILES = {
  'Sources/resnet.md': source('- 2026-08-04 skip connections [min:: 60] [pages:: 1-3]', '- 2026-02-30 no such day'),
  'Sources/vit.md': source('- 2026-08-03 patches [min:: 5] [private:: true]'),
  '2026-08-05.md': '- [[resnet]] again [min:: 20]\n',
  'ideas.md': '- 2026-08-06 [[resnet]] no minutes, so no entry\n',
};

async function open(options: HostOptions = {}): Promise<Host> {
  const host = await openHost({ plugin: probeFolder, now: '2026-08-10T09:00:00', ...options });
  opened.push(host);
  return host;
}

/** The app ends and starts again; `between` is what happens meanwhile. */
async function again(host: Host, between: () => void | Promise<void> = () => undefined): Promise<Host> {
  await between();
  const next = await host.restart();
  opened.splice(opened.indexOf(host), 1, next);
  return next;
}

const probeOf = (host: Host): ReadingLogProbe => host.plugin as unknown as ReadingLogProbe;

/** All that the index says, once it is ready; and the notes that it had to read for it. */
async function known(host: Host): Promise<{ readonly said: unknown; readonly reads: readonly string[] }> {
  await host.run(() => probeOf(host).reading.ready());
  const { index } = probeOf(host).reading;
  const said = [index.entriesBetween('0001-01-01', '9999-12-31'), index.sources(), index.problems()];
  const reads = [...host.reads].sort();
  await host.settle(); // what was read is written to the device
  return JSON.parse(JSON.stringify({ said, reads })) as { said: unknown; reads: string[] };
}

/** What a device with nothing kept says of the same folder. */
async function cold(host: Host): Promise<unknown> {
  const other = await open({ dir: host.dir });
  return (await known(other)).said;
}

const at = (host: Host, name: string): string => path.join(host.dir, name);
const mtimeOf = (host: Host, name: string): number => statSync(at(host, name)).mtimeMs / 1000;
function put(host: Host, name: string, text: string, mtime?: number): void {
  writeFileSync(at(host, name), text);
  if (mtime !== undefined) utimesSync(at(host, name), mtime, mtime);
}

describe('a second start', () => {
  it('reads nothing where nothing changed, and says the same', async () => {
    let host = await open({ files: FILES });
    const first = await known(host);
    expect(first.reads).toEqual(Object.keys(FILES).sort());
    host = await again(host);
    expect(await known(host)).toEqual({ said: first.said, reads: [] });
    expect(host.faults.writes).toEqual([]); // nothing of it is in the vault
    host = await again(host);
    expect(await known(host)).toEqual({ said: first.said, reads: [] });
  });

  it('reads what changed while the app was closed, and nothing else', async () => {
    let host = await open({ files: FILES });
    await known(host);
    host = await again(host, () => {
      put(host, 'Sources/vit.md', source('- 2026-08-03 attention [min:: 7]'));
      put(host, 'new.md', '- 2026-08-07 [[vit]] more [min:: 1]\n');
    });
    const { said, reads } = await known(host);
    expect(reads).toEqual(['Sources/vit.md', 'new.md']);
    expect(said).toEqual(await cold(host));
  });

  it('knows what changed while the app was open, though it was stopped at once', async () => {
    let host = await open({ files: FILES });
    await known(host);
    await host.external.write('ideas.md', '- 2026-08-06 [[resnet]] idea [min:: 10]\n');
    host = await again(host);
    expect((await known(host)).said).toEqual(await cold(host));
  });

  it('does not go by a text that the cache told of late, after the file was written again', async () => {
    let host = await open({ files: FILES });
    await known(host);
    const cache = host.app.metadataCache;
    Object.assign(cache, { enqueue: () => undefined }); // it comes to nothing of its own any more
    const path = 'ideas.md';
    const early = '- 2026-08-06 [[resnet]] idea [min:: 30]\n';
    const late = early.replace('30', '50');
    await host.external.write(path, late);
    const file = host.app.vault.getFileByPath(path)!;
    await host.run(() => {
      cache.trigger('changed', file, early, cache.getFileCache(file)!);
      return probeOf(host).vaultIndex.ready();
    });
    const minutes = (): number[] =>
      probeOf(host)
        .reading.index.entriesBetween('2026-08-06', '2026-08-06')
        .map((entry) => entry.minutes ?? 0);
    expect(minutes()).toEqual([30]);
    host.setVisible(false);
    await host.settle();
    host = await open({ dir: host.dir, device: host.device });
    expect((await known(host)).said).toEqual(await cold(host));
    expect(minutes()).toEqual([50]);
  });

  it('knows what was deleted and renamed meanwhile', async () => {
    let host = await open({ files: FILES });
    await known(host);
    host = await again(host, async () => {
      await rm(at(host, 'Sources/vit.md'));
      await cp(at(host, '2026-08-05.md'), at(host, '2026-08-08.md'), { preserveTimestamps: true });
      await rm(at(host, '2026-08-05.md'));
    });
    expect((await known(host)).said).toEqual(await cold(host));
  });

  it.each([
    ['earlier, as by a clock that was set back', -86_400],
    ['later', 86_400],
  ])('takes a file of the same length whose time is %s for another', async (_what, seconds) => {
    let host = await open({ files: FILES });
    await known(host);
    const changed = FILES['Sources/vit.md'].replace('2026-08-03', '2026-08-09');
    host = await again(host, () => {
      put(host, 'Sources/vit.md', changed, mtimeOf(host, 'Sources/vit.md') + seconds);
    });
    const { said, reads } = await known(host);
    expect(reads).toEqual(['Sources/vit.md']);
    expect(said).toEqual(await cold(host));
  });

  it('takes a backup that was put back for what it is', async () => {
    let host = await open({ files: FILES });
    await known(host);
    const old = mtimeOf(host, 'Sources/vit.md');
    await host.external.write('Sources/vit.md', source('- 2026-08-08 newer [min:: 1]'));
    await known(host);
    await host.unload(); // the newer text is what the device knows
    host = await again(host, () => {
      put(host, 'Sources/vit.md', FILES['Sources/vit.md'], old);
    });
    const { said, reads } = await known(host);
    expect(reads).toEqual(['Sources/vit.md']);
    expect(said).toEqual(await cold(host));
  });

  it('takes a file of the same time and another length for another', async () => {
    let host = await open({ files: FILES });
    await known(host);
    host = await again(host, () => {
      put(host, 'Sources/vit.md', `${FILES['Sources/vit.md']}- 2026-08-09 x\n`, mtimeOf(host, 'Sources/vit.md'));
    });
    const { said, reads } = await known(host);
    expect(reads).toEqual(['Sources/vit.md']);
    expect(said).toEqual(await cold(host));
  });

  it('knows that settings changed meanwhile', async () => {
    let host = await open({ files: FILES });
    await known(host);
    const next = await host.restart({ data: { templatesFolder: 'Sources' } });
    opened.splice(opened.indexOf(host), 1, next);
    host = next;
    expect((await known(host)).said).toEqual([[], [], []]);
  });

  it('can be wrong about a rewrite of the same length and time alone, and then reads everything anew when asked', async () => {
    let host = await open({ files: FILES });
    await known(host);
    const changed = FILES['Sources/vit.md'].replace('2026-08-03', '2026-08-09');
    host = await again(host, () => {
      put(host, 'Sources/vit.md', changed, mtimeOf(host, 'Sources/vit.md'));
    });
    await known(host);
    const probe = probeOf(host);
    await host.run(() => probe.vaultIndex.startOver(() => probe.database.clear()));
    expect((await known(host)).said).toEqual(await cold(host));
    host = await again(host);
    expect((await known(host)).reads).toEqual([]);
  });
});

const bytesOf = (value: unknown): Uint8Array => new Uint8Array(value as Uint8Array);
/** A sound record of other contents, as a version of the plugin that kept other things would have left it. */
function resealed(value: unknown, change: (text: string) => string): Uint8Array {
  const text = change(new TextDecoder().decode(bytesOf(value).subarray(4)));
  const body = new TextEncoder().encode(text);
  const bytes = new Uint8Array(4 + Math.ceil(body.length / 4) * 4).fill(0x20);
  bytes.set(body, 4);
  const view = new DataView(bytes.buffer);
  let sum = bytes.length / 4;
  for (let offset = 4; offset < bytes.length; offset += 4) {
    sum = Math.imul(sum ^ view.getUint32(offset, true), 0x01000193);
  }
  view.setUint32(0, sum >>> 0, true);
  return bytes;
}

describe('a store that is not as it was left', () => {
  it.each<[string, (value: unknown) => unknown]>([
    ['holds something else', () => ({ a: 1 })],
    ['holds a text', () => 'garbage'],
    ['holds no bytes', () => new Uint8Array(0)],
    ['holds random bytes', () => new Uint8Array(64).map((_byte, index) => index * 37)],
    ['was cut off', (value) => bytesOf(value).slice(0, -8)],
    ['has one bit turned', (value) => bytesOf(value).map((byte, index) => (index === 60 ? byte ^ 4 : byte))],
    ['is of another release', (value) => resealed(value, (text) => text.replace('1.0.0', '0.9.9'))],
    ['has other shapes', (value) => resealed(value, (text) => text.replace(/"2026-08-0\d"/g, '7'))],
    ['has no list', (value) => resealed(value, (text) => text.replace(/,\[\[.*/, ',7]'))],
    [
      'has notes that are none',
      (value) => resealed(value, (text) => text.replace(/,\[\[.*/, ',[7,[],["x"],["x",7]]]')),
    ],
  ])('%s: starts cold, and right', async (_what, damage) => {
    let host = await open({ files: FILES });
    const first = await known(host);
    host = await again(host, async () => {
      expect(await eachRecord(host, damage)).toBeGreaterThan(0);
    });
    const second = await known(host);
    expect(second.said).toEqual(first.said);
    expect(host.errors).toEqual([]);
    host = await again(host); // it is written anew
    expect(await known(host)).toEqual({ said: first.said, reads: [] });
  });

  it('is gone: starts cold', async () => {
    let host = await open({ files: FILES });
    const first = await known(host);
    host = await open({ dir: host.dir });
    expect(await known(host)).toEqual(first);
  });

  it('belongs to another vault: a copied vault has no part in it', async () => {
    const host = await open({ files: FILES });
    await known(host);
    const dir = await mkdtemp(path.join(os.tmpdir(), 'research-handbook-copy-'));
    await cp(host.dir, dir, { recursive: true, preserveTimestamps: true });
    const copy = await open({ dir, device: { indexedDB: host.device.indexedDB, localStorage: {} } });
    expect((await known(copy)).reads).toEqual(Object.keys(FILES).sort());
    expect(await host.device.indexedDB.databases()).toHaveLength(2);
    await rm(dir, { recursive: true });
  });

  it('is written by two windows of one vault: each is right, and so is the next start', async () => {
    const a = await open({ files: FILES });
    const first = await known(a);
    const b = await open({ dir: a.dir, device: a.device });
    expect(await known(b)).toEqual({ said: first.said, reads: [] });
    await a.external.write('ideas.md', '- 2026-08-06 [[resnet]] idea [min:: 10]\n');
    await b.external.noticed('ideas.md');
    await b.external.write('Sources/vit.md', source('- 2026-08-03 attention [min:: 7]'));
    await a.external.noticed('Sources/vit.md');
    await a.unload();
    await b.unload();
    const next = await open({ dir: a.dir, device: b.device });
    const { said, reads } = await known(next);
    expect(reads).toEqual([]);
    expect(said).toEqual(await cold(next));
  });
});

describe('a device that keeps nothing', () => {
  const withDatabase = (value: unknown): HostOptions => ({
    before: ({ window }) => {
      Object.defineProperty(window, 'indexedDB', { value, configurable: true });
    },
  });
  const request = { addEventListener: () => undefined };

  it.each<[string, HostOptions]>([
    ['has no IndexedDB', withDatabase(undefined)],
    [
      'forbids it',
      withDatabase({
        open: () => {
          throw new Error('SecurityError');
        },
      }),
    ],
    [
      'refuses to open it',
      withDatabase({
        open: () => {
          const refused = { ...request, onerror: (): void => undefined };
          setTimeout(() => refused.onerror(), 0);
          return refused;
        },
      }),
    ],
    ['never answers', withDatabase({ open: () => request })],
  ])('%s: starts cold, in time', async (_what, options) => {
    const host = await open({ files: FILES, ...options });
    const began = host.clock.now();
    const { reads } = await known(host);
    expect(reads).toEqual(Object.keys(FILES).sort());
    expect(host.clock.now() - began).toBeLessThanOrEqual(3_000); // of the page's time
    expect(host.errors).toEqual([]);
    await host.unload();
    expect(host.clock.timers()).toBe(0);
  });

  it('is full: goes on, and says nothing', async () => {
    const host = await open({
      files: FILES,
      before: ({ window }) => {
        const open = window.indexedDB.open.bind(window.indexedDB);
        Object.defineProperty(window, 'indexedDB', {
          value: {
            open: (...args: [string, number?]) => {
              const opening = open(...args);
              opening.addEventListener('success', () => {
                const transaction = opening.result.transaction.bind(opening.result);
                opening.result.transaction = (...named) => {
                  const begun = transaction(...named);
                  if (begun.mode === 'readwrite') {
                    begun.objectStore('kept').put = () => {
                      begun.abort();
                      throw new Error('QuotaExceededError');
                    };
                  }
                  return begun;
                };
              });
              return opening;
            },
          },
        });
      },
    });
    const { said } = await known(host);
    expect(said).toEqual(await cold(host));
    expect(host.errors).toEqual([]);
  });
});

describe('leaving', () => {
  it('writes what is not on the device yet, and nothing half', async () => {
    let host = await open({ files: FILES });
    await host.run(() => probeOf(host).reading.ready());
    await host.unload(); // while it is being written
    host = await again(host);
    const { said, reads } = await known(host);
    expect(reads).toEqual([]);
    expect(said).toEqual(await cold(host));
  });

  it('writes once the window is hidden, not at each change', async () => {
    let host = await open({ files: FILES });
    await known(host);
    for (const day of ['07', '08', '09'])
      await host.external.write('ideas.md', `- 2026-08-${day} [[resnet]] [min:: 1]\n`);
    const before = host.device;
    const sums: number[] = [];
    await eachRecord(host, (value) => {
      sums.push(new DataView(bytesOf(value).buffer).getUint32(0, true));
      return value;
    });
    host.setVisible(false);
    await host.settle();
    const after: number[] = [];
    await eachRecord(host, (value) => {
      after.push(new DataView(bytesOf(value).buffer).getUint32(0, true));
      return value;
    });
    expect(after).not.toEqual(sums);
    host = await open({ dir: host.dir, device: before });
    expect((await known(host)).reads).toEqual([]);
  });
});
