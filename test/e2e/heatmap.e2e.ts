import { afterEach, describe, expect, it } from 'vitest';
import { openPage, type OpenPage, type PageOptions } from '../host/node';
import { axe } from './axe';

let v: OpenPage | null = null;
afterEach(async () => {
  await v?.close();
  v = null;
});

const line = (date: string, minutes: number, more = ''): string => `- ${date} read [min:: ${String(minutes)}]${more}`;
const source = (title: string, lines: readonly string[]): string =>
  `---\ntype: source\nkind: paper\ntitle: "${title}"\n---\n\n## Reading log\n\n${lines.join('\n')}\n`;
/** Every third day of a year, and what a day of each state needs. */
const LINES = Array.from({ length: 110 }, (_, i) =>
  line(new Date(Date.UTC(2025, 11, 1 + i * 3)).toISOString().slice(0, 10), 10 + ((i * 37) % 120)),
).filter((text) => text.slice(2, 12) <= '2026-11-01');
const FILES = {
  'Sources/mae.md': source('Masked Autoencoders', [
    ...LINES,
    line('2026-11-03', 60, ' [pass:: 2]'),
    line('2026-11-04', 0),
  ]),
  'n.md': 'above\n\n```calendar-heatmap\n```\n\nbelow\n',
  'empty.md': '',
  'plain.md': 'above\n\nbelow\n',
};

async function open(options: PageOptions = {}, note = 'n.md'): Promise<OpenPage> {
  v = await openPage({
    plugin: true,
    now: '2026-11-05T16:20:00',
    clock: 'fixed',
    ...options,
    files: { ...FILES, ...options.files },
  });
  await v.open(note);
  await v.page.waitForSelector('.rh-heatmap [data-state="value"]');
  return v;
}
const day = (date: string): string => `.rh-heatmap [data-date="${date}"]`;
const focused = (page: OpenPage) => page.page.evaluate(() => document.activeElement?.getAttribute('data-date') ?? null);
const tips = (page: OpenPage) => page.page.locator('.tooltip').allTextContents();

describe('other views', () => {
  it('words, months and rows: axe finds nothing to mend in either theme, and nothing scrolls sideways on a phone', async () => {
    const blocks = [
      'property: mood\nvalues: {bad: red, ok: yellow, good: green, "😀": pink}\nrange: month',
      'property: mood\nvalues: words\nrange: quarter\nview: months',
      'title: Habits\nrange: month\nrows:\n  - {title: Mood, property: mood, values: words}\n  - {title: Reading}',
    ];
    const words = ['bad', 'ok', 'good', '"😀"'];
    const notes = words.map((word, i) => [`Daily/2026-11-0${String(i + 1)}.md`, `---\nmood: ${word}\n---\n`]);
    const note = blocks.map((block) => `\`\`\`calendar-heatmap\n${block}\n\`\`\`\n`).join('\n');
    const page = await open({
      files: { ...(Object.fromEntries(notes) as Record<string, string>), 'n.md': note },
      viewport: { width: 390, height: 844 },
    });
    for (const dark of [false, true]) {
      await page.page.evaluate((on) => document.body.classList.toggle('theme-dark', on), dark);
      await page.page.evaluate((on) => document.body.classList.toggle('theme-light', !on), dark);
      const { violations } = await axe(page.page).include('.rh-heatmap').analyze();
      expect(violations.map((one) => [one.id, one.nodes[0]?.html])).toEqual([]);
    }
    const over = await page.page.evaluate(() =>
      [...document.querySelectorAll('.rh-heatmap')]
        .filter((one) => one.scrollWidth > one.clientWidth + 1)
        .map((one) => String(one.scrollWidth - one.clientWidth) + (one.textContent ?? '').slice(0, 60)),
    );
    expect(over).toEqual([]);
    expect(await page.page.locator('.rh-month [data-date]').count()).toBe(92);
    expect(page.errors).toEqual([]);
  });
});

describe('a year in a note', () => {
  it('keeps to the contract, and axe finds nothing to mend', async () => {
    const page = await open();
    expect(await page.page.locator('.rh-heatmap [role=grid] [role=row] > [role=gridcell][data-date]').count()).toBe(
      371,
    );
    for (const dark of [false, true]) {
      await page.page.evaluate((on) => document.body.classList.toggle('theme-dark', on), dark);
      await page.page.evaluate((on) => document.body.classList.toggle('theme-light', !on), dark);
      const { violations } = await axe(page.page).include('.rh-heatmap').analyze();
      expect(violations.map((one) => [one.id, one.nodes[0]?.html])).toEqual([]);
    }
    await page.page.click(day('2026-11-03'));
    const { violations } = await axe(page.page).include('.rh-popover').analyze();
    expect(violations.map((one) => [one.id, one.nodes[0]?.html])).toEqual([]);
    expect(page.errors).toEqual([]);
  });

  it('says what it is to a screen reader: a named grid, rows, days by their date', async () => {
    const page = await open();
    const tree = await page.page.locator('.rh-heatmap').ariaSnapshot();
    expect(tree).toMatch(/grid ".*hours in 12 months, on \d+ days.*"/);
    expect(tree).toContain('gridcell "Tue 3 Nov 2026 60 min, 1 entry"');
  });

  it('is one tab stop with arrows in two dimensions', async () => {
    const page = await open();
    const { keyboard } = page.page;
    await page.page.locator(day('2026-11-05')).focus();
    const steps: [string, string][] = [
      ['ArrowUp', '2026-11-04'],
      ['ArrowLeft', '2026-10-28'],
      ['ArrowRight', '2026-11-04'],
      ['ArrowDown', '2026-11-05'],
      ['Home', '2026-11-02'],
      ['End', '2026-11-08'],
      ['PageUp', '2026-10-08'],
      ['PageDown', '2026-11-08'],
      ['ArrowDown', '2026-11-08'], // the end
      ['Control+Home', '2025-11-03'],
      ['ArrowLeft', '2025-11-03'],
      ['Control+End', '2026-11-08'],
    ];
    for (const [key, date] of steps) {
      await keyboard.press(key);
      expect([key, await focused(page)]).toEqual([key, date]);
    }
    await keyboard.press('Tab');
    expect(await focused(page)).toBeNull();
    await keyboard.press('Shift+Tab');
    expect(await focused(page)).toBe('2026-11-08'); // where it was left
    expect(await page.page.locator('[role=grid] [tabindex="0"]').count()).toBe(1);
  });

  it('shows the focus, and today, by more than colour', async () => {
    const page = await open();
    await page.page.locator(day('2026-11-05')).focus();
    await page.page.keyboard.press('ArrowUp');
    const outline = (date: string) => page.page.locator(day(date)).evaluate((el) => getComputedStyle(el).outlineWidth);
    expect(parseFloat(await outline('2026-11-04'))).toBeGreaterThanOrEqual(2);
    expect(parseFloat(await outline('2026-11-05'))).toBeGreaterThanOrEqual(1);
    expect(parseFloat(await outline('2026-11-03'))).toBeLessThanOrEqual(parseFloat(await outline('2026-10-01')));
  });
});

describe('one tooltip', () => {
  const TEXT = 'Tue 3 Nov 2026\n60 min, 1 entry\nMasked Autoencoders';

  it('by mouse, and it goes', async () => {
    const page = await open();
    await page.page.hover(day('2026-11-03'));
    await page.page.waitForSelector('.tooltip');
    expect(await tips(page)).toEqual([TEXT]);
    await page.page.mouse.move(5, 5);
    await expect.poll(() => tips(page)).toEqual([]);
  });

  it('by keyboard focus, and it goes', async () => {
    const page = await open();
    await page.page.locator(day('2026-11-05')).focus();
    await page.page.keyboard.press('ArrowUp');
    await page.page.keyboard.press('ArrowUp');
    await expect.poll(() => tips(page)).toEqual([TEXT]);
    await page.page.keyboard.press('Tab');
    await expect.poll(() => tips(page)).toEqual([]);
  });

  it('on touch the day’s list stands in, with steppers for small tiles', async () => {
    const page = await open({ mobile: true });
    await page.page.tap(day('2026-11-03'));
    const popover = page.page.locator('.rh-popover');
    expect(await popover.locator('.rh-heading').textContent()).toBe('Tue 3 Nov');
    const box = await popover.boundingBox();
    expect(box!.x).toBeGreaterThanOrEqual(0);
    expect(box!.x + box!.width).toBeLessThanOrEqual(390);
    await popover.locator('.rh-popover-head button').last().tap();
    expect(await popover.locator('.rh-heading').textContent()).toBe('Wed 4 Nov');
    expect(await tips(page)).toEqual([]);
  });

  it('shows none in the gaps between days', async () => {
    const page = await open();
    const box = (await page.page.locator(day('2026-11-03')).boundingBox())!;
    await page.page.mouse.move(box.x + box.width / 2, box.y + box.height + 1);
    await page.page.waitForTimeout(400);
    expect(await tips(page)).toEqual([]);
  });
});

describe('the day’s list', () => {
  it('stands by its day, within the window, and gives the focus back', async () => {
    const page = await open();
    await page.page.locator(day('2026-11-05')).focus();
    await page.page.keyboard.press('ArrowUp');
    await page.page.keyboard.press('Enter');
    const box = (await page.page.locator('.rh-popover').boundingBox())!;
    const tile = (await page.page.locator(day('2026-11-04')).boundingBox())!;
    expect(box.width).toBeCloseTo(336, 0);
    expect(box.x + box.width).toBeLessThanOrEqual(1000);
    expect(box.y).toBeGreaterThan(tile.y);
    expect(box.y - tile.y - tile.height).toBeLessThan(20);
    await page.page.keyboard.press('Escape');
    expect(await focused(page)).toBe('2026-11-04');
    expect(await page.page.locator('.rh-popover').count()).toBe(0);
  });

  it('opens above where there is no room below', async () => {
    const page = await open({ viewport: { width: 1000, height: 420 } });
    await page.page.click(day('2026-11-03'));
    const box = (await page.page.locator('.rh-popover').boundingBox())!;
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.y + box.height).toBeLessThanOrEqual(420);
  });
});

describe('the day’s list without entries', () => {
  it.each(['2026-11-02', '2026-11-03'])('has one rule above its foot: %s', async (date) => {
    const page = await open();
    await page.page.click(day(date));
    const rules = await page.page.locator('.rh-popover').evaluate((popover) => {
      const width = (el: Element, side: 'borderTopWidth' | 'borderBottomWidth') =>
        parseFloat(getComputedStyle(el)[side]) > 0;
      const foot = popover.querySelector('.rh-popover-foot')!;
      return [width(foot.previousElementSibling!, 'borderBottomWidth'), width(foot, 'borderTopWidth')].filter(Boolean);
    });
    expect(rules).toEqual([true]);
  });
});

describe('any width', () => {
  it.each([
    [1200, 1],
    [700, 2],
    [420, 2],
    [390, 2],
    [320, 3],
    [280, 4],
  ])('%i px folds into %i bands at most and never scrolls sideways', async (width, bands) => {
    const page = await open({ viewport: { width, height: 800 }, mobile: width < 600 });
    const found = await page.page.evaluate(() => {
      const root = document.querySelector<HTMLElement>('.rh-heatmap')!;
      const tops = new Set(
        [...root.querySelectorAll<HTMLElement>('.rh-week')].map((week) => Math.round(week.getBoundingClientRect().top)),
      );
      const right = Math.max(
        ...[...root.querySelectorAll<HTMLElement>('.rh-day, .rh-page, .rh-key')].map(
          (part) => part.getBoundingClientRect().right,
        ),
      );
      const labels = [...root.querySelectorAll<HTMLElement>('.rh-weekdays > span')].filter(
        (span) => span.offsetHeight > 0,
      ).length;
      const view = document.querySelector<HTMLElement>('.markdown-preview-view') ?? document.body;
      return {
        bands: tops.size,
        labels,
        over: right - root.getBoundingClientRect().right,
        scrolls: view.scrollWidth - view.clientWidth,
      };
    });
    expect(found.bands).toBeLessThanOrEqual(bands);
    expect(found.labels).toBe(found.bands);
    expect(found.over).toBeLessThanOrEqual(0.5);
    expect(found.scrolls).toBeLessThanOrEqual(0);
  });

  it.each([
    ['en', 1200, 1],
    ['en', 1000, 1.5],
    ['zh', 700, 1.5],
    ['zh', 390, 1.5],
    ['zh', 320, 1],
  ] as const)(
    'in %s at %i px with text %d times as large, no label runs into another',
    async (language, width, times) => {
      const page = await open({
        language,
        viewport: { width, height: 800 },
        mobile: width < 600,
        files: { 'n.md': '```calendar-heatmap\nweekNumbers: true\n```\n' },
      });
      const runs = await page.page.evaluate((factor) => {
        for (const [name, px] of Object.entries({ smaller: 12, small: 13, medium: 15, large: 20 })) {
          document.body.style.setProperty(`--font-ui-${name}`, `${String(px * factor)}px`);
        }
        interface Box {
          readonly text: string;
          readonly left: number;
          readonly right: number;
          readonly top: number;
        }
        const boxes: Box[] = [];
        for (const week of document.querySelectorAll<HTMLElement>('.rh-week')) {
          const { left, top } = week.getBoundingClientRect();
          const month = getComputedStyle(week, '::before');
          if (week.dataset['month'] !== undefined) {
            const from = left + parseFloat(month.left);
            boxes.push({ text: week.dataset['month'], left: from, right: from + parseFloat(month.width), top });
          }
          const number = week.querySelector<HTMLElement>('.rh-week-mark > span');
          if (number !== null && getComputedStyle(number).visibility === 'visible') {
            const range = document.createRange();
            range.selectNodeContents(number);
            const box = range.getBoundingClientRect();
            boxes.push({ text: number.textContent, left: box.left, right: box.right, top: box.top });
          }
        }
        const days = document.querySelector('.rh-days')!.getBoundingClientRect();
        for (const span of document.querySelectorAll<HTMLElement>('.rh-weekdays > span')) {
          const range = document.createRange();
          range.selectNodeContents(span);
          const box = range.getBoundingClientRect();
          if (box.right > days.left) boxes.push({ text: 'weekdays', left: 0, right: box.right, top: 0 });
        }
        const GAP = 2; // less would read as one
        const into: string[] = [];
        boxes.forEach((a, i) => {
          if (a.text === 'weekdays') into.push(a.text);
          for (const b of boxes.slice(i + 1)) {
            if (Math.abs(a.top - b.top) < 4 && a.left < b.right + GAP && b.left < a.right + GAP)
              into.push(`${a.text} ${b.text}`);
          }
        });
        return { labels: boxes.length, into };
      }, times);
      expect(runs.labels).toBeGreaterThan(30); // twelve months and every other week's number
      expect(runs.into).toEqual([]);
    },
  );

  it('breaks a long unit rather than scroll sideways', async () => {
    const unit = 'kilometres-per-fortnight-and-a-long-unit';
    const files = {
      'n.md': `\`\`\`calendar-heatmap\ndata: { 2026-11-01: 1, 2026-11-02: 30 }\nunit: ${unit}\n\`\`\`\n`,
    };
    const page = await open({ files, viewport: { width: 320, height: 800 }, mobile: true });
    const over = await page.page.evaluate(() => {
      const view = document.querySelector('.markdown-preview-view');
      return view === null ? NaN : view.scrollWidth - view.clientWidth;
    });
    expect(over).toBe(0);
  });

  it('says numbers from left to right where the app runs from right to left', async () => {
    const page = await open();
    await page.page.evaluate(() => {
      document.body.dir = 'rtl';
    });
    const directions = await page.page
      .locator('.rh-stats, .rh-key, .rh-state')
      .evaluateAll((parts) => new Set(parts.map((part) => getComputedStyle(part).direction)).size);
    expect(directions).toBe(1);
    expect(
      await page.page
        .locator('.rh-key')
        .first()
        .evaluate((key) => getComputedStyle(key).direction),
    ).toBe('ltr');
    const [first, last] = await page.page
      .locator('.rh-week')
      .evaluateAll((weeks) => [weeks[0], weeks.at(-1)].map((week) => week?.getBoundingClientRect().left ?? 0));
    expect(first).toBeGreaterThan(last ?? 0); // time runs as the app's text does
  });

  it('a 54-column year fits as well', async () => {
    const files = { 'n.md': '```calendar-heatmap\ndata:\n  2028-01-01: 3\nrange: 2028\nweekStart: sunday\n```\n' };
    for (const width of [1300, 900, 700, 390]) {
      const page = await open({ files, viewport: { width, height: 800 } });
      const over = await page.page.evaluate(() => {
        const root = document.querySelector<HTMLElement>('.rh-heatmap')!;
        const weeks = [...root.querySelectorAll<HTMLElement>('.rh-week')];
        const tops = new Map<number, number>();
        for (const week of weeks) tops.set(week.offsetTop, (tops.get(week.offsetTop) ?? 0) + 1);
        return {
          right:
            Math.max(...weeks.map((week) => week.getBoundingClientRect().right)) - root.getBoundingClientRect().right,
          last: [...tops.values()].at(-1),
        };
      });
      expect(over.right).toBeLessThanOrEqual(1);
      expect(over.last).toBeGreaterThan(1); // no band of a single week
      await page.close();
      v = null;
    }
  });
});

describe('while the vault is being read', () => {
  it.each([390, 1000])('keeps the room that the days’ words will take, at %i px', async (width) => {
    v = await openPage({
      plugin: true,
      now: '2026-11-05T16:20:00',
      clock: 'fixed',
      cache: 'late',
      viewport: { width, height: 1400 },
      mobile: width < 600,
      files: FILES,
    });
    const { page } = v;
    await page.evaluate(() => void window.__host.app.workspace.openLinkText('n.md', ''));
    await page.locator('.rh-heatmap.is-loading').waitFor();
    const heights = () =>
      page
        .locator('.rh-heatmap, .rh-heatmap-head, .rh-heatmap-foot')
        .evaluateAll((all) => all.map((el) => Math.round(el.getBoundingClientRect().height)));
    const before = await heights();
    expect(await page.locator('.rh-key.is-unknown').first().isVisible()).toBe(false);
    await v.settleCache();
    await page.waitForSelector('.rh-heatmap [data-state="value"]');
    expect(await heights()).toEqual(before);
    expect(await page.locator('.rh-key.is-unknown').count()).toBe(0);
  });
});

describe('page preview', () => {
  it('is offered on a day with one note, and on no other', async () => {
    const page = await open();
    await page.page.evaluate(() => {
      const seen: unknown[] = [];
      Object.assign(window, { seen });
      window.__host.app.workspace.on(
        'hover-link' as 'quit',
        ((link: Record<string, unknown>) => {
          const target = link['targetEl'] as HTMLElement;
          seen.push([link['source'], link['linktext'], target.dataset['date'], (link['event'] as Event).type]);
        }) as never,
      );
    });
    await page.page.hover(day('2026-11-02'));
    await page.page.hover(day('2026-11-03'));
    expect(await page.page.evaluate(() => (window as unknown as { seen: unknown }).seen)).toEqual([
      ['research-handbook-heatmap', 'Sources/mae.md', '2026-11-03', 'mouseover'],
    ]);
  });
});

describe('live', () => {
  it('repaints the tile that changed and the sums, and nothing else', async () => {
    const page = await open({ watch: false });
    const log = async (date: string) => {
      await page.external.write('Sources/mae.md', `${page.read('Sources/mae.md')}${line(date, 55)}\n`);
      await page.page.waitForSelector(`${day(date)}[data-state="value"]`);
      await page.settle();
    };
    await log('2026-10-19'); // the first change also says that changes are to be seen
    await page.page.evaluate(() => {
      const seen = new Set<string>();
      Object.assign(window, { seen });
      new MutationObserver((records) => {
        for (const { target } of records)
          seen.add(
            (target as HTMLElement).closest('[data-date]')?.getAttribute('data-date') ??
              (target as HTMLElement).className,
          );
      }).observe(document.querySelector('.rh-heatmap')!, { subtree: true, childList: true, attributes: true });
    });
    await log('2026-10-20');
    expect(await page.page.evaluate(() => [...(window as unknown as { seen: Set<string> }).seen])).toEqual([
      '2026-10-20',
      'rh-stats',
    ]);
  });

  it('ten in one note keep step', async () => {
    const page = await open({ files: { 'n.md': '```calendar-heatmap\n```\n\n'.repeat(10) } });
    expect(await page.page.locator('.rh-heatmap').count()).toBe(10);
    await page.external.write('Sources/mae.md', `${page.read('Sources/mae.md')}${line('2026-10-20', 55)}\n`);
    await expect.poll(() => page.page.locator(`${day('2026-10-20')}[data-state="value"]`).count()).toBe(10);
    const ids = await page.page.locator('.rh-stats').evaluateAll((all) => all.map((el) => el.id));
    expect(new Set(ids).size).toBe(10);
    expect(page.errors).toEqual([]);
  });

  it('a hundred times scrolled out and in leaves neither elements nor listeners behind', async () => {
    const page = await open();
    const cdp = await page.context.newCDPSession(page.page);
    const count = async () => {
      await cdp.send('HeapProfiler.collectGarbage');
      await cdp.send('HeapProfiler.collectGarbage');
      const { nodes, jsEventListeners } = await cdp.send('Memory.getDOMCounters');
      const { usedSize } = await cdp.send('Runtime.getHeapUsage');
      return { nodes, jsEventListeners, heap: usedSize };
    };
    const turn = async (times: number, note: string): Promise<void> => {
      for (let i = 0; i < times; i++) {
        await page.open('empty.md');
        await page.open(note);
      }
      await page.open('empty.md');
      await page.settle();
    };
    await turn(5, 'n.md');
    const before = await count();
    await turn(100, 'n.md');
    const after = await count();
    await turn(100, 'plain.md'); // what opening any note costs the host
    const plain = (await count()).jsEventListeners - after.jsEventListeners;
    expect(after.nodes - before.nodes).toBeLessThan(400); // less than one calendar
    expect(after.jsEventListeners - before.jsEventListeners - plain).toBeLessThan(20);
    expect(after.heap - before.heap).toBeLessThan(3_000_000);
  });
});

describe('in a popout window', () => {
  it('shows a day’s list there, closes it there, and stays current', async () => {
    const page = await open();
    const [popout] = await Promise.all([
      page.context.waitForEvent('page'),
      page.page.evaluate(() => {
        const calendar = document.querySelector('.rh-heatmap');
        const other = window.open('about:blank', '_blank', 'popup,width=1000,height=800') as
          (Window & typeof globalThis) | null;
        if (calendar === null || other === null) return;
        // What the app adds to a window of its own, and the host to none: the styles, and `targetNode`.
        for (const { cssRules } of document.styleSheets) {
          const style = other.document.createElement('style'); // a link would load later, and move the days
          style.textContent = Array.from(cssRules, (rule) => rule.cssText).join('\n');
          other.document.head.append(style);
        }
        other.document.body.className = document.body.className;
        Object.defineProperty(other.Event.prototype, 'targetNode', {
          get(this: Event) {
            return this.target;
          },
        });
        // The app lends its additions to elements (`instanceOf`, say) to every window. Here they are the first window's:
        // an element that the engine let go of would come back without them, so all are held.
        Object.assign(other, { held: [calendar, ...calendar.querySelectorAll('*')] });
        other.document.body.append(calendar); // as a tab that is dragged out
      }),
    ]);
    // Not by the mouse: where it hits a window that has just opened is not sure.
    await popout.locator(day('2026-11-03')).dispatchEvent('click');
    expect(await popout.locator('.rh-popover .rh-heading').textContent()).toBe('Tue 3 Nov');
    expect(await page.page.locator('.rh-popover').count()).toBe(0);
    await page.external.write('Sources/mae.md', `${page.read('Sources/mae.md')}${line('2026-11-03', 55)}\n`);
    await expect.poll(() => popout.locator('.rh-popover .rh-item-title').count()).toBe(2);
    await popout.locator('.rh-stats').dispatchEvent('pointerdown');
    expect(await popout.locator('.rh-popover').count()).toBe(0);
    await popout.close();
    expect(page.errors).toEqual([]);
  });
});

describe('other renderings', () => {
  it('prints with its colours and without what cannot be pressed on paper', async () => {
    const page = await open();
    await page.page.click(day('2026-11-03'));
    await page.page.emulateMedia({ media: 'print' });
    const shown = (selector: string) => page.page.locator(selector).first().isVisible();
    expect(await shown('.rh-pager')).toBe(false);
    expect(await shown('.rh-popover')).toBe(false);
    expect(await page.page.locator(day('2026-11-03')).evaluate((el) => getComputedStyle(el).printColorAdjust)).toBe(
      'exact',
    );
    const pdf = await page.page.pdf({ format: 'A4' });
    expect(pdf.length).toBeGreaterThan(5_000);
    expect(
      await page.page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth),
    ).toBe(true);
  });

  it('tells the states apart by shape in forced colours', async () => {
    const page = await open();
    await page.page.emulateMedia({ forcedColors: 'active' });
    const look = (date: string) =>
      page.page.locator(day(date)).evaluate((el) => {
        const { backgroundImage, backgroundSize, borderTopWidth, outlineStyle, backgroundColor } = getComputedStyle(el);
        return JSON.stringify([
          backgroundImage.slice(0, 8),
          backgroundSize,
          borderTopWidth,
          outlineStyle,
          backgroundColor === 'rgba(0, 0, 0, 0)',
        ]);
      });
    const looks = await Promise.all(['2025-11-03', '2026-11-02', '2026-11-03', '2026-11-04', '2026-11-06'].map(look));
    expect(new Set(looks).size).toBe(5); // before, none, value, zero, future
    const css = (date: string, property: string) =>
      page.page.locator(day(date)).evaluate((el, name) => getComputedStyle(el).getPropertyValue(name), property);
    expect(await css('2026-11-02', 'outline-style')).toBe('dotted'); // its ground is the page's own
    const text = await page.page.evaluate(() => {
      const probe = document.body.createDiv({ attr: { style: 'forced-color-adjust: none; color: CanvasText' } });
      return getComputedStyle(probe).color;
    });
    for (const theme of ['theme-light', 'theme-dark']) {
      await page.page.evaluate((name) => {
        document.body.classList.remove('theme-light', 'theme-dark');
        document.body.classList.add(name);
      }, theme);
      await expect.poll(() => css('2026-11-03', 'background-color')).toBe(text); // a filled tile is as plain as the text
    }
  });

  it('moves nothing with reduced motion', async () => {
    const page = await open({ context: { reducedMotion: 'reduce' } });
    await page.page.click(day('2026-11-03'));
    expect(await page.page.locator('.rh-popover').evaluate((el) => getComputedStyle(el).animationName)).toBe('none');
    await page.page.evaluate(() => document.querySelector('.rh-heatmap-body')?.classList.add('is-live'));
    expect(
      await page.page.locator(day('2026-11-03')).evaluate((el) => getComputedStyle(el).transitionProperty),
    ).toMatch(/none|all/);
    expect(await page.page.locator(day('2026-11-03')).evaluate((el) => getComputedStyle(el).transitionDuration)).toBe(
      '0s',
    );
  });

  it('coverage grows with the level, so that grey tells as much as colour', async () => {
    const page = await open({ files: { 'n.md': '```calendar-heatmap\nscale: [1, 40, 80, 120]\n```\n' } });
    const covered = await page.page.evaluate(() =>
      [1, 2, 3, 4].map((level) => {
        const tile = document.querySelector<HTMLElement>(`.rh-day[data-level="${String(level)}"]`);
        return tile === null
          ? null
          : Math.round(100 * (1 - (2 * parseFloat(getComputedStyle(tile).borderTopWidth)) / tile.offsetWidth));
      }),
    );
    expect(covered[3]).toBe(100);
    for (let i = 1; i < 4; i++) expect(covered[i]!).toBeGreaterThan(covered[i - 1]!);
  });
});

describe('unload', () => {
  it('leaves nothing behind', async () => {
    const page = await open();
    await page.page.click(day('2026-11-03'));
    await page.unload();
    expect(await page.page.locator('.rh-popover, .rh-heatmap').count()).toBe(0);
    expect(await page.page.evaluate(() => 'renderHeatmapCalendar' in window)).toBe(false);
    expect((await page.leftovers()).codeBlocks).toEqual([]);
    expect(page.errors).toEqual([]);
  });
});
