import { afterEach, describe, expect, it } from 'vitest';
import { type Host, type HostOptions, openHost } from '../../../host/node';

const NOW = '2026-11-05T16:20:00'; // a Thursday
const MAE = 'Sources/mae.md';
const source = (lines: readonly string[]): string =>
  `---\ntype: source\nkind: paper\ntitle: Masked Autoencoders\n---\n\n## Reading log\n\n${lines.map((line) => `- ${line}`).join('\n')}\n`;
const FILES = { [MAE]: source(['2026-11-02 intro [min:: 30]', '2026-11-03 method [min:: 60]']) };

let host: Host;
const withBlock = async (block: string, more: HostOptions = {}) => {
  const files = { ...FILES, ...more.files, 'n.md': `\`\`\`calendar-heatmap\n${block}\n\`\`\`\n` };
  host = await openHost({ plugin: true, now: NOW, ...more, files });
  await host.open('n.md', 'preview');
  await host.settle();
};
const day = (date: string): HTMLElement => host.$(`.rh-heatmap [data-date="${date}"]`);
const dates = (selector: string) => host.$$(selector).map((one) => one.dataset['date']);
const change = async (path: string, text: string): Promise<void> => {
  await host.external.write(path, text);
  await host.clock.advance(3_000);
  await host.settle();
};

afterEach(async () => {
  expect(host.errors).toEqual([]);
  await host.close();
});

describe('the days', () => {
  it('a line without minutes changes what its day says, though not how it looks', async () => {
    await withBlock('');
    expect(day('2026-11-03').getAttribute('aria-label')).toBe('Tue 3 Nov 2026\n60 min, 1 entry');
    await change(MAE, `${host.read(MAE)}- 2026-11-03 figures again\n`);
    expect(day('2026-11-03').getAttribute('aria-label')).toBe('Tue 3 Nov 2026\n60 min, 2 entries');
  });

  it('at midnight only the new day is today, to screen readers too', async () => {
    await withBlock('', { now: '2026-11-05T23:59:00' });
    await host.clock.advance(61_000);
    expect(dates('[aria-current]')).toEqual(['2026-11-06']);
  });

  it('have one tab stop wherever the arrows went, and where today is not among them', async () => {
    await withBlock('range: 2024');
    expect(dates('[role=grid] [tabindex="0"]')).toEqual(['2024-12-31']);
    day('2024-12-31').focus();
    for (const key of ['ArrowUp', 'ArrowLeft']) await host.press(key);
    expect(dates('[role=grid] [tabindex="0"]')).toEqual(['2024-12-23']);
  });
});

describe('the columns', () => {
  it.each([
    ['monday', 'Mon\nWed\nFri\nSun', '2025-11-03'],
    ['sunday', 'Sun\nTue\nThu\nSat', '2025-11-02'],
    ['saturday', 'Sat\nMon\nWed\nFri', '2025-11-01'],
  ])('begin with the weekday of the settings, and say so: %s', async (weekStart, names, first) => {
    await withBlock('', { data: { weekStart } });
    expect(host.text('.rh-weekdays > span')).toBe(names);
    expect(host.$$('[data-date]')[0]?.dataset['date']).toBe(first);
    expect(day('2026-11-03').getAttribute('aria-label')).toContain('Tue 3 Nov');
  });

  it('carry the names of months, January’s its year', async () => {
    await withBlock('range: 2025-10-01..2026-03-31');
    expect(host.$$('[data-month]').map((week) => week.dataset['month'])).toEqual([
      'Oct',
      'Nov',
      'Dec',
      '2026',
      'Feb',
      'Mar',
    ]);
  });

  // Columns: empty places above the first day and the days, in sevens; 1 January 2026 is a Thursday, so three places.
  it.each([
    ['range: 2026-Q1', 'quarter', false], // 3 + 90 days: 14
    ['range: 2026-01-01..2026-04-10', 'half', false], // 3 + 100 days: 15
    ['range: 2026-01-01..2026-06-30', 'half', false], // 3 + 181 days: 27
    ['range: 2026-01-01..2026-07-10', 'year', false], // 3 + 191 days: 28
    ['range: 2026', 'year', false], // 3 + 365 days: 53
    ['range: 2028\nweekStart: sunday', 'year', true], // 6 + 366 days: 54
  ])('get the room that their number needs: %s', async (block, fit, more) => {
    await withBlock(block);
    const body = host.$('.rh-heatmap-body');
    expect([body.dataset['fit'], body.classList.contains('has-54-columns')]).toEqual([fit, more]);
  });
});

describe('the weeks’ marks', () => {
  const marks = () => host.$$('.rh-week-mark[data-report]').map((mark) => mark.parentElement?.dataset['week']);

  it('are there for weeks since the log began and up to this one, though the year goes on', async () => {
    await withBlock('range: 2026', { files: { [MAE]: source(['2026-10-21 intro [min:: 30]']) } });
    expect(marks()).toEqual(['2026-W43', '2026-W44', '2026-W45']);
  });

  it.each(['monday', 'sunday'])(
    'bear the number of the ISO week that most of their days lie in, from %s',
    async (start) => {
      await withBlock(`weekNumbers: true\nweekStart: ${start}`);
      const column = day('2026-11-05').parentElement;
      expect(column?.querySelector('.rh-week-mark > span')?.textContent).toBe('45');
      expect(column?.dataset['week']).toBe('2026-W45');
    },
  );

  it.each([
    ['a week to come', 'range: 2026', '2026-W50'],
    ['one before the log began', 'range: 2026', '2026-W20'],
    ['any, where only numbers are shown', 'reports: false\nweekNumbers: true', '2026-W45'],
  ])('are nothing to press for %s', async (_which, block, week) => {
    await withBlock(block);
    await host.click(`[data-week="${week}"] > .rh-week-mark`);
    await host.clock.advance(3_000);
    await host.settle();
    expect(host.faults.writes).toEqual([]);
    expect(host.app.workspace.getActiveFile()?.path).toBe('n.md');
  });

  it('go again where the log begins later after all', async () => {
    await withBlock('');
    const before = marks();
    const label = () => host.$('[data-week="2026-W42"] > .rh-week-mark').getAttribute('aria-label');
    const log = host.read(MAE);
    await change(MAE, `${log}- 2026-10-13 earlier [min:: 5]\n`);
    expect(marks()).toEqual(['2026-W42', '2026-W43', '2026-W44', '2026-W45']);
    await change(MAE, log);
    expect(marks()).toEqual(before);
    expect(label()).toBe('2026-W42');
  });

  it('say a changed state to screen readers, too', async () => {
    await withBlock('');
    await host.click('.rh-week-mark[data-report]');
    await host.clock.advance(3_000);
    await host.settle();
    const path = host.app.workspace.getActiveFile()?.path ?? '';
    await host.open('n.md', 'preview');
    await host.settle();
    await change(path, host.read(path).replace('status: draft', 'status: sent'));
    expect(host.$('.rh-week-mark[data-report]').getAttribute('aria-label')).toBe(
      '2026-W45, report sent\nClick to open it',
    );
  });

  it('with a modifier key open the report in a tab of its own', async () => {
    await withBlock('');
    await host.click('.rh-week-mark[data-report]', { ctrlKey: true });
    await host.clock.advance(3_000);
    await host.settle();
    const paths: string[] = [];
    host.app.workspace.iterateAllLeaves((leaf) => {
      const { file } = leaf.view as { readonly file?: { readonly path: string } | null };
      if (file) paths.push(file.path);
    });
    expect(paths).toContain('n.md');
    expect(paths.some((path) => path.endsWith('2026-W45.md'))).toBe(true);
  });
});
