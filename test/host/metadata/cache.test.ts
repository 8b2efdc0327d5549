import type { TFile } from 'obsidian';
import { afterEach, expect, it } from 'vitest';
import { type Host, openHost } from '../node';

let host: Host;
afterEach(() => host.close());

const file = (path: string): TFile => host.app.vault.getFileByPath(path) as TFile;

it('lags behind a write, then tells of the note and of the end', async () => {
  host = await openHost({ files: { 'a.md': '[[b]]' } });
  const { metadataCache, vault } = host.app;
  expect(metadataCache.unresolvedLinks['a.md']).toEqual({ b: 1 });
  const heard: string[] = [];
  metadataCache.on('changed', (f, data, cache) =>
    heard.push(`changed ${f.path} ${data} ${String(cache.frontmatter?.['k'])}`),
  );
  metadataCache.on('resolved', () => heard.push('resolved'));
  await host.run(async () => {
    const made = await vault.create('b.md', '---\nk: 1\n---\n');
    expect(metadataCache.getFileCache(made)).toBeNull();
  });
  await host.settle();
  expect(heard).toEqual(['changed b.md ---\nk: 1\n---\n 1', 'resolved']);
  expect(metadataCache.getFileCache(file('b.md'))?.frontmatter?.['k']).toBe(1);
  expect(metadataCache.resolvedLinks['a.md']).toEqual({ 'b.md': 1 });
});

it('moves with a rename without `changed`, and takes the last state along in `deleted`', async () => {
  host = await openHost({ files: { 'a.md': '[[b]]', 'b.md': '---\nk: 1\n---\n' } });
  const { metadataCache, vault } = host.app;
  const heard: string[] = [];
  metadataCache.on('changed', (f) => heard.push(`changed ${f.path}`));
  metadataCache.on('deleted', (f, before) => heard.push(`deleted ${f.path} ${String(before?.frontmatter?.['k'])}`));
  await host.run(() => vault.rename(file('b.md'), 'c.md'));
  await host.settle();
  expect(metadataCache.getCache('b.md')).toBeNull();
  expect(metadataCache.getCache('c.md')?.frontmatter?.['k']).toBe(1);
  expect(metadataCache.unresolvedLinks['a.md']).toEqual({ b: 1 });
  await host.run(() => vault.delete(file('c.md')));
  await host.settle();
  expect(heard).toEqual(['deleted c.md 1']);
});

it('knows nothing until a late start settles', async () => {
  host = await openHost({ files: { 'a.md': '---\nk: 1\n---\n' }, cache: 'late' });
  const { metadataCache } = host.app;
  const heard: string[] = [];
  metadataCache.on('changed', (f) => heard.push(`changed ${f.path}`));
  metadataCache.on('resolved', () => heard.push('resolved'));
  await host.settle();
  expect(metadataCache.getFileCache(file('a.md'))).toBeNull();
  expect(heard).toEqual([]);
  await host.settleCache();
  expect(metadataCache.getFileCache(file('a.md'))?.frontmatter).toEqual({ k: 1 });
  expect(heard).toEqual(['changed a.md', 'resolved']);
});

it('resolves a link to its own folder first, then to the shortest path', async () => {
  host = await openHost({ files: { 'x/n.md': '', 'y/z/n.md': '', 'y/a.md': '', 'x/b.md': '', 'y/z/c.md': '' } });
  const dest = (link: string, from: string): string | undefined =>
    host.app.metadataCache.getFirstLinkpathDest(link, from)?.path;
  expect(dest('n', 'x/b.md')).toBe('x/n.md');
  expect(dest('n', 'y/z/c.md')).toBe('y/z/n.md');
  expect(dest('n', 'y/a.md')).toBe('x/n.md');
  expect(dest('z/n', 'x/b.md')).toBe('y/z/n.md');
  expect(dest('../x/n', 'y/a.md')).toBe('x/n.md');
  expect(dest('N', 'x/b.md')).toBe('x/n.md');
  expect(dest('nothing', 'x/b.md')).toBeUndefined();
});

it('opens ten thousand notes', async () => {
  const files: Record<string, string> = {};
  for (let i = 0; i < 10_000; i++)
    files[`f${String(i % 100)}/n${String(i)}.md`] = `---\nn: ${String(i)}\n---\n# N\n\n[[n${String(i + 1)}]] #t\n`;
  host = await openHost({ files });
  expect(host.app.vault.getMarkdownFiles()).toHaveLength(10_000);
  expect(host.app.metadataCache.getCache('f99/n9999.md')?.frontmatter).toEqual({ n: 9999 });
  expect(host.app.metadataCache.resolvedLinks['f0/n0.md']).toEqual({ 'f1/n1.md': 1 });
});
