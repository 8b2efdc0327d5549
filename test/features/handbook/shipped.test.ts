// The handbook that the plugin ships, in a vault.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { currentBuild, type Host, openHost } from '../../host/node';

let host: Host;
afterEach(() => host.close());

async function cli(command: string, flags: Record<string, string> = {}): Promise<Record<string, unknown>> {
  return JSON.parse(await host.cli(`research-handbook:${command}`, { ...flags, format: 'json' })) as Record<
    string,
    unknown
  >;
}

/** What `setup` makes with the plugin in a folder. */
async function setUpBy(plugin: string): Promise<Record<string, string>> {
  host = await openHost({ plugin });
  await cli('setup', { lang: 'zh' });
  const made = Object.fromEntries((await host.paths()).map((at) => [at, host.read(at)]));
  await host.close();
  return made;
}

// The one test of main.js as it ships: in all others its twin saves the unpacking (test/host/vitest/plain-notes.ts).
it('comes out of main.js, where it is packed, as it went in', async () => {
  const { dir, plugin } = await currentBuild();
  const shipped = path.join(dir, 'plugin');
  expect(await readFile(path.join(shipped, 'main.js'), 'utf8')).toContain('{"mixed":"');
  expect(await readFile(path.join(plugin, 'main.js'), 'utf8')).not.toContain('"mixed":"');
  const made = await setUpBy(shipped);
  expect(made['手册/入门/慢即是快.md']).toContain('网上的课和 AI 问答唾手可得');
  expect(made).toEqual(await setUpBy(plugin));
});

it('has its own words kept on the device, so that no start but the first unpacks them', async () => {
  const { dir } = await currentBuild();
  const name = (): string | undefined => {
    const { commands } = host.app as unknown as { commands: { commands: Record<string, { name: string }> } };
    return commands.commands['research-handbook:log-reading']?.name;
  };
  host = await openHost({ plugin: path.join(dir, 'plugin'), language: 'zh' });
  expect(name()).toContain('记录阅读');
  const kept = host.app.loadLocalStorage('research-handbook-texts') as { readonly text: string };
  const changed = { ...kept, text: kept.text.replaceAll('记录阅读', '从这里读来') };
  host.app.saveLocalStorage('research-handbook-texts', changed);
  host = await host.restart();
  expect(name()).toContain('从这里读来');
});

describe.each([
  ['zh', '手册/地图.md', '主页.md'],
  ['en', 'Handbook/Map.md', 'Home.md'],
])('the shipped handbook in %s', (lang, map, home) => {
  it.each([
    ['at the top of the vault', '', {}],
    [
      'in a folder, between notes of the same names',
      'Lab',
      { 'Home.md': 'mine', '主页.md': 'mine', 'x/Tools.md': '', 'x/工具篇.md': '' },
    ],
    ['with files of the student’s in its places', '', { [map]: 'mine', [home]: 'mine' }],
  ])(
    'set up %s, has no link that leads nowhere, nor one that leads to a note of the student’s',
    async (_name, root, files) => {
      host = await openHost({ plugin: true, files: files as Record<string, string> });
      const made = await cli('setup', { lang, ...(root === '' ? {} : { root }) });
      expect(made).toMatchObject({ ok: true, failed: [] });
      await host.settle();
      const { resolvedLinks, unresolvedLinks } = host.app.metadataCache;
      const created = made['created'] as string[];
      expect(Object.keys(resolvedLinks[created.at(-1) ?? ''] ?? {}).length).toBeGreaterThan(20); // the map, made last
      for (const path of created) {
        expect([path, Object.keys(unresolvedLinks[path] ?? {})]).toEqual([path, []]);
        expect(created).toEqual(expect.arrayContaining(Object.keys(resolvedLinks[path] ?? {})));
        expect(host.read(path)).not.toContain('{{rh:');
      }
      for (const [path, text] of Object.entries(files)) expect(host.read(path)).toBe(text);
      expect(await cli('update', { 'dry-run': 'true' })).toMatchObject({
        created: [],
        updated: [],
        merged: [],
        kept: [],
      });
      expect(await cli('status')).toMatchObject({
        handbook: { notes: created.length, changed: 0, deleted: 0, waiting: 0, doubled: 0 },
      });
    },
  );
});
