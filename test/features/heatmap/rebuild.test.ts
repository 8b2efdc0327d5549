import { afterEach, describe, expect, it } from 'vitest';
import { type Host, type HostOptions, openHost } from '../../host/node';

const FILES = {
  'Sources/a.md':
    '---\ntype: source\n---\n\n## Reading log\n\n- 2026-03-02 read [min:: 30]\n- 2026-03-04 read [min:: 30]\n',
};

let host: Host;
const open = async (options: HostOptions = {}) => {
  host = await openHost({ plugin: true, now: '2026-11-05T16:20:00', files: FILES, ...options });
};
afterEach(async () => {
  expect(host.errors).toEqual([]);
  await host.close();
});

interface Api {
  renderHeatmap(el: HTMLElement, options: Record<string, unknown>): void;
  ready(): Promise<void>;
}
const draw = async (options: Record<string, unknown>): Promise<HTMLElement> => {
  const { api } = host.plugin as unknown as { api: Api };
  await host.run(() => api.ready());
  const el = host.document.body.createDiv();
  el.createDiv('before');
  const inner = el.createDiv();
  el.createDiv('after');
  api.renderHeatmap(inner, options);
  return inner;
};
const setting = async (values: Record<string, unknown>): Promise<void> => {
  await host.external.write(
    '.obsidian/plugins/research-handbook/data.json',
    JSON.stringify({ settingsVersion: 1, ...values }),
  );
  const plugin = host.plugin as unknown as { onExternalSettingsChange(): Promise<void> };
  await host.run(() => plugin.onExternalSettingsChange());
  await host.settle();
};

describe('a heatmap outside a block', () => {
  it('follows the first day of the week', async () => {
    await open({ data: { weekStart: 'monday' } });
    const el = await draw({ range: '2026-03' });
    const rows = () => Array.from(el.querySelectorAll('.rh-week'), (week) => week.querySelectorAll('.rh-day').length);
    expect(el.querySelectorAll('.rh-week')[1]?.querySelector('[data-date]')?.getAttribute('data-date')).toBe(
      '2026-03-02',
    );
    await setting({ weekStart: 'sunday' });
    expect(el.querySelectorAll('.rh-week')[1]?.querySelector('[data-date]')?.getAttribute('data-date')).toBe(
      '2026-03-08',
    );
    expect(rows().length).toBe(5);
    expect(el.querySelectorAll('.rh-heatmap')).toHaveLength(1);
  });

  it('follows the days off, which break no run', async () => {
    await open();
    const el = await draw({ range: '2026-03' });
    expect(el.querySelector('.rh-stats')?.textContent).toContain('longest run 1');
    await setting({ holidays: '2026-03-03' });
    expect(el.querySelector('.rh-stats')?.textContent).toContain('longest run 2');
  });

  it('is gone after it has been drawn anew and the plugin unloads', async () => {
    await open({ data: { weekStart: 'monday' } });
    const el = await draw({});
    await setting({ weekStart: 'saturday' });
    await host.unload();
    expect(el.querySelector('.rh-heatmap')).toBeNull();
    expect(host.leftovers().listeners).toBe(0);
    expect(host.clock.timers()).toBe(0);
  });
});

describe('the year that an empty range offers', () => {
  it('has pages of a year, and the day that is meant under the focus', async () => {
    await open();
    const el = await draw({ range: '2025-03' });
    const labels = () => Array.from(el.querySelectorAll('.rh-page'), (button) => button.getAttribute('aria-label'));
    expect(labels()).toEqual(['Previous month', 'Next month']);
    el.querySelector<HTMLElement>('.rh-empty button')?.click();
    expect(labels()).toEqual(['Previous year', 'Next year']);
    expect(host.document.activeElement?.getAttribute('data-date')).toBe('2026-03-02');
    expect(el.querySelectorAll('[tabindex="0"][data-date]')).toHaveLength(1);
  });

  it('can be turned from where two days were asked for, which had no pages', async () => {
    await open();
    const el = await draw({ range: '2025-03-01..2025-03-20' });
    expect(el.querySelectorAll('.rh-page')).toHaveLength(0);
    el.querySelector<HTMLElement>('.rh-empty button')?.click();
    el.querySelector<HTMLElement>('.rh-page')?.click();
    expect(el.querySelector('[data-date="2025-06-01"]')).not.toBeNull();
  });
});

describe('while the log is still being read', () => {
  it('no week is said to lack its report', async () => {
    await open({ cache: 'late' });
    const { api } = host.plugin as unknown as { api: Api };
    const el = host.document.body.createDiv();
    api.renderHeatmap(el, {});
    await host.settle();
    expect(el.querySelectorAll('[data-date]').length).toBeGreaterThan(360);
    expect(el.querySelectorAll('.rh-week-mark[data-report]')).toHaveLength(0);
    await host.settleCache();
    await host.settle();
    // From the week of 2 March, when the log begins, to the one of 5 November: W10 to W45.
    expect(el.querySelectorAll('.rh-week-mark[data-report]')).toHaveLength(36);
  });
});

describe('the sum of several sittings', () => {
  it('is that of all of them, however a day’s are combined', async () => {
    const log = '- 2026-03-02 a [min:: 30]\n- 2026-03-02 b [min:: 60]\n';
    await open({ files: { 'Sources/a.md': `---\ntype: source\n---\n\n## Reading log\n\n${log}` } });
    const el = await draw({ range: '2026-03', combine: 'max' });
    expect(el.querySelector('[data-date="2026-03-02"]')?.getAttribute('aria-label')).toContain('60 min');
    expect(el.querySelector('.rh-stats')?.textContent).toContain('1 h 30 min');
  });
});
