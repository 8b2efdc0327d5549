import type { TFile } from 'obsidian';
import { afterEach, expect, it } from 'vitest';
import { type Devices, type Host, openDevices, openHost } from './index';

let host: Host | null = null;
let devices: Devices | null = null;
afterEach(async () => {
  await host?.close();
  await devices?.close();
  host = devices = null;
});

const at = (h: Host, path: string): TFile => h.app.vault.getFileByPath(path) as TFile;
async function outcome(h: Host, work: () => Promise<unknown>): Promise<string> {
  const done = h.run(async () => {
    try {
      await work();
      return 'done';
    } catch (error) {
      return (error as Error).message;
    }
  });
  return done.catch((error: unknown) => (error as Error).message);
}

it('fails the n-th write and no other', async () => {
  const h = (host = await openHost({ faults: { failWrite: 2 } }));
  expect(await outcome(h, () => h.app.vault.create('1.md', ''))).toBe('done');
  expect(await outcome(h, () => h.app.vault.create('2.md', ''))).toContain('EIO');
  expect(await outcome(h, () => h.app.vault.create('3.md', ''))).toBe('done');
  expect(await h.paths()).toEqual(['1.md', '3.md']);
  expect(h.app.vault.getFileByPath('2.md')).toBeNull();
  expect(h.faults.writes.map((w) => w.path)).toEqual(['1.md', '3.md']);
});

it('stops after the n-th write, and the app can start again on what is there', async () => {
  const h = (host = await openHost({ files: { 'a.md': '' }, faults: { stopAfterWrite: 1 } }));
  expect(await outcome(h, () => h.app.vault.create('1.md', ''))).toBe('done');
  expect(await outcome(h, () => h.app.vault.create('2.md', ''))).toContain('does not come by itself');
  expect(h.faults.stopped).toBe(true);
  host = await h.restart();
  expect(await host.paths()).toEqual(['1.md', 'a.md']);
  const again = host;
  expect(await outcome(again, () => again.app.vault.create('2.md', ''))).toBe('done');
});

it('refuses what is read-only, and reading what is not there yet', async () => {
  const h = (host = await openHost({
    files: { 'locked/a.md': 'a', 'cloud.md': 'c' },
    faults: { readOnly: ['locked'], failRead: ['cloud.md'] },
  }));
  expect(await outcome(h, () => h.app.vault.modify(at(h, 'locked/a.md'), 'x'))).toContain('EACCES');
  expect(h.read('locked/a.md')).toBe('a');
  expect(await outcome(h, () => h.app.vault.read(at(h, 'cloud.md')))).toContain('EBUSY');
  h.faults.plan({});
  expect(await outcome(h, () => h.app.vault.modify(at(h, 'locked/a.md'), 'x'))).toBe('done');
});

it('changes a file between a read and the write that follows', async () => {
  const h = (host = await openHost({
    files: { 'a.md': 'old' },
    faults: { changeAfterRead: { path: 'a.md', text: 'theirs' } },
  }));
  const seen = await h.run(() => h.app.vault.read(at(h, 'a.md')));
  const found = await h.run(() => h.app.vault.process(at(h, 'a.md'), (text) => `${text}+${seen}`));
  expect(found).toBe('theirs+old');
});

it('delays a write without losing the order of those behind it', async () => {
  const h = (host = await openHost({ files: { 'a.md': '' }, faults: { delayWrite: { n: 1, ms: 40 } } }));
  await h.run(() => Promise.all(['1', '2', '3'].map((n) => h.app.vault.process(at(h, 'a.md'), (t) => t + n))));
  expect(h.read('a.md')).toBe('123');
});

it('two devices keep what each of them appended', async () => {
  const both = (devices = await openDevices({ files: { 'a.md': '# Log\n\n- one\n', 'gone.md': 'x' } }));
  const append = (h: Host, line: string): Promise<string> =>
    h.run(() => h.app.vault.process(at(h, 'a.md'), (t) => `${t}${line}\n`));
  await append(both.a, '- from a');
  await append(both.b, '- from b');
  await both.a.run(() => both.a.app.vault.create('new.md', 'n'));
  await both.b.run(() => both.b.app.vault.delete(at(both.b, 'gone.md')));
  await both.sync();
  expect(both.a.read('a.md')).toBe(both.b.read('a.md'));
  expect(both.a.read('a.md')).toContain('- from a');
  expect(both.a.read('a.md')).toContain('- from b');
  expect(both.b.app.vault.getFileByPath('new.md')).not.toBeNull();
  expect(both.a.app.vault.getFileByPath('gone.md')).toBeNull();
  expect(both.b.app.metadataCache.getCache('a.md')?.listItems).toHaveLength(3);
});
