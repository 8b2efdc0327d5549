import { afterEach, describe, expect, it } from 'vitest';
import { type Host, openHost } from '../../host/node';
import type { HostOptions } from '../../host/node/options';
import { pluginWith, stopped } from './versions';

let host: Host;
afterEach(() => host.close());

const SET_UP = 'research-handbook:set-up';
const NOTES_EN = [
  'Handbook/Map.md',
  'Handbook/Start/Start here.md',
  'Handbook/Tools/Old tool.md',
  'Handbook/Tools/Servers.md',
  'Handbook/Tools/Zotero.md',
  'Home.md',
  'Templates/Weekly report template.md',
];

async function open(options: HostOptions = {}): Promise<void> {
  host = await openHost({ plugin: await pluginWith(1), now: '2026-11-05T16:20:00', ...options });
}
async function cli(flags: Record<string, string>, command = 'setup'): Promise<Record<string, unknown>> {
  return JSON.parse(await host.cli(`research-handbook:${command}`, { ...flags, format: 'json' })) as Record<
    string,
    unknown
  >;
}

describe('the set-up form', () => {
  it('asks once for the name that reports carry', async () => {
    await open();
    await host.command(SET_UP);
    await host.settle();
    const field = host.$$('.modal label.rh-field').find((one) => one.textContent.startsWith('Your name'));
    await host.fill(field?.querySelector('input') ?? '', ' Li Lei ');
    await host.click('.modal .mod-cta');
    await host.settle();
    await host.click('.modal .mod-cta');
    await host.cli('research-handbook:weekly', {});
    expect(host.read('Weekly/2026-W45.md')).toContain('author: Li Lei\n');
    await host.command('research-handbook:add-handbook-language');
    await host.command(SET_UP);
    await host.settle();
    expect(host.$$('.modal label.rh-field').filter((one) => one.textContent.startsWith('Your name'))).toEqual([]);
  });

  it('makes the notes though the name cannot be kept, and says so', async () => {
    await open();
    await host.command(SET_UP);
    await host.settle();
    const field = host.$$('.modal label.rh-field').find((one) => one.textContent.startsWith('Your name'));
    await host.fill(field?.querySelector('input') ?? '', 'Li Lei');
    host.faults.plan({ readOnly: ['.obsidian'] });
    await host.click('.modal .mod-cta');
    await host.settle();
    expect(await host.paths()).toEqual(NOTES_EN);
    expect(host.notices().join()).toContain('EACCES');
  });

  it('says where it is found again when it is put off, and not once the vault is set up', async () => {
    await open();
    await host.command(SET_UP);
    await host.settle();
    await host.click('.modal-button-container button');
    expect(host.notices()).toEqual([expect.stringContaining('“Set up handbook”')]);
    expect(host.faults.writes).toEqual([]);
    await host.cli('research-handbook:setup', { lang: 'en' });
    await host.clock.advance(10_000);
    await host.command(SET_UP);
    await host.settle();
    await host.press('Escape');
    expect(host.notices()).toEqual([]);
  });

  it('shows what will be made before anything is, then makes it and offers the home note', async () => {
    await open({ files: { 'notes/a.md': 'mine' }, language: 'zh' });
    await host.command(SET_UP);
    await host.settle();
    expect(host.$('.modal').getAttribute('lang')).toBe('zh-CN');
    expect(host.text('.modal-title')).toBe('开始使用 Research Handbook');
    const rows = host.$$('.rh-tree [role="listitem"] > span:first-of-type').map((cell) => cell.textContent);
    expect(rows).toEqual(['手册/', '主页.md', '文献/', '周报/', '模板/']);
    expect(host.text('.rh-promise')).toContain('不改动已有的 1 篇笔记');
    expect(host.text('.modal .mod-cta')).toBe('新建 6 篇笔记');
    expect(host.faults.writes).toEqual([]);
    await host.click('.modal .mod-cta');
    await host.settle();
    expect(await host.paths()).toEqual(
      [
        'notes/a.md',
        '主页.md',
        '手册/入门/从这里开始.md',
        '手册/地图.md',
        '手册/工具/Zotero 管文献.md',
        '手册/工具/服务器.md',
        '模板/周报模板.md',
      ].sort(),
    );
    expect(host.read('notes/a.md')).toBe('mine');
    expect(host.text('.rh-result .rh-lead')).toBe('新建了 6 篇笔记，原有的内容一字未动。');
    expect(host.text('.modal .mod-cta')).toBe('打开主页');
    await host.press('Enter'); // it has the focus
    await host.settle();
    expect(host.app.workspace.getActiveFile()?.path).toBe('主页.md');
    expect(host.notices()).toEqual([]);
    expect(host.errors).toEqual([]);
  });

  it('follows language and root as they change, and names a bad root without writing', async () => {
    await open({ files: { 'file.md': 'x', Taken: 'a file without ending' } });
    await host.command(SET_UP);
    await host.settle();
    await host.fill('.modal input[type="text"]', 'Lab/2026');
    const first = (): string | null => host.text('.rh-tree [role="listitem"] > span:first-of-type');
    expect(first()).toBe('Lab/2026/Handbook/');
    await host.click('.modal input[value="zh"]');
    expect(first()).toBe('Lab/2026/手册/');
    for (const [root, said] of [
      ['../out', '“../out” leads out of the vault'],
      ['/etc', '“/etc” leads out of the vault'],
      ['a:b', '“:” is not allowed'],
      ['.obsidian', 'starts with a dot'],
      ['con', 'do not allow a folder named “con”'],
      ['taken', '“Taken” is a file'],
    ] as const) {
      await host.fill('.modal input[type="text"]', root);
      expect(host.text('.rh-field .rh-hint')).toContain(said);
      expect(host.$<HTMLButtonElement>('.modal .mod-cta').disabled).toBe(true);
      expect(host.$('.modal input[type="text"]').getAttribute('aria-invalid')).toBe('true');
    }
    await host.fill('.modal input[type="text"]', '');
    expect(host.$$('.rh-field .rh-hint')).toEqual([]);
    expect(host.$<HTMLButtonElement>('.modal .mod-cta').disabled).toBe(false);
    expect(host.faults.writes).toEqual([]);
  });

  it('is offered when the student switches the plugin on, once it is known that there is no handbook', async () => {
    await open({ userEnable: true, cache: 'late', files: { 'a.md': 'x' } });
    expect(host.$$('.modal')).toHaveLength(0);
    await host.settleCache();
    expect(host.text('.modal-title')).toContain('Get started');
    expect(host.faults.writes).toEqual([]);
  });

  it('is not offered where a map note comes late into the cache, nor when the app starts', async () => {
    await open();
    expect(host.$$('.modal')).toHaveLength(0);
    await host.cli('research-handbook:setup', { lang: 'en' });
    const map = host.read('Handbook/Map.md');
    await host.close();
    await open({ userEnable: true, cache: 'late', files: { 'Handbook/Map.md': map } });
    await host.settleCache();
    expect(host.$$('.modal')).toHaveLength(0);
  });
});

describe('setup on the command line', () => {
  it('answers exactly the lists it promises, and again with nothing to do', async () => {
    await open({ files: { 'Home.md': 'mine' } });
    const made = await cli({ lang: 'en' });
    expect(Object.keys(made)).toEqual(['ok', 'created', 'updated', 'merged', 'kept', 'unchanged', 'failed']);
    expect(made).toMatchObject({ ok: true, updated: [], merged: [], kept: ['Home.md'], unchanged: [], failed: [] });
    expect([...(made['created'] as string[])].sort()).toEqual(
      [...NOTES_EN.filter((path) => path !== 'Home.md'), 'Home (handbook).md'].sort(),
    );
    const before = Object.fromEntries((await host.paths()).map((path) => [path, host.read(path)]));
    const writes = host.faults.writes.length;
    const again = await cli({ lang: 'en' });
    expect(again).toMatchObject({ created: [], updated: [], failed: [] });
    expect(again['unchanged']).toHaveLength(7);
    expect(host.faults.writes).toHaveLength(writes);
    expect(Object.fromEntries((await host.paths()).map((path) => [path, host.read(path)]))).toEqual(before);
  });

  it.each([
    [{ lang: 'fr' }, /“fr” is not known/],
    [{}, /lang/],
    [{ lang: 'en', root: '../x' }, /“..\/x” leads out of the vault/],
    [{ lang: 'en', root: 'a|b' }, /“\|” is not allowed/],
    [{ lang: 'en', root: 'file.txt' }, /“file.txt” is a file/],
    [{ lang: 'en', rot: 'x' }, /“rot”/],
  ])('%j is an error that names it, and nothing is done', async (flags, message) => {
    await open({ files: { 'file.txt': 'x' } });
    const answer = await cli(flags as Record<string, string>);
    expect(answer).toEqual({ ok: false, error: expect.stringMatching(message) as string });
    expect(host.faults.writes).toEqual([]);
  });

  it('does not move a handbook that is there', async () => {
    await open();
    await cli({ lang: 'en' });
    expect(await cli({ lang: 'en', root: 'Lab' })).toEqual({
      ok: false,
      error: '“Lab”: the handbook is already in “Handbook”. Move that folder in Obsidian instead.',
    });
    expect(await cli({ lang: 'en', root: '/' })).toMatchObject({ ok: true, created: [] });
  });

  it('takes a folder in the spelling that the vault has, and finds it again', async () => {
    await open({ files: { 'lab/mine.md': 'mine' }, data: { handbookFolder: 'Guide' } });
    const made = await cli({ lang: 'en', root: 'Lab' });
    expect(made).toMatchObject({ ok: true, failed: [], kept: [] });
    expect((await host.paths()).filter((path) => path.startsWith('Lab/'))).toEqual([]);
    expect(await host.paths()).toEqual(expect.arrayContaining(['Guide/Map.md', 'lab/Home.md']));
    expect(await cli({ lang: 'en', root: 'Lab' })).toMatchObject({ ok: true, created: [], updated: [] });
  });

  it('names a folder that cannot be written, and finishes once it can', async () => {
    await open({ faults: { readOnly: ['Handbook/Tools'] } });
    const answer = await cli({ lang: 'en' });
    expect((answer['failed'] as { path: string }[]).map(({ path }) => path).sort()).toEqual([
      'Handbook/Tools/Old tool.md',
      'Handbook/Tools/Servers.md',
      'Handbook/Tools/Zotero.md',
    ]);
    for (const { reason } of answer['failed'] as { reason: string }[]) expect(reason).toContain('EACCES');
    host.faults.plan({});
    expect((await cli({ lang: 'en' }))['created']).toHaveLength(3);
    expect(await host.paths()).toEqual([...NOTES_EN].sort());
  });

  it('is an error where nothing at all can be written', async () => {
    await open({ faults: { readOnly: ['Lab'] } });
    const answer = await cli({ lang: 'en', root: 'Lab' });
    expect(answer).toEqual({ ok: false, error: expect.stringContaining('EACCES') as string });
  });

  it('waits for the cache, so that a handbook is never made twice', async () => {
    await open();
    await cli({ lang: 'en' });
    const files = Object.fromEntries(
      (await host.paths()).map((path) => [path.replace('Handbook/', 'Moved/'), host.read(path)]),
    );
    await host.close();
    await open({ files, cache: 'late' });
    const answering = host.cli('research-handbook:setup', { lang: 'en', format: 'json' });
    await host.settleCache();
    expect(JSON.parse(await answering)).toMatchObject({ created: [] });
    expect(await host.paths()).toEqual(Object.keys(files).sort());
  });
});

describe('a note that cannot be read', () => {
  it('does not hold up a set-up where it is the student’s', async () => {
    await open({ files: { 'cloud.md': 'x' }, faults: { failRead: ['cloud.md'] } });
    expect(await cli({ lang: 'en' })).toMatchObject({ ok: true, failed: [] });
    expect(await host.paths()).toEqual([...NOTES_EN, 'cloud.md'].sort());
  });

  it('stops a set-up before any write where it lies at a place of ours', async () => {
    await open();
    await cli({ lang: 'en' });
    const files = Object.fromEntries((await host.paths()).map((path) => [path, host.read(path)]));
    await host.close();
    await open({ files, faults: { failRead: ['Handbook/Map.md'] } });
    expect(await cli({ lang: 'en' })).toEqual({
      ok: false,
      error: expect.stringContaining('“Handbook/Map.md” cannot be read right now') as string,
    });
    expect(host.faults.writes).toEqual([]);
  });
});

describe('a stop in the middle of a set-up', () => {
  it('after any write, and running again, ends in the same vault', async () => {
    await open();
    await cli({ lang: 'en' });
    const whole = Object.fromEntries((await host.paths()).map((path) => [path, host.read(path)]));
    const writes = host.faults.writes.length;
    await host.close();
    for (let stop = 0; stop < writes; stop++) {
      await open({ faults: { stopAfterWrite: stop } });
      await stopped(host, cli({ lang: 'en' }));
      const files = Object.fromEntries((await host.paths()).map((path) => [path, host.read(path)]));
      await host.close();
      await open({ files });
      await cli({ lang: 'en' });
      expect(Object.fromEntries((await host.paths()).map((path) => [path, host.read(path)]))).toEqual(whole);
      await host.close();
    }
    await open();
  }, 180_000);
});

describe('a second language', () => {
  it('is called one in the form, too', async () => {
    await open();
    await cli({ lang: 'en' });
    await host.command(SET_UP);
    await host.settle();
    expect(host.text('.modal .mod-cta')).toBe('Check again');
    await host.click('.modal input[value="zh"]');
    expect(host.text('.rh-setup .rh-lead')).toContain('A second handbook goes beside the one you have');
    expect(host.text('.modal .mod-cta')).toBe('Create 6 notes');
  });

  it('comes beside the first as a separate action; folders and language of the vault stay the first one’s', async () => {
    await open();
    await cli({ lang: 'en' });
    await host.command('research-handbook:add-handbook-language');
    await host.settle();
    expect(host.text('.modal-title')).toBe('Add the handbook in 中文');
    expect(host.$$('.rh-choice')).toEqual([]);
    await host.click('.modal .mod-cta');
    await host.settle();
    const paths = await host.paths();
    expect(paths).toContain('手册/地图.md');
    expect(paths).toContain('Handbook/Map.md');
    expect(host.read('手册/地图.md')).toContain('sources-folder: Sources');
    expect(host.read('手册/地图.md')).toContain('beside-another: true');
    expect(await cli({}, 'status')).toMatchObject({ handbook: { notes: 13 } });
  });
});

it('leaves nothing behind at unload', async () => {
  await open();
  await cli({ lang: 'en' });
  await host.command(SET_UP);
  await host.settle();
  expect(host.$$('.modal')).toHaveLength(1);
  await host.unload();
  expect(host.leftovers()).toMatchObject({ commands: [], cli: [], elements: [], listeners: 0 });
  expect(host.clock.timers()).toBe(0);
});
