import { closeBrowser, openPage } from '../test/host/node';
import { median, middleMean, type Figure } from './figure';

export const name = 'Calendar heatmap, drawn (Chromium)';

const ROUNDS = 41;

/** Ten years of a reading log, with an entry on two days of three. */
function readingLog(): string {
  const lines: string[] = [];
  for (let n = 0; n < 3653; n++) {
    const date = new Date(Date.UTC(2016, 0, 1 + n)).toISOString().slice(0, 10);
    if (n % 3 !== 0) lines.push(`- ${date} read [min:: ${String((n * 37) % 150)}]`);
  }
  return `---\ntype: source\nkind: paper\ntitle: A\n---\n\n## Reading log\n\n${lines.join('\n')}\n`;
}

/** Milliseconds to draw and lay out, in rounds that take turns, so that a busy machine slows all of them alike. */
interface Rounds {
  readonly year: number[];
  readonly whole: number[];
  readonly svg: number[];
  readonly tenYears: number[];
  /** As scripts call it, and the bare drawing of the same days in their colours; then ten of each. */
  readonly script: number[];
  readonly scriptSvg: number[];
  readonly tenScripts: number[];
  readonly tenScriptSvgs: number[];
  readonly nodes: number;
}

async function measure(): Promise<Rounds> {
  const opened = await openPage({
    plugin: true,
    files: { 'Sources/a.md': readingLog() },
    viewport: { width: 1200, height: 900 },
  });
  const measured = await opened.page.evaluate(async (rounds) => {
    interface Owner {
      load(): void;
      unload(): void;
    }
    interface Api {
      renderHeatmap(el: HTMLElement, options: Record<string, unknown>, owner?: Owner): void;
      ready(): Promise<void>;
    }
    const { plugins } = (window.__host.app as unknown as { plugins: { plugins: Record<string, { api: Api }> } })
      .plugins;
    const plugin = plugins['research-handbook'];
    if (!plugin) throw new Error('the plugin is not loaded');
    const { api } = plugin;
    await api.ready();
    // A note's widgets belong to a component that ends with the note. The plugin's own class extends Plugin, that Component.
    const Component = Object.getPrototypeOf(Object.getPrototypeOf(plugin.constructor)) as new () => Owner;

    const parent = document.body.createDiv();
    parent.style.width = '1000px';
    const turn = (): Promise<unknown> => new Promise((done) => setTimeout(done, 0));

    const timed = async (draw: (el: HTMLElement, owner: Owner) => void): Promise<number> => {
      const el = parent.createDiv();
      const owner = new Component();
      owner.load();
      el.getBoundingClientRect();
      await turn();
      const start = performance.now();
      draw(el, owner);
      el.getBoundingClientRect(); // the layout belongs to it
      const time = performance.now() - start;
      owner.unload();
      el.remove();
      await turn();
      return time;
    };
    // Week labels, pager and statistics are left out, as the promise has it; with the latter two it is told besides.
    const whole = { range: 2024, reports: false };
    const year = { range: '2024-01-01..2024-12-31', reports: false, stats: false };
    api.renderHeatmap(document.body.createDiv(), {}); // another widget of the page has the shared timer awake already
    const tenYears = { range: '2016-01-01..2025-12-31', reports: false };

    // What a script for the Heatmap Calendar plugin hands over: every day of a year, in its own five colours.
    const entries = Array.from({ length: 366 }, (_, i) => ({
      date: new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10),
      intensity: ((i * 37) % 150) + 1,
    }));
    const { renderHeatmapCalendar } = window as unknown as {
      renderHeatmapCalendar(el: HTMLElement, data: Record<string, unknown>): void;
    };
    const scripted = (el: HTMLElement): void => {
      renderHeatmapCalendar(el, { year: 2024, entries });
    };

    // The bare drawing: the same days with the same attributes and labels, made ready beforehand.
    const daysOf = (drawn: HTMLElement) =>
      Array.from(drawn.querySelectorAll<HTMLElement>('[data-date]')).map((tile, i) => ({
        x: String(Math.floor(i / 7) * 15),
        y: String((i % 7) * 15),
        attributes: Array.from(tile.attributes).map(({ name, value }) =>
          // A colour of its own is the rect's fill.
          name === 'style' ? (['fill', tile.style.getPropertyValue('--rh-own')] as const) : ([name, value] as const),
        ),
      }));
    const scriptSample = parent.createDiv();
    scripted(scriptSample);
    const scriptDays = daysOf(scriptSample);
    scriptSample.remove();
    const sample = parent.createDiv();
    api.renderHeatmap(sample, year);
    const days = daysOf(sample);
    const nodes = sample.querySelectorAll('.rh-heatmap, .rh-heatmap *').length;
    const apart = sample.querySelectorAll('.rh-pager, .rh-pager *, .rh-stats, .rh-stats *').length;
    sample.remove();
    const SVG = 'http://www.w3.org/2000/svg';
    const bareOf =
      (all: ReturnType<typeof daysOf>) =>
      (el: HTMLElement): void => {
        const svg = document.createElementNS(SVG, 'svg');
        svg.setAttribute('width', '800');
        svg.setAttribute('height', '120');
        for (const { x, y, attributes } of all) {
          const rect = document.createElementNS(SVG, 'rect');
          rect.setAttribute('x', x);
          rect.setAttribute('y', y);
          rect.setAttribute('width', '12');
          rect.setAttribute('height', '12');
          for (const [name, value] of attributes) rect.setAttribute(name, value);
          svg.append(rect);
        }
        el.append(svg);
      };

    const bare = bareOf(days);
    const bareScript = bareOf(scriptDays);
    const tenTimes = (draw: (el: HTMLElement) => void) => (el: HTMLElement) => {
      for (let year = 0; year < 10; year++) draw(el.createDiv());
    };

    const result = {
      year: [] as number[],
      whole: [] as number[],
      svg: [] as number[],
      tenYears: [] as number[],
      script: [] as number[],
      scriptSvg: [] as number[],
      tenScripts: [] as number[],
      tenScriptSvgs: [] as number[],
    };
    for (let round = 0; round < rounds; round++) {
      result.year.push(
        await timed((el, owner) => {
          api.renderHeatmap(el, year, owner);
        }),
      );
      result.svg.push(await timed(bare));
      result.whole.push(
        await timed((el, owner) => {
          api.renderHeatmap(el, whole, owner);
        }),
      );
      result.script.push(await timed(scripted));
      result.scriptSvg.push(await timed(bareScript));
      if (round % 4 > 0) continue;
      result.tenYears.push(
        await timed((el, owner) => {
          api.renderHeatmap(el, tenYears, owner);
        }),
      );
      const tens = [
        async () => result.tenScripts.push(await timed(tenTimes(scripted))),
        async () => result.tenScriptSvgs.push(await timed(tenTimes(bareScript))),
      ];
      if (round % 8 === 0) tens.reverse(); // whoever comes second has the garbage of the first to clear away, too
      for (const draw of tens) await draw();
    }
    return { ...result, nodes: nodes - apart };
  }, ROUNDS);
  await opened.close();
  return measured;
}

/** The middle one of the ratios of each to its neighbour in time, on whom a busy machine weighed alike. */
function pairwise(times: readonly number[], yardsticks: readonly number[]): number {
  return median(times.map((time, i) => time / (yardsticks[i] ?? Number.NaN)));
}

export async function run(): Promise<Figure[]> {
  const { year, whole, svg, tenYears, nodes, ...called } = await measure();
  await closeBrowser();
  const [one, bare, ten] = [middleMean(year), middleMean(svg), middleMean(tenYears)];
  const script = pairwise(called.script, called.scriptSvg);
  const tenScripts = pairwise(called.tenScripts, called.tenScriptSvgs);
  const ms = (value: number): string => `${value.toFixed(1)} ms`;
  return [
    { label: 'A year', value: ms(one) },
    { label: 'A year with pager and statistics', value: ms(middleMean(whole)) },
    { label: 'A bare SVG of as many rects with the same attributes', value: ms(bare) },
    {
      label: 'A year against the bare SVG',
      value: `${(one / bare).toFixed(2)} ×`,
      target: '≤ 1.5 ×',
      holds: one / bare <= 1.5,
    },
    { label: 'The same with pager and statistics', value: `${(middleMean(whole) / bare).toFixed(2)} ×` },
    { label: 'A year by a script’s call, renderHeatmapCalendar', value: ms(middleMean(called.script)) },
    {
      label: 'The same against a bare SVG in the same colours',
      value: `${script.toFixed(2)} ×`,
      target: '≤ 1.5 ×',
      holds: script <= 1.5,
    },
    {
      label: 'Ten such calls against ten such SVGs',
      value: `${tenScripts.toFixed(2)} ×`,
      target: '≤ 1.5 ×',
      holds: tenScripts <= 1.5,
    },
    { label: 'Ten years', value: ms(ten) },
    { label: 'Ten years against one', value: `${(ten / one).toFixed(1)} ×`, target: '≤ 12 ×', holds: ten / one <= 12 },
    {
      label: 'Elements of a year, without week labels, pager, statistics',
      value: String(nodes),
      target: '≤ 450',
      holds: nodes <= 450,
    },
  ];
}
