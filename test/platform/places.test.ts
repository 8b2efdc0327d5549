import { afterEach, describe, expect, it } from 'vitest';
import { type Host, openHost } from '../host/node';
import type { HostOptions } from '../host/node/options';

let host: Host;
afterEach(() => host.close());

const map = (lines: string, language = 'en'): string =>
  `---\nhandbook: cv-lab\nhandbook-id: map\nhandbook-lang: ${language}\npack: cv-lab\npack-version: 1\nlanguage: ${language}\n${lines}---\n# Map\n`;

async function open(options: HostOptions = {}): Promise<void> {
  host = await openHost({ plugin: true, now: '2026-11-05T16:20:00', ...options });
}
/** Where a new report goes tells what the plugin takes for its folders and language. */
async function report(): Promise<string> {
  const answer = await host.cli('research-handbook:weekly', { week: '2026-W40', format: 'json' });
  return (JSON.parse(answer) as { path: string }).path;
}

describe('where things lie', () => {
  it('is what the map note says, wherever it lies', async () => {
    await open({ files: { 'x/Map.md': map('weekly-folder: My weeks\n') } });
    expect(await report()).toBe('My weeks/2026-W40.md');
  });

  it('is the language’s own where nothing is recorded, and the map note’s language beats the interface’s', async () => {
    await open({ language: 'zh' });
    expect(await report()).toBe('周报/2026-W40.md');
    await host.close();
    await open({ language: 'zh', files: { 'Handbook/Map.md': map('') } });
    expect(await report()).toBe('Weekly/2026-W40.md');
  });

  it('is what the settings say before anything else', async () => {
    await open({ files: { 'Map.md': map('weekly-folder: A\n') }, data: { weeklyFolder: 'B' } });
    expect(await report()).toBe('B/2026-W40.md');
  });

  it('is a folder that is there, whatever the letter case it is written in', async () => {
    await open({ files: { 'weekly/old.md': 'x' } });
    expect(await report()).toBe('weekly/2026-W40.md');
    expect((await host.paths()).filter((path) => path.startsWith('W'))).toEqual([]);
    await host.close();
    const [composed, decomposed] = ['R\u00e9sum\u00e9s', 'Re\u0301sume\u0301s']; // as Windows and as macOS writes it
    await open({ files: { [`${composed}/old.md`]: 'x' }, data: { weeklyFolder: decomposed } });
    expect(await report()).toBe(`${composed}/2026-W40.md`);
  });

  it.each([
    ['the map note', { files: { 'Map.md': map('weekly-folder: ../evil\n') } }],
    ['a setting', { data: { weeklyFolder: '.obsidian/plugins/x' } }],
  ])('is nowhere outside the vault, though %s says so: nothing is written, and why is told', async (_what, options) => {
    await open(options);
    const before = await host.paths();
    const answer = JSON.parse(
      await host.cli('research-handbook:weekly', { week: '2026-W40', format: 'json' }),
    ) as object;
    expect(answer).toHaveProperty('error', expect.stringContaining('leads out of the vault'));
    expect(host.faults.writes).toEqual([]);
    expect(await host.paths()).toEqual(before);
  });

  it('follows the map note as it comes, changes, moves and goes', async () => {
    await open();
    await host.external.write('Map.md', map('weekly-folder: A\n'));
    expect((await report()).split('/')[0]).toBe('A');
    await host.external.remove('A/2026-W40.md');
    await host.external.write('Map.md', map('weekly-folder: B\n'));
    expect((await report()).split('/')[0]).toBe('B');
    await host.external.remove('B/2026-W40.md');
    const file = host.app.vault.getFileByPath('Map.md');
    if (file === null) throw new Error('no map note');
    await host.run(host.app.fileManager.renameFile(file, 'Moved.md'));
    expect((await report()).split('/')[0]).toBe('B');
    await host.external.remove('B/2026-W40.md');
    await host.external.remove('Moved.md');
    expect((await report()).split('/')[0]).toBe('Weekly');
  });

  it('is the first handbook’s where a second stands beside it', async () => {
    await open({
      files: {
        'a.md': map('weekly-folder: 周\nbeside-another: true\n', 'zh'),
        'Handbook/Map.md': map('weekly-folder: W\n'),
      },
    });
    expect(await report()).toBe('W/2026-W40.md');
  });

  it('is the first handbook’s though that came into sight later', async () => {
    await open({ files: { 'a.md': map('weekly-folder: 周\nbeside-another: true\n', 'zh') } });
    expect((await report()).split('/')[0]).toBe('周');
    await host.external.remove('周/2026-W40.md');
    await host.external.write('Handbook/Map.md', map('weekly-folder: W\n'));
    expect(await report()).toBe('W/2026-W40.md');
  });

  it('is what the map note says, though it was asked for before the cache knew that note', async () => {
    await open({ files: { 'Map.md': map('weekly-folder: My weeks\n') }, cache: 'late' });
    await host.openSettings(); // shows where things lie
    const { metadataCache } = host.app;
    const trigger = metadataCache.trigger.bind(metadataCache);
    metadataCache.trigger = (name, ...data) => {
      if (name !== 'changed') trigger(name, ...data); // at a cold start the app tells of no note by itself
    };
    await host.settleCache();
    expect(await report()).toBe('My weeks/2026-W40.md');
  });

  it('of two copies of a map note, is what the one in its own folder says', async () => {
    await open({
      files: {
        'M.md': map('handbook-folder: Handbook\nweekly-folder: copy\n'),
        'Handbook/Map.md': map('handbook-folder: Handbook\nweekly-folder: own\n'),
      },
    });
    expect(await report()).toBe('own/2026-W40.md');
  });
});
