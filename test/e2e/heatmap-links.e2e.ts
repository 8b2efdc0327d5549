import { afterEach, expect, it } from 'vitest';
import { openPage, type OpenPage } from '../host/node';
import { axe } from './axe';

let v: OpenPage | null = null;
afterEach(async () => {
  await v?.close();
  v = null;
});

/** A year by a script: days with a link without words, with words, within a paragraph, and without content. */
async function open(): Promise<OpenPage> {
  v = await openPage({
    plugin: true,
    now: '2026-11-05T16:20:00',
    clock: 'fixed',
    files: { 'n.md': 'x\n', 'A walk.md': 'out' },
  });
  await v.open('n.md');
  await v.page.evaluate(() => {
    const link = (text: string) =>
      createSpan().createEl('a', { cls: 'internal-link', text, href: 'A walk', attr: { 'data-href': 'A walk' } });
    const within = (tag: 'span' | 'p', text: string) => {
      const el = createEl(tag);
      el.append(link(text));
      return el;
    };
    const contents = [within('span', ''), within('span', 'A walk in the wood'), within('p', ''), undefined];
    const { renderHeatmapCalendar: render } = window as unknown as {
      renderHeatmapCalendar(el: HTMLElement, data: unknown): void;
    };
    const entries = contents.map((content, i) => ({ date: `2026-03-0${String(i + 2)}`, intensity: 3, content }));
    render(document.querySelector<HTMLElement>('.markdown-preview-view')!.createDiv(), { year: 2026, entries });
    const seen: unknown[] = [];
    Object.assign(window, { seen });
    window.__host.app.workspace.on(
      'hover-link' as 'quit',
      ((hovered: Record<string, unknown>) => {
        seen.push([hovered['linktext'], (hovered['targetEl'] as HTMLElement).dataset['date']]);
      }) as never,
    );
  });
  return v;
}
const day = (date: string): string => `.rh-heatmap [data-date="${date}"]`;

it('a script’s link fills its day and no other, and takes no day out of its place', async () => {
  const { page } = await open();
  const boxes = await page.evaluate(() => {
    const box = (el: Element) => el.getBoundingClientRect();
    const tiles = [...document.querySelectorAll('.rh-day[data-date]')];
    return {
      sizes: new Set(tiles.map((tile) => `${String(box(tile).width)} × ${String(box(tile).height)}`)).size,
      off: [...document.querySelectorAll('.rh-day a')].map((link) => {
        const [a, b] = [box(link), box(link.closest('.rh-day')!)];
        return [a.left - b.left, a.top - b.top, a.width - b.width, a.height - b.height].map(Math.abs);
      }),
    };
  });
  expect(boxes).toEqual({ sizes: 1, off: [0, 1, 2].map(() => [0, 0, 0, 0]) });
});

it.each(['2026-03-02', '2026-03-03', '2026-03-04'])('the day leads to the note, by mouse: %s', async (date) => {
  const { page, errors } = await open();
  await page.hover(day(date));
  expect(await page.evaluate(() => (window as unknown as { seen: unknown }).seen)).toEqual([['A walk.md', date]]);
  await expect.poll(() => page.locator('.tooltip').allTextContents()).toEqual([expect.stringContaining('Mar 2026')]);
  await page.click(day(date));
  await expect.poll(() => page.evaluate(() => window.__host.app.workspace.getActiveFile()?.path)).toBe('A walk.md');
  expect(errors).toEqual([]);
});

it('one stop of Tab is all it takes, and axe finds nothing to mend', async () => {
  const { page } = await open();
  expect(await page.locator('.rh-heatmap :is(a, [tabindex="0"]):not([tabindex="-1"])').count()).toBe(1);
  // The colours are the script's own, and so is what stands on them.
  const { violations } = await axe(page).include('.rh-heatmap').disableRules('color-contrast').analyze();
  expect(violations.map((one) => [one.id, one.nodes[0]?.html])).toEqual([]);
});
