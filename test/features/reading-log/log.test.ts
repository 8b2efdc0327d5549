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
    await log({ source: 'Masked Autoencoders', date: '2026-08-09', min: '20', private: 'true' });
    expect(host.read('Sources/mae.md')).toBe(
      `${FILES['Sources/mae.md']}\n\n## 阅读日志\n\n- 2026-08-09 [min:: 20] [private:: true]\n`,
    );
  });

  it('makes it in the language that the note itself is written in', async () => {
    const text = '---\ntype: source\n---\n\n# ViT\n\n## 问题与方法\n';
    await open({ data: { contentLanguage: 'en' }, files: { 'vit.md': text } });
    await log({ source: 'vit', pages: '3' });
    expect(host.read('vit.md')).toBe(`${text}\n## 阅读日志\n\n- 2026-08-10 [pages:: 3]\n`);
  });

  it('takes a change of status into the properties, in the same write', async () => {
    await open();
    const writes = host.faults.writes.length;
    await log({ source: 'he2016', status: 'reading', min: '5' });
    expect(host.read('Sources/resnet.md')).toContain('status: reading');
    expect(host.read('Sources/resnet.md')).toContain('- 2026-08-10 [min:: 5] [marked:: reading]\n');
    expect(host.faults.writes).toHaveLength(writes + 1);
    await log({ source: 'he2016', status: 'dropped', date: '2026-08-02', note: 'dull' }); // earlier: the later one stays
    expect(host.read('Sources/resnet.md')).toContain('status: reading');
  });

  it('rewrites nothing in a note of another tool', async () => {
    const text = '---\ntitle: Deep\nstatus: unread\n---\n\nwords\n';
    await open({ data: { literatureFolder: 'Lit', literaturePreset: 'citations' }, files: { 'Lit/@he.md': text } });
    await log({ source: '@he', status: 'read', note: 'all' });
    expect(host.read('Lit/@he.md')).toBe(`${text}\n## Reading log\n\n- 2026-08-10 all [marked:: read]\n`);
  });

  it('lists the candidates of an ambiguous name, and similar ones of an unknown', async () => {
    await open();
    const many = await log({ source: 'resnet', min: '5' });
    expect([many.ok, many.error.includes('Sources/resnet.md'), many.error.includes('Old/resnet.md')]).toEqual([
      false,
      true,
      true,
    ]);
    const none = await log({ source: 'masked', min: '5' });
    expect([none.ok, none.error.includes('Sources/mae.md')]).toEqual([false, true]);
    expect(await log({ source: 'Sources/resnet.md', min: '5' })).toMatchObject({ ok: true });
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

  it.each<Record<string, string>>([{}, { pass: '2' }, { status: 'reading' }, { private: 'true' }])(
    'refuses a line without minutes, pages and words: %j',
    async (flags) => {
      await open();
      const { ok, error } = await log({ source: 'he2016', ...flags });
      expect([ok, error]).toEqual([false, expect.stringContaining('minutes, pages or a line')]);
      expect(host.read('Sources/resnet.md')).toBe(RESNET);
    },
  );

  it('names the line of a code block that was never closed', async () => {
    const text = '---\ntype: source\n---\n\n```\ncode\n';
    await open({ files: { 'a.md': text } });
    expect((await log({ source: 'a', min: '5' })).error).toContain('line 5');
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
    expect(await log({ source: 'he2016', status: 'reading', min: '5' })).toMatchObject({ ok: true });
    expect(host.read('Sources/resnet.md')).toBe(
      broken.replace('[pass:: 1]\n', '[pass:: 1]\n- 2026-08-10 [min:: 5] [marked:: reading]\n'),
    );
  });

  it('is in the index at once', async () => {
    await open();
    await log({ source: 'he2016', min: '5' });
    const status = JSON.parse(await host.cli('research-handbook:status', { format: 'json' })) as { entries: number };
    expect(status.entries).toBe(2);
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

  it('offers to write a date as one, and changes no line that is another by now', async () => {
    const note =
      '---\ntype: source\ntitle: T\n---\n\n## Reading log\n\n- 2026/8/3 x [min:: 5]\n- 2026-8-4 y [min:: 5]\n';
    await open({ files: { 'a.md': note } });
    await host.command('research-handbook:show-log-problems');
    await host.settle();
    const mends = () => host.$$('.rh-log-problems button');
    expect(mends().map((button) => button.textContent)).toEqual(['Write 2026-08-03', 'Write 2026-08-04']);
    expect(host.text('.rh-log-problems')).toContain('“2026/8/3” is not read as a date; write 2026-08-03.');
    await host.click(mends()[0] ?? '');
    await host.settle();
    expect(host.read('a.md')).toBe(note.replace('2026/8/3', '2026-08-03'));
    const [button] = mends();
    await host.folder.write('a.md', host.read('a.md').replace('2026-8-4 y', '2026-08-04 y'));
    await host.click(button ?? '');
    await host.settle();
    expect(host.notices().at(-1)).toContain('has changed in the meantime');
  });

  it('keeps the button where the line could not be written', async () => {
    await open({ files: { 'a.md': '---\ntype: source\n---\n\n## Reading log\n\n- 2026/8/3 x [min:: 5]\n' } });
    await host.command('research-handbook:show-log-problems');
    await host.settle();
    host.faults.plan({ failWrite: 1 });
    await host.click('.rh-log-problems button');
    await host.settle();
    expect(host.notices().at(-1)).toContain('Could not write a.md');
    expect(host.$<HTMLButtonElement>('.rh-log-problems button').disabled).toBe(false);
    await host.click('.rh-log-problems button');
    await host.settle();
    expect(host.read('a.md')).toContain('- 2026-08-03 x');
  });

  it('praises no log without a line', async () => {
    await open({ files: {} });
    await host.command('research-handbook:show-log-problems');
    await host.settle();
    expect(host.text('.rh-empty')).toContain('No log line yet');
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
