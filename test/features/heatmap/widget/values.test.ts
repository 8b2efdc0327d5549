// What a day may hold beside a number, ranges in weeks and months, and several rows, as a note shows them.
import { afterEach, describe, expect, it } from 'vitest';
import { type Host, openHost } from '../../../host/node';

const NOW = '2026-11-05T16:20:00'; // a Thursday
let host: Host;
const open = async (block: string, files: Readonly<Record<string, string>>, language = 'en') => {
  host = await openHost({
    plugin: true,
    now: NOW,
    language,
    files: { ...files, 'n.md': `\`\`\`calendar-heatmap\n${block}\n\`\`\`\n` },
  });
  await host.open('n.md');
  await host.settle();
};
const day = (date: string, within = '.rh-heatmap'): HTMLElement => host.$(`${within} [data-date="${date}"]`);
const label = (date: string): string => day(date).getAttribute('aria-label') ?? '';
const level = (date: string): string => `${day(date).dataset['state'] ?? ''} ${day(date).dataset['level'] ?? ''}`;
const keys = (): string[] => host.$$('.rh-key').map((key) => key.textContent);
const daily = (notes: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(notes).map(([date, text]) => [`Daily/${date}.md`, text]));
const props = (text: string): string => `---\n${text}\n---\n`;

afterEach(async () => {
  expect(host.errors).toEqual([]);
  await host.close();
});

describe('words', () => {
  const NOTES = daily({
    '2026-11-02': props('mood: good'),
    '2026-11-03': props('mood: bad'),
    '2026-11-04': props('mood: [bad, good]'),
    '2026-11-05': props('mood: superb'),
  });

  it('have a level, a place in the legend with their days, and a name in each day', async () => {
    await open('property: mood\nvalues: {bad: red, good: [green, a good day]}', NOTES);
    expect([level('2026-11-02'), level('2026-11-03'), level('2026-11-04')]).toEqual(['value 2', 'value 1', 'value 2']);
    expect(label('2026-11-02')).toBe('Mon 2 Nov 2026\na good day');
    expect(keys().slice(0, 3)).toEqual(['no value', 'bad · 1', 'a good day · 2']);
    expect(host.$('.rh-heatmap').style.getPropertyValue('--rh-level-1')).toContain('--color-red');
    expect(host.$('.rh-heatmap-note').textContent).toBe('1 value is not one of the words: superb');
    expect(host.$('.rh-stats').textContent).toBe('In 12 months, on 3 days; 3 days in a row, longest 3');
  });

  it('that turn up later get a colour, too', async () => {
    await open('property: mood\nvalues: words', NOTES);
    expect(keys().slice(1, 4)).toEqual(['bad · 1', 'good · 2', 'superb · 1']);
    await host.external.write('Daily/2026-11-01.md', props('mood: "😀"'));
    await host.settle();
    expect(day('2026-11-01').dataset['sign']).toBe('😀');
    expect(keys().slice(1, 5)).toEqual(['bad · 1', 'good · 2', 'superb · 1', '😀 · 1']);
    expect(host.$('.rh-heatmap').style.getPropertyValue('--rh-level-4')).not.toBe('');
  });

  it('without being asked for are told, with the line to add', async () => {
    await open('property: mood', NOTES);
    expect(host.$('.rh-empty').textContent).toBe(
      '4 notes have mood, but none as a numberOne of them says good. To draw words, add the line values: words.',
    );
  });
});

describe('times and lengths of time', () => {
  const NOTES = daily({
    '2026-11-02': props('wake: "06:30"\nsleep: 7h30m'),
    '2026-11-03': props('wake: "07:30"\nsleep: 8h'),
  });

  it('are said as such', async () => {
    await open('property: wake\nvalues: times', NOTES);
    expect(label('2026-11-02')).toBe('Mon 2 Nov 2026\n06:30');
    expect(host.$('.rh-stats').textContent).toBe('07:00 on average in 12 months, on 2 days; longest run 2 days');
  });
  it('lengths add up', async () => {
    await open('property: sleep\nvalues: durations', NOTES, 'zh');
    expect(label('2026-11-02')).toContain('7 小时 30 分');
    expect(host.$('.rh-stats').textContent).toContain('合计 15 小时 30 分');
  });
});

describe('fields in the text', () => {
  const NOTES = {
    ...daily({ '2026-11-02': 'mood:: 4\n', '2026-11-03': '- [mood:: 2] and [mood:: 3]\n' }),
    'runs.md': '- 2026-11-04 [mood:: 5]\n- [mood:: 1]\n',
  };

  it('count on the day of their line, else of their note, and follow both', async () => {
    await open('field: Mood\ncombine: max', NOTES);
    expect(['02', '03', '04'].map((n) => label(`2026-11-${n}`).split('\n')[1])).toEqual(['4', '3, 2 entries', '5']);
    await host.external.write('Daily/2026-11-02.md', 'mood:: 1\n');
    await host.settle();
    expect(label('2026-11-02')).toBe('Mon 2 Nov 2026\n1');
  });
  it('that no note has are named, with the one that was meant', async () => {
    await open('field: moood', NOTES);
    expect(host.$('.rh-empty').textContent).toBe('No note has a field mooodDid you mean mood?');
  });
});

describe('weeks and months', () => {
  const NOTES = daily({ '2026-11-02': props('km: 5'), '2026-10-31': props('km: 3') });
  const press = (key: string): void => {
    host.document.activeElement?.dispatchEvent(new host.window.KeyboardEvent('keydown', { key, bubbles: true }));
  };
  const focused = (): string | undefined => (host.document.activeElement as HTMLElement | null)?.dataset['date'];

  it('a week is seven days in one row, below their weekdays', async () => {
    await open('property: km\nrange: week', NOTES);
    expect(host.$$('[role=grid] [role=row]')).toHaveLength(1);
    expect(host.$$('[data-date]').map((one) => one.dataset['date'])).toEqual(
      ['02', '03', '04', '05', '06', '07', '08'].map((n) => `2026-11-${n}`),
    );
    expect(host.$('.rh-stats').textContent).toContain('in 2026-W45');
    host.$('.rh-page').click();
    expect(level('2026-10-31')).toBe('value 4');
  });

  it('a quarter as months keeps to the contract, and the keys lead from month to month', async () => {
    await open('property: km\nrange: quarter\nview: months', NOTES);
    const grid = host.$('[role=grid]');
    expect(grid.querySelectorAll('[role=rowgroup]')).toHaveLength(3);
    expect(grid.querySelectorAll('[role=row] > [role=gridcell][data-date]')).toHaveLength(92);
    expect(grid.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
    day('2026-11-05').focus();
    const path = ['ArrowRight', 'ArrowDown', 'ArrowUp', 'Home', 'ArrowUp', 'PageDown'].map((key) => {
      press(key);
      return focused();
    });
    expect(path).toEqual(['2026-11-06', '2026-11-13', '2026-11-06', '2026-11-02', '2026-10-26', '2026-11-26']);
  });
});

describe('rows', () => {
  const NOTES = daily({
    '2026-11-02': `${props('mood: good')}- [x] ran #run\n- [x] read #read\n`,
    '2026-10-30': `${props('mood: bad')}- [x] ran #run\n`,
  });
  const BLOCK =
    'title: Habits\nrange: month\nsource: tasks\nrows:\n  - {title: Run, filter: {tag: run}}\n  - {title: Read, filter: {tag: read}}\n  - {title: Mood, property: mood, values: [bad, good]}';
  const row = (n: number): HTMLElement => host.$$('.rh-heatmap')[n] ?? host.document.body;
  const stateIn = (n: number, date: string) =>
    row(n).querySelector<HTMLElement>(`[data-date="${date}"]`)?.dataset['state'];

  it('stand below one another, a line of the month each, and turn their pages together', async () => {
    await open(BLOCK, NOTES);
    expect(host.$$('.rh-heatmap-rows [role=heading]').map((one) => one.textContent)).toEqual([
      'Habits',
      'Run',
      'Read',
      'Mood',
    ]);
    expect(host.$$('.rh-heatmap [role=row]').map((one) => one.querySelectorAll('[data-date]').length)).toEqual([
      30, 30, 30,
    ]);
    expect([0, 1, 2].map((n) => stateIn(n, '2026-11-02'))).toEqual(['value', 'value', 'value']);
    expect(host.$$('.rh-pager')).toHaveLength(1);
    host.$('.rh-page').click();
    expect([0, 1, 2].map((n) => stateIn(n, '2026-10-30'))).toEqual(['value', 'before', 'value']);
  });

  it('up and down lead from row to row, on the same day', async () => {
    await open(BLOCK, NOTES);
    const first = row(0).querySelector<HTMLElement>('[data-date="2026-11-02"]');
    first?.focus();
    first?.dispatchEvent(new host.window.KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
    expect(row(1).contains(host.document.activeElement)).toBe(true);
    expect((host.document.activeElement as HTMLElement | null)?.dataset['date']).toBe('2026-11-02');
  });

  it('over a year are calendars of their own', async () => {
    await open(BLOCK.replace('range: month', 'range: 2026'), NOTES);
    expect(row(1).querySelectorAll('[data-date]')).toHaveLength(365);
    expect(row(1).querySelectorAll('[role=row]').length).toBeGreaterThan(50);
  });
});
