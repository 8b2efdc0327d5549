import { afterEach, describe, expect, it } from 'vitest';
import { type Host, type HostOptions, openHost } from '../../host/node';

const NOW = '2026-11-05T16:20:00';
const source = (title: string, lines: readonly string[], kind = 'paper'): string =>
  `---\ntype: source\nkind: ${kind}\ntitle: ${JSON.stringify(title)}\n---\n\n## Reading log\n\n${lines.map((line) => `- ${line}`).join('\n')}\n`;
const FILES = {
  'Sources/mae.md': source('Masked Autoencoders', ['2026-11-03 method [min:: 60] [pass:: 2] [pages:: 3-4]']),
  'Sources/ml.md': source(
    '<b>机器学习</b>',
    ['2026-11-03 very secret [min:: 20] [private:: true]', '2026-11-02 alone [min:: 5]'],
    'book',
  ),
  'n.md': 'Home\n\n```calendar-heatmap\n```\n',
};
const DAILY = JSON.stringify({ folder: 'Daily', format: 'YYYY/MM-DD', template: 'T/day' });

let host: Host;
const open = async (options: HostOptions = {}) => {
  host = await openHost({ plugin: true, now: NOW, files: FILES, ...options });
  await host.open('n.md', 'preview');
  await host.settle();
};
afterEach(async () => {
  expect(host.errors).toEqual([]);
  await host.close();
});

const tile = (date: string): HTMLElement => host.$(`[data-date="${date}"]`);
const popover = () => host.text('.rh-popover') ?? '';
/** Paths of the notes that stand in tabs. */
const tabs = (): string[] => {
  const paths: string[] = [];
  host.app.workspace.iterateAllLeaves((leaf) => {
    const { file } = leaf.view as { readonly file?: { readonly path: string } | null };
    if (file) paths.push(file.path);
  });
  return paths;
};
const focused = () => host.document.activeElement?.getAttribute('data-date') ?? null;
/** Opens what Obsidian's settings would say of daily notes. */
const withDailyNotes = (kind: 'core' | 'periodic') => ({
  before: ({ window }: { readonly window: Window }) => {
    const app = (window as unknown as { app: Record<string, unknown> }).app;
    const options = JSON.parse(DAILY) as Record<string, unknown>;
    if (kind === 'core')
      app['internalPlugins'] = { plugins: { 'daily-notes': { enabled: true, instance: { options } } } };
    else {
      app['internalPlugins'] = {
        plugins: { 'daily-notes': { enabled: true, instance: { options: { format: 'YYYY-MM-DD' } } } },
      };
      (app['plugins'] as { plugins: Record<string, unknown> }).plugins['periodic-notes'] = {
        settings: { daily: { enabled: true, ...options } },
      };
    }
  },
});

describe('the day’s list', () => {
  it('makes no empty note on opening one whose name holds what a link reads as a heading', async () => {
    const files = { ...FILES, 'Sources/C# in depth.md': source('C# in depth', ['2026-11-04 a [min:: 5]']) };
    await open({ files });
    await host.click(tile('2026-11-04'));
    await host.click('.rh-popover .rh-item-title');
    await host.settle();
    expect(host.app.workspace.getActiveFile()?.path).toBe('Sources/C# in depth.md');
    expect((await host.paths()).sort()).toEqual(Object.keys(files).sort());
  });

  it('shows what was read, its minutes, pass and pages, and no private word', async () => {
    await open();
    await host.click(tile('2026-11-03'));
    expect(host.text('.rh-popover .rh-heading')).toBe('Tue 3 Nov');
    expect(host.text('.rh-popover-sum')).toContain('80 min in 2 entries');
    expect(host.$$('.rh-item-title').map((one) => one.textContent)).toEqual(['Masked Autoencoders', '<b>机器学习</b>']);
    expect(host.$$('.rh-entry-min').map((one) => one.textContent)).toEqual(['60 min', '20 min']);
    expect(host.$$('.rh-entry-note').map((one) => one.textContent?.trim())).toEqual([
      'method · pass 2 · pp. 3–4',
      'Private: the text stays out of reports',
    ]);
    expect(host.document.body.textContent).not.toContain('very secret');
    expect(host.$$('.rh-popover b')).toEqual([]);
  });

  it('names a private task by its note alone, and one that belongs to a private item', async () => {
    const todo = '- [x] read ✅ 2026-11-03\n1. very secret [private:: true]\n   - [x] very secret, too ✅ 2026-11-03\n';
    await open({ files: { ...FILES, 'todo.md': todo, 'n.md': 'Home\n\n```calendar-heatmap\nsource: tasks\n```\n' } });
    await host.click(tile('2026-11-03'));
    expect(host.$$('.rh-item-title').map((one) => one.textContent)).toEqual(['read', 'todo']);
    expect(host.document.body.textContent).not.toContain('very secret');
  });

  it('steps from day to day and says what a day without entries is', async () => {
    await open();
    await host.click(tile('2026-11-03'));
    await host.click('.rh-popover-head button:nth-of-type(1)');
    expect(host.text('.rh-popover .rh-heading')).toBe('Mon 2 Nov');
    await host.click('.rh-popover-head button:nth-of-type(2)');
    await host.click('.rh-popover-head button:nth-of-type(2)');
    expect(host.text('.rh-popover-sum')).toContain('no entry');
    expect(host.$$('.is-open').map((one) => one.dataset['date'])).toEqual(['2026-11-04']);
  });

  it('closes by Escape, which gives the focus back to its day', async () => {
    await open();
    tile('2026-11-05').focus();
    await host.press('ArrowUp');
    await host.press('ArrowUp');
    await host.press('Enter');
    expect(popover()).toContain('Tue 3 Nov');
    expect(focused()).toBeNull();
    await host.press('Escape');
    expect(popover()).toBe('');
    expect(focused()).toBe('2026-11-03');
    expect(host.$$('.is-open')).toEqual([]);
  });

  it('closes by a press elsewhere, by a second click, and moves with a click on another day', async () => {
    await open();
    await host.click(tile('2026-11-03'));
    await host.click(tile('2026-11-02'));
    expect(host.$$('.rh-popover')).toHaveLength(1);
    expect(popover()).toContain('Mon 2 Nov');
    await host.click(tile('2026-11-02'));
    expect(popover()).toBe('');
    await host.click(tile('2026-11-02'));
    host.document.body.dispatchEvent(new host.window.MouseEvent('pointerdown', { bubbles: true }));
    expect(popover()).toBe('');
  });

  it('keeps the focus within, from the last back to the first', async () => {
    await open();
    await host.click(tile('2026-11-03'));
    const inside = () => host.document.activeElement?.closest('.rh-popover') !== null;
    for (let i = 0; i < 12; i++) {
      await host.press('Tab');
      expect(inside()).toBe(true);
    }
  });

  it('stays current while it is open', async () => {
    await open();
    await host.click(tile('2026-11-03'));
    await host.external.write('Sources/mae.md', host.read('Sources/mae.md').replace('min:: 60', 'min:: 75'));
    await host.clock.advance(3_000);
    expect(host.$$('.rh-entry-min').map((one) => one.textContent)).toEqual(['75 min', '20 min']);
  });

  it('opens an item’s note', async () => {
    await open();
    await host.click(tile('2026-11-03'));
    await host.click('.rh-popover .rh-item-title');
    await host.settle();
    expect(host.app.workspace.getActiveFile()?.path).toBe('Sources/mae.md');
    expect(popover()).toBe('');
  });

  it('goes to the line of the item that was clicked, and not to the first', async () => {
    await open();
    await host.click(tile('2026-11-02'));
    const opened: unknown[] = [];
    const leaf = host.app.workspace.getLeaf(false);
    const openFile = leaf.openFile.bind(leaf);
    leaf.openFile = (file, state) => {
      opened.push([file.path, state?.eState]);
      return openFile(file, state);
    };
    await host.click('.rh-popover .rh-item-title');
    await host.settle();
    const line = host.read('Sources/ml.md').split('\n').indexOf('- 2026-11-02 alone [min:: 5]');
    expect(line).toBeGreaterThan(0);
    expect(opened).toEqual([['Sources/ml.md', { line }]]);
  });

  it('with a modifier key an item opens in a tab of its own, over which the list does not float', async () => {
    await open();
    await host.click(tile('2026-11-03'));
    const before = tabs();
    await host.click('.rh-popover .rh-item-title', { ctrlKey: true });
    await host.settle();
    expect(tabs().filter((path) => !before.includes(path))).toEqual(['Sources/mae.md']);
    expect(tabs()).toContain('n.md'); // where it was
    expect(popover()).toBe('');
  });

  it('shows an item’s note beside it on hovering, by the app’s own preview', async () => {
    await open();
    const previews: Record<string, unknown>[] = [];
    host.app.workspace.on(
      'hover-link' as 'quit',
      ((payload: Record<string, unknown>) => previews.push(payload)) as never,
    );
    await host.click(tile('2026-11-03'));
    const item = host.$('.rh-popover .rh-item-title');
    const event = new host.window.MouseEvent('mouseover', { bubbles: true });
    item.dispatchEvent(event);
    expect(previews).toHaveLength(1);
    expect(previews[0]).toMatchObject({
      source: 'research-handbook-heatmap',
      linktext: 'Sources/mae.md',
      sourcePath: '',
    });
    expect(previews[0]?.['event']).toBe(event);
    expect(previews[0]?.['targetEl']).toBe(item);
    expect(previews[0]?.['hoverParent']).toHaveProperty('hoverPopover');
  });

  it('writes nothing by being looked at', async () => {
    await open(withDailyNotes('core'));
    await host.click(tile('2026-11-03'));
    expect(host.faults.writes).toEqual([]);
  });
});

describe('daily notes', () => {
  it.each(['core', 'periodic'] as const)('are created as the vault’s own settings say (%s)', async (kind) => {
    await open({
      ...withDailyNotes(kind),
      files: { ...FILES, 'T/day.md': '# {{title}}\n{{date:YYYY-MM-DD}} {{time:HH}}\n' },
    });
    await host.click(tile('2026-11-03'));
    expect(host.text('.rh-popover-foot a')).toBe('Create daily note');
    await host.click('.rh-popover-foot a');
    await host.settle();
    expect(host.read('Daily/2026/11-03.md')).toBe('# 11-03\n2026-11-03 16\n');
    expect(host.app.workspace.getActiveFile()?.path).toBe('Daily/2026/11-03.md');
  });

  it('that are there are opened as they are', async () => {
    await open({
      ...withDailyNotes('core'),
      files: { ...FILES, 'Daily/2026/11-03.md': 'mine', 'T/day.md': 'template' },
    });
    await host.click(tile('2026-11-03'));
    expect(host.text('.rh-popover-foot a')).toBe('Open daily note');
    await host.click('.rh-popover-foot a');
    await host.settle();
    expect(host.read('Daily/2026/11-03.md')).toBe('mine');
    expect(host.faults.writes).toEqual([]);
  });
});

describe('a day with a modifier key', () => {
  it('goes straight to the only note there is, in a new tab', async () => {
    await open();
    await host.click(tile('2026-11-02'), { ctrlKey: true });
    await host.settle();
    expect(popover()).toBe('');
    expect(tabs()).toEqual(expect.arrayContaining(['n.md', 'Sources/ml.md']));
  });

  it('does the same by the keyboard', async () => {
    await open();
    tile('2026-11-05').focus();
    for (const key of ['ArrowUp', 'ArrowUp', 'ArrowUp', 'Ctrl+Enter']) await host.press(key);
    await host.settle();
    expect(popover()).toBe('');
    expect(tabs()).toEqual(expect.arrayContaining(['n.md', 'Sources/ml.md']));
  });

  it('shows the list where there are several to choose from', async () => {
    await open();
    await host.click(tile('2026-11-03'), { ctrlKey: true });
    expect(popover()).toContain('Tue 3 Nov');
    expect(tabs()).toEqual(['n.md']);
  });
});

describe('tooltips', () => {
  it('name the day’s items once it is looked at', async () => {
    await open();
    tile('2026-11-05').focus();
    await host.press('ArrowUp');
    await host.press('ArrowUp');
    expect(tile('2026-11-03').getAttribute('aria-label')).toBe(
      'Tue 3 Nov 2026\n80 min, 2 entries\nMasked Autoencoders\n<b>机器学习</b>',
    );
  });
});

describe('reports', () => {
  it('every week since the log began has its mark, with its state and what a click does', async () => {
    await open();
    const marks = host.$$('.rh-week-mark[data-report]');
    expect(marks).toHaveLength(1); // the log began this week
    expect(marks[0]?.getAttribute('aria-label')).toBe('2026-W45, report not written\nClick to create it');
    expect(marks[0]?.getAttribute('role')).toBe('gridcell');
  });

  it('a click on a mark creates the week’s report and opens it; the mark then says so', async () => {
    await open();
    await host.click('.rh-week-mark[data-report]');
    await host.clock.advance(3_000);
    await host.settle();
    expect(host.app.workspace.getActiveFile()?.path).toMatch(/2026-W45\.md$/);
    await host.open('n.md', 'preview');
    await host.settle();
    expect(host.$('.rh-week-mark[data-report]').dataset['report']).toBe('draft');
  });

  it('the legend has a key for a reviewed one from when there is one, and only then', async () => {
    await open();
    const keys = () => host.$$('.rh-legend .rh-state').map((one) => one.dataset['report']);
    expect(keys()).toEqual(['none', 'draft', 'sent']);
    await host.click('.rh-week-mark[data-report]');
    await host.clock.advance(3_000);
    await host.settle();
    const path = host.app.workspace.getActiveFile()?.path ?? '';
    await host.open('n.md', 'preview');
    await host.settle();
    expect(keys()).toEqual(['none', 'draft', 'sent']);
    const draft = host.read(path);
    await host.external.write(path, draft.replace('status: draft', 'status: reviewed'));
    await host.clock.advance(3_000);
    await host.settle();
    expect(host.$('.rh-week-mark[data-report]').dataset['report']).toBe('reviewed');
    expect(keys()).toEqual(['none', 'draft', 'sent', 'reviewed']);
    await host.external.write(path, draft);
    await host.clock.advance(3_000);
    await host.settle();
    expect(keys()).toEqual(['none', 'draft', 'sent']);
  });

  it('are shown in the day’s list too, for the keyboard', async () => {
    await open();
    await host.click(tile('2026-11-03'));
    expect(host.text('.rh-state-button')).toBe('W45 report, not written');
  });
});
