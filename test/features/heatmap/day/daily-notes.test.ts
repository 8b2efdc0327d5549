import { afterEach, describe, expect, it } from 'vitest';
import { type Host, openHost } from '../../../host/node';

const NOW = '2026-11-05T16:20:07'; // a Thursday
let host: Host;

interface Settings {
  readonly folder?: string;
  readonly format?: string;
  readonly template?: string;
}

/** A vault whose core plugin of daily notes is set so, and a calendar of the notes in it. */
const open = async (options: Settings, files: Record<string, string>, range = '2024-02-01..2026-03-31') => {
  host = await openHost({
    plugin: true,
    now: NOW,
    files: { ...files, 'n.md': `\`\`\`calendar-heatmap\nsource: notes\nrange: ${range}\n\`\`\`\n` },
    before: ({ window }) => {
      const { app } = window as unknown as { app: Record<string, unknown> };
      app['internalPlugins'] = { plugins: { 'daily-notes': { enabled: true, instance: { options } } } };
    },
  });
  await host.open('n.md', 'preview');
  await host.settle();
};
/** The days that the calendar found notes of. */
const days = (): (string | undefined)[] => host.$$('[data-date][data-state="value"]').map((one) => one.dataset['date']);
const offered = async (date: string): Promise<string | null> => {
  await host.click(`[data-date="${date}"]`);
  return host.text('.rh-popover-foot a');
};

afterEach(async () => {
  expect(host.errors).toEqual([]);
  await host.close();
});

describe('the day of a daily note', () => {
  it.each([
    ['GGGG-[W]WW/MM-DD-ddd', '2025-W10/03-03-Mon', '2025-03-03'],
    ['GGGG-[W]WW/MM-DD-ddd', '2026-W01/12-29-Mon', '2025-12-29'], // its week belongs to the next year
    ['GGGG-[W]WW/MM-DD', '2025-W10/03-03', '2025-03-03'],
    ['GGGG-[W]WW/MM-DD', '2024-W09/02-29', '2024-02-29'], // a leap year, which this one is not
    ['GGGG-[W]WW/MM-DD', '2026-W53/01-03', null], // 3 January 2026 lies in W01, that of 2027 beyond the range
    ['GGGG-[W]WW/MM-DD-ddd', '2025-W11/03-03-Mon', null], // no year has it: W10 is the week of that Monday
    ['GGGG-[W]WW-E', '2025-W10-1', '2025-03-03'],
    ['YYYY/MM-MMMM/DD', '2025/03-March/03', '2025-03-03'],
    ['YYYY/MM-MMMM/DD', '2025/03-April/03', null],
    ['YYYY-MM', '2025-03', null],
    ['D.M.YYYY', '3.3.2025', '2025-03-03'],
  ])('by %s, %s is %s', async (format, name, day) => {
    await open({ folder: 'Daily', format }, { [`Daily/${name}.md`]: 'x' });
    expect(days()).toEqual(day === null ? [] : [day]);
  });

  it('is that of its name where it was moved below its folder', async () => {
    const files = { 'Daily/2025/03/03-03-2025.md': 'x', 'Elsewhere/03-04-2025.md': 'x' };
    await open({ folder: 'Daily', format: 'DD-MM-YYYY' }, files);
    expect(days()).toEqual(['2025-03-03']);
    await host.close();
    await open({ folder: 'Daily', format: 'YYYY/MM/DD' }, { 'Daily/Old/2025/03/03.md': 'x' }); // 03 alone is no day
    expect(days()).toEqual([]);
  });
});

describe('a daily note that was moved below its folder', () => {
  it('is opened, and not offered as a second one', async () => {
    await open({ folder: 'Daily' }, { 'Daily/2026/2026-11-03.md': 'mine' }, 'month');
    expect(await offered('2026-11-03')).toBe('Open daily note');
    await host.click('.rh-popover-foot a');
    await host.settle();
    expect(host.app.workspace.getActiveFile()?.path).toBe('Daily/2026/2026-11-03.md');
    expect(host.faults.writes).toEqual([]);
  });

  it('is known by the vault’s own format, and in any letter case', async () => {
    await open({ folder: 'daily', format: 'YYYYMMDD-[log]' }, { 'Daily/Old/20261103-Log.md': 'mine' }, 'month');
    expect(await offered('2026-11-02')).toBe('Create daily note');
    await host.close();
    await open({ folder: 'daily', format: 'YYYYMMDD' }, { 'Daily/Old/20261103.md': 'mine' }, 'month');
    expect(await offered('2026-11-03')).toBe('Open daily note');
  });

  it('is found below the root, too, where daily notes lie there', async () => {
    await open({}, { 'Journal/2026-11-03.md': 'mine' }, 'month');
    expect(await offered('2026-11-03')).toBe('Open daily note');
    await host.close();
    await open({ format: 'DD.MM.YYYY' }, { 'Journal/03.11.2026.md': 'mine' }, 'month');
    expect([await offered('2026-11-03'), days()]).toEqual(['Open daily note', ['2026-11-03']]);
  });

  it('is another’s where it lies elsewhere', async () => {
    await open({ folder: 'Daily' }, { 'Meetings/2026-11-03.md': 'x' }, 'month');
    expect(await offered('2026-11-03')).toBe('Create daily note');
  });
});

describe('a template of daily notes', () => {
  /** As Periodic Notes and the interface that it and Calendar share fill theirs; the day is 3 November 2026. */
  it.each([
    ['{{date}} | {{title}} | {{time}}', '2026-11-03 | 2026-11-03 | 16:20'],
    ['{{yesterday}} – {{ Tomorrow }}', '2026-11-02 – 2026-11-04'],
    ['{{date+1d:YYYY-MM-DD}} {{date-7d:YYYY}}', '2026-11-04 2026'],
    ['{{date-400d}} {{date+1y:YYYY}} {{date+1q:[Q]Q}} {{date+2w:D}}', '2025-09-29 2027 Q1 17'],
    ['{{date+1M:MMMM}} {{time+40m:HH:mm}} {{time-1h}} {{date+10s:ss}}', 'December 17:00 15:20 17'],
    ['{{date:HH:mm}} {{date:dddd D}} {{time:YYYY-MM-DD HH:mm:ss}}', '16:20 Tuesday 3 2026-11-03 16:20:07'],
    ['{{DATE : YYYY}} {{ date +1d : DD }}', '2026 04'],
    ['{{monday:YYYY}} {{weather}} {{date+1x}} {{}} {date}', '{{monday:YYYY}} {{weather}} {{date+1x}} {{}} {date}'],
  ])('%s', async (template, text) => {
    await open({ folder: 'Daily', template: 'T/day' }, { 'T/day.md': template }, '2026-11');
    await offered('2026-11-03');
    await host.click('.rh-popover-foot a');
    await host.settle();
    expect(host.read('Daily/2026-11-03.md')).toBe(text);
  });
});
