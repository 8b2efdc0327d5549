import { afterEach, describe, expect, it } from 'vitest';
import { type Host, type HostOptions, openHost } from '../../../host/node';

const NOW = '2026-11-05T16:20:00'; // a Thursday
const MAE = 'Sources/mae.md';
const source = (title: string, lines: readonly string[]): string =>
  `---\ntype: source\nkind: paper\ntitle: ${JSON.stringify(title)}\n---\n\n## Reading log\n\n${lines.map((line) => `- ${line}`).join('\n')}\n`;
const FILES = {
  [MAE]: source('Masked Autoencoders', ['2026-11-03 method [min:: 60]']),
  'Sources/vit.md': source('ViT', ['2026-11-03 intro [min:: 20]', '2026-11-02 alone [min:: 5]']),
};

let host: Host;
const open = async (more: HostOptions = {}, block = '') => {
  const files = { ...FILES, ...more.files, 'n.md': `\`\`\`calendar-heatmap\n${block}\n\`\`\`\n` };
  host = await openHost({ plugin: true, now: NOW, ...more, files });
  await host.open('n.md', 'preview');
  await host.settle();
};
const tile = (date: string): HTMLElement => host.$(`.rh-heatmap [data-date="${date}"]`);
const popover = () => host.text('.rh-popover') ?? '';
const focused = () => host.document.activeElement?.getAttribute('data-date') ?? null;
/** Paths of the notes that stand in tabs. */
const tabs = (): string[] => {
  const paths: string[] = [];
  host.app.workspace.iterateAllLeaves((leaf) => {
    const { file } = leaf.view as { readonly file?: { readonly path: string } | null };
    if (file) paths.push(file.path);
  });
  return paths.sort();
};
const middleClick = async (el: Element): Promise<void> => {
  el.dispatchEvent(new host.window.MouseEvent('auxclick', { bubbles: true, cancelable: true, button: 1 }));
  await host.settle();
};
const change = async (path: string, text: string): Promise<void> => {
  await host.external.write(path, text);
  await host.clock.advance(3_000);
  await host.settle();
};
const dailyNotes = (enabled: boolean, template = ''): Pick<HostOptions, 'before'> => ({
  before: ({ window }) => {
    const app = (window as unknown as { app: Record<string, unknown> }).app;
    const options = { folder: 'Daily', format: 'YYYY-MM-DD', template };
    app['internalPlugins'] = { plugins: { 'daily-notes': { enabled, instance: { options } } } };
  },
});

afterEach(async () => {
  expect(host.errors).toEqual([]);
  await host.close();
});

describe('keys on a day', () => {
  it('with Alt belong to the app', async () => {
    await open();
    tile('2026-11-05').focus();
    for (const key of ['Alt+ArrowLeft', 'Alt+ArrowUp', 'Alt+Enter']) await host.press(key);
    expect(focused()).toBe('2026-11-05');
    expect(popover()).toBe('');
  });

  it('with Command do what they do with Ctrl', async () => {
    await open();
    tile('2026-11-05').focus();
    const init = { key: 'Home', metaKey: true, bubbles: true, cancelable: true };
    tile('2026-11-05').dispatchEvent(new host.window.KeyboardEvent('keydown', init));
    expect(focused()).toBe('2025-11-03');
  });

  it('the space bar shows the day’s list, as Enter does', async () => {
    await open();
    tile('2026-11-05').focus();
    await host.press(' ');
    expect(popover()).toContain('Thu 5 Nov');
  });
});

describe('the middle button', () => {
  it('opens a day’s only note in a tab of its own', async () => {
    await open();
    await middleClick(tile('2026-11-02'));
    expect(tabs()).toEqual(['Sources/vit.md', 'n.md']);
    expect(popover()).toBe('');
    expect(host.$('[role=grid] [tabindex="0"]').dataset['date']).toBe('2026-11-02'); // Tab comes back to it
  });

  it('opens an item in a tab of its own', async () => {
    await open();
    await host.click(tile('2026-11-03'));
    await middleClick(host.$('.rh-popover .rh-item-title'));
    expect(tabs()).toEqual([MAE, 'n.md']);
    expect(popover()).toBe('');
  });

  it('creates a daily note in a tab of its own', async () => {
    await open(dailyNotes(true));
    await host.click(tile('2026-11-03'));
    await middleClick(host.$('.rh-popover-foot a'));
    expect(tabs()).toEqual(['Daily/2026-11-03.md', 'n.md']);
  });

  it('opens the week’s report in a tab of its own', async () => {
    await open();
    await host.click(tile('2026-11-03'));
    await middleClick(host.$('.rh-popover .rh-state-button'));
    await host.clock.advance(3_000);
    await host.settle();
    expect(tabs()).toHaveLength(2);
    expect(tabs()).toContain('n.md');
  });
});

describe('a day’s daily note', () => {
  it('is what a modified click on a day without entries means, where there is one', async () => {
    await open({ ...dailyNotes(true), files: { 'Daily/2026-11-04.md': 'mine' } });
    await host.click(tile('2026-11-04'), { ctrlKey: true });
    await host.settle();
    expect(tabs()).toEqual(['Daily/2026-11-04.md', 'n.md']);
    await host.click(tile('2026-10-30'), { ctrlKey: true });
    expect(popover()).toContain('Fri 30 Oct'); // there is none: the list
    expect(host.faults.writes).toEqual([]);
  });

  it('is created with the day’s own date and the time of writing, in a tab of its own where asked', async () => {
    await open({ ...dailyNotes(true, 'day'), files: { 'day.md': '{{date}} {{time}}' } });
    await host.click(tile('2026-11-04'));
    await host.click('.rh-popover-foot a', { ctrlKey: true });
    await host.settle();
    expect(host.read('Daily/2026-11-04.md')).toBe('2026-11-04 16:20');
    expect(tabs()).toEqual(['Daily/2026-11-04.md', 'n.md']);
  });

  it('that cannot be created is told', async () => {
    await open({ ...dailyNotes(true), faults: { failWrite: 1 } });
    await host.click(tile('2026-11-04'));
    await host.click('.rh-popover-foot a');
    await host.settle();
    expect(host.notices().join()).toContain('The daily note could not be created.');
    expect(tabs()).toEqual(['n.md']);
  });

  it('is the core plugin’s where those of Periodic Notes are off', async () => {
    const { before } = dailyNotes(true);
    await open({
      before: (page) => {
        before?.(page);
        const { app } = page.window as unknown as { app: { plugins: { plugins: Record<string, unknown> } } };
        app.plugins.plugins['periodic-notes'] = { settings: { daily: { enabled: false, folder: 'Other' } } };
      },
    });
    await host.click(tile('2026-11-04'));
    await host.click('.rh-popover-foot a');
    await host.settle();
    expect(tabs()).toEqual(['Daily/2026-11-04.md']);
  });

  it('is offered as what it is when it comes and goes while the list is open', async () => {
    await open({ ...dailyNotes(true) }, 'property: mood');
    await host.click(tile('2026-11-04'));
    const offered = () => host.text('.rh-popover-foot a');
    expect(offered()).toBe('Create daily note');
    host.$('.rh-popover-foot a').focus();
    await change('Daily/2026-11-04.md', 'mine');
    expect(offered()).toBe('Open daily note');
    expect(host.document.activeElement?.textContent).toBe('Open daily note');
    await host.external.remove('Daily/2026-11-04.md');
    await host.clock.advance(3_000);
    await host.settle();
    expect(offered()).toBe('Create daily note');
  });

  it('is not spoken of where the vault has none', async () => {
    await open(dailyNotes(false));
    await host.click(tile('2026-11-04'));
    expect(host.$$('.rh-popover-foot a')).toEqual([]);
  });
});

describe('a tooltip that was looked at', () => {
  /** Goes to Monday of the week, and on to Tuesday, the 3rd. */
  const look = async () => {
    host.$('[role=grid] [tabindex="0"]').focus();
    for (const key of ['Home', 'ArrowDown']) await host.press(key);
  };
  const label = () => tile('2026-11-03').getAttribute('aria-label');

  it('keeps to what the notes say, though the amount stays the same', async () => {
    await open();
    await look();
    expect(label()).toBe('Tue 3 Nov 2026\n80 min, 2 entries\nMasked Autoencoders\nViT');
    const renamed = host.read(MAE).replace('Masked Autoencoders', 'MAE');
    await change(MAE, `${renamed}- 2026-11-02 more [min:: 5]\n`);
    expect(label()).toBe('Tue 3 Nov 2026\n80 min, 2 entries\nMAE\nViT');
  });

  it('keeps its items while the focus stays on it, and drops those that are gone', async () => {
    await open();
    await look();
    await change(MAE, `${host.read(MAE)}- 2026-11-03 more [min:: 5]\n`);
    expect(label()).toBe('Tue 3 Nov 2026\n85 min, 3 entries\nMasked Autoencoders\nViT');
    await change(MAE, 'nothing any more');
    await change('Sources/vit.md', source('ViT', ['2026-11-02 alone [min:: 5]']));
    expect(label()).toBe('Tue 3 Nov 2026\nno entry');
  });

  it('is left alone by a change of another day', async () => {
    await open({}, 'scale: [1, 45]'); // days of their own scale keep their colour
    host.$('[role=grid] [tabindex="0"]').focus();
    for (let i = 0; i < 20; i++) await host.press('ArrowUp');
    const touched: (string | undefined)[] = [];
    const observer = new host.window.MutationObserver((records) => {
      for (const { target } of records) touched.push((target as HTMLElement).dataset['date']);
    });
    observer.observe(host.$('[role=grid]'), { subtree: true, attributes: true });
    await change(MAE, `${host.read(MAE)}- 2026-11-04 more [min:: 5]\n`);
    observer.disconnect();
    expect([...new Set(touched)]).toEqual(['2026-11-04']);
  });

  it('names each title once and four at most', async () => {
    const lines = (n: number) => Array.from({ length: n }, () => '2026-11-03 again [min:: 10]');
    const many = [1, 2, 3, 4, 5].map((n) => [`Sources/s${String(n)}.md`, source(`S${String(n)}`, lines(2))]);
    await open({ files: { ...Object.fromEntries(many), 'Sources/vit.md': 'x', [MAE]: 'x' } });
    await look();
    expect(label()).toBe('Tue 3 Nov 2026\n100 min, 10 entries\nS1\nS2\nS3\nS4\nand 1 more');
  });
});

describe('the day’s list', () => {
  it('has the colours of its calendar, stays at a press within, and gives the focus back at a second click', async () => {
    await open({}, 'palette: safe');
    await host.click(tile('2026-11-03'));
    expect(host.$('.rh-popover').dataset['palette']).toBe('safe');
    host.$('.rh-popover-sum').dispatchEvent(new host.window.MouseEvent('pointerdown', { bubbles: true }));
    expect(host.$$('.rh-popover')).toHaveLength(1);
    tile('2026-11-03').dispatchEvent(new host.window.MouseEvent('click', { bubbles: true }));
    expect(popover()).toBe('');
    expect(focused()).toBe('2026-11-03');
  });

  it('stays at its day when the next week is drawn', async () => {
    await open({ now: '2026-11-08T23:59:00' });
    await host.click(tile('2026-11-03'));
    await host.clock.advance(61_000);
    expect(host.$$('.is-today').map((one) => one.dataset['date'])).toEqual(['2026-11-09']);
    expect(host.$$('.is-open').map((one) => one.dataset['date'])).toEqual(['2026-11-03']);
  });

  it('ends at the ends of what is shown', async () => {
    await open({}, 'range: 2026-11-02..2026-11-03');
    await host.click(tile('2026-11-03'));
    const steppers = () =>
      host.$$('.rh-popover-head button').map((button) => button.getAttribute('aria-disabled') === 'true');
    expect(steppers()).toEqual([false, true]);
    await host.click('.rh-popover-head button:nth-of-type(1)');
    expect(steppers()).toEqual([true, false]);
  });

  it.each([
    ['next', '2026-11-04', 2, 'Thu 5 Nov'],
    ['previous', '2026-11-02', 1, 'Sun 1 Nov'],
  ] as const)('keeps the focus on “%s” at the last day, where Enter does nothing', async (_way, from, nth, last) => {
    await open({}, 'range: 2026-11-01..2026-11-05');
    await host.click(tile(from));
    host.$(`.rh-popover-head button:nth-of-type(${String(nth)})`).focus();
    for (let i = 0; i < 3; i++) {
      await host.press('Enter');
      expect(host.text('.rh-popover .rh-heading')).toBe(last);
      expect(host.document.activeElement).toBe(host.$(`.rh-popover-head button:nth-of-type(${String(nth)})`));
    }
    await host.settle();
    expect(host.faults.writes).toEqual([]);
    expect(tabs()).toEqual(['n.md']);
  });

  it('holds the focus itself where what had it is gone, so that Enter presses nothing else', async () => {
    await open();
    await host.click(tile('2026-11-03'));
    host.$$('.rh-popover .rh-item-title')[0]?.focus();
    await change(MAE, 'nothing any more');
    expect(host.$$('.rh-popover .rh-item-title').map((item) => item.textContent)).toEqual(['ViT']);
    expect(host.document.activeElement).toBe(host.$('.rh-popover'));
  });

  it('keeps the focus on an item that others come before', async () => {
    await open();
    await host.click(tile('2026-11-03'));
    host.$$('.rh-popover .rh-item-title')[1]?.focus();
    await change('Sources/a.md', source('Another', ['2026-11-03 first [min:: 5]']));
    expect(host.$$('.rh-popover .rh-item-title')).toHaveLength(3);
    expect(host.document.activeElement?.textContent).toBe('ViT');
  });

  it('closes when another tab is shown, and stays when its own is shown again', async () => {
    await open();
    await host.click(tile('2026-11-03'));
    const { workspace } = host.app;
    const own = workspace.getMostRecentLeaf();
    workspace.trigger('active-leaf-change', own);
    expect(popover()).toContain('Tue 3 Nov');
    await host.run(workspace.getLeaf('tab').openFile(host.app.vault.getFileByPath(MAE) as never, { active: true }));
    expect(popover()).toBe('');
    expect(host.$$('.is-open')).toEqual([]);
  });

  it('closes when its calendar is displayed no longer', async () => {
    const watched: { readonly el: Element; resized(width: number): void }[] = [];
    await open({
      before: ({ window }) => {
        Object.assign(window, {
          ResizeObserver: class {
            constructor(private readonly callback: (entries: unknown[]) => void) {}
            observe(el: Element): void {
              watched.push({
                el,
                resized: (width) => {
                  this.callback([{ target: el, contentRect: { width, height: width } }]);
                },
              });
            }
            unobserve(): void {
              return;
            }
            disconnect(): void {
              return;
            }
          },
        });
      },
    });
    await host.click(tile('2026-11-03'));
    const calendar = watched.find(({ el }) => el === host.$('.rh-heatmap'));
    calendar?.resized(700);
    expect(popover()).toContain('Tue 3 Nov');
    calendar?.resized(0);
    expect(popover()).toBe('');
  });

  it('closes at a press on a day of another calendar', async () => {
    await open({ files: { 'two.md': '```calendar-heatmap\n```\n\n```calendar-heatmap\nrange: 2026\n```\n' } });
    await host.open('two.md', 'preview');
    await host.settle();
    const [first, second] = host.$$('.rh-heatmap [data-date="2026-11-03"]');
    if (first === undefined || second === undefined) throw new Error('there are two');
    await host.click(first);
    second.dispatchEvent(new host.window.MouseEvent('pointerdown', { bubbles: true }));
    await host.click(second);
    expect(host.$$('.rh-popover')).toHaveLength(1);
    expect(host.$$('.is-open')).toEqual([second]);
  });

  it('says the year of a day of another year', async () => {
    await open({}, 'range: 2024');
    await host.click(tile('2024-05-03'));
    expect(host.text('.rh-popover .rh-heading')).toBe('Fri 3 May 2024');
  });

  it('has no report for a week to come, nor for one before the log began', async () => {
    await open({}, 'range: 2026');
    for (const date of ['2026-11-12', '2026-10-30']) {
      await host.click(tile(date));
      expect(popover()).not.toBe('');
      expect(host.$$('.rh-popover .rh-state-button')).toEqual([]);
    }
    await host.click(tile('2026-11-03'));
    expect(host.$$('.rh-popover .rh-state-button')).toHaveLength(1);
  });

  it.each([
    [{}, false],
    [{ ctrlKey: true }, true],
  ])('opens the week’s report, in a tab of its own where asked (%j)', async (held, stays) => {
    await open();
    await host.click(tile('2026-11-03'));
    await host.click('.rh-popover .rh-state-button', held);
    await host.clock.advance(3_000);
    await host.settle();
    expect(tabs().some((path) => path.endsWith('2026-W45.md'))).toBe(true);
    expect(tabs().includes('n.md')).toBe(stays);
    expect(popover()).toBe('');
  });

  it('logs reading on its own day, which need not be today', async () => {
    await open();
    await host.click(tile('2026-11-02'));
    await host.click('.rh-popover-foot button');
    expect(popover()).toBe('');
    expect(host.$<HTMLInputElement>('.modal #rh-log-date').value).toBe('2026-11-02');
    await host.press('Escape');
    expect(focused()).toBe('2026-11-02'); // not at the top of the page
  });

  it('lists fifty items, and says how many more there are', async () => {
    const lines = Array.from({ length: 60 }, () => '2026-11-04 again [min:: 1]');
    await open({ files: { 'Sources/long.md': source('Long', lines) } });
    await host.click(tile('2026-11-04'));
    expect(host.$$('.rh-popover .rh-item-title')).toHaveLength(50);
    expect(popover()).toContain('and 10 more');
  });

  it('goes round backwards, too: Shift+Tab from the first to the last', async () => {
    await open();
    await host.click(tile('2026-11-03'));
    const all = host.$$('.rh-popover :is(a, button)');
    await host.press('Tab');
    expect(host.document.activeElement).toBe(all[0]);
    await host.press('Shift+Tab');
    expect(host.document.activeElement).toBe(all.at(-1));
    await host.press('Shift+Tab');
    expect(host.document.activeElement).toBe(all.at(-2));
  });

  it('keeps the focus where it was while it is brought up to date', async () => {
    await open();
    await host.click(tile('2026-11-03'));
    host.$$('.rh-popover .rh-item-title')[1]?.focus();
    await change(MAE, host.read(MAE).replace('min:: 60', 'min:: 75'));
    expect(popover()).toContain('75 min');
    expect(host.document.activeElement?.textContent).toBe('ViT');
  });

  it('follows its day while the note scrolls, and no longer once it is closed', async () => {
    await open();
    await host.click(tile('2026-11-03'));
    let asked = 0;
    tile('2026-11-03').getBoundingClientRect = () => {
      asked += 1;
      return { left: 0, right: 10, top: 0, bottom: 10 } as DOMRect;
    };
    const scroll = () => host.$('.rh-heatmap').dispatchEvent(new host.window.Event('scroll'));
    scroll();
    expect(asked).toBe(1);
    await host.press('Escape');
    asked = 0;
    scroll();
    host.window.dispatchEvent(new host.window.Event('resize'));
    expect(asked).toBe(0);
  });

  it('in a window of a script’s stands over it, and Escape closes the list and leaves the window', async () => {
    await open();
    await host.open('n.md', 'source');
    await host.command('research-handbook:insert-heatmap');
    await host.settle();
    const { renderHeatmapCalendar } = host.window as unknown as {
      renderHeatmapCalendar(el: Element, data: object): void;
    };
    const el = host.$('.modal .modal-content').appendChild(host.document.createElement('div'));
    renderHeatmapCalendar(el, { year: 2026, entries: [{ date: '2026-11-03', intensity: 1 }] });
    await host.click(el.querySelector('[data-date="2026-11-03"]') as HTMLElement);
    expect(popover()).toContain('Tue 3 Nov');
    expect(host.$('.rh-popover').classList.contains('is-over-modal')).toBe(true);
    await host.press('Escape');
    expect(popover()).toBe('');
    expect(host.$$('.modal')).toHaveLength(1);
    await host.press('Escape');
    expect(host.$$('.modal')).toEqual([]);
  });
});

describe('what a script puts into a day', () => {
  it.each([
    ['a', 'click'],
    ['button', 'click'],
    ['input', 'click'],
    ['a', 'Enter'],
    ['input', ' '],
  ])('does what it does, and nothing else: %s, %s', async (tag, act) => {
    await open();
    const content = host.document.createElement(tag);
    content.addEventListener('click', (event) => {
      event.preventDefault(); // jsdom follows no link
    });
    const { renderHeatmapCalendar } = host.window as unknown as {
      renderHeatmapCalendar(el: Element, data: object): void;
    };
    const el = host.$('.markdown-preview-view').appendChild(host.document.createElement('div'));
    renderHeatmapCalendar(el, { year: 2026, entries: [{ date: '2026-11-03', intensity: 1, content }] });
    if (act === 'click') await host.click(content);
    else {
      const key = new host.window.KeyboardEvent('keydown', { key: act, bubbles: true, cancelable: true });
      content.dispatchEvent(key);
      expect(key.defaultPrevented).toBe(false);
    }
    expect(popover()).toBe('');
    await host.click(content.parentElement as HTMLElement);
    expect(popover()).toContain('Tue 3 Nov');
  });
});
