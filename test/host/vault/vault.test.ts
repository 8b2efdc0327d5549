import type { TAbstractFile, TFile, TFolder } from 'obsidian';
import { afterEach, expect, it } from 'vitest';
import { type Host, openHost } from '../node';

let host: Host;
afterEach(() => host.close());

const file = (path: string): TFile => host.app.vault.getFileByPath(path) as TFile;
const failure = (work: () => Promise<unknown>): Promise<string> =>
  host.run(async () => {
    try {
      await work();
      return 'no error';
    } catch (error) {
      return (error as Error).message;
    }
  });
function record(): string[] {
  const heard: string[] = [];
  const { vault, metadataCache } = host.app;
  vault.on('create', (f) => heard.push(`create ${f.path}`));
  vault.on('modify', (f) => heard.push(`modify ${f.path}`));
  vault.on('delete', (f) => heard.push(`delete ${f.path}`));
  vault.on('rename', (f: TAbstractFile, old) => heard.push(`rename ${old} > ${f.path}`));
  metadataCache.on('changed', (f) => heard.push(`changed ${f.path}`));
  metadataCache.on('deleted', (f) => heard.push(`forgot ${f.path}`));
  return heard;
}

it('creates only where nothing is, below a folder that exists', async () => {
  host = await openHost({ files: { 'd/a.md': 'a' } });
  const { vault } = host.app;
  expect(await failure(() => vault.create('d/a.md', 'x'))).toBe('File already exists.');
  expect(host.read('d/a.md')).toBe('a');
  expect(await failure(() => vault.create('e/b.md', 'x'))).toContain('ENOENT');
  expect(await failure(() => vault.createFolder('d'))).toBe('Folder already exists.');
  await host.run(() => vault.createFolder('e/f'));
  await host.run(() => vault.create('e/f/b.md', 'b'));
  expect(host.read('e/f/b.md')).toBe('b');
  expect(vault.getFolderByPath('e')?.children.map((c) => c.path)).toEqual(['e/f']);
});

it('does not overwrite a file that another program made and the app has not noticed', async () => {
  host = await openHost();
  await host.folder.write('a.md', 'theirs');
  expect(await failure(() => host.app.vault.create('a.md', 'mine'))).toBe('File already exists.');
  expect(host.read('a.md')).toBe('theirs');
});

it('processes one at a time, so that no change is lost', async () => {
  host = await openHost({ files: { 'a.md': '' } });
  await host.run(() =>
    Promise.all([1, 2, 3, 4].map((n) => host.app.vault.process(file('a.md'), (t) => t + String(n)))),
  );
  expect(host.read('a.md')).toBe('1234');
  const { fileManager } = host.app;
  await host.run(() =>
    Promise.all([
      fileManager.processFrontMatter(file('a.md'), (fm: Record<string, unknown>) => (fm['p'] = 1)),
      fileManager.processFrontMatter(file('a.md'), (fm: Record<string, unknown>) => (fm['q'] = 2)),
    ]),
  );
  expect(host.read('a.md')).toBe('---\np: 1\nq: 2\n---\n1234');
});

it('leaves the file alone when a process throws or changes nothing', async () => {
  host = await openHost({ files: { 'a.md': 'a' } });
  const heard = record();
  expect(
    await failure(() =>
      host.app.vault.process(file('a.md'), () => {
        throw new Error('no');
      }),
    ),
  ).toBe('no');
  await host.run(() => host.app.vault.process(file('a.md'), (t) => t));
  expect(host.read('a.md')).toBe('a');
  expect(host.faults.writes).toEqual([]);
  expect(heard).toEqual([]);
});

it('tells of a rename and a delete once for the folder and once for each thing in it', async () => {
  host = await openHost({ files: { 'd/a.md': 'a', 'd/e/b.md': 'b' } });
  const heard = record();
  await host.run(() => host.app.vault.rename(host.app.vault.getFolderByPath('d') as TFolder, 'x'));
  await host.settle();
  expect(heard).toEqual(['rename d > x', 'rename d/a.md > x/a.md', 'rename d/e > x/e', 'rename d/e/b.md > x/e/b.md']);
  expect(file('x/e/b.md').parent?.path).toBe('x/e');
  heard.length = 0;
  await host.run(() => host.app.fileManager.trashFile(host.app.vault.getFolderByPath('x') as TFolder));
  expect(heard.filter((h) => h.startsWith('delete'))).toEqual([
    'delete x/a.md',
    'delete x/e/b.md',
    'delete x/e',
    'delete x',
  ]);
  expect(heard).toContain('forgot x/e/b.md');
  expect(await host.paths()).toEqual([]);
  expect(host.exists('.trash/x/a.md')).toBe(true);
});

it('rewrites the links to a note that is renamed, and nothing else of them', async () => {
  const links = '[[b]] [[b|shown]] [[b#Part|p]] ![[b]] [md](b.md) `[[b]]` [[other]]\n';
  host = await openHost({ files: { 'a.md': links, 'b.md': '# Part\n', 'other.md': '' } });
  await host.run(() => host.app.fileManager.renameFile(file('b.md'), 'c d.md'));
  expect(host.read('a.md')).toBe('[[c d]] [[c d|shown]] [[c d#Part|p]] ![[c d]] [md](c%20d.md) `[[b]]` [[other]]\n');
});

it('writes the full path where the short one would mean another note', async () => {
  host = await openHost({ files: { 'a.md': '[[b]]', 'b.md': '', 'x/c.md': '', 'y.md': '' } });
  await host.run(() => host.app.vault.createFolder('z'));
  await host.run(() => host.app.fileManager.renameFile(file('b.md'), 'z/c.md'));
  expect(['[[z/c]]', '[[c]]']).toContain(host.read('a.md'));
  expect(host.app.metadataCache.getFirstLinkpathDest(host.read('a.md').slice(2, -2), 'a.md')?.path).toBe('z/c.md');
});

it('notices what another program writes and removes', async () => {
  host = await openHost({ files: { 'a.md': 'a' } });
  const heard = record();
  await host.external.write('a.md', 'b #tag');
  await host.external.write('n/new.md', 'n');
  await host.external.remove('a.md');
  expect(heard).toEqual([
    'modify a.md',
    'changed a.md',
    'create n',
    'create n/new.md',
    'changed n/new.md',
    'forgot a.md', // the cache hears of it first: it was there before
    'delete a.md',
  ]);
});
