import { afterEach, describe, expect, it } from 'vitest';
import { type Host, type HostOptions, openHost } from '../../host/node';
import { handedIn, REPORT, STUDENT } from './vault';

let host: Host;
afterEach(async () => {
  expect(host.errors).toEqual([]);
  await host.close();
});

/** Wednesday of 2026-W33. */
const NOW = '2026-08-12T10:00:00';
const EVIL =
  '- `$= dv.pages()` <img src=x onerror=alert(1)> ![](https://a.org/x.png) ![[secret]] <script>1</script>\n- Why?\n';
const FILES: Record<string, string> = {
  'Group/members.md':
    '---\ntype: members\n---\n\n| id | name | also | away |\n|-|-|-|-|\n| lilei | Li Lei | li | |\n| ana | Ana | | |\n| wang | Wang Yu | | 2026-08-03..2026-08-20 |\n| chen | Chen | | |\n\nTODO in members\n- [x] done ✅ 2026-08-05\n',
  'Group/lilei/2026-W32.md': handedIn({
    member: 'lilei',
    body: `## Questions for my advisor\n\n${EVIL}\n## Problems\n\n- TODO: batch does not fit\n\n## Reading log\n\n- 2026-08-05 canaryread [min:: 60]\n- [x] canarydone ✅ 2026-08-05\n`,
    sources: ['arxiv:2111.06377'],
    titles: ['Masked Autoencoders <b>'],
  }),
  'Group/lilei/2026-W32 (conflicted copy 2026-08-08).md': '',
  'Group/ana/2026-W30.md': handedIn({
    member: 'ana',
    week: '2026-W30',
    on: '2026-07-27',
    sources: ['arxiv:2111.06377'],
  }),
  'Group/ana/2026-W32.md': '---\ntype: handed-in\n<<<<<<< HEAD\nmember: ana\n=======\nmember: x\n>>>>>>> b\n---\n',
  'Group/chen/2026-W29.md': handedIn({ member: 'chen', week: '2026-W29' }),
};
FILES['Group/lilei/2026-W32 (conflicted copy 2026-08-08).md'] = FILES['Group/lilei/2026-W32.md'] ?? '';

/** From 1, of what Li Lei handed in. */
const lineOf = (words: string): number =>
  (FILES['Group/lilei/2026-W32.md'] ?? '').split('\n').findIndex((line) => line.includes(words)) + 1;

async function open(options: HostOptions = {}): Promise<void> {
  host = await openHost({ plugin: true, now: NOW, language: 'en', files: FILES, ...options });
}
const json = async (command: string, flags: Record<string, string> = {}): Promise<Record<string, unknown>> =>
  JSON.parse(await host.cli(`research-handbook:${command}`, { format: 'json', ...flags })) as Record<string, unknown>;
const view = (): HTMLElement => {
  const found = host.document.querySelector<HTMLElement>('.rh-team');
  if (found === null) throw new Error('no view');
  return found;
};
async function show(): Promise<HTMLElement> {
  await host.command('research-handbook:open-group');
  await host.settle();
  return view();
}
const button = (name: RegExp): HTMLElement => {
  const found = [...view().querySelectorAll<HTMLElement>('button')].find((one) =>
    name.test(one.textContent + (one.ariaLabel ?? '')),
  );
  if (found === undefined) throw new Error(`no button ${String(name)}`);
  return found;
};

describe(':group', () => {
  it('answers as its contract says', async () => {
    await open();
    expect(await json('group', { week: '2026-W32' })).toEqual({
      ok: true,
      week: '2026-W32',
      members: [
        { id: 'lilei', name: 'Li Lei', state: 'handed-in', week: '2026-W32', last: '2026-W32' },
        { id: 'ana', name: 'Ana', state: 'handed-in', week: '2026-W32', last: '2026-W32' },
        { id: 'wang', name: 'Wang Yu', state: 'away', week: '2026-W32', last: null },
        { id: 'chen', name: 'Chen', state: 'silent', week: '2026-W32', last: '2026-W29' },
      ],
      questions: [
        expect.objectContaining({ member: 'lilei', path: 'Group/lilei/2026-W32.md', line: lineOf('dv.pages') }),
        { member: 'lilei', text: 'Why?', path: 'Group/lilei/2026-W32.md', line: lineOf('- Why?') },
      ],
      same: [{ key: 'arxiv:2111.06377', members: ['lilei', 'ana'], title: 'Masked Autoencoders <b>' }],
      problems: [
        { member: 'lilei', text: 'TODO: batch does not fit', path: 'Group/lilei/2026-W32.md', line: lineOf('- TODO') },
      ],
      unreadable: [{ path: 'Group/ana/2026-W32.md', reason: expect.stringContaining('merge') as string }],
    });
    expect(await json('group', { week: 'W32' })).toMatchObject({ ok: false });
    expect(await json('group')).toMatchObject({ week: '2026-W32' }); // nothing has come for W33 yet
    expect(await json('group', { folder: 'Elsewhere' })).toMatchObject({ ok: true, members: [] });
    expect(await json('group', { folder: '/', week: '2026-W33' })).toMatchObject({
      members: [{ state: 'open' }, {}, {}],
    });
    expect(await host.cli('research-handbook:group', { week: '2026-W32' })).toContain(
      '- Chen · 3 weeks in a row · last received W29',
    );
  });

  it('reads no body but those of the week, and nothing at load', async () => {
    const { 'Group/ana/2026-W32.md': _broken, ...files } = FILES; // properties that cannot be read may be a source's
    await open({ files });
    await host.settle();
    expect(host.reads.filter((path) => path.startsWith('Group/'))).toEqual([]);
    await json('group', { week: '2026-W32' });
    expect(new Set(host.reads.filter((path) => path.startsWith('Group/')))).toEqual(
      new Set(['Group/members.md', 'Group/lilei/2026-W32.md', 'Group/lilei/2026-W32 (conflicted copy 2026-08-08).md']),
    );
  });

  it('keeps what others handed in out of marks, search, the reading log and tasks', async () => {
    const { 'Group/ana/2026-W32.md': _broken, ...files } = FILES;
    await open({ files, data: { taskFolders: 'Group', literatureFolder: 'Group' } });
    expect(await json('marks')).toMatchObject({ marks: [] });
    expect(await json('find', { query: 'canaryread batch' })).toMatchObject({ hits: [] });
    expect(await json('status')).toMatchObject({ sources: 0, entries: 0 });
    await json('weekly', { week: '2026-W32' });
    expect(host.read('Weekly/2026-W32.md')).not.toMatch(/canary|done ✅/);
  });
});

describe('the view', () => {
  it('shows the week, each thing leading to its place; others’ words stay words', async () => {
    await open();
    const el = await show();
    expect(el.querySelector('.rh-date')?.textContent).toBe('2026-W32 3–9 Aug');
    expect(el.querySelector('.rh-date-sub')?.textContent).toBe('4 members · 2 handed in · 1 not received · 1 away');
    const heads = [...el.querySelectorAll('[role=heading]')].map((one) => one.textContent);
    expect(heads).toEqual([
      'Questions to answer',
      'Not heard from',
      'Reading the same',
      'Where they are stuck',
      'Read this week',
      'Last 12 weeks',
    ]);
    // Half a tile is a late one, so no other state is half a sign.
    expect(el.querySelectorAll('.rh-quiet-list [data-report=draft]')).toHaveLength(0);
    const quiet = [...el.querySelectorAll('.rh-quiet-list > div')].map((row) => row.textContent);
    expect(quiet).toEqual([
      'Chen3 weeks in a row · last received W29',
      'Anacame, but cannot be read',
      'Wang Yuaway until 20 Aug',
    ]);
    expect(el.querySelector('.rh-error')?.textContent).toContain('Group/ana/2026-W32.md:3');
    expect(el.querySelectorAll('img, script, iframe, .internal-embed, b > *').length).toBe(0);
    expect(el.textContent).toContain('<img src=x onerror=alert(1)>');
    const link = [...el.querySelectorAll<HTMLElement>('.rh-asked a')].find((one) => one.textContent === 'Why?');
    link?.click();
    await host.settle();
    expect(host.app.workspace.getActiveFile()?.path).toBe('Group/lilei/2026-W32.md');
  });

  it('turns to other weeks, and follows what comes', async () => {
    await open();
    await show();
    button(/Next week/).click();
    await host.settle();
    expect(view().textContent).toContain('2026-W33');
    expect(view().textContent).toContain('not here yet');
    await host.external.write(
      'Group/chen/2026-W33.md',
      handedIn({ member: 'chen', week: '2026-W33', body: '## Questions for my advisor\n\n- New?\n' }),
    );
    await host.settle();
    expect(view().textContent).toContain('New?');
    await host.external.write('Group/members.md', '| id | name |\n|-|-|\n| chen | Chen Chen |\n');
    await host.settle();
    expect(view().textContent).toContain('Chen Chen');
  });

  it('moves in the strip by arrows, and opens a hand-in from it', async () => {
    await open();
    const el = await show();
    const cells = [...el.querySelectorAll<HTMLElement>('[role=gridcell]')];
    expect(cells.map((one) => one.ariaLabel).slice(-1)).toEqual(['Chen, 2026-W32: not received']);
    const press = (key: string): void => {
      const { KeyboardEvent } = host.window as unknown as typeof globalThis;
      host.document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    };
    el.querySelector<HTMLElement>('[role=gridcell][tabindex="0"]')?.focus();
    expect(host.document.activeElement?.ariaLabel).toBe('Li Lei, 2026-W32: on time');
    for (const key of ['ArrowDown', 'ArrowLeft', 'ArrowLeft']) press(key);
    expect(host.document.activeElement?.ariaLabel).toBe('Ana, 2026-W30: on time');
    press('Enter');
    await host.settle();
    expect(host.app.workspace.getActiveFile()?.path).toBe('Group/ana/2026-W30.md');
  });

  it('makes the agenda once, and never writes over it', async () => {
    await open();
    await show();
    button(/Agenda/).click();
    await host.settle();
    const path = 'Group/2026-W32 agenda.md';
    expect(host.read(path)).toContain('## Questions to answer\n\n- [[Group/lilei/2026-W32|Li Lei]] ');
    expect(host.read(path)).not.toMatch(/(?<!\\)[`<]|(?<!\\)!\[/);
    await host.external.write(path, 'my own\n');
    button(/Agenda/).click();
    await host.settle();
    expect(host.read(path)).toBe('my own\n');
  });

  it('says where it looked where there is nothing, and makes the table', async () => {
    await open({ files: { 'Lab/ana/2026-W32.md': FILES['Group/ana/2026-W30.md'] ?? '' } });
    const el = await show();
    expect(el.textContent).toContain('No hand-in was found in Group/');
    expect(host.faults.writes).toEqual([]);
    button(/Make/).click();
    await host.settle();
    expect(host.read('Group/members.md')).toContain('| id | name | also | from | until | away |');
    button(/Use Lab/).click();
    await host.settle();
    expect(view().textContent).toContain('ana');
  });

  it('says where it looked beside a table of members, too: a sync may not have come yet', async () => {
    const table = '| id | name | away |\n|-|-|-|\n| ana | Ana | 2026-01-01..2026-12-31 |\n';
    await open({ files: { 'Group/members.md': table, 'Lab/ana/2026-W32.md': FILES['Group/ana/2026-W30.md'] ?? '' } });
    const el = await show();
    expect(el.textContent).toContain('No hand-in was found in Group/');
    expect(el.querySelectorAll('.rh-quiet-list .rh-strong')).toHaveLength(0); // away is not silent
    expect(host.$$('[data-key=members]')).toEqual([]);
    button(/Use Lab/).click();
    await host.settle();
    expect(view().querySelector('[data-key=members]')?.textContent).toContain('Make'); // there is no table there
  });

  it('stands in a note as a block, and says what is wrong with its options', async () => {
    await open({
      files: { ...FILES, 'a.md': '```group-week\nweek: 2026-W30\n```\n\n```group-week\nweek: W30\nfoldr: x\n```\n' },
    });
    await host.open('a.md', 'preview');
    await host.settle();
    expect(host.$$('.rh-team .rh-date').map((one) => one.textContent)).toEqual([
      '2026-W30 20–26 Jul',
      '2026-W32 3–9 Aug',
    ]);
    expect(host.$$('.rh-error').some((one) => one.textContent.includes('foldr'))).toBe(true);
  });
});

describe('feedback', () => {
  it('is written beside the hand-in with the questions quoted, and comes into the report once', async () => {
    await open({ files: { ...FILES, ...STUDENT } });
    await show();
    button(/Give feedback/).click();
    await host.settle();
    const path = 'Group/lilei/2026-W32.feedback.md';
    const made = host.read(path);
    expect(made).toMatch(/^---\ntype: feedback\nmember: lilei\nweek: 2026-W32\n---\n/);
    expect(made).toContain('\n> Why?\n\n- \n');
    expect(button(/Open feedback/).textContent).toContain('Li Lei');
    await host.external.write(path, made.replace('> Why?\n\n- \n', '> Why?\n\n- Take 0.75 <img src=x>\n'));
    expect(await json('feedback')).toMatchObject({ ok: false });
    await json('handin', { member: 'li', week: '2026-W32' }); // says who, but is not kept
    host.app.saveLocalStorage('group-member', 'li'); // an earlier id of theirs
    const report = 'Weekly/2026-W32.md';
    expect(await json('feedback', { week: '2026-W32' })).toEqual({ ok: true, path: report, added: 1 });
    expect(host.read(report)).toBe(
      REPORT.replace('answer here. %%\n', 'answer here. %%\n\n- [ ] Take 0.75 \\<img src=x>\n  - Why?\n'),
    );
    expect(await json('feedback')).toEqual({ ok: true, path: report, added: 0 });
    await json('weekly', { week: '2026-W33' });
    expect(host.read('Weekly/2026-W33.md')).toContain('Take 0.75');
    await host.external.write(report, host.read(report).replace('- [ ] Take', '- [x] Take'));
    await json('weekly', { week: '2026-W33', refresh: 'true' });
    expect(host.read('Weekly/2026-W33.md')).not.toContain('Take 0.75');
    expect(await json('feedback', { week: '2026-W31' })).toMatchObject({ ok: false });
  });

  it('names a report that could not be written, and what is typed there meanwhile stays', async () => {
    const feedback = '---\ntype: feedback\nmember: lilei\nweek: 2026-W32\n---\n\n- A point\n';
    await open({ files: { ...FILES, ...STUDENT, 'Group/lilei/2026-W32.feedback.md': feedback } });
    host.app.saveLocalStorage('group-member', 'lilei');
    const report = 'Weekly/2026-W32.md';
    host.faults.plan({ readOnly: [report] });
    expect(await json('feedback')).toMatchObject({ ok: false, error: expect.stringContaining(report) as string });
    host.faults.plan({});
    expect(host.read(report)).toBe(REPORT);
    const typed = REPORT.replace('- Batch', '- Typed just now, batch');
    await host.external.write(report, typed);
    await json('feedback');
    expect(host.read(report)).toBe(typed.replace('answer here. %%\n', 'answer here. %%\n\n- [ ] A point\n'));
  });
});
