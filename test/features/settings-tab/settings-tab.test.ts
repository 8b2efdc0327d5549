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

/** The row of the tab that has a name. */
function row(name: string): HTMLElement {
  const found = host.$$('.setting-item').find((el) => el.querySelector('.setting-item-name')?.textContent === name);
  if (found === undefined) throw new Error(`no row ${name}`);
  return found;
}
const say = (): string => host.document.body.textContent;

describe('a number', () => {
  it.each(['-5', '10081', '12.5', 'a lot', '1e3', '0x10'])(
    'is refused with words where it is none to keep: %s',
    async (typed) => {
      host = await openHost({ plugin: true, files: {}, data: { weeklyGoalMinutes: 300 } });
      await host.openSettings();
      const field = row('Weekly goal in minutes').querySelector('input');
      if (!field) throw new Error('no field');
      expect(field.value).toBe('300');
      for (const part of [typed.slice(0, 1), typed]) {
        await host.fill(field, part);
        await host.settle();
      }
      expect(say()).toContain('a whole number from 0 to 10080');
      // What was typed on the way may have been a number; the wrong one, or 0 in its stead, is not kept.
      expect([300, Number(typed.slice(0, 1))]).toContain((await stored())['weeklyGoalMinutes']);
      expect((await stored())['weeklyGoalMinutes']).not.toBe(typed === '0x10' ? 16 : Number(typed));
    },
  );

  it.each([
    ['45', 45],
    [' ６００ ', 600],
    ['', 0],
    ['10080', 10_080],
  ])('is kept as a number: %j', async (typed, kept) => {
    host = await openHost({ plugin: true, files: {}, data: { weeklyGoalMinutes: 300 } });
    await host.openSettings();
    await host.fill(row('Weekly goal in minutes').querySelector('input') ?? '', typed);
    await host.settle();
    expect(await stored()).toMatchObject({ weeklyGoalMinutes: kept });
  });

  it('is never a field of the app’s own kind, which makes 0 of what it cannot read', async () => {
    host = await openHost({ plugin: true, files: {} });
    await host.openSettings();
    expect(host.$$('.mod-settings input[type=number]')).toEqual([]);
  });
});

describe('terms and deadlines', () => {
  const SPANS = '# 2026\nAutumn term: 2026-09-07..2027-01-15\nCVPR: 2026-11-17 23:59 AoE\nProposal: some day';
  const spans = async (): Promise<unknown> => (await stored())['spans'];
  const names = (): string[] =>
    host.$$('.setting-item.mod-action .setting-item-name').map((el) => el.textContent.trim());
  const fill = async (key: string, text: string): Promise<void> => {
    await host.fill(`#rh-span-${key}`, text);
  };
  const submit = (): Promise<void> => host.click('.rh-dialog .mod-cta');

  async function openSpans(more: Record<string, unknown> = { spans: SPANS }): Promise<void> {
    host = await openHost({ plugin: true, files: {}, data: { settingsVersion: 1, ...more } });
    await host.openSettings();
  }

  it('are listed in their order, with their dates, and with what is not understood', async () => {
    await openSpans();
    expect(names()).toEqual(expect.arrayContaining(['Autumn term', 'CVPR', 'Proposal: some day']));
    expect(row('Autumn term').textContent).toContain('2026-09-07 – 2027-01-15');
    expect(row('CVPR').textContent).toContain('Deadline: 2026-11-17 23:59 AoE');
    expect(row('Proposal: some day').textContent).toContain('not understood');
    expect(host.faults.writes).toEqual([]);
  });

  it('say what to do where there are none', async () => {
    await openSpans({});
    expect(say()).toContain('None yet. Add a term');
  });

  it('are added by a form that says what is wrong, and keeps nothing before it is right', async () => {
    await openSpans();
    await host.click('[aria-label="Add a term or deadline"]');
    await submit();
    expect(host.$$('.rh-dialog [data-invalid]')).toHaveLength(3);
    await fill('name', 'CVPR');
    await fill('from', '2027-02-26');
    await fill('to', '2027-02-01');
    expect(say()).toContain('There is one of that name already');
    expect(say()).toContain('before the beginning');
    expect(host.$<HTMLButtonElement>('.rh-dialog .mod-cta').disabled).toBe(true);
    await fill('name', 'Spring term');
    await fill('to', '2027-07-04');
    expect(host.text('.rh-dialog .rh-preview code')).toBe('Spring term: 2027-02-26..2027-07-04');
    expect(await spans()).toBe(SPANS);
    await submit();
    await host.settle();
    expect(await spans()).toBe(`${SPANS}\nSpring term: 2027-02-26..2027-07-04`);
    expect(names()).toContain('Spring term');
    expect(host.$$('.rh-dialog')).toEqual([]);
  });

  it('are changed one at a time: a line that is not understood becomes a deadline', async () => {
    await openSpans();
    await host.click(row('Proposal: some day'));
    expect(host.$<HTMLInputElement>('#rh-span-name').value).toBe('Proposal');
    await host.click(host.$('input[value="deadline"]'));
    await fill('to', '2026-10-27');
    await submit();
    await host.settle();
    expect(await spans()).toBe(SPANS.replace('some day', '2026-10-27'));
  });

  it('are put in order by buttons, too', async () => {
    await openSpans();
    await host.click(row('CVPR'));
    const up = host.$$('.rh-dialog button').find((el) => el.textContent === 'Move up');
    await host.click(up ?? '');
    expect(host.text('.rh-dialog [role=status]')).toBe('1 of 3');
    expect((up as HTMLButtonElement).disabled).toBe(true);
    await submit();
    await host.settle();
    expect(await spans()).toBe(
      '# 2026\nCVPR: 2026-11-17 23:59 AoE\nAutumn term: 2026-09-07..2027-01-15\nProposal: some day',
    );
  });

  it('are removed alone, and what was removed is said', async () => {
    await openSpans();
    await host.click(row('CVPR').querySelector('[aria-label="Delete"]') ?? '');
    await host.settle();
    expect(await spans()).toBe('# 2026\nAutumn term: 2026-09-07..2027-01-15\nProposal: some day');
    expect(host.notices().join()).toContain('CVPR: 2026-11-17 23:59 AoE');
    expect(names()).not.toContain('CVPR');
  });

  it('overwrite no other where the list changed meanwhile', async () => {
    await openSpans();
    await host.click(row('CVPR'));
    await fill('to', '2026-11-18');
    await host.external.write(DATA, JSON.stringify({ settingsVersion: 1, spans: 'Holiday: 2026-12-24..2026-12-31' }));
    await submit();
    await host.settle();
    expect(await spans()).toBe('Holiday: 2026-12-24..2026-12-31\nCVPR: 2026-11-18');
  });

  it('can be written as text, which is refused with its line', async () => {
    await openSpans({});
    await host.click(row('Edit terms and deadlines as text'));
    await host.fill('#rh-spans-text', '\nAutumn term: next week');
    expect(say()).toContain('Line 2, “Autumn term: next week”');
    expect(host.$<HTMLButtonElement>('.rh-dialog .mod-cta').disabled).toBe(true);
    await host.fill('#rh-spans-text', SPANS.replace('some day', '2026-10-27'));
    await submit();
    await host.settle();
    expect(await spans()).toBe(SPANS.replace('some day', '2026-10-27'));
    expect(names()).toContain('Proposal');
    expect(host.errors).toEqual([]);
  });
});

describe('services for asking the vault', () => {
  const names = (): string[] => host.$$('.setting-item-name').map((el) => el.textContent);
  const options = (name: string): string[] => [...row(name).querySelectorAll('option')].map((el) => el.value);
  async function choose(name: string, value: string): Promise<void> {
    const select = row(name).querySelector('select');
    if (!select) throw new Error(`nothing to choose for ${name}`);
    select.value = value;
    select.dispatchEvent(new host.window.Event('change', { bubbles: true }));
    await host.settle();
  }
  const ANSWERS = 'Who answers questions';
  const VECTORS = 'Who makes vectors, to find by meaning';

  it('are none at first, and none for vectors that offers none', async () => {
    host = await openHost({ plugin: true, files: {} });
    await host.openSettings();
    for (const name of [ANSWERS, VECTORS]) expect(row(name).querySelector('select')?.value).toBe('none');
    for (const name of ['Model', 'Key', 'Address']) expect(names()).not.toContain(name);
    expect(options(ANSWERS)).toContain('deepseek');
    expect(options(VECTORS)).not.toContain('deepseek');
    expect(options(VECTORS)).toContain('ollama');
    expect(host.requests).toEqual([]);
  });

  it('once chosen have a model, a key and a price, one of the student’s own an address, too', async () => {
    host = await openHost({ plugin: true, files: {} });
    await host.openSettings();
    await choose(ANSWERS, 'deepseek');
    expect(row('Model').querySelector('input')?.placeholder).toBe('deepseek-chat');
    expect(names()).not.toContain('Address');
    await choose(ANSWERS, 'own');
    const fill = async (name: string, text: string): Promise<void> => {
      const field = row(name).querySelector('input');
      if (!field) throw new Error(`no field for ${name}`);
      await host.fill(field, text);
      await host.settle();
    };
    await fill('Address', 'https://models.example.edu/v1');
    await fill('Model', 'qwen3');
    await fill('Price of a million tokens', '2 元');
    expect(await stored()).toMatchObject({
      chatService: 'own',
      chatUrl: 'https://models.example.edu/v1',
      chatModel: 'qwen3',
      chatRate: '2 元',
    });
    expect(names()).toContain('Key');
    await choose(ANSWERS, 'none');
    expect(names()).not.toContain('Model');
    expect((await stored())['chatModel']).toBe('qwen3'); // there when it is chosen again
    expect(host.requests).toEqual([]);
    expect(host.errors).toEqual([]);
  });
});
