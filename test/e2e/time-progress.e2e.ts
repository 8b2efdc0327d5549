import { afterEach, describe, expect, it } from 'vitest';
import { openPage, type OpenPage, type PageOptions } from '../host/node';
import { axe } from './axe';

let v: OpenPage | null = null;
afterEach(async () => {
  await v?.close();
  v = null;
});

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const START = Date.parse('2026-11-05T16:24:00Z');

const block = (options = ''): string => `\`\`\`time-progress\n${options}\n\`\`\`\n\n`;
const EVERYTHING = `spans:
  - {name: Autumn term, from: 2026-08-17, to: 2026-12-20}
  - {name: Degree, from: 2025-09-01, to: 2028-06-30}
  - {note: "[[CVPR 2027]]", from: start, to: deadline, kind: deadline}
  - {name: Spring term, from: 2027-02-26, to: 2027-07-04}
  - {name: Proposal, from: 2026-09-01, to: 2026-10-27}
  - {name: An endless name that somebody copied from a call for papers without reading it twice, to: 2027-03-01}
  - {name: 一个没有空格也没有标点的特别长特别长特别长特别长特别长特别长特别长的名字, to: 2027-03-01}
  - {name: Swapped, from: 2026-12-20, to: 2026-08-17}
goal: {minutes: 300}
`;
const NOTE = '---\nstart: 2026-08-29\ndeadline: 2026-11-17T23:59\n---\n';

/** Opens a note with time standing still at the start, so that only the test moves it. */
async function open(note: string, options: PageOptions = {}): Promise<OpenPage> {
  v = await openPage({
    plugin: true,
    now: '2026-11-05T16:20:00',
    ...options,
    files: { 'a.md': note, 'empty.md': '', 'CVPR 2027.md': NOTE, ...options.files },
  });
  await v.page.clock.pauseAt(START);
  await v.page.evaluate(() => {
    // Counts what the plugin's timers do: short ones are the host's own.
    const count = { woken: 0, pending: new Set<number>() };
    const set = window.setTimeout.bind(window);
    const clear = window.clearTimeout.bind(window);
    Object.assign(window, {
      count,
      setTimeout: (run: () => void, delay = 0, ...rest: unknown[]) => {
        if (delay < 20_000) return set(run, delay, ...rest);
        const id: number = set(() => {
          count.pending.delete(id);
          count.woken += 1;
          run();
        }, delay);
        count.pending.add(id);
        return id;
      },
      clearTimeout: (id: number) => {
        count.pending.delete(id);
        clear(id);
      },
    });
  });
  await v.open('a.md');
  return v;
}

interface Counted {
  count: { woken: number; pending: Set<number> };
}
const woken = (page: OpenPage): Promise<number> => page.page.evaluate(() => (window as unknown as Counted).count.woken);
const pending = (page: OpenPage): Promise<number> =>
  page.page.evaluate(() => (window as unknown as Counted).count.pending.size);
const values = (page: OpenPage): Promise<(string | null)[]> =>
  page.page.locator('[role=progressbar]').evaluateAll((bars) => bars.map((bar) => bar.getAttribute('aria-valuenow')));

/** Instants in [from, to) at which a stretch passes another of `steps` equal parts. */
function stepsOf(start: number, end: number, steps: number, from: number, to: number): number[] {
  return Array.from({ length: steps + 1 }, (_, step) => start + Math.ceil((step * (end - start)) / steps)).filter(
    (at) => from < at && at <= to,
  );
}

describe('a day in the life of the table', () => {
  it('wakes exactly when a bar, a number or the date changes, and no more', async () => {
    const page = await open(block());
    await page.page.clock.runFor(DAY);
    const end = START + DAY;
    const utc = (month: number, day: number, year = 2026): number => Date.UTC(year, month - 1, day);
    const expected = new Set([
      ...[utc(11, 5), utc(11, 6)].flatMap((day) => [
        ...stepsOf(day, day + DAY, 200, START, end),
        ...stepsOf(day, day + DAY, 24, START, end),
      ]),
      ...stepsOf(utc(11, 2), utc(11, 9), 200, START, end),
      ...stepsOf(utc(11, 1), utc(12, 1), 200, START, end),
      ...stepsOf(utc(10, 1), utc(1, 1, 2027), 200, START, end),
      ...stepsOf(utc(1, 1), utc(1, 1, 2027), 200, START, end),
    ]);
    expect(await woken(page)).toBe(expected.size);
    expect(expected.size).toBeLessThan(300); // less than one in five minutes
    expect(await values(page)).toEqual(['68', '66', '18', '39', '84']); // the same time on Friday
    expect(page.errors).toEqual([]);
  });

  it('shares the one timer among ten blocks', async () => {
    const page = await open(block().repeat(10));
    expect(await page.page.locator('.rh-time-progress').count()).toBe(10);
    expect(await pending(page)).toBe(1);
    await page.page.clock.runFor(60 * MINUTE);
    expect(await pending(page)).toBe(1);
    await page.open('empty.md');
    expect(await pending(page)).toBe(0);
  });

  it('sleeps while the window is hidden, and is right the moment it is shown', async () => {
    const page = await open(block());
    const visible = (shown: boolean): Promise<void> =>
      page.page.evaluate((show) => {
        window.__host.setVisible(show);
      }, shown);
    await visible(false);
    expect(await pending(page)).toBe(0);
    await page.page.clock.runFor(DAY);
    expect([await woken(page), (await values(page))[0], (await values(page))[1]]).toEqual([0, '68', '52']);
    await visible(true);
    expect(await values(page)).toEqual(['68', '66', '18', '39', '84']);
    expect(await pending(page)).toBe(1);
  });

  it('goes on in a popout while the main window is hidden', async () => {
    const page = await open('');
    const [popout] = await Promise.all([
      page.context.waitForEvent('page'),
      page.page.evaluate(() => {
        interface Api {
          renderTimeProgress(el: HTMLElement, options: object): void;
        }
        const { plugins } = window.__host.app as unknown as { plugins: { plugins: Record<string, { api: Api }> } };
        const el = document.body.appendChild(document.createElement('div'));
        plugins.plugins['research-handbook']?.api.renderTimeProgress(el, { periods: ['day'] });
        window.open('about:blank', '_blank', 'popup')?.document.body.append(el); // as a tab that is dragged out
      }),
    ]);
    await page.page.clock.runFor(3 * MINUTE); // past the change that was due in the main window
    await page.page.evaluate(() => {
      window.__host.setVisible(false);
    });
    expect(await pending(page)).toBe(0);
    for (let minute = 0; minute < 60; minute += 1) await page.page.clock.runFor(MINUTE); // each window has its own clock
    expect(await popout.locator('[role=progressbar]').getAttribute('aria-valuenow')).toBe('72'); // 17:27
    await popout.close();
    await page.page.clock.runFor(60 * MINUTE);
    expect(page.errors).toEqual([]);
  });

  it('leaves nothing when the plugin goes while the note is open', async () => {
    const page = await open(block(EVERYTHING));
    await page.unload();
    expect(await pending(page)).toBe(0);
    expect(await page.page.locator('[class*="rh-"]').count()).toBe(0);
    expect((await page.leftovers()).listeners).toBe(0);
    await page.page.clock.runFor(DAY);
    expect(page.errors).toEqual([]);
  });

  it('keeps its height at every tick', async () => {
    const page = await open(block(EVERYTHING));
    const height = (): Promise<number> =>
      page.page.locator('.rh-time-progress').evaluate((el) => el.getBoundingClientRect().height);
    const before = await height();
    for (let step = 0; step < 8; step += 1) {
      await page.page.clock.runFor(3 * 60 * MINUTE);
      expect(await height()).toBe(before);
    }
  });
});

describe('for everyone', () => {
  it.each(['table', 'bars', 'compact', 'ring'])('%s passes axe, light and dark', async (style) => {
    for (const dark of [false, true]) {
      const page = (v = await openPage({
        plugin: true,
        now: '2026-11-05T16:24:00',
        clock: 'fixed', // axe waits for timers
        dark,
        files: { 'a.md': block(`style: ${style}\n${EVERYTHING}`), 'CVPR 2027.md': NOTE },
      }));
      await page.open('a.md');
      const { violations } = await axe(page.page).include('.rh-time-progress').analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
      await page.close();
      v = null;
    }
  });

  it('gives a screen reader each row once: its name, when it is, how far it has gone', async () => {
    const page = await open(
      block('periods: [week]\nspans:\n  - {name: Autumn term, from: 2026-08-17, to: 2026-12-20}'),
    );
    expect(await page.page.locator('.rh-time-progress').ariaSnapshot()).toBe(
      [
        '- list:',
        '  - listitem:',
        '    - \'progressbar "Week: 2026-11-02 to 2026-11-08"\'',
        '  - listitem:',
        '    - \'progressbar "Autumn term: 2026-08-17 to 2026-12-20"\'',
      ].join('\n'),
    );
    const spoken = await page.page
      .locator('[role=progressbar]')
      .evaluateAll((bars) => bars.map((bar) => bar.getAttribute('aria-valuetext')));
    expect(spoken).toEqual(['52%, 3 days of 7 days, 2026-W45', '64%, week 12 of 18, ends 20 Dec']);
  });

  it('opens the note of a span by keyboard, and leaves bars out of the tab order', async () => {
    const page = await open(block('spans:\n  - {note: "[[CVPR 2027]]", to: deadline}'));
    await page.page.locator('.rh-tp-name a').focus();
    expect(await page.page.locator('.rh-time-progress [tabindex]').count()).toBe(0);
    await page.page.keyboard.press('Enter');
    await page.page.clock.runFor(500);
    expect(await page.page.evaluate(() => window.__host.app.workspace.getActiveFile()?.path)).toBe('CVPR 2027.md');
  });

  it('moves nothing where motion is unwanted, and nothing on load anywhere', async () => {
    const page = await open(block());
    const transition = (): Promise<string> =>
      page.page
        .locator('.rh-tp-bar')
        .first()
        .evaluate((el) => getComputedStyle(el, '::before').transitionDuration);
    expect(await transition()).toBe('0.24s');
    expect(await page.page.evaluate(() => document.getAnimations().length)).toBe(0);
    await page.page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await transition()).toMatch(/^0s$|^$/);
  });

  it('shows amounts without colours, and prints them', async () => {
    const page = await open(block());
    const fill = (): Promise<{ ink: string; outline: string; adjust: string }> =>
      page.page
        .locator('.rh-tp-bar')
        .first()
        .evaluate((el) => ({
          ink: getComputedStyle(el, '::before').backgroundColor,
          outline: getComputedStyle(el).boxShadow,
          adjust: getComputedStyle(el, '::before').getPropertyValue('print-color-adjust'),
        }));
    await page.page.emulateMedia({ forcedColors: 'active' });
    const forced = await fill();
    expect(forced.ink).toBe('rgb(0, 0, 0)'); // CanvasText
    expect(forced.outline).toContain('inset');
    await page.page.emulateMedia({ forcedColors: 'none', media: 'print' });
    expect((await fill()).adjust).toBe('exact');
  });
});

describe('at every width', () => {
  it.each([320, 390, 520, 720, 800, 1600])('%i px: nothing is wider than its note, nothing overlaps', async (width) => {
    for (const style of ['table', 'bars', 'compact', 'ring']) {
      const page = await open(block(`style: ${style}\n${EVERYTHING}`), {
        viewport: { width, height: 900 },
        language: 'zh',
      });
      const faults = await page.page.evaluate(() => {
        const root = document.querySelector('.rh-time-progress');
        if (!root) return ['no widget'];
        const box = root.getBoundingClientRect();
        const found: string[] = [];
        for (const row of root.querySelectorAll('.rh-tp-row:not(.rh-tp-problem)')) {
          const cells = [...row.children].filter((cell) => cell.getClientRects().length > 0);
          for (const [index, cell] of cells.entries()) {
            const a = cell.getBoundingClientRect();
            if (a.right > box.right + 0.5 || a.left < box.left - 0.5) found.push(`out: ${cell.textContent ?? ''}`);
            for (const other of cells.slice(index + 1)) {
              if (
                cell.matches('.rh-tp-bar, .rh-tp-percent') &&
                other.matches('.rh-tp-bar, .rh-tp-percent') &&
                root.matches('[data-style=ring]')
              )
                continue;
              const b = other.getBoundingClientRect();
              const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
              const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
              if (across > 0.5 && down > 0.5)
                found.push(`${cell.className} over ${other.className}: ${cell.textContent ?? ''}`);
            }
          }
        }
        return found;
      });
      expect(faults, style).toEqual([]);
      await page.close();
      v = null;
    }
  });

  it('five periods never go four and one, from the narrowest pane on', async () => {
    const page = await open(['compact', 'ring'].map((style) => block(`style: ${style}`)).join('\n\n'), {
      language: 'en',
    });
    const rows: string[] = [];
    for (const width of [200, 232, 252, 272, 280, 288, 300, 320]) {
      rows.push(
        ...(await page.page.evaluate(
          (px) =>
            [...document.querySelectorAll<HTMLElement>('.rh-time-progress')].map((root) => {
              root.style.width = `${String(px)}px`;
              const tops = [...root.querySelectorAll('.rh-tp-row')].map((row) => row.getBoundingClientRect().bottom);
              const counts = [...new Set(tops)].map((top) => tops.filter((other) => other === top).length);
              const names = [...root.querySelectorAll('.rh-tp-name')];
              const broken = names.some((name) => name.getClientRects().length > 1);
              return `${String(px)}: ${counts.join(' + ')}${broken ? ', a name broken' : ''}`;
            }),
          width,
        )),
      );
    }
    const wanted = [200, 232, 252, 272, 280, 288, 300, 320].flatMap((px) => {
      const said = `${String(px)}: ${px < 272 ? '3 + 2' : '5'}`;
      return [said, said];
    });
    expect(rows).toEqual(wanted);
  });
});
