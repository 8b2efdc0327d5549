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

const log = async (
  flags: Record<string, string>,
): Promise<{ ok: boolean; error: string; path: string; line: string }> =>
  JSON.parse(await host.cli('research-handbook:log', { ...flags, format: 'json' })) as never;

describe(':log', () => {
  it('appends at the end of the log section, and changes nothing else', async () => {
    await open();
    const line = '- 2026-08-10 skip connections [min:: 90] [pass:: 2] [pages:: 3-4]';
    expect(await log({ source: 'he2016', min: '1h30m', pass: '2', pages: '3-4', note: 'skip\nconnections' })).toEqual({
      ok: true,
      path: 'Sources/resnet.md',
      line,
    });
    expect(host.read('Sources/resnet.md')).toBe(RESNET.replace('[pass:: 1]\n', `[pass:: 1]\n${line}\n`));
  });

  it('makes the section in the content language where there is none', async () => {
    await open({ data: { contentLanguage: 'zh' } });
    await log({ source: 'Masked Autoencoders', date: '2026-08-09', private: 'true' });
    expect(host.read('Sources/mae.md')).toBe(
      `${FILES['Sources/mae.md']}\n\n## 阅读日志\n\n- 2026-08-09 [private:: true]\n`,
    );
  });

  it('makes it in the language that the note itself is written in', async () => {
    const text = '---\ntype: source\n---\n\n# ViT\n\n## 问题与方法\n';
    await open({ data: { contentLanguage: 'en' }, files: { 'vit.md': text } });
    await log({ source: 'vit' });
    expect(host.read('vit.md')).toBe(`${text}\n## 阅读日志\n\n- 2026-08-10\n`);
  });

  it('takes a change of status into the properties, in the same write', async () => {
    await open();
    const writes = host.faults.writes.length;
    await log({ source: 'he2016', status: 'reading' });
    expect(host.read('Sources/resnet.md')).toContain('status: reading');
    expect(host.read('Sources/resnet.md')).toContain('- 2026-08-10 [marked:: reading]\n');
    expect(host.faults.writes).toHaveLength(writes + 1);
    await log({ source: 'he2016', status: 'dropped', date: '2026-08-02' }); // earlier: the later one stays
    expect(host.read('Sources/resnet.md')).toContain('status: reading');
  });

  it('rewrites nothing in a note of another tool', async () => {
    const text = '---\ntitle: Deep\nstatus: unread\n---\n\nwords\n';
    await open({ data: { literatureFolder: 'Lit', literaturePreset: 'citations' }, files: { 'Lit/@he.md': text } });
    await log({ source: '@he', status: 'read' });
    expect(host.read('Lit/@he.md')).toBe(`${text}\n## Reading log\n\n- 2026-08-10 [marked:: read]\n`);
  });

  it('lists the candidates of an ambiguous name, and similar ones of an unknown', async () => {
    await open();
    const many = await log({ source: 'resnet' });
    expect([many.ok, many.error.includes('Sources/resnet.md'), many.error.includes('Old/resnet.md')]).toEqual([
      false,
      true,
      true,
    ]);
    const none = await log({ source: 'masked' });
    expect([none.ok, none.error.includes('Sources/mae.md')]).toEqual([false, true]);
    expect(await log({ source: 'Sources/resnet.md' })).toMatchObject({ ok: true });
  });

  it.each<[Record<string, string>, string]>([
    [{ date: '2026-02-30' }, 'date'],
    [{ date: '2026-08-11' }, 'date'],
    [{ min: 'soon' }, 'min'],
    [{ min: '1500' }, 'min'],
    [{ pass: '4' }, 'pass'],
    [{ pages: '9-3' }, 'pages'],
    [{ status: 'done' }, 'status'],
    [{ note: 'x [min:: 5]' }, 'note'],
    [{ note: '100%% sure' }, 'note'],
    [{ note: 'a <!-- b' }, 'note'],
    [{ private: 'yes' }, 'private'],
  ])('names the flag of %j and writes nothing', async (flags, flag) => {
    await open();
    const answer = await log({ source: 'he2016', ...flags });
    expect([answer.ok, answer.error.includes(`“${flag}”`)]).toEqual([false, true]);
    expect(host.read('Sources/resnet.md')).toBe(RESNET);
  });

  it('names the line of a code block that was never closed', async () => {
    const text = '---\ntype: source\n---\n\n```\ncode\n';
    await open({ files: { 'a.md': text } });
    expect((await log({ source: 'a' })).error).toContain('line 5');
    expect(host.read('a.md')).toBe(text);
  });

  it('keeps what another program writes between reading and writing', async () => {
    await open();
    await log({ source: 'he2016', min: '1' });
    await host.external.write('Sources/resnet.md', RESNET.replace('words', 'other words'));
    await log({ source: 'he2016', min: '2' });
    expect(host.read('Sources/resnet.md')).toBe(
      RESNET.replace('words', 'other words').replace('[pass:: 1]\n', '[pass:: 1]\n- 2026-08-10 [min:: 2]\n'),
    );
  });

  it('appends the line, and leaves properties alone that a sync broke a moment ago', async () => {
    await open();
    const broken = RESNET.replace('status: queued # next', 'status: queued\nstatus: read');
    await host.folder.write('Sources/resnet.md', broken);
    expect(await log({ source: 'he2016', status: 'reading' })).toMatchObject({ ok: true });
    expect(host.read('Sources/resnet.md')).toBe(
      broken.replace('[pass:: 1]\n', '[pass:: 1]\n- 2026-08-10 [marked:: reading]\n'),
    );
  });

  it('is in the index at once', async () => {
    await open();
    await log({ source: 'he2016', min: '5' });
    const status = JSON.parse(await host.cli('research-handbook:status', { format: 'json' })) as { entries: number };
    expect(status.entries).toBe(2);
  });
});

describe('the form', () => {
  it('is one field away from a line, from the note of the source', async () => {
    await open();
    await host.open('Sources/mae.md');
    await host.command('research-handbook:log-reading');
    await host.settle();
    expect(host.$<HTMLInputElement>('#rh-log-source').value).toBe('Masked Autoencoders');
    expect(host.document.activeElement?.id).toBe('rh-log-minutes');
    await host.fill('#rh-log-minutes', '45');
    expect(host.text('.rh-preview code')).toBe('- 2026-08-10 [min:: 45]');
    await host.press('Enter');
    await host.settle();
    expect(host.read('Sources/mae.md')).toMatch(/## Reading log\n\n- 2026-08-10 \[min:: 45\]\n$/);
    expect(host.$$('.modal')).toEqual([]);
    expect(host.notices()).toEqual(['Logged: Masked Autoencoders']);
    expect(host.errors).toEqual([]);
  });

  it('writes one line, though Enter is pressed twice', async () => {
    await open();
    await host.command('research-handbook:log-reading');
    await host.settle();
    await Promise.all([host.press('Mod+Enter'), host.press('Mod+Enter')]);
    await host.settle();
    expect(host.read('Sources/resnet.md').match(/- 2026-08-10/g)).toHaveLength(1);
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
    expect(host.read('Sources/resnet.md')).toContain('- 2026-08-10 what I learned\n');
  });

  it('says that the status follows only where it does', async () => {
    await open({ data: { literatureFolder: 'Lit' }, files: { ...FILES, 'Lit/he.md': '---\ntitle: Foreign\n---\n' } });
    await host.command('research-handbook:log-reading');
    await host.settle();
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

  it('writes all its fields', async () => {
    await open();
    await host.command('research-handbook:log-reading');
    await host.settle();
    await host.fill('#rh-log-date', '2026-08-07');
    await host.click('.rh-chip:nth-of-type(2)');
    await host.fill('#rh-log-pages', '4-6');
    await host.click('input[name="rh-log-pass"][value="2"]');
    await host.fill('#rh-log-note', 'why it works');
    await host.click('.rh-switch .checkbox-container');
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
    await host.fill('#rh-log-date', '2026-08-11');
    await host.press('Mod+Enter');
    await host.settle();
    expect(host.$$('[data-invalid]').map((field) => field.textContent)).toEqual([
      expect.stringContaining('There is no source “nothing of mine”'),
      expect.stringContaining('still to come'),
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
    await host.press('Enter');
    await host.settle();
    expect(host.read('Sources/mae.md')).toContain('- 2026-08-10\n');
  });

  it('keeps what is typed into the open note but not saved yet', async () => {
    await open();
    await host.open('Sources/mae.md', 'source');
    const view = host.app.workspace.activeEditor?.editor;
    view?.setValue('---\ntype: source\ntitle: Masked Autoencoders\n---\n\ntyped just now');
    await host.command('research-handbook:log-reading');
    await host.settle();
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
      '- 2026-08-10 from the phone [min:: 25] [pass:: 2] [private:: true]\n',
    );
  });

  it('takes private=false for what it says, and says nothing of what the app itself understands', async () => {
    await open();
    await host.protocol('research-handbook', { source: 'he2016', min: '5', private: 'false', vault: 'mine' });
    await host.settle();
    expect(host.notices()).toEqual([]);
    await host.click('.modal .mod-cta');
    await host.settle();
    expect(host.read('Sources/resnet.md')).toContain('- 2026-08-10 [min:: 5]\n');
  });

  it('leaves out a pass and a status that do not exist, and says so', async () => {
    await open();
    await host.protocol('research-handbook', { source: 'he2016', pass: '5', status: 'done', min: '5' });
    await host.settle();
    expect(host.notices().join()).toMatch(/pass=5.*status=done/s);
    await host.click('.modal .mod-cta');
    await host.settle();
    expect(host.read('Sources/resnet.md')).toContain('- 2026-08-10 [min:: 5]\n');
  });

  it('shows what it says wrongly, and names fields that it does not know', async () => {
    await open();
    await host.protocol('research-handbook', { source: 'nobody', min: 'soon', colour: 'red' });
    await host.settle();
    expect(host.$$('[data-invalid]')).toHaveLength(2);
    expect(host.notices().join()).toContain('colour');
  });
});

describe('the view of log problems', () => {
  const WRONG = '---\ntype: source\ntitle: T\n---\n\n## Reading log\n\n- 2026-02-30 x\n- 2026-08-01 y [min:: soon]\n';

  it('lists note, line and cause, leads to the line, and follows what is mended', async () => {
    await open({ files: { 'a.md': WRONG } });
    await host.command('research-handbook:show-log-problems');
    await host.settle();
    const rows = (): string[] => host.$$('.rh-steps [role=listitem]').map((row) => row.textContent);
    expect(rows()).toEqual([
      expect.stringMatching(/^T line 8 · not counted.*2026-02-30/),
      expect.stringMatching(/^T line 9.*soon/),
    ]);
    await host.click('.rh-steps a');
    await host.settle();
    expect(host.app.workspace.getActiveFile()?.path).toBe('a.md');
    expect(host.app.workspace.activeEditor?.editor?.getCursor().line).toBe(7);
    const [row] = host.$$('.rh-steps [role=listitem]');
    await host.external.write('a.md', `${WRONG}- 2026-08-02 z\n`);
    expect(host.$$('.rh-steps [role=listitem]')[0]).toBe(row); // the same problems, so nothing is drawn anew
    await host.external.write('a.md', WRONG.replace('2026-02-30', '2026-03-01').replace('soon', '5'));
    expect(rows()).toEqual([]);
    await host.external.write('a.md', `${host.read('a.md')}- 2026-02-31 z\n`);
    expect(rows()).toEqual([expect.stringMatching(/^T line 10 · not counted.*2026-02-31/)]);
    await host.external.write('a.md', host.read('a.md').replace('## Reading', 'words\n\n## Reading'));
    expect(rows()).toEqual([expect.stringMatching(/^T line 12/)]);
    await host.external.write('a.md', host.read('a.md').replace('- 2026-02-31 z\n', ''));
    expect(host.text('.rh-empty')).toContain('2 lines in the logs of 1 source');
    await host.unload();
    expect(host.leftovers().listeners).toBe(0);
    expect(host.errors).toEqual([]);
  });

  it('lets a line of a day to come go once that day is here', async () => {
    await open({ files: { 'a.md': '---\ntype: source\n---\n\n## Reading log\n\n- 2026-08-11 tomorrow\n' } });
    await host.command('research-handbook:show-log-problems');
    await host.settle();
    expect(host.text('.rh-log-problems')).toContain('2026-08-11');
    await host.clock.jump('2026-08-11T00:00:01');
    await host.settle();
    expect(host.text('.rh-empty')).toContain('1 line in the logs of 1 source');
    await host.unload();
    expect(host.clock.timers()).toBe(0);
  });

  it('has one row for a line, whatever is wrong with it, and two hundred at most', async () => {
    const log = Array.from({ length: 201 }, () => '- 2026-08-01 y [min:: soon] [pass:: 4]').join('\n');
    await open({ files: { 'a.md': `---\ntype: source\n---\n\n## Reading log\n\n${log}\n` } });
    await host.command('research-handbook:show-log-problems');
    await host.settle();
    const rows = host.$$('.rh-log-problems [role=listitem]');
    expect(rows).toHaveLength(200);
    expect(rows[0]?.textContent).toMatch(/soon.*4/);
    expect(host.text('.rh-log-problems')).toContain('1 more');
  });
});
