import { afterEach, describe, expect, it } from 'vitest';
import { type Host, openHost } from '../../host/node';

const DATA = '.obsidian/plugins/research-handbook/data.json';

let host: Host;
afterEach(() => host.close());

const stored = async (): Promise<Record<string, unknown>> =>
  JSON.parse(await host.read(DATA)) as Record<string, unknown>;

describe('the settings tab', () => {
  it.each(['zh', 'en'])('shows every setting with a name (%s)', async (language) => {
    host = await openHost({ plugin: true, files: {}, language });
    await host.openSettings();
    const names = host.$$('.setting-item-name').map((el) => el.textContent.trim());
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter((name) => name === '')).toEqual([]);
    expect(host.errors).toEqual([]);
  });

  it('writes nothing on opening, and what the student changes', async () => {
    host = await openHost({ plugin: true, files: {} });
    await host.openSettings();
    expect(await host.exists(DATA)).toBe(false);
    const row = host.$$('.setting-item').find((el) => el.textContent.includes('Your name'));
    const input = row?.querySelector('input');
    if (!input) throw new Error('no field for the name');
    input.value = '欧阳修';
    input.dispatchEvent(new host.window.Event('input', { bubbles: true }));
    await host.settle();
    expect(await stored()).toMatchObject({ reportAuthor: '欧阳修', settingsVersion: 1 });
  });

  it('refuses a report name that two weeks would share, and says why', async () => {
    host = await openHost({ plugin: true, files: {} });
    await host.openSettings();
    const row = host.$$('.setting-item').find((el) => el.textContent.includes('Name of a report note'));
    const input = row?.querySelector('input');
    if (!input) throw new Error('no field for the report name');
    input.value = 'Weekly report';
    input.dispatchEvent(new host.window.Event('input', { bubbles: true }));
    await host.settle();
    expect(await host.exists(DATA)).toBe(false);
  });

  it.each([
    'Handbook folder',
    'Sources folder',
    'Weekly reports folder',
    'Templates folder',
    'Home note',
    'Name of a report note',
  ])('keeps no path that leads out of the vault or that some system forbids: %s', async (name) => {
    host = await openHost({ plugin: true, files: {} });
    await host.openSettings();
    const row = host.$$('.setting-item').find((el) => el.querySelector('.setting-item-name')?.textContent === name);
    const field = row?.querySelector('input');
    if (!field) throw new Error(`no field for ${name}`);
    for (const path of ['/{week}', 'a/../{week}', 'a:{week}']) {
      await host.fill(field, path);
      await host.settle();
      expect(await host.exists(DATA)).toBe(false);
    }
    await host.fill(field, 'a/{week}');
    await host.settle();
    expect(Object.values(await stored())).toContain('a/{week}');
  });

  it('starts with a damaged data.json, says so, and leaves the file alone', async () => {
    host = await openHost({ plugin: true, files: {}, data: '{"reportAuthor": "Li' });
    expect(await host.read(DATA)).toBe('{"reportAuthor": "Li');
    expect(host.notices().join()).toContain('settings file could not be read');
    expect(host.errors).toEqual([]);
  });

  it('keeps a damaged data.json as a copy before the first change replaces it, and says where', async () => {
    const damaged = '{"reportAuthor": "Li", "spans": "Term: 2026-09-07..2027-01-15';
    host = await openHost({ plugin: true, files: {}, data: damaged });
    await host.openSettings();
    const row = host.$$('.setting-item').find((el) => el.textContent.includes('Your name'));
    const field = row?.querySelector('input');
    if (!field) throw new Error('no field for the name');
    await host.fill(field, '欧阳修');
    await host.settle();
    const copy = DATA.replace('data.json', 'data-unreadable-1.json');
    expect(await host.read(copy)).toBe(damaged);
    expect(host.notices().join()).toContain(copy);
    expect(await stored()).toMatchObject({ reportAuthor: '欧阳修' });
    expect(await host.exists(copy.replace('-1', '-2'))).toBe(false);
    expect(host.errors).toEqual([]);
  });
});

describe('texts with a form of their own', () => {
  it.each([
    ['Terms and other spans', 'Autumn term: next week', 'Autumn term: 2026-09-07..2027-01-15'],
    ['Days off', '2026-02-30', '2026-10-01..2026-10-07'],
    ['Their property names', 'writer = ?', 'authors: creators'],
  ])('%s: “%s” is refused with its line, and “%s” kept', async (name, wrong, right) => {
    host = await openHost({ plugin: true, files: {} });
    await host.openSettings();
    const row = host.$$('.setting-item').find((el) => el.querySelector('.setting-item-name')?.textContent === name);
    const field = row?.querySelector('textarea');
    if (!row || !field) throw new Error(`no field for ${name}`);
    await host.fill(field, `\n${wrong}`);
    await host.settle();
    expect(host.document.body.textContent).toContain(`Line 2, “${wrong}”`);
    expect(await host.exists(DATA)).toBe(false);
    await host.fill(field, right);
    await host.settle();
    expect(Object.values(await stored())).toContain(right);
  });
});
