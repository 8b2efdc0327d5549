import { afterEach, describe, expect, it } from 'vitest';
import { type Host, openHost } from '../../host/node';
import { NOW, ZONE } from './term-vault';

let host: Host;
afterEach(() => host.close());

async function open(block: string, files: Record<string, string> = {}, options = ''): Promise<void> {
  host = await openHost({
    plugin: true,
    files: { 'A.md': `\`\`\`${block}\n${options}\`\`\`\n`, ...files },
    now: NOW,
    timezone: ZONE,
    language: 'en',
  });
  await host.open('A.md');
}

describe('in a vault with nothing in it', () => {
  it('the page says what will appear where, and offers the first thing to do', async () => {
    await open('research-home');
    expect(host.text('.rh-date-sub')).toBe('2026-W45');
    expect(host.text('.rh-actions .mod-cta')).toBe('Add source');
    expect(host.text('.rh-pace-done')).toBe('0h');
    expect(host.text('.rh-plan')).toContain('appears here when the week comes');
    expect(host.text('.rh-report button')).toBe('Create report');
    expect(host.$$('.rh-missed')).toEqual([]);
    expect(host.text('[data-section=reading-now]')).toContain('No sources yet');
    expect(host.text('[data-section=handbook-steps]')).toContain('No handbook in this vault yet');
    expect(host.errors).toEqual([]);
    expect(host.faults.writes).toEqual([]);
  });

  it('the page offers to log once there is a source', async () => {
    await open('research-home');
    await host.external.write('a.md', '---\ntype: source\n---\n');
    await host.settle();
    expect(host.$('.rh-actions .mod-cta').getAttribute('data-key')).toBe('log');
    // It stands where it stood before: a hand remembers.
    expect(host.$$('.rh-actions button').map((button) => button.getAttribute('data-key'))).toEqual(['add', 'log']);
  });

  it('last week’s report is asked for where one before it was written, though nothing was logged', async () => {
    await open('this-week', { 'Weekly/2026-W43.md': '---\ntype: weekly-report\nweek: 2026-W43\n---\n' });
    expect(host.text('.rh-missed button')).toContain('2026-W44');
  });

  it.each(['this-week', 'reading-now', 'handbook-steps'])('%s stands alone, with the page’s look', async (block) => {
    await open(block);
    expect(host.$(`.rh-home > [data-section=${block}] [role=heading]`).textContent).not.toBe('');
    expect(host.$$('.is-pending')).toEqual([]);
    await host.unload();
    expect(host.errors).toEqual([]);
  });

  it('a goal asks for nothing before the first entry', async () => {
    await open('this-week', {}, 'goal: 600\n');
    expect(host.text('.rh-pace')).toBe('0%0hgoal 10 hcounted from the first entry');
    expect(host.$('.rh-ring').hasAttribute('data-pace')).toBe(false);
  });

  it.each([
    ['this-week', 'gaol: 3\n', 'goal'],
    ['reading-now', 'limit: many\n', 'limit'],
    ['handbook-steps', 'limit: 0\n', 'limit'],
  ])('%s names a wrong option and still draws', async (block, options, key) => {
    await open(block, {}, options);
    expect(`${host.text('.rh-error-cause') ?? ''}${host.text('.rh-error-tip') ?? ''}`).toContain(key);
    expect(host.$$(`[data-section=${block}]`)).toHaveLength(1);
  });
});

describe('the handbook’s steps', () => {
  const handbook = (id: string, text: string, language = 'en'): string =>
    `---\nhandbook: cv-lab\nhandbook-id: ${id}\nhandbook-lang: ${language}\nhandbook-version: 1\n---\n\n${text}`;
  const FILES = {
    'H/Zotero.md': handbook('tools/zotero', '# Papers in Zotero\n\n- [ ] Install it\n- [x] Read on\n'),
    'H/Start.md': handbook(
      'start/start-here',
      '# Start here\n\n- [x] Read [[Slow|slow is fast]]\n- [ ] Install **Obsidian**\n- [ ] Log [[CS231n]]\n',
    ),
    'H/Report.md': handbook('report/weekly-report', '# The weekly report\n\n- [x] Done\n'),
    'H/zh.md': handbook('tools/zotero', '# 用 Zotero\n\n- [ ] 安装\n', 'zh'),
    'T/Template.md': handbook('template/weekly-report', '# {{week}}\n\n- [ ] \n'),
  };
  const rows = (): (string | null)[] => host.$$('.rh-steps [role=listitem]').map((el) => el.textContent);

  it('come in the pack’s order, each note named once, and are counted', async () => {
    await open('handbook-steps', FILES);
    expect(rows()).toEqual(['Install ObsidianStart here', 'Log CS231n', 'Install itPapers in Zotero']);
    expect(host.text('.rh-aside')).toBe('3 of 6 steps done');
  });

  it('are as many as asked for; the other checklists are folded away', async () => {
    await open('handbook-steps', FILES, 'limit: 1\n');
    expect(rows()).toEqual(['Install ObsidianStart here']);
    expect(host.text('details')).toBe('1 more checklist');
    const fold = host.$<HTMLDetailsElement>('details');
    fold.open = true;
    fold.dispatchEvent(new host.window.Event('toggle'));
    expect(host.text('details')).toBe('1 more checklistPapers in Zotero1 to do');
    await host.external.write('H/Zotero.md', `${host.read('H/Zotero.md')}- [ ] More\n`);
    await host.settle();
    expect(host.$<HTMLDetailsElement>('details').open).toBe(true);
    expect(host.text('details')).toBe('1 more checklistPapers in Zotero2 to do');
  });

  it('stand below their name, which leads to the map of the handbook where there is one', async () => {
    await open('handbook-steps', FILES);
    expect(host.$$('.rh-heading a')).toEqual([]);
    await host.close();
    await open('handbook-steps', { ...FILES, 'H/Map.md': handbook('map', '# Map\n') });
    await host.click('.rh-heading a');
    await host.settle();
    expect(host.app.workspace.getActiveFile()?.path).toBe('H/Map.md');
  });

  it('are ticked in their note, and stay until all that are shown are done', async () => {
    await open('handbook-steps', FILES, 'limit: 2\n');
    const box = (index: number): HTMLElement => host.$$('.rh-steps .rh-check')[index] ?? host.document.body;
    const before = host.read('H/Start.md');
    await host.click(box(0));
    await host.settle();
    expect(host.read('H/Start.md')).toBe(before.replace('- [ ] Install', '- [x] Install'));
    expect(rows()).toEqual(['Install ObsidianStart here', 'Log CS231n']);
    expect(host.text('.rh-aside')).toBe('4 of 6 steps done'); // no list is through by it, and yet it counts
    await host.click(box(1));
    await host.settle();
    expect(rows()).toEqual(['Install itPapers in Zotero']);
    expect(host.text('.rh-aside')).toBe('5 of 6 steps done');
  });

  it('are found in callouts, and ticked there', async () => {
    await open('handbook-steps', {
      'H/Start.md': handbook('start/start-here', '# Start here\n\n> [!todo]\n> - [ ] Install it\n> - [ ] Read on\n'),
    });
    expect(rows()).toEqual(['Install itStart here', 'Read on']);
    await host.click(host.$$('.rh-steps .rh-check')[1] ?? '');
    await host.settle();
    expect(host.read('H/Start.md')).toContain('> - [ ] Install it\n> - [x] Read on\n');
  });

  it('are ticked where their note has moved to', async () => {
    await open('handbook-steps', FILES);
    const before = host.read('H/Start.md');
    const start = host.app.vault.getFileByPath('H/Start.md');
    if (start === null) throw new Error('no such note');
    await host.run(host.app.vault.rename(start, 'H/Moved.md'));
    await host.settle();
    await host.click(host.$$('.rh-steps .rh-check')[0] ?? '');
    await host.settle();
    expect(host.read('H/Moved.md')).toBe(before.replace('- [ ] Install', '- [x] Install'));
    expect(host.notices()).toEqual([]);
  });

  it('are those of the language that the map note or the settings say, from then on', async () => {
    const map = (language: string): string =>
      handbook('map', '# Map\n').replace('---\n', `---\npack: cv-lab\npack-version: 1\nlanguage: ${language}\n`);
    await open('handbook-steps', { ...FILES, 'H/Map.md': map('en') });
    await host.external.write('H/Map.md', map('zh'));
    await host.settle();
    expect(rows()).toEqual(['安装用 Zotero']);
    await host.external.write(
      '.obsidian/plugins/research-handbook/data.json',
      JSON.stringify({ settingsVersion: 1, contentLanguage: 'en' }),
    );
    await host.settle();
    expect(rows()).toHaveLength(3);
  });

  it('follow the notes as they change and go', async () => {
    await open('handbook-steps', FILES);
    await host.external.write('H/Start.md', host.read('H/Start.md').replace('- [ ] Log', '- [x] Log'));
    await host.settle();
    expect(rows()).toEqual(['Install ObsidianStart here', 'Install itPapers in Zotero']);
    await host.external.remove('H/Start.md');
    await host.settle();
    expect(rows()).toEqual(['Install itPapers in Zotero']);
    await host.external.write('H/Zotero.md', host.read('H/Zotero.md').replace('- [ ]', '- [x]'));
    await host.settle();
    expect(host.text('[data-section]')).toContain('Every checklist is done.');
  });

  it('appear when the handbook is set up while the page is open, in its own language', async () => {
    await open('handbook-steps');
    expect(host.text('[data-section]')).toContain('No handbook in this vault yet');
    await host.cli('research-handbook:setup', { lang: 'zh' });
    await host.settle();
    expect(rows()).toHaveLength(3);
    expect(rows()[0]).toContain('从这里开始');
  });
});

describe('what is there already is not asked for', () => {
  const report = (week: string, plan: string): Record<string, string> => ({
    [`Weekly/${week}.md`]: `---\ntype: weekly-report\nweek: ${week}\nstatus: draft\n---\n\n## Next week's plan\n\n%% a hint %%\n\n- [ ] ${plan}\n`,
  });
  const plan = (): string | null => host.text('.rh-plan');

  it('a plan for next week, once this week’s report holds one', async () => {
    await open('this-week', report('2026-W45', ''));
    expect(plan()).toContain('Write next week’s plan in a report');
    const note = 'Weekly/2026-W45.md';
    await host.external.write(note, host.read(note).replace('- [ ] ', '- [ ] Read CLIP'));
    await host.settle();
    expect(plan()).toContain('Next week’s plan is written');
    await host.external.write(note, host.read(note).replace('Read CLIP', ''));
    await host.settle();
    expect(plan()).toContain('Write next week’s plan in a report');
  });

  it('an earlier report without a plan is named, and leads there', async () => {
    await open('this-week', { ...report('2026-W44', ''), ...report('2026-W45', 'Read CLIP') });
    expect(plan()).toContain('Next week’s plan is written');
    expect(host.text('.rh-plan .rh-quiet-link')).toBe('No plan in the report of 2026-W44');
    await host.click('.rh-plan .rh-quiet-link');
    await host.settle();
    expect(host.app.workspace.getActiveFile()?.path).toBe('Weekly/2026-W44.md');
  });

  it('a paper that was added and not begun is named where one looks for it', async () => {
    const paper = (title: string, added: string, status = 'inbox'): Record<string, string> => ({
      [`Sources/${title}.md`]: `---\ntype: source\ntitle: ${title}\nstatus: ${status}\nadded: ${added}\n---\n`,
    });
    await open('reading-now', paper('CLIP', '2026-11-05'));
    const section = (): string | null => host.text('.rh-section');
    expect(section()).toContain('1 in the inbox');
    expect(host.text('.rh-waiting')).toBe('Added, not begun: CLIP');
    for (const [n, title] of ['ViT', 'MAE', 'SAM'].entries()) {
      const added = `2026-11-0${String(n + 1)}`;
      for (const [path, text] of Object.entries(paper(title, added, 'queued'))) await host.external.write(path, text);
    }
    await host.settle();
    expect(section()).toContain('3 queued · 1 in the inbox');
    expect(host.text('.rh-waiting')).toBe('Added, not begun: CLIP · SAM · MAE · and 1 more');
    await host.click('.rh-waiting a');
    await host.settle();
    expect(host.app.workspace.getActiveFile()?.path).toBe('Sources/CLIP.md');
  });
});
