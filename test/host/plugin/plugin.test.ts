import { afterEach, expect, it } from 'vitest';
import { openSample, samplePlugin } from '../fixtures/sample';
import { type Host, openHost } from '../node';

let host: Host;
afterEach(() => host.close());

it('runs commands where they are available', async () => {
  host = await openSample({ now: '2026-11-05T16:20:00', files: { 'a.md': 'x' } });
  expect(await host.command('host-sample:create')).toBe(true);
  expect(host.notices()).toEqual(['Made made.md']);
  expect(host.read('made.md')).toBe('Made at 2026-11-05T16:20:00.000Z\n');
  expect(await host.command('host-sample:sometimes')).toBe(false);
  expect(await host.command('host-sample:insert')).toBe(false);
  await host.open('a.md', 'live');
  expect(await host.command('host-sample:insert')).toBe(true);
  await host.clock.advance(2_000);
  expect(host.read('a.md')).toBe('insertedx');
});

it('answers the command line and links of its own', async () => {
  host = await openSample();
  expect(await host.cli('host-sample:echo', { text: '你好' })).toBe('你好');
  await host.protocol('host-sample', { x: '1' });
  expect(samplePlugin(host).heard).toContain('protocol {"action":"host-sample","x":"1"}');
  const again = samplePlugin(host);
  expect(() => {
    again.registerCliHandler('host-sample:echo', '', null, () => '');
  }).toThrow('already registered');
});

it('at the app’s start hears a create for each file, then that the layout is ready; not so when switched on', async () => {
  host = await openSample({ files: { 'a.md': '' } });
  expect(samplePlugin(host).heard).toEqual(['create a.md', 'ready']);
  await host.close();
  host = await openSample({ files: { 'a.md': '' }, userEnable: true });
  expect(samplePlugin(host).heard).toEqual(['ready', 'enabled']);
});

it('refuses a second processor for one language, so that the later plugin fails to load', async () => {
  host = await openSample();
  expect(() => samplePlugin(host).registerMarkdownCodeBlockProcessor('sample', () => undefined)).toThrow(
    'already registered',
  );
});

it('undoes every registration at unload', async () => {
  host = await openSample({ files: { 'a.md': '' } });
  await host.openBases('host-sample');
  await host.unload();
  expect(host.leftovers()).toEqual({
    commands: [],
    codeBlocks: [],
    postProcessors: 0,
    views: [],
    editorExtensions: 0,
    basesViews: [],
    cli: [],
    protocolHandlers: [],
    hoverSources: [],
    elements: [],
    listeners: 0,
  });
  expect(host.clock.timers()).toBe(0);
});

it('shows a base of every note, and follows the cache', async () => {
  host = await openSample({ files: { 'a.md': '---\nn: 9\n---\n', 'b.md': '' } });
  await host.openBases('host-sample');
  expect(host.$$('.hs-row').map((el) => el.textContent)).toEqual(['a=9', 'b=']);
  await host.external.write('b.md', '---\nn: 2026-05-06\n---\n');
  expect(host.$$('.hs-row').map((el) => el.textContent)).toEqual(['a=9', 'b=2026-05-06']);
  await host.openBases('host-sample', { folder: 'c' });
  expect(host.$$('.bases-view')).toHaveLength(1);
  expect(host.$$('.hs-row')).toEqual([]);
});

it('has no Bases where they are switched off', async () => {
  host = await openSample({ bases: false });
  expect(host.leftovers().basesViews).toEqual([]);
  await expect(host.openBases('host-sample')).rejects.toThrow('No Bases view');
});

it('keeps per-device values, the language, and refuses the network', async () => {
  host = await openSample({ language: 'zh', localStorage: { k: 'v' } });
  const { obsidian } = samplePlugin(host);
  expect(obsidian.getLanguage()).toBe('zh');
  const moment = obsidian.moment as unknown as (day: string) => { format(pattern: string): string };
  expect(moment('2026-08-04').format('dddd')).toBe('星期二');
  expect(host.app.loadLocalStorage('k')).toBe('v');
  host.app.saveLocalStorage('n', { a: 1 });
  expect(host.app.loadLocalStorage('n')).toEqual({ a: 1 });
  host.app.saveLocalStorage('n', null);
  expect(host.app.loadLocalStorage('n')).toBeNull();
  await expect(obsidian.requestUrl('https://example.org')).rejects.toThrow('refuses');
});

it('gives no Node module to a plugin', async () => {
  host = await openHost();
  await expect(host.loadPlugin('/nowhere')).rejects.toThrow('manifest.json is missing');
});
