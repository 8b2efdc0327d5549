import { afterEach, describe, expect, it } from 'vitest';
import { type Host, openHost } from '../host/node';
import { pluginWith } from './handbook/versions';

const NOW = '2026-11-05T16:20:00';
const MINE = { 'mine.md': 'mine\n', '手册/也是我的.md': '我的\n' };
const TITLE = 'Attention Is All You Need';

let host: Host;
afterEach(() => host.close());

/** One command of the CLI; resolves to nothing where the app has stopped under it. */
async function run(command: string, flags: Record<string, string> = {}): Promise<Record<string, unknown>> {
  const answer = await host
    .cli(`research-handbook:${command}`, { ...flags, format: 'json' })
    .catch((error: unknown) => {
      if (host.faults.stopped) return '{}';
      throw error;
    });
  return JSON.parse(answer) as Record<string, unknown>;
}

/** The main job after set-up: a source, a line of reading, this week's report; each only where it is not done yet. */
async function read(): Promise<void> {
  await run('add', { title: TITLE, status: 'queued' });
  const { entries } = await run('status');
  if (entries === 0) await run('log', { source: TITLE, min: '45', note: '先看图', status: 'reading' });
  await run('weekly');
}

async function contents(): Promise<Record<string, string>> {
  return Object.fromEntries((await host.paths()).map((path) => [path, host.read(path)]));
}

describe('the whole loop, from an empty vault to a report', () => {
  it('makes what it says, run twice makes nothing more, and leaves nothing behind', async () => {
    host = await openHost({ plugin: true, files: MINE, now: NOW, language: 'zh' });
    await run('setup', { lang: 'zh' });
    await read();
    const made = await contents();
    expect(made).toMatchObject(MINE);
    expect(made[`文献/${TITLE}.md`]).toContain('- 2026-11-05 先看图 [min:: 45] [marked:: reading]');
    expect(made['周报/2026-W45.md']).toContain(`[[${TITLE}]]`);
    const writes = host.faults.writes.length;
    await run('setup', { lang: 'zh' });
    await read();
    expect(await contents()).toEqual(made);
    expect(host.faults.writes).toHaveLength(writes);
    await host.unload();
    expect(host.leftovers()).toMatchObject({ commands: [], codeBlocks: [], cli: [], elements: [], listeners: 0 });
    expect(host.clock.timers()).toBe(0);
    expect(host.errors).toEqual([]);
  });

  it('stopped after any write and run again, ends in the same vault', async () => {
    // A handbook of seven notes, since each of these vaults is read whole: what is stopped comes after its set-up.
    const plugin = await pluginWith(1);
    host = await openHost({ plugin, files: MINE, now: NOW, language: 'zh' });
    await run('setup', { lang: 'zh' });
    const prepared = await contents();
    const before = host.faults.writes.length;
    await read();
    const whole = await contents();
    const writes = host.faults.writes.length - before;
    expect(writes).toBeGreaterThanOrEqual(3);
    await host.close();
    for (let stopAfterWrite = 0; stopAfterWrite < writes; stopAfterWrite++) {
      host = await openHost({ plugin, files: prepared, now: NOW, language: 'zh', faults: { stopAfterWrite } });
      await read();
      expect(await contents()).toMatchObject(MINE);
      const left = await contents();
      await host.close();
      host = await openHost({ plugin, files: left, now: NOW, language: 'zh' });
      await read();
      expect(await contents()).toEqual(whole);
      await host.close();
    }
  }, 120_000);
});

describe('dialogs', () => {
  it.each([
    'set-up',
    'add-source',
    'log-reading',
    'insert-time-progress',
    'insert-heatmap',
    'choose-weekly-report',
    'list-missing-reports',
  ])('%s left open, closes when the plugin is switched off', async (command) => {
    host = await openHost({ plugin: true, files: MINE, now: NOW });
    await host.open('mine.md', 'source');
    await host.command(`research-handbook:${command}`);
    await host.settle();
    expect(host.$$('.modal-container').length).toBe(1);
    await host.unload();
    expect(host.$$('.modal-container').length).toBe(0);
    expect(host.errors).toEqual([]);
  });
});

it('switched off before it has started, leaves nothing behind', async () => {
  host = await openHost({ plugin: true, now: NOW });
  const { plugin, app } = host;
  await host.unload();
  const Again = plugin.constructor as new (app: unknown, manifest: unknown) => typeof plugin;
  await host.run(async () => {
    const again = new Again(app, plugin.manifest);
    const starting: unknown = again.load();
    again.unload();
    await starting;
  });
  await host.settle();
  expect(host.leftovers()).toMatchObject({ commands: [], codeBlocks: [], cli: [], elements: [], listeners: 0 });
  expect(host.clock.timers()).toBe(0);
});
