// What the Heatmap Calendar plugin draws of its own example vault, and what our blocks draw once its scripts are converted. Runs where
// PEERS_DIR names a folder that holds `dataview` and `heatmap-calendar` as installed (main.js, manifest.json) and that plugin's
// EXAMPLE_VAULT as `vault`; none of it is part of this project.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { type OpenPage, openPage } from '../host/node';

const peers = process.env['PEERS_DIR'];
let v: OpenPage | null = null;
afterAll(() => v?.close());

const filesIn = (dir: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(dir, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.md') && !file.startsWith('.'))
      .map((file) => [file, readFileSync(path.join(dir, file), 'utf8')]),
  );

/** The days with data of each calendar, by their place in the year, as that plugin lays them out. */
const theirs = (host: OpenPage): Promise<string[][]> =>
  host.page.locator('.heatmap-calendar-graph').evaluateAll((calendars) =>
    calendars.map((calendar) => {
      const year = 2000 + Number(calendar.querySelector('.heatmap-calendar-year')?.textContent);
      return [...calendar.querySelectorAll('.heatmap-calendar-boxes > [class*="month-"]')].flatMap((box, n) =>
        box.classList.contains('hasData') ? [new Date(Date.UTC(year, 0, n + 1)).toISOString().slice(0, 10)] : [],
      );
    }),
  );
const ours = (host: OpenPage): Promise<string[][]> =>
  host.page
    .locator('.rh-heatmap')
    .evaluateAll((calendars) =>
      calendars.map((calendar) =>
        [...calendar.querySelectorAll('[data-date]:is([data-state="value"], [data-state="zero"])')].map(
          (day) => day.getAttribute('data-date') ?? '',
        ),
      ),
    );

it.runIf(peers !== undefined)('the days of the peer’s own vault are drawn by what its scripts become', async () => {
  const dir = peers ?? '';
  const host = (v = await openPage({
    plugin: true,
    now: '2026-08-20T12:00:00',
    files: {
      ...filesIn(path.join(dir, 'vault')),
      '.obsidian/plugins/dataview/data.json': '{"enableDataviewJs": true}',
    },
  }));
  await host.loadPlugin(path.join(dir, 'dataview'));
  await host.loadPlugin(path.join(dir, 'heatmap-calendar'));
  await host.open('Overview.md');
  // Dataview draws while it still reads.
  const counts = async (): Promise<number[]> => (await theirs(host)).map(({ length }) => length);
  await expect.poll(counts, { timeout: 40_000 }).toEqual([34, 91, 19, 105, 6, 96]);
  const drawn = await theirs(host);
  await host.command('research-handbook:convert-widget-code');
  await host.page.locator('.modal .mod-cta').click();
  await expect.poll(async () => (await ours(host)).length, { timeout: 30_000 }).toBe(6);
  await expect.poll(async () => (await ours(host)).every((days) => days.length > 0), { timeout: 30_000 }).toBe(true);
  const unreadable = '2022-04-05'; // its properties are broken, which our calendar says; Dataview's scripts take it for empty
  (await ours(host)).forEach((days, n) => {
    expect(drawn[n]?.filter((day) => day !== unreadable && !days.includes(day))).toEqual([]);
  });
  // Scripts ask for `p.mood`, which leaves a zero out.
  expect((await ours(host)).map(({ length }) => length)).toEqual([34, 104, 19, 105, 6, 98]);
  await expect(host.page.locator('.rh-error').count()).resolves.toBe(0);
});
