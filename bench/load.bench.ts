import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { closeBrowser, currentBuild, openPage } from '../test/host/node';
import { median, type Figure } from './figure';

export const name = 'Loading the plugin (Chromium)';

/** Milliseconds of each of `rounds` loads of the built plugin at the app's start, `data.json` already read. */
async function loads(rounds: number): Promise<{ readonly onload: number[]; readonly evaluate: number[] }> {
  const opened = await openPage({ plugin: true, files: {} });
  const main = await readFile(path.join((await currentBuild()).dir, 'plugin/main.js'), 'utf8');
  const measured = await opened.page.evaluate(
    async ([text, count]) => {
      interface Loadable {
        manifest: unknown;
        load(): Promise<void>;
        unload(): void;
        loadData(): Promise<unknown>;
      }
      type Make = new (app: unknown, manifest: unknown) => Loadable;
      const { app } = window.__host;
      const { plugins } = (app as unknown as { plugins: { plugins: Record<string, Loadable> } }).plugins;
      const running = plugins['research-handbook'];
      if (!running) throw new Error('the plugin is not loaded');
      const { manifest } = running;
      const Plugin = running.constructor as Make;
      await window.__host.unloadPlugin('research-handbook');
      app.workspace.onLayoutReady = () => undefined; // at the app's start the layout is not ready yet
      const onload: number[] = [];
      const evaluate: number[] = [];
      for (let round = 0; round < count; round++) {
        const plugin = new Plugin(app, manifest);
        plugin.loadData = () => Promise.resolve(null);
        const start = performance.now();
        await plugin.load();
        onload.push(performance.now() - start);
        plugin.unload();
        const before = performance.now();
        new Function('require', 'module', 'exports', `${text}\n//# ${String(round)}`); // compiled anew each round
        evaluate.push(performance.now() - before);
      }
      return { onload, evaluate };
    },
    [main, rounds] as const,
  );
  await opened.close();
  return measured;
}

export async function run(): Promise<Figure[]> {
  try {
    const { onload, evaluate } = await loads(21);
    const first = onload[0] ?? Number.NaN;
    const middle = median(onload);
    return [
      { label: 'onload, first time', value: `${first.toFixed(1)} ms`, target: '≤ 10 ms', holds: first <= 10 },
      { label: 'onload, median of 21', value: `${middle.toFixed(1)} ms`, target: '≤ 10 ms', holds: middle <= 10 },
      { label: 'compiling main.js, median of 21', value: `${median(evaluate).toFixed(1)} ms` },
    ];
  } finally {
    await closeBrowser();
  }
}
