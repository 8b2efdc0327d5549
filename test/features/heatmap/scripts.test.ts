import { afterEach, describe, expect, it } from 'vitest';
import type { Component } from 'obsidian';
import { type Host, type HostOptions, openHost } from '../../host/node';
import { followers } from './followers';

const NOW = '2026-11-05T16:20:00';
let host: Host;
const open = async (options: HostOptions = {}) => {
  host = await openHost({ plugin: true, now: NOW, files: { 'n.md': 'x' }, ...options });
};
afterEach(async () => {
  expect(host.errors).toEqual([]);
  await host.close();
});

interface ProgressApi {
  renderTimeProgress(el: HTMLElement, options: object): void;
}
type Render = (el: HTMLElement, data?: unknown) => void;
const scope = () => host.window as unknown as Record<string, unknown>;
const draw = (data?: unknown): HTMLElement => {
  const el = host.document.body.createDiv();
  (scope()['renderHeatmapCalendar'] as Render)(el, data);
  return el;
};
const tileOf = (el: HTMLElement, date: string) => el.querySelector<HTMLElement>(`[data-date="${date}"]`);

describe('window.renderHeatmapCalendar', () => {
  it('is there as soon as the plugin is, and draws what the peer’s scripts hand over', async () => {
    await open();
    const el = draw({
      year: 2026,
      colors: { blue: ['#8cb9ff', '#69a3ff', '#428bff', '#1872ff', '#0058e2'] },
      entries: [
        { date: '2026-03-01', intensity: 1, content: '🏋️' },
        { date: '2026-03-02', intensity: 5, content: '<b>5</b>' },
      ],
    });
    expect(el.querySelectorAll('[data-date]')).toHaveLength(365);
    expect(tileOf(el, '2026-03-01')?.dataset['level']).toBe('1');
    expect(tileOf(el, '2026-03-02')?.dataset['level']).toBe('5');
    expect(tileOf(el, '2026-03-02')?.style.getPropertyValue('--rh-own')).toBe('#0058e2');
    expect(tileOf(el, '2026-03-01')?.textContent).toBe('🏋️');
    expect(el.querySelector('b')).toBeNull();
    expect(tileOf(el, '2026-11-05')?.classList.contains('is-today')).toBe(true);
  });

  it('takes an element for a day’s content', async () => {
    await open();
    const link = host.document.body.createEl('a', { text: 'x' });
    const el = draw({ entries: [{ date: '2026-03-01', content: link }] });
    expect(tileOf(el, '2026-03-01')?.contains(link)).toBe(true);
  });

  it('a nought looks like one, and not like the palest', async () => {
    await open();
    const el = draw({
      entries: [
        { date: '2026-03-01', intensity: 0 },
        { date: '2026-03-02', intensity: 3 },
      ],
    });
    expect(['2026-03-01', '2026-03-02'].map((date) => tileOf(el, date)?.dataset['state'])).toEqual(['zero', 'value']);
  });

  it('takes a number for a day’s content, and tells days of other years', async () => {
    await open();
    const days = [{ date: '2026-03-01', content: 7 }, { date: '2025-03-01' }, { date: '2027-03-01' }];
    const el = draw({ entries: days });
    expect(tileOf(el, '2026-03-01')?.textContent).toBe('7');
    expect(el.textContent).toContain('2 entries lie in other years.');
  });

  it('begins weeks as the settings say', async () => {
    await open({ data: { weekStart: 'sunday' } });
    // 4 January 2026 is a Sunday: the first day of the second column.
    expect(tileOf(draw({ entries: [] }), '2026-01-04')?.matches('.rh-week:nth-child(2) > :first-child')).toBe(true);
  });

  it('can leave today unmarked', async () => {
    await open();
    const el = draw({ year: 2026, showCurrentDayBorder: false, entries: [] });
    expect(el.querySelector('.is-today')).toBeNull();
    expect(['2026-11-05', '2026-11-06'].map((date) => tileOf(el, date)?.dataset['state'])).toEqual(['none', 'future']);
  });

  it('says what was ignored instead of throwing', async () => {
    await open();
    expect(draw().textContent).toContain('The script gave no list of entries.');
    expect(draw({ entries: [{ date: 'soon' }, { date: '2026-03-01', color: 'plaid' }] }).textContent).toContain(
      '1 entry has no date that exists: soon.',
    );
  });

  it('draws into several elements before the script puts them into the note', async () => {
    await open();
    const [a, b] = [host.document.createElement('div'), host.document.createElement('div')];
    const render = scope()['renderHeatmapCalendar'] as Render;
    render(a, { entries: [] });
    render(b, { entries: [] });
    host.document.body.append(a, b);
    expect(host.$$('[role=grid]')).toHaveLength(2);
  });

  it('adds one calendar a call below what the element holds, as the peer does', async () => {
    await open();
    const el = host.document.body.createDiv();
    el.createEl('h2', { text: 'Runs' });
    for (const year of [2024, 2025, 2026]) {
      el.createEl('h3', { text: String(year) });
      (scope()['renderHeatmapCalendar'] as Render)(el, { year, entries: [] });
    }
    (host.plugin as unknown as { api: ProgressApi }).api.renderTimeProgress(el, { periods: ['year'] });
    expect(Array.from(el.querySelectorAll('h2, h3, [role=grid], .rh-time-progress'), (one) => one.tagName)).toEqual([
      'H2',
      'H3',
      'DIV',
      'H3',
      'DIV',
      'H3',
      'DIV',
      'DIV',
    ]);
    const days = Array.from(el.querySelectorAll('[role=grid]'), (grid) => grid.querySelectorAll('[data-date]').length);
    expect(days).toEqual([366, 365, 365]);
  });

  it('begins weeks anew where the setting changes', async () => {
    await open({ data: { weekStart: 'monday' } });
    const el = draw({ year: 2026, entries: [{ date: '2026-03-01', content: '7' }] });
    const plugin = host.plugin as unknown as { onExternalSettingsChange(): Promise<void> };
    const path = '.obsidian/plugins/research-handbook/data.json';
    await host.external.write(path, JSON.stringify({ settingsVersion: 1, weekStart: 'sunday' }));
    await host.run(() => plugin.onExternalSettingsChange());
    expect(tileOf(el, '2026-01-04')?.matches('.rh-week:nth-child(2) > :first-child')).toBe(true);
    expect(tileOf(el, '2026-03-01')?.textContent).toBe('7');
    expect(el.querySelectorAll('[role=grid]')).toHaveLength(1);
  });

  it('leaves another plugin’s alone, at load and at unload', async () => {
    await open({ before: ({ window }) => Object.assign(window, { renderHeatmapCalendar: 'theirs' }) });
    expect(scope()['renderHeatmapCalendar']).toBe('theirs');
    await host.unload();
    expect(scope()['renderHeatmapCalendar']).toBe('theirs');
  });

  it('is taken back at unload, unless another took its place', async () => {
    await open();
    draw({ entries: [] });
    await host.unload();
    expect(scope()['renderHeatmapCalendar']).toBeUndefined();
    expect(host.$$('.rh-heatmap')).toEqual([]);
    await host.loadPlugin(true);
    scope()['renderHeatmapCalendar'] = 'theirs';
    await host.unload();
    expect(scope()['renderHeatmapCalendar']).toBe('theirs');
  });
});

interface Api {
  renderHeatmap(el: HTMLElement, options?: Record<string, unknown>, owner?: unknown): void;
  ready(): Promise<void>;
}
const api = (): Api => (host.plugin as unknown as { api: Api }).api;

describe('api.renderHeatmap', () => {
  it('takes the options of a block', async () => {
    await open();
    const el = host.document.body.createDiv();
    api().renderHeatmap(el, { data: { '2026-11-01': 3 }, range: 2026, title: 'Runs' });
    await host.settle();
    expect(tileOf(el, '2026-11-01')?.dataset['state']).toBe('value');
    expect(el.textContent).toContain('Runs');
  });

  it('draws the whole at once where the log has been read, and leaves it alone', async () => {
    await open({
      files: { 'Sources/a.md': '---\ntype: source\n---\n## Reading log\n\n- 2026-11-03 read [min:: 50]\n' },
    });
    await host.run(() => api().ready());
    const el = host.document.body.createDiv();
    api().renderHeatmap(el, {});
    expect(el.querySelector('.rh-stats')?.textContent).toContain('50 min');
    expect(el.querySelector('.is-loading')).toBeNull();
    const changes: MutationRecord[] = [];
    const observer = new (el.win as Window & typeof globalThis).MutationObserver((records) => changes.push(...records));
    observer.observe(el, { subtree: true, childList: true, attributes: true, characterData: true });
    await host.settle();
    expect(changes).toEqual([]);
  });

  it('draws what was wrong', async () => {
    await open();
    const el = host.document.body.createDiv();
    api().renderHeatmap(el, { pallete: 'safe' });
    expect(el.querySelector('.rh-error-cause')?.textContent).toBe('Unknown key pallete');
  });

  it('names a colour that the browser does not know', async () => {
    const supports = (_property: string, value: string) => value !== 'gren';
    await open({ before: ({ window }) => Object.assign(window, { CSS: { supports } }) });
    const el = host.document.body.createDiv();
    api().renderHeatmap(el, { palette: ['gren'] });
    expect(el.querySelector('.rh-error')?.textContent).toContain('gren');
  });

  it('stops when its owner does', async () => {
    await open();
    const el = host.document.body.createDiv();
    const children: Component[] = [];
    const owner = {
      addChild: (child: Component) => {
        children.push(child);
        child.load();
        return child;
      },
    };
    api().renderHeatmap(el, { property: 'mood' }, owner);
    await host.settle();
    expect(el.querySelectorAll('.rh-heatmap')).toHaveLength(1);
    for (const child of children) child.unload();
    expect(el.querySelectorAll('.rh-heatmap')).toHaveLength(0);
  });

  it('a script that empties its element and draws again leaves only what it drew last', async () => {
    await open();
    const el = host.document.body.createDiv();
    const times = async (count: number): Promise<number> => {
      for (let i = 0; i < count; i++) {
        el.empty();
        api().renderHeatmap(el, { property: 'mood' });
        await host.settle();
      }
      return followers(host);
    };
    expect([await times(5), await times(1)]).toEqual([1, 1]);
    expect(el.querySelectorAll('.rh-heatmap')).toHaveLength(1);
  });

  it('draws into several elements before they are put into the note, and lets go of those that go again', async () => {
    await open();
    const elements = () => [host.document.createElement('div'), host.document.createElement('div')];
    const drawAll = async (all: readonly HTMLElement[]): Promise<number> => {
      for (const el of all) api().renderHeatmap(el, { property: 'mood' });
      host.document.body.append(...all);
      await host.settle();
      await host.clock.advance(10);
      return followers(host);
    };
    const first = elements();
    expect(await drawAll(first)).toBe(2);
    expect(host.$$('.rh-heatmap [role=grid]')).toHaveLength(2);
    await host.clock.advance(60_000);
    for (const el of first) el.remove();
    const second = elements();
    expect(await drawAll(second)).toBe(2);
    for (const el of second) el.remove();
    expect(await drawAll(elements())).toBe(2);
    expect(host.$$('.rh-heatmap [role=grid]')).toHaveLength(2);
  });

  it('lets go of what was drawn into elements that never came into a note', async () => {
    await open();
    for (let i = 0; i < 20; i++) api().renderHeatmap(host.document.createElement('div'), { property: 'mood' });
    await host.settle();
    expect(followers(host)).toBe(0);
  });

  it('a hundred drawings into elements that go leave no more than the last behind', async () => {
    await open();
    for (let i = 0; i < 100; i++) {
      const el = host.document.body.createDiv();
      api().renderHeatmap(el, {});
      await host.settle();
      el.remove();
    }
    const el = host.document.body.createDiv();
    api().renderHeatmap(el, {});
    el.remove();
    await host.unload();
    expect(host.clock.timers()).toBe(0);
  });
});

describe('a base', () => {
  const files = {
    '2026-11-01.md': '---\nmood: 2\n---\n',
    '2026-11-02.md': '---\nmood: 5\n---\n',
    'a.md': '---\nmood: 4\nday: 2026-11-03\n---\n',
    'b.md': '---\nmood: bad\nday: 2026-11-04\n---\n',
  };
  const tile = (date: string) => host.$(`[data-date="${date}"]`);

  it('draws its notes by the date in their names, counted', async () => {
    await open({ files });
    await host.openBases('research-handbook-heatmap');
    await host.settle();
    expect(tile('2026-11-01').getAttribute('aria-label')).toContain('1 note');
    expect(tile('2026-11-03').dataset['state']).toBe('none');
  });

  it('draws a value of theirs by a date of theirs, says what is no number, and follows changes', async () => {
    await open({ files });
    await host.openBases('research-handbook-heatmap', { date: 'note.day', value: 'note.mood' });
    await host.settle();
    expect(tile('2026-11-03').getAttribute('aria-label')).toBe('Tue 3 Nov 2026\n4');
    expect(host.text('.rh-heatmap-note')).toContain('bad');
    await host.external.write('a.md', '---\nmood: 9\nday: 2026-11-03\n---\n');
    await host.clock.advance(3_000);
    expect(tile('2026-11-03').getAttribute('aria-label')).toBe('Tue 3 Nov 2026\n9');
  });

  it('says why nothing of it is drawn', async () => {
    const undated = { 'a.md': '---\nmood: x\nday: soon\n---\n', 'b.md': 'x' };
    const said = async (notes: Record<string, string>, options = {}): Promise<string | null> => {
      await open({ files: notes });
      await host.openBases('research-handbook-heatmap', options);
      await host.settle();
      return host.text('.rh-empty');
    };
    expect(await said(undated)).toContain('None of the 2 notes has a date in its name');
    expect(host.text('.rh-empty')).toContain('Choose the property that holds the date');
    await host.close();
    expect(await said(undated, { date: 'note.day' })).toContain('None of the 2 notes has a date in day');
    await host.close();
    expect(await said({ '2026-11-01.md': 'x' }, { value: 'note.mood' })).toBe('1 note has no mood');
    await host.close();
    const wordy = { '2026-11-01.md': '---\nmood: great\n---\n' };
    expect(await said(wordy, { value: 'note.mood' })).toContain('1 note has mood, but not as a number');
    await host.close();
    expect(await said({}, {})).toContain('The base selects no note');
  });

  it('lists notes of one name by their paths', async () => {
    await open({ files: { 'a/2026-11-02.md': 'x', 'b/2026-11-02.md': 'x' } });
    await host.openBases('research-handbook-heatmap');
    await host.settle();
    await host.click(tile('2026-11-02'));
    expect(host.$$('.rh-item-title').map((one) => one.textContent)).toEqual(['a/2026-11-02', 'b/2026-11-02']);
  });

  it('knows the daily notes of the vault’s own format', async () => {
    const before: HostOptions['before'] = ({ window }) => {
      const { app } = window as unknown as { app: Record<string, unknown> };
      const options = { folder: 'Journal', format: 'DD.MM.YYYY' };
      app['internalPlugins'] = { plugins: { 'daily-notes': { enabled: true, instance: { options } } } };
    };
    await open({ files: { 'Journal/01.11.2026.md': 'x' }, before });
    await host.openBases('research-handbook-heatmap');
    await host.settle();
    expect(tile('2026-11-01').getAttribute('aria-label')).toContain('1 note');
  });

  const DONE = {
    '2026-11-01 a.md': '---\nmood: 2\ndone: true\n---\n',
    '2026-11-01 b.md': '---\nmood: 5\ndone: true\n---\n',
    '2026-11-02 c.md': '---\ndone: false\n---\n',
  };

  it('draws what its options ask for: range, combination, palette, unit', async () => {
    await open({ files: DONE });
    const options = { value: 'note.mood', range: '2026-11', combine: 'max', palette: 'safe', unit: 'points' };
    await host.openBases('research-handbook-heatmap', options);
    await host.settle();
    expect(host.$$('[data-date]')).toHaveLength(30);
    expect(host.$('.rh-heatmap').dataset['palette']).toBe('safe');
    expect(tile('2026-11-01').getAttribute('aria-label')).toBe('Sun 1 Nov 2026\n5 points, 2 entries');
  });

  it('follows its options while it is open, and draws again once a wrong one is right', async () => {
    await open({ files: DONE });
    await host.openBases('research-handbook-heatmap', { value: 'note.mood' });
    await host.settle();
    expect(tile('2026-11-01').getAttribute('aria-label')).toContain('\n7, 2 entries');
    await host.openBases('research-handbook-heatmap', { combine: 'max' });
    expect(tile('2026-11-01').getAttribute('aria-label')).toContain('\n5, 2 entries');
    await host.openBases('research-handbook-heatmap', { value: 'note.done' });
    expect(tile('2026-11-02').dataset['state']).toBe('zero');
    await host.openBases('research-handbook-heatmap', { range: '2026-13' });
    expect(host.$$('.rh-heatmap')).toEqual([]);
    await host.openBases('research-handbook-heatmap', { range: '2026-11' });
    expect(host.$$('.rh-heatmap [data-date]')).toHaveLength(30);
    expect(host.$$('.rh-error')).toEqual([]);
  });

  it('names what is wrong with an option instead of drawing', async () => {
    await open({ files: DONE });
    await host.openBases('research-handbook-heatmap', { range: '2026-13' });
    expect(host.text('.rh-error-cause')).toContain('range cannot be 2026-13');
    expect(host.$$('.rh-heatmap')).toEqual([]);
  });

  it('counts ticked boxes, tells an unticked one from none, and opens its notes', async () => {
    await open({ files: DONE });
    await host.openBases('research-handbook-heatmap', { value: 'note.done' });
    await host.settle();
    expect(['2026-11-01', '2026-11-02', '2026-11-03'].map((date) => tile(date).dataset['state'])).toEqual([
      'value',
      'zero',
      'none',
    ]);
    expect(tile('2026-11-01').getAttribute('aria-label')).toContain('\n2, 2 entries');
    await host.click(tile('2026-11-01'));
    await host.click('.rh-popover .rh-item-title');
    await host.settle();
    expect(host.app.workspace.getActiveFile()?.path).toBe('2026-11-01 a.md');
  });

  it('leaves nothing at unload', async () => {
    await open({ files });
    await host.openBases('research-handbook-heatmap');
    await host.settle();
    await host.unload();
    expect(host.leftovers().basesViews).toEqual([]);
    expect(host.$$('.rh-heatmap')).toEqual([]);
  });
});

describe('insert-heatmap', () => {
  const start = async (options: HostOptions = {}) => {
    await open({ files: { 'n.md': 'above\n', '2026-11-01.md': '---\nmood: 3\n---\n' }, ...options });
    await host.open('n.md', 'source');
    await host.command('research-handbook:insert-heatmap');
    await host.settle();
  };

  it('shows what it will draw and writes it where the cursor stands', async () => {
    await start();
    expect(host.$$('.modal .rh-builder-preview [data-date]')).toHaveLength(371);
    expect(host.text('.modal .rh-preview code')).toBe('```calendar-heatmap\n```');
    await host.click('.modal .mod-cta');
    await host.clock.advance(3_000);
    expect(host.read('n.md')).toContain('```calendar-heatmap\n```\n');
    expect(host.read('n.md')).toContain('above');
    expect(host.$$('.modal')).toEqual([]);
  });

  it('shows what is looked at only: its days and weeks open and write nothing', async () => {
    const source = '---\ntype: source\nkind: paper\ntitle: A\n---\n\n## Reading log\n\n- 2026-11-03 a [min:: 5]\n';
    await start({ files: { 'n.md': 'above\n', 'Sources/a.md': source } });
    const day = host.$('.modal [data-date="2026-11-03"]');
    const mark = host.$('.modal .rh-week-mark[data-report]');
    expect(mark.getAttribute('aria-label')).toBe('2026-W45, report not written');
    for (const el of [day, mark]) {
      await host.click(el);
      await host.click(el, { ctrlKey: true });
      el.dispatchEvent(new host.window.MouseEvent('auxclick', { bubbles: true, button: 1 }));
    }
    host.$('.modal [role=grid] [tabindex="0"]').focus(); // today, the 5th
    for (const key of ['ArrowUp', 'ArrowUp', 'Enter', ' ']) await host.press(key);
    await host.clock.advance(3_000);
    await host.settle();
    expect(host.$$('.rh-popover')).toEqual([]);
    expect(host.faults.writes).toEqual([]);
    expect(host.app.workspace.getActiveFile()?.path).toBe('n.md');
    expect(day.getAttribute('aria-label')).toContain('5 min, 1 entry\nA'); // its tooltip
    expect(host.$$('.modal')).toHaveLength(1);
  });

  it('asks for the property, and waits for it', async () => {
    await start();
    await host.click('.modal input[value="property"]');
    await host.clock.advance(500);
    expect(host.$<HTMLButtonElement>('.modal .mod-cta').disabled).toBe(true);
    await host.fill('.modal input[id$="-property"]', 'mood');
    await host.clock.advance(500);
    await host.settle();
    expect(host.$('.modal [data-date="2026-11-01"]').dataset['state']).toBe('value');
    expect(host.text('.modal .rh-preview code')).toBe('```calendar-heatmap\nproperty: mood\ncombine: average\n```');
  });

  it('writes every option that it asks for, and nothing of those left as they were', async () => {
    await start({ data: { spans: 'Autumn term: 2026-09-07..2027-01-15' } });
    await host.click('.modal input[value="pages"]'); // sessions are counted: nothing is combined
    await host.click('.modal input[value="Autumn term"]');
    await host.click('.modal input[value="blue"]');
    await host.click('.modal input[value="max"]');
    await host.fill('.modal input[id$="-title"]', 'Term');
    await host.fill('.modal input[id$="-goal"]', '2');
    await host.click('.modal .rh-switch .checkbox-container');
    await host.clock.advance(500);
    await host.settle();
    const lines = [
      'title: Term',
      'metric: pages',
      'range: Autumn term',
      'combine: max',
      'palette: blue',
      'goal: 2',
      'weekNumbers: true',
    ];
    expect(host.text('.modal .rh-preview code')).toBe(['```calendar-heatmap', ...lines, '```'].join('\n'));
    expect(host.$$('.modal [data-date]')[0]?.dataset['date']).toBe('2026-09-07');
  });

  it('writes nothing wrong where Insert is pressed before the preview has caught up', async () => {
    await start();
    await host.click('.modal input[value=""]');
    const field = host.$<HTMLInputElement>('.modal input[id$="-other-range"]');
    field.value = '2026-13';
    field.dispatchEvent(new host.window.Event('input', { bubbles: true }));
    host.$('.modal .mod-cta').click();
    expect(host.text('.modal [role=alert]')).toContain('range cannot be 2026-13');
    await host.clock.advance(3_000);
    expect(host.read('n.md')).toBe('above\n');
    expect(host.text('.modal [role=alert]')).toContain('range cannot be 2026-13');
  });

  it('offers the properties that notes have, the most used first', async () => {
    await start({
      files: {
        'n.md': 'above\n',
        '2026-11-01.md': '---\nweight: 3\nmood: 3\n---\n',
        '2026-11-02.md': '---\nmood: 3\n---\n',
      },
    });
    await host.click('.modal input[value="property"]');
    const input = host.$('.modal input[id$="-property"]');
    input.focus();
    input.dispatchEvent(new host.window.Event('input', { bubbles: true }));
    await host.clock.advance(500);
    await host.settle();
    const offered = host.$$('.suggestion-item').map((one) => one.textContent);
    expect(offered).toEqual(['mood', 'weight']);
    await host.click('.suggestion-item');
    await host.clock.advance(500);
    expect(host.text('.modal .rh-preview code')).toBe('```calendar-heatmap\nproperty: mood\ncombine: average\n```');
  });

  it('keeps the focus on the choice that brings other questions, and asks for a range where it is none of the usual', async () => {
    await start();
    await host.click('.modal input[value="notes"]');
    expect((host.document.activeElement as HTMLInputElement).value).toBe('notes');
    const other = () => host.$('.modal input[id$="-other-range"]');
    const shown = () => other().closest<HTMLElement>('[style*="none"]') === null;
    expect(shown()).toBe(false);
    await host.click('.modal input[value=""]');
    expect([shown(), host.document.activeElement === other()]).toEqual([true, true]);
  });

  it('lets go of its preview when it closes', async () => {
    await start();
    await host.click('.modal input[value="property"]');
    await host.fill('.modal input[id$="-property"]', 'mood');
    await host.clock.advance(500);
    await host.settle();
    expect(followers(host)).toBe(1);
    await host.press('Escape'); // the list of properties
    await host.press('Escape');
    expect(host.$$('.modal')).toEqual([]);
    expect(followers(host)).toBe(0);
  });

  it('says what is wrong with a range, and writes nothing', async () => {
    await start();
    await host.click('.modal input[value=""]');
    await host.fill('.modal input[id$="-other-range"]', '2026-13');
    await host.clock.advance(500);
    expect(host.text('.modal [role=alert]')).toContain('range cannot be 2026-13');
    expect(host.$<HTMLButtonElement>('.modal .mod-cta').disabled).toBe(true);
    expect(host.faults.writes).toEqual([]);
  });
});
