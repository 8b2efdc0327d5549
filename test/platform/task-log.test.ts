// Ticked tasks of the vault: which notes are opened for them, and that what is known follows the vault.
import { rm } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Host, type HostOptions, openHost } from '../host/node';
import { buildProbe } from './probe/build';
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

const FILES = {
  'Todo/week.md': '- [x] read\n- [ ] write\n\t- [X] plan ✅ 2026-08-04\n',
  'open.md': '- [ ] nothing done\n- [-] given up\n',
  'code.md': '```\n- [x] a sample\n```\n',
};
const tasks = () => (host.plugin as unknown as ReadingLogProbe).tasks;
const open = async (options: HostOptions = {}): Promise<void> => {
  host = await openHost({ plugin: probeFolder, now: '2026-08-10T09:00:00', files: FILES, ...options });
  await host.settle();
};
const known = async (): Promise<Record<string, string[]>> => {
  await host.run(() => tasks().flush());
  return Object.fromEntries(
    [...tasks().notes].map(([path, found]) => [
      path,
      found.map((task) => `${task.line} ${task.text}${task.private ? ' (private)' : ''}`),
    ]),
  );
};
const WEEK = ['0 read', '2 plan ✅ 2026-08-04'];

describe('ticked tasks', () => {
  it('cost nothing until they are asked for, and then no note without a ticked box is opened', async () => {
    await open();
    expect(host.reads).toEqual([]);
    expect(await known()).toEqual({ 'Todo/week.md': WEEK });
    expect([...host.reads]).toEqual(['Todo/week.md']);
  });

  it('follow what is made, changed, renamed with its folder, and deleted', async () => {
    await open();
    await known();
    await host.external.write('new.md', '1. [x] made\n');
    await host.external.write('open.md', '- [x] something done\n- [-] given up\n');
    expect(await known()).toEqual({
      'Todo/week.md': WEEK,
      'new.md': ['0 made'],
      'open.md': ['0 something done'],
    });
    await host.external.write('new.md', '1. [ ] made\n');
    const { vault } = host.app;
    await host.run(() => vault.rename(vault.getAbstractFileByPath('Todo')!, 'Done'));
    await host.settle();
    expect(await known()).toEqual({ 'Done/week.md': WEEK, 'open.md': ['0 something done'] });
    await host.external.remove('Done/week.md');
    expect(await known()).toEqual({ 'open.md': ['0 something done'] });
  });

  it('are told of after a change of a note that has some, and of no other', async () => {
    await open();
    await known();
    let told = 0;
    const stop = tasks().subscribe(() => (told += 1));
    await host.external.write('open.md', '- [ ] still nothing done\n');
    await host.settle();
    expect(told).toBe(0);
    await host.external.write('Todo/week.md', '- [x] read\n');
    await host.settle();
    expect(told).toBe(1);
    stop();
    await host.external.write('Todo/week.md', '- [x] read again\n');
    await host.settle();
    expect(told).toBe(1);
  });

  it('come with a note that the cache gets to late', async () => {
    await open({ cache: 'late' });
    let isReady = false;
    const waiting = tasks()
      .ready()
      .then(() => (isReady = true));
    await host.settle();
    expect([isReady, tasks().isReady, tasks().notes.size]).toEqual([false, false, 0]);
    await host.settleCache();
    await host.run(() => waiting);
    expect(tasks().isReady).toBe(true);
    expect(await known()).toEqual({ 'Todo/week.md': WEEK });
  });

  it('say which note could not be read, until it can be, no longer matters or goes', async () => {
    const files = { ...FILES, 'a.md': '- [x] a\n', 'b.md': '- [x] b\n', 'c.md': '- [x] c\n', 'd.md': '- [x] d\n' };
    await open({ files });
    host.faults.plan({ failRead: ['a.md', 'b.md', 'c.md', 'd.md'] });
    expect(await known()).toEqual({ 'Todo/week.md': WEEK });
    expect([...tasks().unread].sort()).toEqual(['a.md', 'b.md', 'c.md', 'd.md']);
    host.faults.plan({});
    await host.external.write('a.md', '- [x] a there\n');
    await host.external.write('b.md', '- [ ] b open\n');
    await host.external.remove('c.md');
    const { vault } = host.app;
    await host.run(() => vault.rename(vault.getFileByPath('d.md')!, 'e.md'));
    await host.settle();
    expect(await known()).toEqual({ 'Todo/week.md': WEEK, 'a.md': ['0 a there'], 'e.md': ['0 d'] });
    expect([...tasks().unread]).toEqual([]);
  });

  it('stay on the device: the next start opens no note for them', async () => {
    await open({ files: { ...FILES, 'own.md': '1. x [private:: true]\n   - [x] y\n' } });
    await known();
    await host.settle();
    host = await host.restart();
    expect(await known()).toEqual({ 'Todo/week.md': WEEK, 'own.md': ['1 y (private)'] });
    expect([...host.reads]).toEqual([]);
  });
});
