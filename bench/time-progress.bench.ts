import { closeBrowser, openPage, type OpenPage } from '../test/host/node';
import { median, type Figure } from './figure';

export const name = 'Time progress (Chromium)';

const ROUNDS = 61;
const DAY = 24 * 60 * 60_000;
const BLOCK = '```time-progress\n```\n\n';

/** Milliseconds of drawing a widget of five rows, and a bare table of as many elements with the same attributes. */
async function drawing(page: OpenPage): Promise<{ readonly ours: number[]; readonly bare: number[] }> {
  return page.page.evaluate((rounds) => {
    interface Api {
      renderTimeProgress(el: HTMLElement, options: object, owner: unknown): void;
    }
    interface Owner {
      load(): void;
      unload(): void;
    }
    const { app } = window.__host;
    const plugin = (app as unknown as { plugins: { plugins: Record<string, { api: Api }> } }).plugins.plugins[
      'research-handbook'
    ];
    if (!plugin) throw new Error('the plugin is not loaded');
    const Component = Object.getPrototypeOf(Object.getPrototypeOf(Object.getPrototypeOf(plugin)))
      .constructor as new () => Owner;
    const place = (): HTMLElement => {
      const el = document.createElement('div');
      document.querySelector('.markdown-preview-view')?.append(el);
      return el;
    };
    /** Copies a tree by plain DOM calls: what any widget of this look must at least do. */
    const copy = (from: Element): Element => {
      const el = document.createElement(from.localName);
      for (const { name: key, value } of from.attributes) el.setAttribute(key, value);
      for (const child of from.childNodes) {
        el.append(child instanceof Element ? copy(child) : document.createTextNode(child.textContent ?? ''));
      }
      return el;
    };
    const model = document.querySelector('.rh-time-progress');
    if (!model) throw new Error('nothing was drawn');
    const ours: number[] = [];
    const bare: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const [a, b] = [place(), place()];
      const owner = new Component();
      owner.load();
      let start = performance.now();
      plugin.api.renderTimeProgress(a, {}, owner);
      void a.offsetHeight;
      ours.push(performance.now() - start);
      start = performance.now();
      b.append(copy(model));
      void b.offsetHeight;
      bare.push(performance.now() - start);
      owner.unload();
      a.remove();
      b.remove();
    }
    return { ours, bare };
  }, ROUNDS);
}

/** Milliseconds of catching up with the clock, and of changing a bare element's width and text, layout included. */
async function ticking(page: OpenPage): Promise<{ readonly ours: number[]; readonly bare: number[] }> {
  return page.page.evaluate((rounds) => {
    const { now } = Date;
    let ahead = 0;
    Date.now = () => now.call(Date) + ahead;
    const bare = document.createElement('div');
    document.querySelector('.markdown-preview-view')?.append(bare);
    const measure = (work: () => void): number => {
      const start = performance.now();
      work();
      void document.body.offsetHeight;
      return performance.now() - start;
    };
    const ours: number[] = [];
    const plain: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      ahead += 8 * 60_000; // more than half a percent of a day: always a change
      ours.push(measure(() => window.dispatchEvent(new Event('focus'))));
      plain.push(
        measure(() => {
          bare.style.setProperty('width', `${String(round % 100)}%`);
          bare.textContent = String(round);
        }),
      );
    }
    Date.now = now;
    bare.remove();
    return { ours, bare: plain };
  }, ROUNDS);
}

/** Timers that fire in a day with ten blocks open, shown and then hidden. */
async function wakeUps(): Promise<{ readonly shown: number; readonly hidden: number }> {
  const page = await openPage({
    plugin: true,
    now: '2026-11-05T16:20:00',
    files: { 'ten.md': BLOCK.repeat(10) },
  });
  await page.page.clock.pauseAt(new Date('2026-11-05T16:24:00Z'));
  await page.page.evaluate(() => {
    const { setTimeout: set } = window;
    const count = { fired: 0 };
    Object.assign(window, {
      count,
      setTimeout: (run: () => void, delay = 0) =>
        set(() => {
          if (delay >= 1_000) count.fired += 1; // shorter ones are the host's own
          run();
        }, delay),
    });
  });
  await page.open('ten.md');
  const ofADay = async (): Promise<number> => {
    await page.page.clock.runFor(DAY);
    return page.page.evaluate(() => {
      const { count } = window as unknown as { count: { fired: number } };
      const { fired } = count;
      count.fired = 0;
      return fired;
    });
  };
  const shown = await ofADay();
  await page.page.evaluate(() => {
    window.__host.setVisible(false);
  });
  const hidden = await ofADay();
  await page.close();
  return { shown, hidden };
}

/** The median of the ratios of pairs measured one after the other. */
function ratio(ours: readonly number[], bare: readonly number[]): number {
  return median(ours.map((value, index) => value / Math.max(bare[index] ?? Number.NaN, 0.005)));
}

export async function run(): Promise<Figure[]> {
  try {
    const page = await openPage({ plugin: true, files: { 'a.md': BLOCK } });
    await page.open('a.md');
    const draw = await drawing(page);
    const tick = await ticking(page);
    await page.close();
    const { shown, hidden } = await wakeUps();
    const figure = (label: string, { ours, bare }: { ours: readonly number[]; bare: readonly number[] }): Figure => ({
      label,
      value: `${ratio(ours, bare).toFixed(1)} × (${median(ours).toFixed(2)} ms)`,
    });
    return [
      figure('drawing five rows, to the same elements bare', draw),
      figure('a tick of five rows, to a bare element’s update', tick),
      { label: 'wake-ups of a day, ten blocks shown', value: String(shown), target: '≤ 300', holds: shown <= 300 },
      { label: 'wake-ups of a day, window hidden', value: String(hidden), target: '0', holds: hidden === 0 },
    ];
  } finally {
    await closeBrowser();
  }
}
