import { afterEach, describe, expect, it } from 'vitest';
import { openPage, type OpenPage } from '../host/node';

let v: OpenPage | null = null;
afterEach(async () => {
  await v?.close();
  v = null;
});

/** Weeks from Monday on: 53, 54, 14, 6 and 5, then 16, 20, 29, 36 and 41, and two years of 23 and 45 weeks. */
const BLOCKS = [
  '',
  'range: 2028\nweekStart: sunday',
  'range: 2026-Q1',
  'range: 2026-03',
  'range: 2026-04\nweekNumbers: true',
  'from: 2026-01-05\nto: 2026-04-20',
  'range: 2026-03-01..2026-07-15',
  'from: 2026-01-05\nto: 2026-07-20',
  'from: 2026-01-05\nto: 2026-09-13',
  'from: 2026-01-05\nto: 2026-10-12',
  'from: 2025-08-01\nto: 2026-11-05',
  'range: 2026\nweekNumbers: true\nreports: false',
];
/** A hundred and ten days, so that there is as much to be said as there will ever be. */
const LOG = `---\ntype: source\nkind: paper\ntitle: A\n---\n\n## Reading log\n\n${Array.from(
  { length: 110 },
  (_, i) => {
    const day = new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10);
    return `- ${day} read [min:: ${String((i * 37) % 150)}]\n`;
  },
).join('')}`;
const WIDTHS = [
  240, 276, 280, 300, 320, 349.5, 350, 384, 430, 500, 506, 554, 640, 661, 662, 673, 674, 700, 820, 1000, 1600,
];

async function open(blocks: readonly string[], language: 'zh' | 'en' = 'zh'): Promise<OpenPage> {
  v = await openPage({
    plugin: true,
    now: '2026-11-05T16:20:00',
    clock: 'fixed',
    language,
    viewport: { width: 1700, height: 900 },
    files: {
      'Sources/a.md': LOG,
      'n.md': blocks.map((block) => `\`\`\`calendar-heatmap\n${block}\n\`\`\`\n`).join('\n'),
    },
  });
  await v.open('n.md');
  await v.page.waitForSelector('.rh-heatmap [data-date]');
  return v;
}

/** What is amiss at one width, in words; each calendar is measured where it stands. */
const faultsAt = (page: OpenPage, width: number): Promise<string[]> =>
  page.page.evaluate((px) => {
    const found: string[] = [];
    document.querySelectorAll<HTMLElement>('.rh-heatmap').forEach((root, at) => {
      root.style.width = `${String(px)}px`;
      const say = (what: string): void => void found.push(`${String(px)} px, calendar ${String(at)}: ${what}`);
      const box = (el: Element) => el.getBoundingClientRect();
      const { left, right } = box(root);
      const off = (a: number, b: number): boolean => Math.abs(a - b) > 0.75;
      const turned = root.querySelector('.is-turned') !== null;
      const tiles = [...root.querySelectorAll<HTMLElement>('.rh-day[data-date]')];

      const ends = [...root.querySelectorAll('.rh-heatmap-head, .rh-heatmap-foot')].map((el) => box(el).right);
      if (ends.some((end) => off(end, right))) say(`head or foot ends at ${String(ends)}, not at ${String(right)}`);
      const last = Math.max(...[...tiles, ...root.querySelectorAll('.rh-week-mark')].map((el) => box(el).right));
      if (last < right - 0.75 || last > right + 2.5) say(`the days end at ${String(last)}, not at ${String(right)}`);
      if (!turned && off(Math.max(...tiles.map((tile) => box(tile).right)), right)) say('the last tile ends elsewhere');
      const sizes = new Set(tiles.map((tile) => `${String(box(tile).width)} × ${String(box(tile).height)}`));
      if (sizes.size !== 1) say(`tiles of ${[...sizes].join(', ')}`);
      const { width, height } = box(tiles[0]!);
      if (width % 1 !== 0 || width < 8 || height > width || height > 36) say(`tiles of ${[...sizes].join()}`);
      if (tiles.some((tile) => box(tile).left < left - 0.5)) say('a day lies outside');

      const names = [...root.querySelectorAll<HTMLElement>('.rh-weekdays > span')].filter((el) => el.offsetHeight > 0);
      if (turned) {
        const first = tiles.slice(6, 13); // whole weeks, from wherever: each weekday once
        const columns = first.map((tile) => box(tile).left + width / 2).sort((a, b) => a - b);
        const middles = names.map((el) => box(el).left + box(el).width / 2);
        if (columns.length !== middles.length || columns.some((x, i) => off(x, middles[i]!)))
          say('names beside columns');
        return;
      }
      const bands = [...new Set([...root.querySelectorAll('.rh-week')].map((week) => box(week).top))];
      const tops = names.map((el) => box(el).top);
      if (bands.length !== tops.length || bands.some((top, i) => off(top, tops[i]!)))
        say(`bands from ${bands.join()}, their names from ${tops.join()}`);
    });
    return found;
  }, width);

describe('the room of its column', () => {
  it('is filled to the pixel, at any width and for any range, with the weekdays’ names beside their rows', async () => {
    const page = await open(BLOCKS);
    const faults: string[] = [];
    for (const width of WIDTHS) faults.push(...(await faultsAt(page, width)));
    expect(faults).toEqual([]);
  });

  it('is filled from right to left, too', async () => {
    const page = await open(['', 'range: 2026-Q1', 'range: 2026-03']);
    const gaps = await page.page.evaluate(() => {
      document.body.dir = 'rtl';
      document.body.classList.add('mod-rtl');
      return [...document.querySelectorAll('.rh-heatmap')].map((root) => {
        const tiles = [...root.querySelectorAll('[data-date]')].map((tile) => tile.getBoundingClientRect().left);
        const marks = [...root.querySelectorAll('.rh-week-mark')].map((mark) => mark.getBoundingClientRect().left);
        return Math.round(Math.min(...tiles, ...marks) - root.getBoundingClientRect().left);
      });
    });
    expect(gaps.map((gap) => Math.abs(gap))).toEqual([expect.closeTo(0, -1), expect.closeTo(0, -1), 0]);
  });

  it('serves the words of a quarter and of a month: one line each where there is one for them', async () => {
    for (const language of ['zh', 'en'] as const) {
      const page = await open(['range: 2026-Q1', 'range: 2026-03'], language);
      const lines = await page.page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('.rh-heatmap')].map((root) => {
          root.style.width = '700px';
          return [...root.querySelectorAll('.rh-stats, .rh-legend')].map((el) =>
            Math.round(el.getBoundingClientRect().height / parseFloat(getComputedStyle(el).lineHeight)),
          );
        }),
      );
      expect(lines).toEqual([
        [1, 1, 1],
        [1, 1, 1],
      ]);
      await page.close();
      v = null;
    }
  });
});

describe('a month', () => {
  it('has weekdays for columns, so that arrows go by days to the side and by weeks up and down', async () => {
    const page = await open(['range: 2026-11']);
    const place = (date: string) =>
      page.page.locator(`[data-date="${date}"]`).evaluate((el) => {
        const { left, top } = el.getBoundingClientRect();
        return { left, top };
      });
    const [day, next, week] = await Promise.all(['2026-11-03', '2026-11-04', '2026-11-10'].map(place));
    expect([next!.left > day!.left, next!.top === day!.top]).toEqual([true, true]);
    expect([week!.left === day!.left, week!.top > day!.top]).toEqual([true, true]);
    await page.page.locator('[data-date="2026-11-05"]').focus();
    const steps = [
      ['ArrowLeft', '2026-11-04'],
      ['ArrowDown', '2026-11-11'],
      ['ArrowRight', '2026-11-12'],
      ['ArrowUp', '2026-11-05'],
      ['ArrowUp', '2026-11-05'], // the week above does not hold a Thursday of November
    ] as const;
    for (const [key, date] of steps) {
      await page.page.keyboard.press(key);
      const focused = await page.page.evaluate(() => document.activeElement?.getAttribute('data-date'));
      expect([key, focused]).toEqual([key, date]);
    }
    expect(page.errors).toEqual([]);
  });
});
