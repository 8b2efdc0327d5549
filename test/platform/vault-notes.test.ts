import { writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { VaultNotes } from '../../src/platform/vault-notes';
import { type Host, type HostOptions, openHost } from '../host/node';
import { buildProbe } from './probe/build';
import type ReadingLogProbe from './probe/reading-log-plugin';

let probeFolder: string;
beforeAll(async () => {
  probeFolder = await buildProbe();
});
afterAll(() => rm(probeFolder, { recursive: true }));

let host: Host;
afterEach(() => host.close());

async function open(options: HostOptions): Promise<VaultNotes> {
  host = await openHost({ plugin: probeFolder, ...options });
  return (host.plugin as unknown as ReadingLogProbe).notes;
}

describe('creating a note', () => {
  it('makes the folders above it, and says which', async () => {
    const notes = await open({ files: { 'A/x.md': '' } });
    expect(await host.run(() => notes.create('A/B/C/n.md', 'new'))).toEqual({
      ok: true,
      path: 'A/B/C/n.md',
      folders: ['A/B', 'A/B/C'],
    });
    expect(host.read('A/B/C/n.md')).toBe('new');
  });

  // A vault that is synced to macOS or Windows cannot hold both.
  it('never writes over a note, nor beside one whose name differs in letter case alone', async () => {
    const notes = await open({ files: { 'A/ResNet.md': 'mine' } });
    for (const same of ['A/ResNet.md', 'A/resnet.md']) {
      expect(await host.run(() => notes.create(same, 'new'))).toMatchObject({ ok: false, reason: 'exists' });
    }
    expect(await host.paths()).toEqual(['A/ResNet.md']);
    expect(host.read('A/ResNet.md')).toBe('mine');
  });

  it('knows a note that came on disk a moment before, unnoticed', async () => {
    const notes = await open({ files: {} });
    await host.folder.write('n.md', 'synced');
    expect(await host.run(() => notes.create('n.md', 'new'))).toMatchObject({ ok: false, reason: 'exists' });
    expect(host.read('n.md')).toBe('synced');
  });

  it('says that one is there where it came between looking and writing', async () => {
    const notes = await open({ files: {} });
    const { vault } = host.app;
    const create = vault.create.bind(vault);
    vault.create = (at, text) => {
      writeFileSync(path.join(host.dir, at), 'synced');
      return create(at, text);
    };
    expect(await host.run(() => notes.create('n.md', 'new'))).toMatchObject({ ok: false, reason: 'exists' });
    expect(host.read('n.md')).toBe('synced');
  });
});

describe('a path that is no place for notes', () => {
  it.each([
    '../evil/n.md',
    'A/../../n.md',
    '..\\evil\\n.md',
    '/../n.md',
    '.obsidian/plugins/x/main.md',
    'A/.hidden/n.md',
    '.n.md',
    '.trash/n.md',
    'C:/evil/n.md',
    'c:evil.md',
    '~/n.md',
  ])('%s: nothing is made, and it is said', async (astray) => {
    const notes = await open({ files: { 'A/x.md': '' } });
    const answer = await host.run(() => notes.create(astray, 'new'));
    expect(answer).toMatchObject({ ok: false, reason: 'astray' });
    expect(answer).toHaveProperty('message', expect.stringContaining('leads out of the vault'));
    expect(host.faults.writes).toEqual([]);
    expect(await host.paths()).toEqual(['A/x.md']);
  });

  it.each(['a..b/n.md', 'A/n..md', '~x/n.md', 'Notes (c)/n.md'])('%s is one', async (fine) => {
    const notes = await open({ files: {} });
    expect(await host.run(() => notes.create(fine, 'new'))).toMatchObject({ ok: true, path: fine });
  });
});

describe('a folder that is there under another spelling', () => {
  it.each([
    ['Sources/n.md', { 'sources/x.md': '' }, 'sources/n.md'],
    ['A/SOURCES/n.md', { 'a/Sources/x.md': '' }, 'a/Sources/n.md'],
    ['Sources/deep/n.md', { 'sources/x.md': '' }, 'sources/deep/n.md'],
    ['Sources/n.md', { 'sources/x.md': '', 'Sources/y.md': '' }, 'Sources/n.md'],
    ['Source/n.md', { 'Sources/x.md': '' }, 'Source/n.md'],
  ])('%s beside %j goes to %s', async (wanted, files, there) => {
    const notes = await open({ files });
    expect(await host.run(() => notes.create(wanted, 'new'))).toMatchObject({ ok: true, path: there });
    expect(host.read(there)).toBe('new');
  });
});

describe('reading a note', () => {
  it('reads what was typed a moment ago, which the app saves two seconds later', async () => {
    const notes = await open({ files: { 'n.md': 'old' } });
    await host.open('n.md', 'source');
    host.app.workspace.activeEditor?.editor?.setValue('old, and typed just now');
    expect(await host.run(() => notes.read('n.md'))).toBe('old, and typed just now');
  });

  it('writes nothing where nothing was typed, and reads what is there where typing cannot be saved', async () => {
    const notes = await open({ files: { 'n.md': 'old' } });
    await host.open('n.md', 'source');
    expect(await host.run(() => notes.read('n.md'))).toBe('old');
    expect(host.faults.writes).toEqual([]);
    host.faults.plan({ readOnly: ['n.md'] });
    host.app.workspace.activeEditor?.editor?.setValue('typed');
    expect(await host.run(() => notes.read('n.md'))).toBe('old');
  });
});

describe('changing a note', () => {
  it('writes nothing where the change declines', async () => {
    const notes = await open({ files: { 'n.md': 'mine' } });
    expect(await host.run(() => notes.change('n.md', () => null))).toMatchObject({ ok: false, reason: 'changed' });
    expect(await host.run(() => notes.change('gone.md', () => 'x'))).toMatchObject({ ok: false, reason: 'missing' });
    expect(host.faults.writes).toEqual([]);
  });
});

describe('taking a note out', () => {
  it('leaves it where its text is another than was looked at', async () => {
    const notes = await open({ files: { 'n.md': 'ours, and mine' } });
    const answer = await host.run(() => notes.remove('n.md', (text) => text === 'ours'));
    expect(answer).toMatchObject({ ok: false, reason: 'changed' });
    expect([host.read('n.md'), host.faults.writes]).toEqual(['ours, and mine', []]);
  });

  it('leaves it where something was typed into it that is not saved yet', async () => {
    const notes = await open({ files: { 'n.md': 'ours' } });
    await host.open('n.md', 'source');
    host.app.workspace.activeEditor?.editor?.setValue('ours, and typed just now');
    const answer = await host.run(() => notes.remove('n.md', (text) => text === 'ours'));
    expect(answer).toMatchObject({ ok: false, reason: 'changed' });
    expect(host.read('n.md')).toBe('ours, and typed just now');
  });

  it('puts it into the trash where nothing changed', async () => {
    const notes = await open({ files: { 'n.md': 'ours' } });
    expect(await host.run(() => notes.remove('n.md', (text) => text === 'ours'))).toMatchObject({ ok: true });
    expect(await host.paths()).toEqual([]);
    expect(await host.app.vault.adapter.exists('.trash/n.md')).toBe(true);
  });
});

describe('waiting for the cache', () => {
  it('waits for the layout first: before it the vault is not listed yet', async () => {
    await open({ files: { 'a.md': '' } });
    await host.settle();
    expect((host.plugin as unknown as ReadingLogProbe).settledWithLayout).toBe(true);
  });

  it('ends with the plugin, and leaves no timer and no listener', async () => {
    const notes = await open({ files: { 'a.md': '' }, cache: 'late' });
    void notes.settled();
    await host.settle();
    await host.unload();
    expect([host.clock.timers(), host.leftovers().listeners]).toEqual([0, 0]);
  });

  it('ends where a note cannot be read, and names that one', async () => {
    const notes = await open({ files: { 'a.md': '', 'cloud.md': '' }, faults: { failRead: ['cloud.md'] } });
    await host.run(() => notes.settled());
    expect(notes.unread()).toEqual(['cloud.md']);
  });

  // The app reads a note once, and tells of it no more where that failed.
  it('ends, and names the note, where the cache never comes to one that can be read', async () => {
    const notes = await open({ files: { 'a.md': '', 'missed.md': 'x' }, faults: { failRead: ['missed.md'] } });
    host.faults.plan({});
    await host.run(() => notes.settled());
    expect(notes.unread()).toEqual(['missed.md']);
    const before = host.clock.now();
    await host.run(() => notes.settled());
    expect(host.clock.now()).toBe(before); // not waited for again
    expect((host.plugin as unknown as ReadingLogProbe).givenUp).toEqual(['missed.md']);
  });

  it('goes on while a note that can be read is still to come', async () => {
    const notes = await open({
      files: { 'a.md': '', 'cloud.md': '' },
      faults: { failRead: ['cloud.md'] },
      cache: 'late',
    });
    let done = false;
    const waiting = notes.settled().then(() => (done = true));
    await host.clock.advance(5_000); // longer than it takes to look again
    expect(done).toBe(false);
    await host.settleCache();
    await host.run(() => waiting);
    expect(notes.unread()).toEqual(['cloud.md']);
  });
});
