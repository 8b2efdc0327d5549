import { afterEach, expect, it } from 'vitest';
import { type Devices, type Host, type HostOptions, openDevices, type SyncOptions } from './index';

let devices: Devices;
afterEach(() => devices.close());

const NOTE = '# Log\n\n- one\n';
const open = async (options: HostOptions, sync?: SyncOptions): Promise<Devices> =>
  (devices = await openDevices({ now: '2026-08-06T16:20:00', ...options }, sync));
const append = (host: Host, path: string, text: string): Promise<void> =>
  host.external.write(path, host.read(path) + text);

it.each(['a', 'b'] as const)('ends with one text on both, whoever is first (%s)', async (first) => {
  const { a, b, sync } = await open({ files: { 'n.md': NOTE, 'gone.md': 'x', 'kept.md': 'x' } });
  await a.external.write('n.md', `intro\n${NOTE}`);
  await append(b, 'n.md', '- two\n');
  await a.external.write('only a.md', 'a');
  await b.external.remove('gone.md');
  await a.external.remove('kept.md');
  await b.external.write('kept.md', 'changed');
  const settled = await sync(first);
  expect(settled.filter(({ how }) => how === 'merged')).toEqual([
    { device: first === 'a' ? 'b' : 'a', path: 'n.md', how: 'merged' },
  ]);
  for (const host of [a, b]) {
    expect(host.read('n.md')).toBe(`intro\n${NOTE}- two\n`);
    expect(host.read('kept.md')).toBe('changed');
    expect(await host.paths()).toEqual(['kept.md', 'n.md', 'only a.md']);
    expect(host.app.metadataCache.getCache('n.md')?.listItems).toHaveLength(2);
  }
  expect(await sync()).toEqual([]);
});

it('merges with the last of several versions, over the base that both had', async () => {
  const { a, b, exchange, sync } = await open({ files: { 'n.md': NOTE } });
  for (const line of ['- two\n', '- three\n']) {
    await append(a, 'n.md', line);
    await exchange('a');
  }
  await b.external.write('n.md', `intro\n${NOTE}`);
  const settled = await exchange('b');
  expect(settled).toEqual([{ device: 'b', path: 'n.md', how: 'merged' }]);
  expect(b.read('n.md')).toBe(`intro\n${NOTE}- two\n- three\n`);
  await sync();
  expect(a.read('n.md')).toBe(b.read('n.md'));
});

it('lets one whole note win that both made: the first one sent against a young one, else the newer', async () => {
  const { a, b, age, sync } = await open({});
  for (const path of ['young.md', 'older.md', 'newer.md']) {
    await a.external.write(path, 'from a');
    await b.external.write(path, 'from b');
  }
  const minute = 60_000;
  await age('a', 'young.md', 9 * minute); // on b it is new
  await age('b', 'older.md', 20 * minute);
  await age('a', 'older.md', 10 * minute);
  await age('b', 'newer.md', 10 * minute);
  await age('a', 'newer.md', 20 * minute);
  await sync('a');
  for (const host of [a, b]) {
    expect(host.read('young.md')).toBe('from a');
    expect(host.read('older.md')).toBe('from a');
    expect(host.read('newer.md')).toBe('from b');
  }
});

it('takes a note that was empty when they met for one without a base, as old as it was made', async () => {
  const { a, b, age, sync } = await open({});
  await a.external.write('n.md', '');
  await age('a', 'n.md', 10 * 60_000);
  await sync('a');
  await a.external.write('n.md', 'from a');
  await b.external.write('n.md', 'from b'); // later, in a file that is new on this device alone
  await sync('a');
  for (const host of [a, b]) expect(host.read('n.md')).toBe('from b');
});

it('replaces notes whole by the newer ones when two vaults meet for the first time', async () => {
  const { a, b, age, sync } = await open({ files: { 'x.md': NOTE, 'y.md': NOTE } }, { met: false });
  for (const path of ['x.md', 'y.md']) {
    await append(a, path, '- from a\n');
    await append(b, path, '- from b\n');
  }
  await age('b', 'x.md', 60_000);
  await age('a', 'y.md', 60_000);
  await sync('a');
  for (const host of [a, b]) {
    expect(host.read('x.md')).toBe(`${NOTE}- from a\n`);
    expect(host.read('y.md')).toBe(`${NOTE}- from b\n`);
  }
});

it('puts the text of the second device beside the note where conflicts are kept apart', async () => {
  const { a, b, sync } = await open(
    { files: { 'f/n.md': NOTE } },
    { strategy: 'conflict', names: { a: 'desk', b: 'iPad (2)' } },
  );
  await append(a, 'f/n.md', '- from a\n');
  await append(b, 'f/n.md', '- from b\n');
  await sync('a');
  const copy = 'f/n (Conflicted copy iPad (2) 202608061620).md';
  for (const host of [a, b]) {
    expect(await host.paths()).toEqual([copy, 'f/n.md']);
    expect(host.read('f/n.md')).toBe(`${NOTE}- from a\n`);
    expect(host.read(copy)).toBe(`${NOTE}- from b\n`);
  }
});

it('lets the second device’s file win where it is no note', async () => {
  const { a, b, sync } = await open({ files: { 'n.canvas': '{}' } });
  await a.external.write('n.canvas', '{"a":1}');
  await b.external.write('n.canvas', '{"b":1}');
  await sync('a');
  for (const host of [a, b]) expect(host.read('n.canvas')).toBe('{"b":1}');
});

it('leaves the settings of plugins alone, and merges them by keys where they are to travel along', async () => {
  const DATA = '.obsidian/plugins/x/data.json';
  const apart = await open({ files: { [DATA]: '{"both":0}' } });
  await apart.a.external.write(DATA, '{"both":1}');
  await apart.sync('a');
  expect(apart.b.read(DATA)).toBe('{"both":0}');
  await apart.close();

  const { a, b, sync } = await open({ files: { [DATA]: '{"both":0}' } }, { config: true });
  await a.external.write(DATA, '{"both":1,"a":1}');
  await b.external.write(DATA, '{"both":2,"b":2}');
  await sync('a');
  for (const host of [a, b]) expect(JSON.parse(host.read(DATA))).toEqual({ both: 1, a: 1, b: 2 });
});
