import { afterEach, describe, expect, it } from 'vitest';
import { type Host, type HostOptions, openHost } from '../../../host/node';

const NOW = '2026-11-05T16:20:00'; // a Thursday
const DATA = '.obsidian/plugins/research-handbook/data.json';
const source = (title: string, lines: readonly string[]): string =>
  `---\ntype: source\nkind: paper\ntitle: ${JSON.stringify(title)}\n---\n\n## Reading log\n\n${lines.map((line) => `- ${line}`).join('\n')}\n`;
const FILES = {
  'Sources/mae.md': source('Masked Autoencoders', [
    '2026-11-02 intro [min:: 30]',
    '2026-11-04 method [min:: 60]',
    '2024-05-03 abstract [min:: 15]',
  ]),
};

let host: Host;
const withBlock = async (block: string, more: HostOptions = {}) => {
  const files = { ...FILES, ...more.files, 'n.md': `\`\`\`calendar-heatmap\n${block}\n\`\`\`\n` };
  host = await openHost({ plugin: true, now: NOW, ...more, files });
  await host.open('n.md', 'preview');
  await host.settle();
};
const day = (date: string): HTMLElement => host.$(`.rh-heatmap [data-date="${date}"]`);
const first = () => host.$$('[data-date]')[0]?.dataset['date'];
const setting = async (values: Record<string, unknown>): Promise<void> => {
  await host.external.write(DATA, JSON.stringify({ settingsVersion: 1, ...values }));
  const plugin = host.plugin as unknown as { onExternalSettingsChange(): Promise<void> };
  await host.run(() => plugin.onExternalSettingsChange());
  await host.settle();
};

afterEach(async () => {
  expect(host.errors).toEqual([]);
  await host.close();
});

describe('what the head says', () => {
  it('a declared day off breaks no run of reading, from when it is declared', async () => {
    await withBlock('', { data: { holidays: '2026-11-03 # Culture Day' } });
    expect(host.text('.rh-stats')).toContain('2 days in a row, longest 2 (weekends and days off aside)');
    await setting({ holidays: '' });
    expect(host.text('.rh-stats')).toMatch(/1 day in a row, longest 1$/);
    await setting({ holidays: '2026-11-03' });
    expect(host.text('.rh-stats')).toContain('2 days in a row');
  });

  it('of days that are over tells the longest run, and none that goes on', async () => {
    await withBlock('range: 2026-11-01..2026-11-04');
    expect(host.text('.rh-stats')).toBe('1 h 30 min from 1 Nov to 4 Nov 2026, on 2 days; longest run 1 day');
  });

  it('counts a source that was read on two days once', async () => {
    await withBlock('metric: sources\nrange: 2026');
    expect(host.text('.rh-stats')).toContain('1 source in 2026 so far');
  });

  it.each([
    ['range: 2026-Q4', 'in the fourth quarter of 2026'],
    ['range: 2025-12-01..2026-11-04', 'from 1 Dec 2025 to 4 Nov 2026'],
    ['range: 2026-11', 'in November 2026'],
  ])('names the days of %s: %s', async (block, where) => {
    await withBlock(block);
    expect(host.text('.rh-stats')).toContain(`1 h 30 min ${where}, on 2 days`);
  });

  it('says ten hours and more in whole hours: 705 minutes are 12', async () => {
    const files = { 'Sources/mae.md': source('A', ['2026-11-02 all night [min:: 705]']) };
    await withBlock('', { files });
    expect(host.text('.rh-stats')).toContain('12 hours in 12 months');
  });

  it('of twelve months that are past names the first and the last of their days', async () => {
    await withBlock('');
    await host.click('.rh-page:first-child'); // 52 weeks before the Monday of a year ago, and 53 whole weeks on
    expect(host.text('.rh-empty')).toContain('Nothing from 4 Nov 2024 to 9 Nov 2025');
  });

  it('with a filter names the nearest day that it lets through', async () => {
    const files = {
      'Sources/book.md': source('B', ['2024-08-01 later [min:: 5]']).replace('paper', 'book'),
    };
    await withBlock('range: 2025\nfilter:\n  kind: paper', { files });
    expect(host.text('.rh-empty')).toContain('the nearest is 3 May 2024');
  });

  it('on the last day of a year the year is whole, and there is none to turn to after it', async () => {
    await withBlock('range: 2026', { now: '2026-12-31T16:20:00' });
    expect(host.text('.rh-stats')).toContain('in 2026, on 2 days');
    expect(host.$('.rh-page:last-child').getAttribute('aria-disabled')).toBe('true');
  });

  it('without statistics is still there for screen readers', async () => {
    await withBlock('stats: false');
    expect(host.$('.rh-stats').classList.contains('rh-unseen')).toBe(true);
    expect(host.text('.rh-stats')).toBe('In 12 months');
    await host.close();
    await withBlock('stats: best');
    expect(host.$('.rh-stats').classList.contains('rh-unseen')).toBe(false);
    expect(host.text('.rh-stats')).toBe('In 12 months; most 1 h on 4 Nov');
  });
});

describe('the pager', () => {
  it('does nothing where there is no page to turn to', async () => {
    await withBlock('range: 2026');
    await host.click('.rh-page:last-child');
    expect(first()).toBe('2026-01-01');
  });

  it('the year that an empty one offers is shown, however many pages were turned before', async () => {
    await withBlock('range: 2026');
    await host.click('.rh-page:first-child');
    expect(host.text('.rh-empty')).toContain('Nothing in 2025');
    expect(host.$('.rh-empty').getAttribute('role')).toBe('status');
    await host.click('.rh-empty button');
    expect(first()).toBe('2024-01-01');
    expect(host.$('.rh-stats').getAttribute('role')).toBeNull();
    await host.click('.rh-page:last-child');
    expect(first()).toBe('2025-01-01');
  });
});

describe('the ends of the calendar', () => {
  it('are shown, walked and listed like any days: “Show 9999”, the years 1 and 9998 to 9999', async () => {
    await withBlock('weekStart: thursday\nfilter:\n  folder: Notes\nsource: notes', {
      files: { 'Notes/9999-12-31.md': 'x' },
    });
    expect(host.text('.rh-empty')).toContain('31 Dec 9999');
    await host.click('.rh-empty button');
    expect(host.text('.rh-stats')).toContain('1 note in 9999');
    expect(day('9999-12-31').dataset['state']).toBe('value');
    await host.click('[data-date="9999-12-31"]');
    expect(host.text('.rh-popover-head .rh-heading')).toBe('Fri 31 Dec 9999');
    await host.click('.rh-popover [data-control="next"]');
    expect(host.text('.rh-popover-head .rh-heading')).toBe('Fri 31 Dec 9999'); // there is no day after
    await host.close();
    await withBlock('range: "0001"\nweekStart: thursday\ndata:\n  0001-01-01: 5\n  2026-11-02: 3');
    expect([day('0001-01-01').dataset['state'], host.text('.rh-stats')]).toEqual([
      'value',
      '5 in all in 1, on 1 day; longest run 1 day',
    ]);
    await host.click('[data-date="0001-01-01"]');
    expect(host.text('.rh-popover-head .rh-heading')).toBe('Mon 1 Jan 1');
    await host.close();
    await withBlock('range: 9998-07-01..9999-12-31\ndata:\n  9999-12-31: 5');
    expect([first(), host.$$('[data-date]').at(-1)?.dataset['date']]).toEqual(['9998-07-01', '9999-12-31']);
  });
});

describe('the start', () => {
  it('offers the form for the first entry', async () => {
    await withBlock('', { files: { 'Sources/mae.md': 'x' } });
    await host.click('.rh-empty button');
    expect(host.$$('.modal #rh-log-date')).toHaveLength(1);
  });
});

describe('the foot', () => {
  const keys = () => host.$$('.rh-key').map((key) => key.dataset['state']);

  it('explains what is drawn: noughts, and days to come or before the start where they are many', async () => {
    await withBlock('');
    expect(keys()).toEqual(['none', 'value', 'value', 'value', 'value']); // and three days until Sunday
    await host.close();
    const log = source('A', ['2026-06-01 begun [min:: 30]', '2026-06-02 nothing [min:: 0]']);
    await withBlock('range: 2026', { files: { 'Sources/mae.md': log } });
    expect(keys()).toEqual(['none', 'zero', 'value', 'value', 'value', 'value', 'future', 'before']);
  });

  it('names whole amounts without overlap, the last with its unit', async () => {
    await withBlock('scale: [1, 45]');
    expect(host.$$('.rh-key[data-state=value]').map((key) => key.textContent)).toEqual(['1–44', '≥ 45 min']);
  });

  it('has no word on reports where there are none, and none at all where no legend is wanted', async () => {
    await withBlock('reports: false');
    expect(host.$$('.rh-legend')).toHaveLength(1);
    await host.close();
    await withBlock('legend: false');
    expect(host.$$('.rh-legend')).toEqual([]);
    expect(host.$$('.rh-week-mark[data-report]').length).toBeGreaterThan(0);
  });

  it('leads to the lines that do not count, and forgets them once they are mended', async () => {
    const file = 'Sources/bad.md';
    await withBlock('', { files: { [file]: source('B', ['2026-02-30 impossible [min:: 5]']) } });
    expect(host.text('.rh-heatmap-note')).toContain('1 line not counted');
    await host.external.write(file, host.read(file).replace('2026-02-30', '2026-03-01'));
    await host.clock.advance(3_000);
    await host.settle();
    expect(host.$$('.rh-heatmap-note')).toEqual([]);
    await host.external.write(file, host.read(file).replace('2026-03-01', '2026-02-30'));
    await host.clock.advance(3_000);
    await host.settle();
    await host.click('.rh-heatmap-note button');
    expect(host.text('.rh-log-problems')).toContain('2026-02-30');
  });
});

describe('what it follows', () => {
  it('a span whose days are changed in the settings', async () => {
    await withBlock('range: Autumn term', { data: { spans: 'Autumn term: 2026-09-07..2027-01-15' } });
    expect(first()).toBe('2026-09-07');
    await setting({ spans: 'Autumn term: 2026-09-14..2027-01-15' });
    expect(first()).toBe('2026-09-14');
  });
});

describe('words and colours', () => {
  it('a day that reaches the goal to the minute has reached it', async () => {
    await withBlock('goal: 60');
    expect(day('2026-11-04').getAttribute('aria-label')).toContain('goal reached');
    expect(day('2026-11-02').getAttribute('aria-label')).not.toContain('goal reached');
  });

  it('a tile of one’s own colours is the more covered the more there was, the deepest wholly', async () => {
    await withBlock('palette: ["#eee", "#aaa", "#888", "#444"]');
    const { style } = host.$('.rh-heatmap');
    const frames = [1, 2, 3, 4].map((level) => Number(style.getPropertyValue(`--rh-frame-${String(level)}`)));
    expect(frames).toEqual([0.3, 0.2, 0.1, 0]); // as the style sheet has it for the four of its own
    expect(style.getPropertyValue('--rh-level-4')).toBe('#444');
  });

  it('a colour that the browser does not know is named', async () => {
    const supports = (_property: string, value: string) => value !== 'gren';
    await withBlock('palette: ["#eee", gren]', {
      before: ({ window }) => Object.assign(window, { CSS: { supports } }),
    });
    expect(host.text('.rh-error')).toContain('gren');
    expect(host.$$('.rh-heatmap')).toEqual([]);
  });
});
