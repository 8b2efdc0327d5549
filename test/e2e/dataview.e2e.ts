// The real Dataview plugin on this host: what it needs of the app is what the app gives. Runs where DATAVIEW_DIR names the folder
// of an installed Dataview (main.js, manifest.json); Dataview itself is not part of this project.
import { afterAll, expect, it } from 'vitest';
import { type OpenPage, openPage } from '../host/node';

const dataview = process.env['DATAVIEW_DIR'];
let v: OpenPage | null = null;
afterAll(() => v?.close());

const note = (n: number): string =>
  `---\nn: ${String(n)}\n---\n- [ ] task ${String(n)} [due:: 2026-01-0${String(n + 1)}]\n`;
const QUERIES = [
  '```dataview\nTABLE n FROM "d" SORT n DESC\n```',
  '```dataview\nTASK FROM "d"\n```',
  "```dataviewjs\nwindow.renderHeatmapCalendar(this.container, { year: 2026, entries: dv.pages('\"d\"').map((p) => ({ date: '2026-01-0' + (p.n + 1), intensity: p.n })).array() });\n```",
];

it.runIf(dataview !== undefined)(
  'indexes, answers queries, follows changes, and calls our global from dataviewjs',
  async () => {
    const host = (v = await openPage({
      plugin: true,
      files: {
        'q.md': QUERIES.join('\n\n'),
        'd/n0.md': note(0),
        'd/n1.md': note(1),
        '.obsidian/plugins/dataview/data.json': '{"enableDataviewJs": true}',
      },
    }));
    await host.loadPlugin(dataview ?? '');
    await host.open('q.md');
    const rows = async (): Promise<string[]> =>
      (await host.page.locator('.table-view-table tbody tr').allTextContents()).map((row) =>
        row.trim().replace(/\s+/g, ' '),
      );
    await expect.poll(rows, { timeout: 15_000 }).toEqual(['n1 1', 'n0 0']);
    await expect.poll(() => host.page.locator('.dataview.task-list-item').count()).toBe(2);
    await expect
      .poll(() => host.page.locator('.rh-heatmap [data-date="2026-01-02"][data-state="value"]').count())
      .toBe(1);
    await host.external.write('d/n2.md', note(2));
    await expect.poll(rows, { timeout: 15_000 }).toEqual(['n2 2', 'n1 1', 'n0 0']);
    expect(host.errors).toEqual([]);
  },
);

const day = (n: number, text: string): Record<string, string> => ({ [`Daily/2026-08-0${String(n)}.md`]: text });
const heatmap = (lines: string): string => `\`\`\`calendar-heatmap\nsource: dataview\nrange: 2026-08\n${lines}\n\`\`\``;
const ASKED = [
  heatmap(`query: '"Daily" or #run'\nvalue: km * 1.6`),
  heatmap('query: FROM "Daily" FLATTEN file.tasks AS task WHERE task.completed\ndateProperty: task.completion'),
  heatmap(`query: '"Daily"'\nvalue: slept\nvalues: durations`),
  heatmap(`query: '"Daily"'\nvalue: mood\nvalues: words`),
  heatmap('query: FROM Daily WHERE ('),
];

it.runIf(dataview !== undefined)('is asked by our heatmaps for amounts, days, lengths of time and words', async () => {
  const host = (v = await openPage({
    plugin: true,
    language: 'en',
    now: '2026-08-20T12:00:00',
    files: {
      'q.md': ASKED.join('\n\n'),
      ...day(
        1,
        '---\nkm: 5\nslept: 7h 30m\nmood: good\n---\n- [x] a [completion:: 2026-08-09]\n- [x] b [completion:: 2026-08-09]\n- [ ] c',
      ),
      ...day(2, '---\nmood: bad\n---\nkm:: 10\n'),
      'Runs/x.md': '---\ntags: [run]\nkm: 2.5\n---\n',
    },
  }));
  await host.loadPlugin(dataview ?? '');
  await host.open('q.md');
  const drawn = (n: number): Promise<string[]> =>
    host.page
      .locator('.rh-heatmap')
      .nth(n)
      .locator('[data-date][data-state="value"]')
      .evaluateAll((days) =>
        days.map(
          (one) => `${one.getAttribute('data-date') ?? ''} ${one.getAttribute('aria-label')?.split('\n')[1] ?? ''}`,
        ),
      );
  await expect.poll(() => drawn(0)).toEqual(['2026-08-01 8', '2026-08-02 16']); // km × 1.6; the run without a day is told
  await expect.poll(() => drawn(1)).toEqual(['2026-08-09 2 entries']);
  await expect.poll(() => drawn(2)).toEqual(['2026-08-01 7 h 30 min']);
  await expect.poll(() => drawn(3)).toEqual(['2026-08-01 good', '2026-08-02 bad']);
  const said = (n: number): Promise<string> => host.page.locator('.rh-heatmap').nth(n).innerText();
  expect(await said(0)).toContain('1 note is left out, since its name holds no date: x.');
  expect(await said(4)).toContain('Dataview does not understand the query');
  await host.external.write('Daily/2026-08-03.md', 'km:: 1\n- [x] d [completion:: 2026-08-09]\n');
  await expect.poll(() => drawn(0)).toEqual(['2026-08-01 8', '2026-08-02 16', '2026-08-03 1.6']);
  await expect.poll(() => drawn(1)).toEqual(['2026-08-09 3 entries']);
  expect(host.errors).toEqual([]);
});
