import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Host, type HostOptions, openHost } from '../../../host/node';

const NOW = '2026-11-05T16:20:00'; // a Thursday
const source = (title: string, lines: readonly string[], more = 'kind: paper'): string =>
  `---\ntype: source\n${more}\ntitle: "${title}"\n---\n\n## Reading log\n\n${lines.map((line) => `- ${line}`).join('\n')}\n`;

const FILES = {
  'Sources/mae.md': source('Masked Autoencoders', [
    '2026-11-02 intro [min:: 30] [pass:: 1]',
    '2026-11-03 method [min:: 60] [pass:: 2] [pages:: 3-4]',
    '2026-11-04 nothing much [min:: 0]',
  ]),
  'Sources/ml.md': source('机器学习', ['2026-11-03 第 2 章 [min:: 20]', '2024-05-03 序 [min:: 15]'], 'kind: book'),
  'n.md': '```calendar-heatmap\n```\n',
};

let host: Host;
const open = async (options: HostOptions = {}, note = 'n.md', mode: 'preview' | 'live' = 'preview') => {
  host = await openHost({ plugin: true, now: NOW, files: FILES, ...options });
  await host.open(note, mode);
  await host.settle();
};
const withBlock = (block: string, more: HostOptions = {}) =>
  open({ ...more, files: { ...FILES, ...more.files, 'n.md': `\`\`\`calendar-heatmap\n${block}\n\`\`\`\n` } });
const day = (date: string): HTMLElement => host.$(`.rh-heatmap [data-date="${date}"]`);
const drawn = (date: string) => [day(date).dataset['state'], Number(day(date).dataset['level'])];

afterEach(async () => {
  expect(host.errors).toEqual([]);
  await host.close();
});

describe('an empty block', () => {
  beforeEach(() => open());

  it('holds the contract: a grid of rows of days, each with date, level and state', () => {
    const grid = host.$('.rh-heatmap [role=grid]');
    const days = [...grid.querySelectorAll<HTMLElement>('[data-date]')];
    expect(days).toHaveLength(371);
    expect(new Set(days.map((one) => one.dataset['date'])).size).toBe(371);
    for (const one of days) {
      expect(one.getAttribute('role')).toBe('gridcell');
      expect(one.parentElement?.getAttribute('role')).toBe('row');
      expect(one.dataset['level']).toMatch(/^[0-4]$/);
      expect(one.dataset['state']).toMatch(/^(value|zero|none|future|before)$/);
    }
  });

  it('draws the last twelve months with today in view', () => {
    expect(day('2025-11-05')).toBeTruthy();
    expect(host.$$('.is-today').map((one) => one.dataset['date'])).toEqual(['2026-11-05']);
    expect(day('2026-11-05').getAttribute('aria-current')).toBe('date');
  });

  it('tells values, noughts, missing and future days apart', () => {
    expect(drawn('2026-11-02')).toEqual(['value', 2]);
    expect(drawn('2026-11-03')).toEqual(['value', 3]); // an hour and twenty minutes
    expect(drawn('2026-11-04')).toEqual(['zero', 0]);
    expect(drawn('2026-11-05')).toEqual(['none', 0]);
    expect(drawn('2026-11-06')).toEqual(['future', 0]);
    expect(drawn('2026-01-01')).toEqual(['none', 0]); // the log began in 2024
  });

  it('names each day with its date, amount and entries', () => {
    expect(day('2026-11-03').getAttribute('aria-label')).toBe('Tue 3 Nov 2026\n80 min, 2 entries');
    expect(day('2026-11-05').getAttribute('aria-label')).toBe('Thu 5 Nov 2026\nno entry');
  });

  it('sums it up in a sentence that names the grid', () => {
    const sentence = host.$('.rh-stats');
    expect(sentence.textContent).toBe('1 h 50 min in 12 months, on 3 days; 3 days in a row, longest 3');
    const name = (host.$('[role=grid]').getAttribute('aria-labelledby') ?? '')
      .split(' ')
      .map((id) => host.document.getElementById(id)?.textContent);
    expect(name).toEqual(['Reading heatmap', sentence.textContent]);
  });

  it('has one tab stop in its days', () => {
    expect(host.$$('[role=grid] [tabindex="0"]').map((one) => one.dataset['date'])).toEqual(['2026-11-05']);
  });

  it('stays within 450 elements without week labels, pager and statistics', () => {
    const all = host.$$('.rh-heatmap, .rh-heatmap *').length;
    const apart = host.$$('.rh-week-mark, .rh-week-mark *, .rh-pager, .rh-pager *, .rh-stats, .rh-stats *').length;
    expect(all - apart).toBeLessThanOrEqual(450);
  });

  it('writes nothing', () => {
    expect(host.faults.writes).toEqual([]);
  });
});

describe('live', () => {
  const marked = () => host.$$('[data-date]').forEach((one) => one.setAttribute('data-seen', ''));
  /** Changes of what is drawn, by a mutation observer, while something happens. */
  const changes = async (act: () => Promise<unknown>): Promise<string[]> => {
    const seen = new Set<string>();
    const observer = new host.window.MutationObserver((records) => {
      for (const { target } of records)
        seen.add((target as HTMLElement).closest('[data-date]')?.getAttribute('data-date') ?? '');
    });
    observer.observe(host.$('.rh-days'), {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['data-level', 'data-state', 'aria-label', 'class'],
    });
    await act();
    await host.clock.advance(3_000);
    await host.settle();
    observer.disconnect();
    return [...seen].sort();
  };

  it('an added line repaints its day and no other', async () => {
    await open();
    marked();
    const text = host.read('Sources/mae.md');
    expect(await changes(() => host.external.write('Sources/mae.md', `${text}- 2026-10-20 more [min:: 80]\n`))).toEqual(
      ['2026-10-20'],
    );
    expect(drawn('2026-10-20')).toEqual(['value', 3]);
    expect(host.$$('[data-seen]')).toHaveLength(371); // nothing was drawn anew
  });

  it('a changed, moved and removed line too', async () => {
    await open();
    const text = host.read('Sources/mae.md');
    expect(
      await changes(() => host.external.write('Sources/mae.md', text.replace('2026-11-04', '2026-11-05'))),
    ).toEqual(['2026-11-04', '2026-11-05']);
    expect([drawn('2026-11-04')[0], drawn('2026-11-05')[0]]).toEqual(['none', 'zero']);
    await changes(() => host.external.remove('Sources/mae.md'));
    expect(drawn('2026-11-02')).toEqual(['none', 0]);
    expect(drawn('2026-11-03')).toEqual(['value', 1]); // twenty minutes of the other source
  });

  it('midnight moves today on', async () => {
    await open({ now: '2026-11-05T23:59:00' });
    await host.clock.advance(61_000);
    expect(host.$$('.is-today').map((one) => one.dataset['date'])).toEqual(['2026-11-06']);
    expect(drawn('2026-11-06')).toEqual(['none', 0]);
  });

  it('the Monday after draws the next week', async () => {
    await open({ now: '2026-11-08T23:59:00' });
    await host.clock.advance(61_000);
    expect(host.$$('.is-today').map((one) => one.dataset['date'])).toEqual(['2026-11-09']);
    expect(host.$$('[data-date]')).toHaveLength(371);
  });
});

describe('why it is empty', () => {
  it('nothing was logged yet', async () => {
    await open({ files: { 'n.md': FILES['n.md'] } });
    expect(host.text('.rh-empty')).toContain('No reading logged yet');
    expect(host.$$('[data-date]')).toHaveLength(371);
    expect(drawn('2026-11-04')).toEqual(['before', 0]);
  });

  it('nothing in that year; a button shows the year that has something', async () => {
    await withBlock('range: 2025');
    expect(host.text('.rh-empty')).toContain('Nothing in 2025; the nearest is 3 May 2024');
    await host.click('.rh-empty button');
    expect(host.text('.rh-stats')).toContain('15 min in 2024');
    expect(drawn('2024-05-03')).toEqual(['value', 1]);
  });

  it('the earliest lies later', async () => {
    await withBlock('range: 2020');
    expect(host.text('.rh-empty')).toContain('the earliest is 3 May 2024');
  });

  it('the filter leaves everything out', async () => {
    await withBlock('filter:\n  kind: video');
    expect(host.text('.rh-empty')).toContain('The filter leaves out all 4 entries');
  });

  it('no note has the property; the one that was meant is named', async () => {
    const notes = Object.fromEntries([1, 2, 3].map((n) => [`2026-11-0${n}.md`, `---\nmood: ${n}\n---\n`]));
    await withBlock('property: moood', { files: notes });
    expect(host.text('.rh-empty')).toContain('3 notes have no moood');
    expect(host.text('.rh-empty')).toContain('Did you mean mood?');
  });

  it('notes with the property have no date', async () => {
    await withBlock('property: mood', { files: { 'a.md': '---\nmood: 3\nwhen: 2026-11-02\n---\n' } });
    expect(host.text('.rh-empty')).toContain('The only note with mood has no date in its name');
  });

  it('notes have the property, but no number in it', async () => {
    const energies = ['high', '"[[low]]"'];
    const files = Object.fromEntries(
      energies.map((energy, i) => [`2026-11-0${i + 1}.md`, `---\nenergy: ${energy}\n---\n`]),
    );
    await withBlock('property: energy', { files: { ...files, '2026-11-03.md': '---\nmood: 1\n---\n' } });
    expect(host.text('.rh-empty')).toContain('2 notes have energy, but none as a number');
    expect(host.text('.rh-empty')).toContain('One of them says high.');
    expect(host.text('.rh-empty')).not.toContain('Did you mean');
  });

  it('no note has the property that is to date it; the one that was meant is named', async () => {
    const files = { 'a.md': '---\ndate: 2026-11-02\n---\n' };
    await withBlock('source: notes\ndateProperty: datte', { files });
    expect(host.text('.rh-empty')).toContain('No note has a date in datte');
    expect(host.text('.rh-empty')).toContain('Did you mean date?');
    await host.close();
    await withBlock('source: notes\ndateProperty: date', { files: { 'a.md': '---\ndate: soon\n---\n' } });
    expect(host.text('.rh-empty')).toContain('No note has a date in date');
    expect(host.text('.rh-empty')).toContain('Write dates as year-month-day');
  });

  it('says how many lines do not count', async () => {
    await withBlock('', {
      files: { 'Sources/x.md': source('X', ['2026-02-30 impossible [min:: 5]', '2027-02-01 later [min:: 5]']) },
    });
    expect(host.text('.rh-heatmap-note')).toContain('2 lines not counted');
  });
});

describe('sources', () => {
  it('a property of daily notes, combined as asked for', async () => {
    const files = {
      '2026-11-01.md': '---\nmood: 2\n---\n',
      '2026-11-02.md': '---\nmood: [3, 5]\n---\n',
      '2026-11-03.md': '---\nmood: great\n---\n',
      '2026-11-04.md': '---\nmood: 0\n---\n',
    };
    await withBlock('property: mood\ncombine: average', { files });
    expect(day('2026-11-02').getAttribute('aria-label')).toBe('Mon 2 Nov 2026\n4, 2 entries');
    expect(drawn('2026-11-03')).toEqual(['none', 0]);
    expect(drawn('2026-11-04')).toEqual(['zero', 0]);
    expect(host.text('.rh-heatmap-note')).toContain('1 value is not a number: great');
    await host.external.write('2026-11-05.md', '---\nmood: 1\n---\n');
    await host.clock.advance(3_000);
    expect(drawn('2026-11-05')[0]).toBe('value');
  });

  it('a property dated by another', async () => {
    await withBlock('property: km\ndateProperty: when\nunit: km', {
      files: { 'run.md': '---\nkm: 5.5\nwhen: 2026-11-02\n---\n' },
    });
    expect(day('2026-11-02').getAttribute('aria-label')).toBe('Mon 2 Nov 2026\n5.5 km');
  });

  it('tasks done, by their sign or their daily note', async () => {
    const files = {
      'todo.md': '- [x] a ✅ 2026-11-02\n- [ ] b ✅ 2026-11-02\n- [x] c [completion:: 2026-11-02]\n- [x] undated\n',
      '2026-11-03.md': '- [x] d\n',
    };
    await withBlock('source: tasks', { files });
    expect(day('2026-11-02').getAttribute('aria-label')).toBe('Mon 2 Nov 2026\n2 tasks');
    expect(day('2026-11-03').getAttribute('aria-label')).toBe('Tue 3 Nov 2026\n1 task');
  });

  it('notes by the date in their name, filtered by folder', async () => {
    const files = { 'Log/2026-11-02 a.md': 'x', 'Log/2026-11-02 b.md': 'x', 'Old/2026-11-02 c.md': 'x' };
    await withBlock('source: notes\nfilter:\n  folder: Log', { files });
    expect(day('2026-11-02').getAttribute('aria-label')).toBe('Mon 2 Nov 2026\n2 notes');
  });

  it('inline data', async () => {
    await withBlock('data:\n  2026-11-01: 3\n  2026-11-02: 0\nunit: km\nlegend: false');
    expect([drawn('2026-11-01'), drawn('2026-11-02')]).toEqual([
      ['value', 4],
      ['zero', 0],
    ]);
    expect(host.$$('.rh-key')).toEqual([]);
  });

  it('ten thousand entries a day', async () => {
    const data = Array.from({ length: 10_000 }, () => '  - date: 2026-11-01').join('\n');
    await withBlock(`data:\n${data}`);
    expect(day('2026-11-01').getAttribute('aria-label')).toContain('10000');
  });
});

describe('options', () => {
  it('turns to the year before, and not beyond today', async () => {
    await withBlock('range: 2026');
    expect(host.$('.rh-page:last-child').getAttribute('aria-disabled')).toBe('true');
    await host.click('.rh-page:first-child');
    expect(host.$$('[data-date]')[0]?.dataset['date']).toBe('2025-01-01');
    await host.click('.rh-page:last-child');
    expect(host.$$('[data-date]')[0]?.dataset['date']).toBe('2026-01-01');
  });

  it('draws a 54-column year', async () => {
    await withBlock('range: 2028\nweekStart: sunday');
    expect(host.$$('.rh-week')).toHaveLength(54);
    expect(host.$$('[data-date]')).toHaveLength(366);
  });

  it('marks today only where it is (a peer marks it in every year)', async () => {
    await withBlock('range: 2024');
    expect(host.$$('.is-today')).toEqual([]);
  });

  it('takes a span of the settings', async () => {
    await withBlock('range: Autumn term', { data: { spans: 'Autumn term: 2026-09-07..2027-01-15' } });
    expect(host.$$('[data-date]')[0]?.dataset['date']).toBe('2026-09-07');
    expect(host.text('.rh-stats')).toContain('in Autumn term');
  });

  it('a title that is markup is text', async () => {
    await withBlock('title: <img src=x onerror="window.hurt=1">');
    expect(host.text('.rh-heatmap .rh-heading')).toBe('<img src=x onerror="window.hurt=1">');
    expect(host.$$('.rh-heatmap img')).toEqual([]);
  });

  it('own colours: as many levels as colours', async () => {
    await withBlock('palette: ["#eee", "#888"]\nscale: [10, 60]');
    expect(host.$('.rh-heatmap').dataset['palette']).toBe('own');
    expect([drawn('2026-11-02'), drawn('2026-11-03')]).toEqual([
      ['value', 1],
      ['value', 2],
    ]);
  });

  it('speaks the language that is asked for', async () => {
    await withBlock('language: zh');
    expect(host.$('.rh-heatmap').lang).toMatch(/^zh/);
    expect(day('2026-11-03').getAttribute('aria-label')).toBe('2026 年 11 月 3 日 周二\n80 分钟，2 条记录');
    expect(host.text('.rh-stats')).toBe('近 12 个月读了 1 小时 50 分，3 天有记录；连续 3 天，最长 3 天');
  });

  it('ten years are drawn one below the other', async () => {
    await withBlock('range: 2017-01-01..2026-12-31');
    expect(host.$$('.rh-years > .rh-days[role=rowgroup]')).toHaveLength(10);
    expect(host.$$('[role=grid] [data-date]')).toHaveLength(3652);
    expect(host.$$('[role=grid]')).toHaveLength(1);
  });

  it('mistakes are drawn with key, line and what was meant, and nothing else is', async () => {
    await withBlock('range: rolling\npallete: safe');
    expect(host.text('.rh-error-cause')).toBe('Unknown key pallete on line 2');
    expect(host.text('.rh-error-tip')).toContain('Did you mean palette?');
    expect(host.$$('.rh-heatmap')).toEqual([]);
  });
});

describe('a filter that YAML took for a comment', () => {
  it('is told instead of drawing everything, in either language', async () => {
    await withBlock('filter:\n  tag: #cv');
    expect(host.text('.rh-error-cause')).toBe('tag on line 2 has no value');
    expect(host.text('.rh-error-tip')).toBe('# begins a comment. Put the text in quotes: tag: "#cv".');
    expect(host.$$('.rh-heatmap')).toEqual([]);
  });
});

describe('life cycle', () => {
  it('waits for a cache that settles late instead of saying that nothing is there, or that days lie before a start', async () => {
    host = await openHost({ plugin: true, now: NOW, files: FILES, cache: 'late' });
    const file = host.app.vault.getFileByPath('n.md')!;
    const opening = host.app.workspace.getLeaf().openFile(file, { state: { mode: 'preview' } }); // a PDF would wait for it, a reader does not
    let stands = false;
    void opening.then(() => (stands = true));
    await host.settle();
    expect(host.text('.rh-heatmap') ?? '').not.toContain('No reading logged yet');
    expect(drawn('2026-11-03')).toEqual(['none', 0]);
    expect(stands).toBe(false);
    await host.settleCache();
    await host.run(opening);
    await host.settle();
    expect(drawn('2026-11-03')).toEqual(['value', 3]);
  });

  it('follows the settings', async () => {
    await open({ data: { weekStart: 'monday' } });
    expect(host.$$('[data-date]')[0]?.dataset['date']).toBe('2025-11-03');
    await host.external.write(
      '.obsidian/plugins/research-handbook/data.json',
      '{"settingsVersion":1,"weekStart":"sunday"}',
    );
    await host.run(() =>
      (host.plugin as unknown as { onExternalSettingsChange(): Promise<void> }).onExternalSettingsChange(),
    );
    await host.settle();
    expect(host.$$('[data-date]')[0]?.dataset['date']).toBe('2025-11-02');
    expect(host.$$('.rh-heatmap')).toHaveLength(1);
  });

  it('leaves nothing behind at unload', async () => {
    await open();
    await host.click('[data-date="2026-11-03"]');
    expect(host.$$('.rh-popover')).toHaveLength(1);
    await host.unload();
    expect(host.$$('.rh-popover, .rh-heatmap')).toEqual([]);
    expect((host.window as unknown as Record<string, unknown>)['renderHeatmapCalendar']).toBeUndefined();
    expect(host.clock.timers()).toBe(0);
  });

  it('works in live preview', async () => {
    await open({ files: { ...FILES, 'n.md': 'text\n\n```calendar-heatmap\n```\n\nmore\n' } }, 'n.md', 'live');
    expect(host.$$('[data-date]')).toHaveLength(371);
  });
});
