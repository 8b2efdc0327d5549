import { afterEach, describe, expect, it } from 'vitest';
import { type Host, type HostOptions, openHost } from '../../../host/node';
import { followers } from '../followers';

let host: Host;
const withBlock = async (block: string, files: Record<string, string>, more: HostOptions = {}) => {
  host = await openHost({
    plugin: true,
    now: '2026-11-05T16:20:00',
    ...more,
    files: { ...files, 'n.md': `\`\`\`calendar-heatmap\n${block}\n\`\`\`\n` },
  });
  await host.open('n.md', 'preview');
  await host.settle();
};
const day = (date: string): HTMLElement => host.$(`.rh-heatmap [data-date="${date}"]`);
const label = (date: string) => day(date).getAttribute('aria-label')?.split('\n')[1];
const later = async (act: () => Promise<unknown>): Promise<void> => {
  await act();
  await host.clock.advance(3_000);
  await host.settle();
};

afterEach(async () => {
  expect(host.errors).toEqual([]);
  await host.close();
});

describe('notes as days', () => {
  const MOODS = { '2026-11-01.md': '---\nmood: 2\n---\n', '2026-11-02.md': '---\nmood: 5\n---\n' };

  it('follow a note that is renamed to another day, and one that is deleted', async () => {
    await withBlock('property: mood', MOODS);
    const file = host.app.vault.getFileByPath('2026-11-02.md')!;
    await later(() => host.run(() => host.app.vault.rename(file, '2026-11-03.md')));
    expect(['2026-11-01', '2026-11-02', '2026-11-03'].map(label)).toEqual(['2', 'no value', '5']);
    await later(() => host.external.remove('2026-11-03.md'));
    expect(label('2026-11-03')).toBe('no value');
    await later(() => host.run(() => host.app.vault.rename(host.app.vault.getFileByPath('2026-11-01.md')!, 'a.md')));
    expect(host.text('.rh-empty')).toContain('The only note with mood has no date in its name');
  });

  it('come with the name that dates them, and go with it', async () => {
    await withBlock('source: notes', { 'draft.md': 'x', '2026-11-01.md': 'x' });
    const rename = (from: string, to: string) =>
      later(() => host.run(() => host.app.vault.rename(host.app.vault.getFileByPath(from)!, to)));
    await rename('draft.md', '2026-11-03 draft.md');
    expect(label('2026-11-03')).toBe('1 note');
    await rename('2026-11-03 draft.md', 'draft.md');
    expect(label('2026-11-03')).toBe('no note');
  });

  it('are left out by tag, those in the text among them', async () => {
    await withBlock('source: notes\nfilter:\n  tag: lab', {
      '2026-11-01 a.md': '---\ntags: [lab]\n---\n',
      '2026-11-02 b.md': 'with #lab/bench in it',
      '2026-11-03 c.md': '---\ntags: [home]\n---\n',
    });
    expect(['2026-11-01', '2026-11-02'].map(label)).toEqual(['1 note', '1 note']);
    expect(day('2026-11-03').dataset['state']).toBe('none');
  });

  it('that a filter leaves out are counted, each once, however often they change', async () => {
    const files = { 'Log/2026-11-01.md': 'x', 'Log/2026-11-02.md': 'x' };
    await withBlock('source: notes\nfilter:\n  folder: Elsewhere', files);
    expect(host.text('.rh-empty')).toContain('The filter leaves out all 2 entries');
    await later(() => host.external.write('Log/2026-11-01.md', 'y'));
    await later(() => host.external.write('Elsewhere/2026-11-03.md', 'x'));
    expect(host.text('.rh-stats')).toContain('1 note');
    await later(() => host.external.remove('Elsewhere/2026-11-03.md'));
    expect(host.text('.rh-empty')).toContain('The filter leaves out all 2 entries');
    await later(() => host.external.remove('Log/2026-11-02.md'));
    await later(() => host.external.write('Elsewhere/2026-11-03.md', 'x'));
    await later(() => host.external.remove('Elsewhere/2026-11-03.md'));
    expect(host.text('.rh-empty')).toContain('The filter leaves out the only entry');
  });

  it('go by the vault’s own format of daily notes before a name that looks like a day', async () => {
    const before: HostOptions['before'] = ({ window }) => {
      const { app } = window as unknown as { app: Record<string, unknown> };
      const options = { format: 'YYYY-DD-MM' };
      app['internalPlugins'] = { plugins: { 'daily-notes': { enabled: true, instance: { options } } } };
    };
    await withBlock('source: notes', { '2026-08-04.md': 'x', 'Trips/2026-09-04.md': 'x' }, { before });
    expect(label('2026-04-08')).toBe('1 note');
    expect(day('2026-08-04').dataset['state']).toBe('none');
    expect(label('2026-09-04')).toBe('1 note'); // not where daily notes lie
  });

  it('know a property whatever its case, as the app does', async () => {
    await withBlock('property: mOOD', { ...MOODS, '2026-11-03.md': '---\nMood: 7\n---\n' });
    expect(['2026-11-02', '2026-11-03'].map(label)).toEqual(['5', '7']);
  });

  it('count the values of a property, where that is asked for', async () => {
    await withBlock('property: mood\nmetric: count', { '2026-11-02.md': '---\nmood: [3, 5, 7]\n---\n' });
    expect(label('2026-11-02')).toBe('3 notes');
  });

  it('say the average where amounts are averaged: 2, 5 and a nought are 2.33', async () => {
    await withBlock('property: mood\ncombine: average', { ...MOODS, '2026-11-03.md': '---\nmood: 0\n---\n' });
    expect(host.text('.rh-stats')).toContain('2.33 on average');
  });

  it('are combined in the order of their paths; notes are counted, and an option that would change nothing is told', async () => {
    const files = { 'b/2026-11-02.md': '---\nmood: 9\n---\n', 'a/2026-11-02.md': '---\nmood: 1\n---\n' };
    await withBlock('property: mood\ncombine: last', files);
    expect(label('2026-11-02')).toBe('9, 2 entries');
    await host.close();
    await withBlock('source: notes', files);
    expect(label('2026-11-02')).toBe('2 notes');
    await host.close();
    await withBlock('source: notes\ncombine: max', files);
    expect(host.text('.rh-error-cause')).toBe('combine on line 2 changes nothing beside source: notes');
  });

  it('say how many values are no numbers', async () => {
    const files = { '2026-11-03.md': '---\nmood: great\n---\n', '2026-11-04.md': '---\nmood: so so\n---\n' };
    await withBlock('property: mood', { ...MOODS, ...files });
    expect(host.text('.rh-heatmap-note')).toBe('2 values are not numbers, great among them');
  });

  it('offer no reading to log', async () => {
    await withBlock('property: mood', MOODS);
    await host.click(day('2026-11-02'));
    expect(host.text('.rh-popover')).toContain('2026-11-02');
    expect(host.$$('.rh-popover-foot')).toEqual([]);
  });

  it('take a task ticked with a capital X, and go to its line', async () => {
    await withBlock('source: tasks', { 'todo.md': 'first\n\n- [X] write ✅ 2026-11-02\n' });
    expect(label('2026-11-02')).toBe('1 task');
    const opened: unknown[] = [];
    await host.click(day('2026-11-02'));
    expect(host.text('.rh-item-title')).toBe('write');
    const leaf = host.app.workspace.getLeaf(false);
    const openFile = leaf.openFile.bind(leaf);
    leaf.openFile = (file, state) => {
      opened.push([file.path, state?.eState]);
      return openFile(file, state);
    };
    await host.click('.rh-item-title');
    expect(opened).toEqual([['todo.md', { line: 2 }]]);
  });

  it('take tasks in callouts and numbered ones, as the report does, and none in comments', async () => {
    await withBlock('source: tasks', {
      'n2.md': '> [!todo] Week\n> - [x] a ✅ 2026-11-02\n>     - [x] b ✅ 2026-11-02\n\n1. [x] c ✅ 2026-11-02\n',
      'n3.md': '%%\n- [x] d ✅ 2026-11-02\n%%\n\n<!--\n- [x] e ✅ 2026-11-02\n-->\n',
    });
    expect(label('2026-11-02')).toBe('3 tasks');
  });

  it('take a task by its own tag, or by one that its note’s properties give to all that is in it', async () => {
    await withBlock('source: tasks\nfilter:\n  tag: run', {
      'mixed.md': '- [x] a #run ✅ 2026-11-02\n- [x] b ✅ 2026-11-02\n- [x] c #walk ✅ 2026-11-02\n',
      'below.md': '- [x] d #Run/hills ✅ 2026-11-03\n- [x] e [[plan#run]] `#run` ✅ 2026-11-03\n',
      'all.md': '---\ntags: [run]\n---\n- [x] f ✅ 2026-11-04\n- [x] g ✅ 2026-11-04\n',
      'words.md': 'A note about #run.\n\n- [x] h ✅ 2026-11-05\n',
    });
    expect(['2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05'].map(label)).toEqual([
      '1 task',
      '1 task',
      '2 tasks',
      'no task completed',
    ]);
    await later(() => host.external.write('mixed.md', '- [x] a ✅ 2026-11-02\n- [x] b #run ✅ 2026-11-01\n'));
    expect(['2026-11-01', '2026-11-02'].map(label)).toEqual(['1 task', 'no task completed']);
    await later(() => host.external.write('words.md', '---\ntags: run\n---\n- [x] h ✅ 2026-11-05\n'));
    expect(label('2026-11-05')).toBe('1 task');
  });

  it('count the tasks that a tag or a folder leaves out, where none is left', async () => {
    const files = { 'a.md': '- [x] a ✅ 2026-11-02\n- [x] b ✅ 2026-11-02\n- [x] no day\n', 'b.md': '- [ ] c #run\n' };
    await withBlock('source: tasks\nfilter:\n  tag: run', files);
    expect(host.text('.rh-empty')).toContain('The filter leaves out all 2 entries');
  });

  it('are drawn without a note that cannot be read, which is told, and come with it once it can', async () => {
    const files = { 'a.md': '- [x] a ✅ 2026-11-01\n', 'cloud.md': '- [x] b ✅ 2026-11-02\n' };
    host = await openHost({
      plugin: true,
      now: '2026-11-05T16:20:00',
      files: { ...files, 'n.md': '```calendar-heatmap\nsource: tasks\n```\n' },
    });
    host.faults.plan({ failRead: ['cloud.md'] });
    await host.open('n.md', 'preview');
    await host.settle();
    expect(label('2026-11-01')).toBe('1 task');
    expect(host.$$('.is-loading')).toEqual([]);
    expect(host.text('.rh-heatmap-note')).toBe('1 note could not be read');
    host.faults.plan({});
    await later(() => host.external.write('cloud.md', '- [x] b ✅ 2026-11-03\n'));
    expect(label('2026-11-03')).toBe('1 task');
    expect(host.$$('.rh-heatmap-note')).toEqual([]);
  });

  it('take a task on its own day, though it stands in the note of another', async () => {
    await withBlock('source: tasks', { '2026-11-01.md': '- [x] a ✅ 2026-11-03\n- [x] b\n' });
    expect(['2026-11-01', '2026-11-03'].map(label)).toEqual(['1 task', '1 task']);
  });

  it('are listed by their paths where they have one name', async () => {
    const files = { 'a/2026-11-02.md': 'x', 'b/2026-11-02.md': 'x', '2026-11-02 c.md': 'x' };
    await withBlock('source: notes', files);
    await host.click(day('2026-11-02'));
    const titles = host.$$('.rh-item-title').map((one) => one.textContent);
    expect(titles).toEqual(['2026-11-02 c', 'a/2026-11-02', 'b/2026-11-02']);
  });

  it('are let go of when the note with the calendar is left', async () => {
    await withBlock('property: mood', { ...MOODS, 'other.md': 'x' });
    await host.open('other.md', 'preview');
    await host.settle();
    expect(followers(host)).toBe(0);
    for (let i = 0; i < 3; i++) {
      await host.open('n.md', 'preview');
      await host.settle();
      expect(followers(host)).toBe(1);
      await host.open('other.md', 'preview');
      await host.settle();
    }
    expect(followers(host)).toBe(0);
  });
});
