import { afterEach, describe, expect, it } from 'vitest';
import type { SettingsStore } from '../../../src/settings/store';
import { type Host, type HostOptions, openHost } from '../../host/node';

let host: Host;
afterEach(() => host.close());

const FILES = {
  'Papers/MAE.md':
    '---\ntags: [cv]\n---\n\n# MAE\n\nASK(Ana): does it hold?\n\n- [ ] TODO run it #gpu/a\n- [x] FIXME done\n\n- TODO secret1 [private:: true]\n  - IDEA: secret2\n',
  'diary.md': '---\nprivate: true\n---\nTODO secret3\n',
  'broken.md': '---\nprivate: true\nprivate: true\n---\nTODO secret4\n',
  'Templates/note.md': 'TODO a template\n',
  'Old/x.md': 'TODO left out\n',
  'handbook.md': '---\nhandbook-id: a/b\n---\nTODO of the handbook\n',
  'Weekly/2026-W31.md': '---\ntype: weekly-report\nweek: 2026-W31\n---\nTODO of a report\n',
  'Group/li.md': '---\ntype: handed-in\n---\nTODO handed in\n',
};

async function open(options: HostOptions = {}): Promise<void> {
  host = await openHost({
    plugin: true,
    now: '2026-08-06T09:00:00',
    language: 'en',
    files: FILES,
    data: { markExcludedFolders: 'old/' },
    ...options,
  });
}

interface Answer {
  readonly ok: boolean;
  readonly error: string;
  readonly marks: readonly {
    path: string;
    line: number;
    keyword: string;
    text: string;
    tags: string[];
    done: boolean;
  }[];
  readonly counts: Readonly<Record<string, number>>;
}

const cli = async (flags: Record<string, string> = {}): Promise<Answer> =>
  JSON.parse(await host.cli('research-handbook:marks', { format: 'json', ...flags })) as Answer;
const texts = async (flags: Record<string, string> = {}): Promise<string[]> =>
  (await cli(flags)).marks.map(({ text }) => text);

describe(':marks', () => {
  it('lists open marks with their place, and nothing that is private, of templates, reports, the handbook or others', async () => {
    await open();
    expect(await cli()).toEqual({
      ok: true,
      marks: [
        {
          path: 'Papers/MAE.md',
          line: 7,
          keyword: 'ASK',
          arg: 'Ana',
          text: 'does it hold?',
          tags: ['cv'],
          done: false,
        },
        {
          path: 'Papers/MAE.md',
          line: 9,
          keyword: 'TODO',
          arg: '',
          text: 'run it #gpu/a',
          tags: ['gpu/a', 'cv'],
          done: false,
        },
      ],
      counts: { TODO: 1, FIXME: 0, IDEA: 0, ASK: 1, READ: 0, NOTE: 0 },
    });
    expect(await texts({ done: 'true', keyword: 'fixme' })).toEqual(['done']);
    expect(await texts({ keyword: '提问' })).toEqual(['does it hold?']);
    expect(await texts({ tag: '#gpu' })).toEqual(['run it #gpu/a']);
    expect(await texts({ path: 'papers/' })).toHaveLength(2);
    expect(await texts({ path: 'Papers/MAE.md' })).toHaveLength(2);
    expect(await texts({ path: 'Pap' })).toEqual([]);
    expect(await cli({ keyword: 'FIXM' })).toMatchObject({
      ok: false,
      error: expect.stringContaining('FIXME') as string,
    });
    expect(await host.cli('research-handbook:marks')).toBe(
      'Papers/MAE.md:7 ASK does it hold?\nPapers/MAE.md:9 TODO run it #gpu/a',
    );
  });

  it('follows edits, renames, deletions and settings', async () => {
    await open({ files: { 'a.md': 'TODO one\n' } });
    expect(await texts()).toEqual(['one']);
    await host.external.write('a.md', 'TODO two\n\n~~TODO three~~\n');
    expect(await texts()).toEqual(['two']);
    const file = host.app.vault.getFileByPath('a.md');
    if (file === null) throw new Error('no note');
    await host.run(host.app.fileManager.renameFile(file, 'b.md'));
    expect((await cli()).marks).toMatchObject([{ path: 'b.md', line: 1, text: 'two' }]);
    const { store } = host.plugin as unknown as { store: SettingsStore };
    await host.run(store.set('markKeywords', 'X'));
    expect(await texts()).toEqual([]);
    await host.run(store.set('markKeywords', 'HYP purple'));
    expect(await texts()).toEqual([]);
    await host.external.write('b.md', 'HYP it does\n\n```\n# HYP in code\n```\n');
    expect(await texts()).toEqual(['it does', 'in code']);
    await host.run(store.set('markCode', false));
    expect(await texts()).toEqual(['it does']);
    await host.external.remove('b.md');
    expect(await texts()).toEqual([]);
  });

  it('leaves out what the app itself leaves out', async () => {
    await open({ files: { 'a.md': 'TODO one\n', 'b.md': 'TODO two\n' } });
    Object.assign(host.app.metadataCache, { isUserIgnored: (path: string) => path === 'a.md' });
    expect(await texts()).toEqual(['two']);
  });

  it('reads nothing at load, everything once, and at the second start nothing', async () => {
    await open({ files: { 'Papers/MAE.md': FILES['Papers/MAE.md'], 'diary.md': FILES['diary.md'] } });
    await host.settle();
    expect(host.reads).not.toContain('Papers/MAE.md');
    await cli();
    expect(host.reads).toContain('Papers/MAE.md');
    await host.settle();
    host = await host.restart();
    await host.settle();
    const before = host.reads.length;
    expect((await cli()).marks).toHaveLength(2);
    expect(host.reads.slice(before)).toEqual([]);
  });
});

const list = (): HTMLElement => {
  const el = host.document.querySelector<HTMLElement>('.rh-marks');
  if (el === null) throw new Error('no list');
  return el;
};
const rows = (): string[] => [...list().querySelectorAll('.rh-mark-text')].map((row) => row.textContent);
const heads = (): string[] => [...list().querySelectorAll('.rh-marks-group')].map((row) => row.textContent);

describe('the view', () => {
  async function show(options: HostOptions = {}): Promise<void> {
    await open(options);
    await host.command('research-handbook:open-marks');
    await host.settle();
  }

  it('shows private marks, too, in groups with counts', async () => {
    await show();
    expect(heads()).toEqual(['TODO4', 'IDEA1', 'ASK1, into the weekly report']);
    expect(rows().filter((text) => text.includes('secret'))).toHaveLength(4);
    await host.external.write('new.md', 'NOTE at once\n');
    await host.settle();
    expect(rows()).toContain('at once');
  });

  it('filters, groups, folds and toggles', async () => {
    await show();
    const input = list().querySelector('input');
    const select = list().querySelector('select');
    if (input === null || select === null) throw new Error('no bar');
    input.value = 'run -secret path:papers';
    input.dispatchEvent(new host.window.Event('input'));
    expect(rows()).toEqual(['run it #gpu/a']);
    input.value = 'nowhere';
    input.dispatchEvent(new host.window.Event('input'));
    expect(list().textContent).toContain('No mark fits what is asked for here.');
    input.value = '';
    input.dispatchEvent(new host.window.Event('input'));
    for (const [grouping, expected] of [
      ['note', ['Papers/MAE.md4', 'broken.md1', 'diary.md1']],
      ['folder', ['Papers4', 'Vault root2']],
      ['tag', ['cv4', 'gpu/a1', 'No tag2']],
      ['topic', ['Ana1', 'No topic5']],
    ] as const) {
      select.value = grouping;
      select.dispatchEvent(new host.window.Event('change'));
      expect(heads()).toEqual(expected);
    }
    list().querySelector<HTMLElement>('.rh-marks-group')?.click();
    expect(rows()).not.toContain('Ana does it hold?');
    const chips = [...list().querySelectorAll<HTMLElement>('.rh-chip')];
    expect(chips.map(({ textContent }) => textContent)).toEqual([
      'TODO 4',
      'FIXME 0',
      'IDEA 1',
      'ASK 1',
      'READ 0',
      'NOTE 0',
      'Done 1',
    ]);
    chips[0]?.click();
    list().querySelector<HTMLElement>('.rh-chip:last-child')?.click();
    expect(rows()).toEqual(['done', 'secret2']);
  });

  it('moves by keys, shows the line before it writes, and writes only what was shown', async () => {
    await show({ files: { 'a.md': '> FIXME one\n\n- [ ] TODO two\n' } });
    const tree = list().querySelector<HTMLElement>('[role=tree]');
    const key = (name: string): void => {
      host.document.activeElement?.dispatchEvent(
        new host.window.KeyboardEvent('keydown', { key: name, bubbles: true }),
      );
    };
    tree?.querySelector<HTMLElement>('[role=treeitem]')?.focus();
    key('ArrowDown');
    expect(host.document.activeElement?.textContent).toContain('two');
    key('End');
    key(' ');
    await host.settle();
    expect(list().querySelector('.rh-raw')?.textContent).toBe('> ~~FIXME one~~');
    expect(await host.read('a.md')).toBe('> FIXME one\n\n- [ ] TODO two\n');
    list().querySelector<HTMLElement>('.rh-close-ask button')?.click();
    await host.settle();
    expect(await host.read('a.md')).toBe('> ~~FIXME one~~\n\n- [ ] TODO two\n');
    expect(rows()).toEqual(['two']);
    list().querySelector<HTMLElement>('.rh-mark-close')?.click();
    await host.settle();
    await host.external.write('a.md', '> ~~FIXME one~~\n\n- [ ] TODO two more\n');
    list().querySelector<HTMLElement>('.rh-close-ask button')?.click();
    await host.settle();
    expect(await host.read('a.md')).toBe('> ~~FIXME one~~\n\n- [ ] TODO two more\n');
    expect(host.notices().join()).toContain('a.md has changed');
  });

  it('offers a source for what is to be read, and says why it is empty', async () => {
    await show({ files: { 'a.md': 'READ https://arxiv.org/abs/2111.06377\n' } });
    list().querySelector<HTMLElement>('.rh-where button')?.click();
    await host.settle();
    const form = host.document.querySelector('.rh-form');
    expect([...(form?.querySelectorAll('input') ?? [])].map(({ value }) => value).join()).toContain('2111.06377');
    await host.external.write('a.md', 'nothing\n');
    await host.settle();
    expect(list().textContent).toContain('1 note looked at; none holds a keyword such as TODO, FIXME, IDEA, ASK.');
  });
});

describe('the block', () => {
  it('lists what its options choose, without what is private, and tells what it does not understand', async () => {
    await open({
      files: {
        ...FILES,
        'list.md': '```research-marks\nkeywords: [todo, ASKK]\nfolder: Papers\ngroup: note\ncolour: red\n```\n',
      },
    });
    await host.open('list.md');
    await host.settle();
    expect(rows()).toEqual(['run it #gpu/a']);
    const errors = [...host.document.querySelectorAll('.rh-error')].map(({ textContent }) => textContent);
    expect(errors).toHaveLength(2);
    expect(errors.join()).toContain('ASKK');
    expect(errors.join()).toContain('colour');
  });

  it('says that its options leave nothing, where the vault has marks', async () => {
    await open({ files: { ...FILES, 'list.md': '```research-marks\nfolder: Nowhere\n```\n' } });
    await host.open('list.md');
    await host.settle();
    expect(host.document.querySelector('.rh-empty')?.textContent).toBe('No mark fits what is asked for here.');
  });
});

describe('colours', () => {
  const chips = (): (string | null)[] =>
    [...host.document.querySelectorAll('.markdown-preview-view .rh-mark')].map((chip) => chip.textContent);

  it('stand in reading view but not in what is no place for marks, and go with the plugin', async () => {
    await open({
      files: {
        'a.md':
          '# TODO head\n\na\nASK(Ana): b `TODO: x` [[TODO: y]]\n\n- [x] FIXME c\n\n```py\nx = 1 # NOTE d\nTODO = 2\n```\n\n> [!info] IDEA e\n\n| a |\n| --- |\n| TODO f |\n',
        'r.md': '---\ntype: weekly-report\nweek: 2026-W31\n---\n\nTODO x\n',
      },
    });
    await host.open('a.md');
    await host.settle();
    expect(chips()).toEqual(['TODO', 'ASK(Ana)', 'FIXME', 'NOTE', 'IDEA', 'TODO']);
    expect(
      [...host.document.querySelectorAll('.markdown-preview-view .rh-mark.is-done')].map((chip) => chip.textContent),
    ).toEqual(['FIXME']);
    await host.open('r.md');
    await host.settle();
    expect(chips()).toEqual([]);
  });
});
