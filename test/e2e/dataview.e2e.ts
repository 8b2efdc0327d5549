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
