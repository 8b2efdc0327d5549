import { afterEach, describe, expect, it } from 'vitest';
import { type Host, type HostOptions, openHost } from '../../host/node';

let host: Host;
afterEach(() => host.close());

const RESNET =
  '---\ntype: source\ntitle: Deep Residual Learning\ncitekey: he2016\nstatus: queued # next\n---\n\n# T\n\n## Reading log\n\n- 2026-08-01 first [min:: 30] [pass:: 1]\n\n## Notes\n\nwords\n';
const FILES = {
  'Sources/resnet.md': RESNET,
  'Sources/mae.md': '---\ntype: source\ntitle: Masked Autoencoders\n---\n\nwords',
  'Old/resnet.md': '---\ntype: source\ntitle: Another\n---\n',
};

async function open(options: HostOptions = {}): Promise<void> {
  host = await openHost({ plugin: true, now: '2026-08-10T09:00:00', language: 'en', files: FILES, ...options });
}

describe('the form', () => {
  it('is one field away from a line, from the note of the source', async () => {
    await open();
    await host.open('Sources/mae.md');
    await host.command('research-handbook:log-reading');
    await host.settle();
    expect(host.$<HTMLInputElement>('#rh-log-source').value).toBe('Masked Autoencoders');
    expect(host.document.activeElement?.id).toBe('rh-log-minutes');
    await host.fill('#rh-log-minutes', '45');
    expect(host.text('.rh-preview code')).toBe('- 2026-08-10 [min:: 45] [marked:: reading]');
    await host.press('Enter');
    await host.settle();
    expect(host.read('Sources/mae.md')).toMatch(/## Reading log\n\n- 2026-08-10 \[min:: 45\] \[marked:: reading\]\n$/);
    expect(host.$$('.modal')).toEqual([]);
    expect(host.notices()).toEqual(['Logged: Masked Autoencoders']);
    expect(host.errors).toEqual([]);
  });

  it('writes one line, though Enter is pressed twice', async () => {
    await open();
    await host.command('research-handbook:log-reading');
    await host.settle();
    await host.fill('#rh-log-minutes', '5');
    await Promise.all([host.press('Mod+Enter'), host.press('Mod+Enter')]);
    await host.settle();
    expect(host.read('Sources/resnet.md').match(/- 2026-08-10/g)).toHaveLength(1);
  });

  it('logs by Enter in its one line, which wraps but does not break', async () => {
    await open();
    await host.command('research-handbook:log-reading');
    await host.settle();
    await host.fill('#rh-log-note', 'what I learned');
    host.$('#rh-log-note').focus();
    await host.press('Enter');
    await host.settle();
    expect(host.$$('.modal')).toEqual([]);
    expect(host.read('Sources/resnet.md')).toContain('- 2026-08-10 what I learned [marked:: reading]\n');
  });

  it('stays open with what was typed where the write fails', async () => {
    await open();
    await host.command('research-handbook:log-reading');
    await host.settle();
    await host.fill('#rh-log-note', 'what I learned');
    host.faults.plan({ failWrite: 1 });
    await host.press('Mod+Enter');
    await host.settle();
    expect(host.notices().join()).toContain('Could not write Sources/resnet.md');
    expect(host.$<HTMLTextAreaElement>('#rh-log-note').value).toBe('what I learned');
    await host.press('Mod+Enter');
    await host.settle();
    expect(host.read('Sources/resnet.md')).toContain('- 2026-08-10 what I learned [marked:: reading]\n');
  });

  it('says that the status follows only where it does', async () => {
    await open({ data: { literatureFolder: 'Lit' }, files: { ...FILES, 'Lit/he.md': '---\ntitle: Foreign\n---\n' } });
    await host.command('research-handbook:log-reading');
    await host.settle();
    await host.fill('#rh-log-pages', '3');
    await host.click('input[name="rh-log-status"][value="read"]');
    expect(host.text('.rh-preview')).toContain('its status becomes');
    await host.fill('#rh-log-date', '2026-08-02');
    expect(host.text('.rh-preview')).toContain('its status becomes');
    await host.fill('#rh-log-source', 'Foreign');
    expect(host.text('.rh-preview')).toContain('[marked:: read]');
    expect(host.text('.rh-preview')).not.toContain('its status becomes');
  });

  it('offers sources read last first, then what is being read, waits, came in, is read', async () => {
    const note = (title: string, status: string, ...lines: string[]): string =>
      `---\ntype: source\ntitle: ${title}\nstatus: ${status}\n---\n\n## Reading log\n\n${lines.join('\n')}\n`;
    await open({
      files: {
        'a.md': note('Aa', 'read'),
        'b.md': note('Bb', 'inbox'),
        'c.md': note('Cc', 'queued'),
        'd.md': note('Dd', 'reading'),
        'e.md': note('Ee', 'read', '- 2026-08-05 x', '- 2026-08-09 x'),
        'f.md': note('Ff', 'reading', '- 2026-08-01 x', '- 2026-08-07 x'),
      },
    });
    await host.command('research-handbook:log-reading');
    await host.settle();
    host.$('#rh-log-source').focus();
    await host.fill('#rh-log-source', '');
    await host.settle();
    const titles = host.$$('.suggestion-item .suggestion-title').map((el) => el.textContent);
    expect(titles.slice(0, 6)).toEqual(['Ee', 'Ff', 'Dd', 'Cc', 'Bb', 'Aa']);
    await host.fill('#rh-log-source', 'Dd'); // it means one: whoever comes back to it wants another
    await host.settle();
    expect(host.$$('.suggestion-item .suggestion-title').map((el) => el.textContent)).toEqual(titles);
  });

  it.each([
    ['en', {}, 'goes into the report; a question for your advisor begins with “ASK:”'],
    ['zh', {}, '会进周报；想问导师的，以「提问：」开头'],
    ['zh', { markKeywords: 'ASK=请教 blue' }, '会进周报；想问导师的，以「请教：」开头'],
    ['zh', { markKeywords: 'TODO=待办 red' }, '会进周报'],
  ] as const)('tells how a question for the advisor is written, in %s with %o', async (language, data, remark) => {
    await open({ language, data });
    await host.command('research-handbook:log-reading');
    await host.settle();
    expect(host.$('#rh-log-note').closest('.rh-field')?.textContent).toContain(remark);
    expect(host.$('#rh-log-note').closest('.rh-field')?.textContent?.includes('；想问')).toBe(
      remark.includes('；想问'),
    );
  });

  it('begins with the source that was logged last, of several on one day', async () => {
    const note = (title: string): string =>
      `---\ntype: source\ntitle: ${title}\nstatus: reading\n---\n\n## Reading log\n\n- 2026-08-10 x\n`;
    await open({ files: { 'Sources/a.md': note('Aa'), 'Sources/b.md': note('Bb'), 'Sources/c.md': note('Cc') } });
    for (const source of ['Bb', 'Aa', 'Bb']) {
      await host.cli('research-handbook:log', { source, min: '5' });
      await host.settle();
      await host.command('research-handbook:log-reading');
      await host.settle();
      expect(host.$<HTMLInputElement>('#rh-log-source').value).toBe(source);
      await host.press('Escape');
    }
  });

  it('shows which day is meant by a word', async () => {
    await open();
    await host.command('research-handbook:log-reading');
    await host.settle();
    const label = (): string => host.text('label[for="rh-log-date"]') ?? '';
    const shown: string[] = [];
    for (const typed of ['2026-08-10', 'yesterday', '昨天', '2026/8/4', '2026-08-04', 'someday']) {
      await host.fill('#rh-log-date', typed);
      shown.push(label().replace(/^Date/, '').trim());
    }
    expect(shown).toEqual(['today', '2026-08-09', '2026-08-09', '2026-08-04', '', '']);
  });

  it('waits for a cold cache before it says what was read', async () => {
    await open({ cache: 'late' });
    await host.command('research-handbook:log-reading');
    await host.settle();
    expect(host.$<HTMLInputElement>('#rh-log-source').value).toBe('');
    await host.settleCache();
    await host.settle();
    expect(host.$<HTMLInputElement>('#rh-log-source').value).toBe('Deep Residual Learning');
  });

  it('is in the menu of a source’s note, for that source, and in no other note’s', async () => {
    await open({ files: { ...FILES, 'words.md': 'words' } });
    await host.settle();
    const clicks: (() => void)[] = [];
    const item = { setTitle: () => item, setIcon: () => item, onClick: (act: () => void) => (clicks.push(act), item) };
    const menu = { addItem: (build: (one: typeof item) => unknown) => (build(item), menu) };
    for (const path of ['words.md', 'Sources/mae.md']) {
      host.app.workspace.trigger('file-menu', menu, host.app.vault.getFileByPath(path), 'test');
    }
    expect(clicks).toHaveLength(1);
    clicks[0]?.();
    await host.settle();
    expect(host.$<HTMLInputElement>('#rh-log-source').value).toBe('Masked Autoencoders');
  });

  it('starts with what was read last, and shows how it stands', async () => {
    await open({ language: 'zh' });
    await host.command('research-handbook:log-reading');
    await host.settle();
    expect(host.$<HTMLInputElement>('#rh-log-source').value).toBe('Deep Residual Learning');
    expect(host.$('#rh-log-source').closest('.rh-field')?.textContent).toContain('待读 · 上次 8 月 1 日 · 第 1 遍');
  });

  it('takes the only source there is, and none of several that were never read', async () => {
    const { 'Sources/mae.md': mae, 'Old/resnet.md': other } = FILES;
    for (const [files, value] of [
      [{ 'mae.md': mae }, 'Masked Autoencoders'],
      [{ 'mae.md': mae, 'other.md': other }, ''],
    ] as const) {
      await open({ files });
      await host.command('research-handbook:log-reading');
      await host.settle();
      expect(host.$<HTMLInputElement>('#rh-log-source').value).toBe(value);
      if (value !== '') await host.close();
    }
  });

  it('writes all its fields', async () => {
    await open();
    await host.command('research-handbook:log-reading');
    await host.settle();
    await host.fill('#rh-log-date', '2026-08-07');
    await host.click('.rh-chip:nth-of-type(2)');
    await host.fill('#rh-log-pages', '4-6');
    await host.click('input[name="rh-log-pass"][value="2"]');
    await host.fill('#rh-log-note', 'why it works');
    await host.click(host.$$('.rh-switch .checkbox-container').at(-1) ?? '');
    await host.click('input[name="rh-log-status"][value="read"]');
    await host.press('Mod+Enter');
    await host.settle();
    expect(host.read('Sources/resnet.md')).toContain(
      '- 2026-08-07 why it works [min:: 45] [pass:: 2] [pages:: 4-6] [marked:: read] [private:: true]\n',
    );
  });

  it('says what is wrong beside the field, and waits', async () => {
    await open();
    await host.command('research-handbook:log-reading');
    await host.settle();
    await host.fill('#rh-log-source', 'nothing of mine');
    await host.fill('#rh-log-minutes', '5');
    await host.fill('#rh-log-date', '2026-08-11');
    await host.press('Mod+Enter');
    await host.settle();
    expect(host.$$('[data-invalid]').map((field) => field.textContent)).toEqual([
      expect.stringContaining('There is no source “nothing of mine”'),
      expect.stringContaining('in the future'),
    ]);
    expect(host.faults.writes).toEqual([]);
  });

  it('finds a source by some letters of its title', async () => {
    await open();
    await host.command('research-handbook:log-reading');
    await host.settle();
    host.$('#rh-log-source').focus();
    await host.fill('#rh-log-source', 'maskd');
    await host.settle();
    expect(host.text('.suggestion-item.is-selected .suggestion-title')).toBe('Masked Autoencoders');
    await host.press('Enter');
    await host.settle();
    expect(host.$$('.modal')).toHaveLength(1); // Enter picked, and did not submit
    await host.fill('#rh-log-minutes', '5');
    await host.press('Enter');
    await host.settle();
    expect(host.read('Sources/mae.md')).toContain('- 2026-08-10 [min:: 5] [marked:: reading]\n');
  });

  it('keeps what is typed into the open note but not saved yet', async () => {
    await open();
    await host.open('Sources/mae.md', 'source');
    const view = host.app.workspace.activeEditor?.editor;
    view?.setValue('---\ntype: source\ntitle: Masked Autoencoders\n---\n\ntyped just now');
    await host.command('research-handbook:log-reading');
    await host.settle();
    await host.fill('#rh-log-minutes', '5');
    await host.press('Enter');
    await host.settle();
    const text = host.read('Sources/mae.md');
    expect([text.includes('typed just now'), text.includes('- 2026-08-10')]).toEqual([true, true]);
    expect(view?.getValue()).toBe(text);
  });
});

describe('an address', () => {
  it('opens the form filled in, and writes only on confirming', async () => {
    await open();
    await host.protocol('research-handbook', {
      source: 'he2016',
      min: '25',
      pass: '2',
      note: 'from the phone',
      private: 'true',
    });
    await host.settle();
    expect(host.faults.writes).toEqual([]);
    expect(host.$<HTMLInputElement>('#rh-log-source').value).toBe('Deep Residual Learning');
    await host.click('.modal .mod-cta');
    await host.settle();
    expect(host.read('Sources/resnet.md')).toContain(
      '- 2026-08-10 from the phone [min:: 25] [pass:: 2] [marked:: reading] [private:: true]\n',
    );
  });

  it('takes private=false for what it says, and says nothing of what the app itself understands', async () => {
    await open();
    await host.protocol('research-handbook', { source: 'he2016', min: '5', private: 'false', vault: 'mine' });
    await host.settle();
    expect(host.notices()).toEqual([]);
    await host.click('.modal .mod-cta');
    await host.settle();
    expect(host.read('Sources/resnet.md')).toContain('- 2026-08-10 [min:: 5] [marked:: reading]\n');
  });

  it('leaves out a pass and a status that do not exist, and says so', async () => {
    await open();
    await host.protocol('research-handbook', { source: 'he2016', pass: '5', status: 'done', min: '5' });
    await host.settle();
    expect(host.notices().join()).toMatch(/pass=5.*status=done/s);
    await host.click('.modal .mod-cta');
    await host.settle();
    expect(host.read('Sources/resnet.md')).toContain('- 2026-08-10 [min:: 5] [marked:: reading]\n');
  });

  it('shows what it says wrongly, and names fields that it does not know', async () => {
    await open();
    await host.protocol('research-handbook', { source: 'nobody', min: 'soon', colour: 'red' });
    await host.settle();
    expect(host.$$('[data-invalid]')).toHaveLength(2);
    expect(host.notices().join()).toContain('colour');
  });
});

describe('a waiting source', () => {
  const starts = (): HTMLElement | undefined =>
    host.$$('.rh-switch').find((row) => row.textContent.includes('Start reading it'));

  it('is taken up by its first reading, unless the switch says otherwise', async () => {
    await open();
    await host.command('research-handbook:log-reading');
    await host.settle();
    expect(starts()?.textContent).toContain('“Queued”');
    await host.fill('#rh-log-minutes', '5');
    expect(host.text('.rh-preview')).toContain('its status becomes Reading');
    await host.click(starts()?.querySelector('.checkbox-container') ?? '');
    expect(host.text('.rh-preview')).not.toContain('its status becomes');
    await host.press('Mod+Enter');
    await host.settle();
    expect(host.read('Sources/resnet.md')).toContain('status: queued # next');
    expect(host.read('Sources/resnet.md')).toContain('- 2026-08-10 [min:: 5]\n');

    await host.command('research-handbook:log-reading');
    await host.settle();
    await host.fill('#rh-log-minutes', '6');
    await host.press('Mod+Enter');
    await host.settle();
    expect(host.read('Sources/resnet.md')).toContain('status: reading # next');
    await host.command('research-handbook:log-reading');
    await host.settle();
    expect(starts()).toBeUndefined(); // it is being read by now
  });

  it('is not asked about where a status is chosen, or another source picked', async () => {
    const read = '---\ntype: source\ntitle: Read\nstatus: read\n---\n';
    await open({ files: { ...FILES, 'Sources/read.md': read } });
    await host.command('research-handbook:log-reading');
    await host.settle();
    expect(starts()).toBeDefined();
    await host.click('input[name="rh-log-status"][value="read"]');
    expect(starts()).toBeUndefined();
    await host.click('input[name="rh-log-status"][value=""]');
    expect(starts()).toBeDefined();
    await host.fill('#rh-log-source', 'Read');
    expect(starts()).toBeUndefined();
  });
});

describe('a source that is added from the form', () => {
  const addFrom = async (): Promise<void> => {
    await open();
    await host.command('research-handbook:log-reading');
    await host.settle();
    await host.fill('#rh-log-minutes', '25');
    await host.fill('#rh-log-note', 'the loss');
    host.$('#rh-log-source').focus();
    await host.fill('#rh-log-source', 'Segment Anything');
    await host.settle();
    await host.click(host.$$('.suggestion-item').find((one) => one.textContent.includes('as a source')) ?? '');
    await host.settle();
    expect(host.$<HTMLInputElement>('#rh-source-title').value).toBe('Segment Anything');
  };

  it('is picked when the form comes back, with what was typed', async () => {
    await addFrom();
    await host.click('.modal .mod-cta');
    await host.settle();
    expect(host.$$('.modal')).toHaveLength(1);
    expect(host.$<HTMLInputElement>('#rh-log-source').value).toBe('Segment Anything');
    expect(host.$<HTMLInputElement>('#rh-log-minutes').value).toBe('25');
    await host.press('Mod+Enter');
    await host.settle();
    expect(host.read('Sources/Segment Anything.md')).toContain('- 2026-08-10 the loss [min:: 25] [marked:: reading]\n');
    expect(host.errors).toEqual([]);
  });

  it('may be given up: the form comes back all the same', async () => {
    await addFrom();
    await host.press('Escape');
    await host.settle();
    expect(host.$<HTMLInputElement>('#rh-log-source').value).toBe('Segment Anything');
    expect(host.$<HTMLTextAreaElement>('#rh-log-note').value).toBe('the loss');
    expect(host.faults.writes).toEqual([]);
    for (const _list of ['the suggestions', 'the form']) await host.press('Escape');
    await host.settle();
    expect(host.$$('.modal')).toEqual([]);
  });

  it('leaves no form behind where the plugin is switched off meanwhile', async () => {
    await addFrom();
    await host.unload();
    expect(host.$$('.modal')).toEqual([]);
  });
});

describe('a form that was left', () => {
  const fillIn = async (): Promise<void> => {
    await host.open('Sources/mae.md');
    await host.command('research-handbook:log-reading');
    await host.settle();
    await host.fill('#rh-log-note', 'half a thought');
  };
  const note = (): string => host.$<HTMLTextAreaElement>('#rh-log-note').value;
  const again = async (): Promise<void> => {
    await host.command('research-handbook:log-reading');
    await host.settle();
  };

  it('comes back with what was typed, once Escape has closed it', async () => {
    await open();
    await fillIn();
    await host.press('Escape');
    expect(host.$$('.modal')).toEqual([]);
    await host.open('Old/resnet.md');
    await again();
    expect([host.$<HTMLInputElement>('#rh-log-source').value, note()]).toEqual([
      'Masked Autoencoders',
      'half a thought',
    ]);
    await host.press('Mod+Enter');
    await host.settle();
    expect(host.read('Sources/mae.md')).toContain('- 2026-08-10 half a thought');
    await again();
    expect(note()).toBe('');
  });

  it('does not come back where it was cancelled, for another source, or on another day', async () => {
    await open();
    await fillIn();
    await host.click('.rh-form-buttons button');
    await again();
    expect(note()).toBe('');
    await host.fill('#rh-log-note', 'half a thought');
    await host.press('Escape');
    await host.protocol('research-handbook', { source: 'he2016' });
    await host.settle();
    expect(note()).toBe('');
    await host.press('Escape');
    await again();
    expect(note()).toBe('half a thought');
    await host.press('Escape');
    await host.clock.jump('2026-08-11T09:00:00');
    await again();
    expect(note()).toBe('');
  });
});
