// The prints of passages: by them a changed note sends what changed in it, and nothing private has one.
import { rm } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { printOf } from '../../src/core/ask/sent-text';
import { type Host, type HostOptions, openHost } from '../host/node';
import { buildProbe } from './probe/build';
import { eachRecord } from './probe/device-records';
import type ReadingLogProbe from './probe/reading-log-plugin';

let probeFolder: string;
beforeAll(async () => {
  probeFolder = await buildProbe();
});
afterAll(() => rm(probeFolder, { recursive: true }));

let host: Host;
afterEach(async () => {
  expect(host.errors).toEqual([]);
  await host.close();
});

const FILES = { 'a.md': '# A\n\none\n\n## B\n\ntwo\n', 'b.md': 'three\n' };
const print = (text: string, ...headings: string[]): number => printOf({ headings, lines: [{ number: 0, text }] });
const A = [print('one', 'A'), print('two', 'A', 'B')];
const B = [print('three')];

const passages = () => (host.plugin as unknown as ReadingLogProbe).passages;
const open = async (options: HostOptions = {}): Promise<void> => {
  host = await openHost({ plugin: probeFolder, now: '2026-12-01T09:00:00', files: FILES, ...options });
  await host.settle();
};
const known = async (): Promise<Record<string, readonly number[]>> => {
  await host.run(() => passages().flush());
  return Object.fromEntries(passages().notes);
};

describe('the prints of passages', () => {
  it('cost nothing until they are asked for', async () => {
    await open();
    expect(host.reads).toEqual([]);
    expect(await known()).toEqual({ 'a.md': A, 'b.md': B });
  });

  it('of a changed note change where it did, and stay where it was renamed', async () => {
    await open();
    await known();
    await host.external.write('a.md', '# A\n\none and a half\n\n## B\n\ntwo\n');
    const { vault } = host.app;
    await host.run(() => vault.rename(vault.getFileByPath('b.md')!, 'c.md'));
    await host.settle();
    expect(await known()).toEqual({ 'a.md': [print('one and a half', 'A'), A[1]], 'c.md': B });
    await host.external.remove('a.md');
    expect(await known()).toEqual({ 'c.md': B });
  });

  it('are none where nothing may be sent: private notes, lines and what was handed in', async () => {
    await open({
      files: {
        'private.md': '---\nprivate: true\n---\nx\n',
        'broken.md': '---\nprivate: true\n  bad: : [\n---\nx\n',
        'no.md': '---\nprivate: false\n---\nopen\n',
        'handed.md': '---\ntype: handed-in\n---\nx\n',
        'lines.md': 'seen\n\n- x [private:: true]\n  - y\n',
        'empty.md': '# Nothing below\n',
      },
    });
    expect(await known()).toEqual({ 'no.md': [print('open')], 'lines.md': [print('seen')], 'empty.md': [0] });
  });

  it('are gone once a note becomes private, and back when it is open again', async () => {
    await open();
    await known();
    await host.external.write('b.md', '---\nprivate: true\n---\nthree\n');
    expect(await known()).toEqual({ 'a.md': A });
    await host.external.write('b.md', 'three\n');
    expect(await known()).toEqual({ 'a.md': A, 'b.md': B });
  });

  it('stay on the device without any text: the next start opens no note for them', async () => {
    await open();
    await known();
    await host.settle();
    host = await host.restart();
    expect(await known()).toEqual({ 'a.md': A, 'b.md': B });
    expect([...host.reads]).toEqual([]);
    const held: string[] = [];
    await eachRecord(host, (value, key) => {
      if (String(key).startsWith('passages')) held.push(new TextDecoder().decode(value as Uint8Array));
      return value;
    });
    expect(held.join()).toContain('a.md');
    expect(held.join()).not.toMatch(/three|two/);
  });

  it('that are damaged are made anew', async () => {
    await open();
    await known();
    await host.settle();
    await eachRecord(host, () => new Uint8Array(8));
    host = await host.restart();
    expect(await known()).toEqual({ 'a.md': A, 'b.md': B });
  });
});
