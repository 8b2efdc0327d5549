import { DateTime } from 'luxon';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ResearchHandbookApi } from '../../../src/features/api';
import { type Host, openHost } from '../../host/node';

const FILES = {
  'Sources/resnet.md': [
    '---',
    'type: source',
    'title: Deep Residual Learning',
    '---',
    '',
    '## Reading log',
    '',
    '- 2026-11-01 the day before',
    '- 2026-11-02 derived section 3.2 [min:: 60] [pass:: 2] [pages:: 4-6]',
    '- 2026-11-04 not for anyone [min:: 15] [private:: true]',
    '- 2026-11-05 the day after',
    '- [private] a quarrel',
    '  - 2026-11-03 about the server [min:: 5]',
    '',
  ].join('\n'),
  'Weekly/2026-W44.md': '---\ntype: weekly-report\nweek: 2026-W44\nstatus: sent\n---\n',
};

let host: Host;
let api: ResearchHandbookApi;
beforeEach(async () => {
  host = await openHost({ plugin: true, files: FILES, now: '2026-11-05T16:20:00' });
  api = (host.plugin as unknown as { api: ResearchHandbookApi }).api;
  await host.run(api.ready());
});
afterEach(() => host.close());

describe('the API for other plugins', () => {
  it('has the version of the manifest', () => {
    expect(api.version).toBe(host.plugin.manifest.version);
  });

  it('answers entries of both days and between, private ones without their text', () => {
    const source = 'Sources/resnet.md';
    expect(api.readingEntries({ from: '2026-11-02', to: '2026-11-04' })).toEqual([
      {
        source,
        path: source,
        line: 8,
        date: '2026-11-02',
        text: 'derived section 3.2',
        minutes: 60,
        pass: 2,
        pages: '4-6',
        status: null,
        deep: false,
        private: false,
      },
      expect.objectContaining({ date: '2026-11-03', text: '', minutes: 5, private: true }),
      expect.objectContaining({ date: '2026-11-04', text: '', minutes: 15, private: true }),
    ]);
  });

  it('takes date objects for the days', () => {
    const dates = (from: unknown, to: unknown) =>
      api.readingEntries({ from, to } as { from: string; to: string }).map((entry) => entry.date);
    expect(dates(DateTime.fromISO('2026-11-04'), new Date('2026-11-05'))).toEqual(['2026-11-04', '2026-11-05']);
    expect(dates(new Date(2026, 10, 4, 23, 30), DateTime.fromISO('2026-11-04T08:00'))).toEqual(['2026-11-04']);
  });

  it('knows a week’s report', () => {
    expect(api.weeklyReport('2026-W44')).toEqual({ path: 'Weekly/2026-W44.md', state: 'sent' });
    expect(api.weeklyReport('2026-W43')).toBeNull();
  });

  it('draws both widgets with the options of their blocks, and an error box for a wrong one', async () => {
    const [heatmap, progress, wrong] = [1, 2, 3].map(() => host.document.body.createDiv());
    if (!heatmap || !progress || !wrong) throw new Error('no elements');
    api.renderHeatmap(heatmap, { range: '2026' });
    api.renderTimeProgress(progress, { periods: ['year'] });
    api.renderHeatmap(wrong, { rnage: '2026' });
    await host.settle();
    expect(heatmap.querySelectorAll('.rh-heatmap [role="gridcell"], .rh-heatmap [data-date]').length).toBeGreaterThan(
      364,
    );
    expect([...progress.querySelectorAll('[role="progressbar"]')].map((el) => el.getAttribute('data-period'))).toEqual([
      'year',
    ]);
    expect(wrong.querySelector('.rh-error')?.textContent).toContain('rnage');
    await host.unload();
    expect(host.clock.timers()).toBe(0);
    expect(host.errors).toEqual([]);
  });
});
