import { homePathOf, NOW, settingsOf, termVault, ZONE } from '../test/features/home/term-vault';
import { closeBrowser, openPage } from '../test/host/node';
import { median, type Figure } from './figure';

export const name = 'The home note in a vault of 10,000 notes (Chromium)';

const NOTES = 10_000;
const ROUNDS = 15;
const HOME = homePathOf('en');
const EMPTY = 'Empty.md';

interface Measured {
  /** Milliseconds from asking for the note to the frame that first shows it, and to the frame that shows all of it. */
  readonly empty: readonly number[];
  readonly first: readonly number[];
  readonly full: readonly number[];
  /** The same for the very first time after the app's start, when the plugin's code is cold and its index may be unread. */
  readonly startFirst: number;
  readonly startFull: number;
  readonly shift: number;
  readonly nodes: number;
}

/** A vault of notes that are not for the plugin, among which a student's term and handbook lie. */
function vault(): Record<string, string> {
  const files: Record<string, string> = { ...termVault('en'), [EMPTY]: 'empty\n' };
  for (let index = Object.keys(files).length; index < NOTES; index++) {
    files[`Notes/${String(index % 100)}/Note ${String(index)}.md`] =
      `---\ntags: [a]\n---\n\n# Note ${String(index)}\n\nText [[Home]].\n`;
  }
  for (let index = 0; index < 40; index++) {
    files[`Handbook/Note ${String(index)}.md`] =
      `---\nhandbook: cv-lab\nhandbook-id: part/${String(index)}\nhandbook-lang: en\n---\n\n# Part ${String(index)}\n\n- [ ] One\n- [x] Two\n`;
  }
  return files;
}

async function measure(): Promise<Measured> {
  const opened = await openPage({
    plugin: true,
    files: vault(),
    now: NOW,
    clock: 'fixed',
    timezone: ZONE,
    data: settingsOf('en'),
    viewport: { width: 1200, height: 900 },
  });
  const measured = await opened.page.evaluate(
    async ({ rounds, home, empty }) => {
      const frame = (): Promise<number> =>
        new Promise((done) => {
          requestAnimationFrame((at) => {
            done(at);
          });
        });
      const until = async (shown: () => boolean): Promise<void> => {
        while (!shown()) await frame();
        await frame();
      };
      const { workspace } = window.__host.app;
      const pane = (): HTMLElement => document.querySelector('.workspace-leaf.mod-active') ?? document.body;
      const has = (css: string): boolean => pane().querySelector(css) !== null;
      const open = (path: string): void => {
        void workspace.openLinkText(path, '', false, { state: { mode: 'preview' } });
      };
      const time = async (path: string, ...stages: (() => boolean)[]): Promise<number[]> => {
        const start = performance.now();
        open(path);
        const times: number[] = [];
        for (const stage of stages) {
          await until(stage);
          times.push(performance.now() - start);
        }
        return times;
      };
      const shifts = { sum: 0 };
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.sum += (entry as unknown as { value: number }).value;
      }).observe({ type: 'layout-shift' });

      const isPainted = (): boolean => has('.rh-date');
      const isFull = (): boolean => has('.rh-steps .rh-check') && has('.rh-day') && !has('.is-pending, .is-loading');
      const [startFirst = Number.NaN, startFull = Number.NaN] = await time(home, isPainted, isFull);
      const result = { empty: [] as number[], first: [] as number[], full: [] as number[], shift: 0, nodes: 0 };
      for (let round = 0; round < rounds + 2; round++) {
        const [bare = Number.NaN] = await time(empty, () => !has('.rh-home') && pane().textContent.includes('empty'));
        shifts.sum = 0;
        const [first = Number.NaN, full = Number.NaN] = await time(home, isPainted, isFull);
        if (round < 2) continue; // the code is still being compiled
        result.empty.push(bare);
        result.first.push(first);
        result.full.push(full);
        result.shift = Math.max(result.shift, shifts.sum);
      }
      result.nodes = pane().querySelectorAll('.rh-home *').length;
      return { ...result, startFirst, startFull };
    },
    { rounds: ROUNDS, home: HOME, empty: EMPTY },
  );
  await opened.close();
  return measured;
}

export async function run(): Promise<Figure[]> {
  const { empty, first, full, startFirst, startFull, shift, nodes } = await measure();
  await closeBrowser();
  const ratio = (times: readonly number[]): number => median(times.map((time, index) => time / (empty[index] ?? time)));
  return [
    { label: 'an empty note, asked for until painted', value: `${median(empty).toFixed(0)} ms` },
    { label: 'home, first paint', value: `${median(first).toFixed(0)} ms, ${ratio(first).toFixed(2)} × an empty note` },
    { label: 'home, all of it', value: `${median(full).toFixed(0)} ms, ${ratio(full).toFixed(2)} × an empty note` },
    {
      label: 'home, the first time after the start: first paint, all of it',
      value: `${startFirst.toFixed(0)} ms, ${startFull.toFixed(0)} ms`,
    },
    { label: 'largest layout shift while opening', value: shift.toFixed(4), target: '0', holds: shift === 0 },
    { label: 'elements on the page', value: String(nodes) },
  ];
}
