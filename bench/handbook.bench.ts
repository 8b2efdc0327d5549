import { openHost, type Host } from '../test/host/node';
import { median, type Figure } from './figure';

export const name = 'Handbook in a vault of 10,000 notes (jsdom, real files)';

const FOREIGN = 10_000;
const ROUNDS = 3;

function vaultOf(count: number): Record<string, string> {
  const files: Record<string, string> = {};
  for (let i = 0; i < count; i++) files[`notes/${i % 100}/note ${i}.md`] = `# Note ${i}\n\n[[note ${i + 1}]]\n`;
  return files;
}

/** Milliseconds that a command takes, files written included. @throws Error where the command fails */
async function time(host: Host, command: string, flags: Record<string, string>): Promise<number> {
  const start = performance.now();
  const answer = JSON.parse(await host.cli(`research-handbook:${command}`, { ...flags, format: 'json' })) as {
    ok: boolean;
    error?: string;
  };
  if (!answer.ok) throw new Error(answer.error);
  return performance.now() - start;
}

export async function run(): Promise<Figure[]> {
  const figures = { empty: [] as number[], full: [] as number[], again: [] as number[], dryRun: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    const empty = await openHost({ plugin: true, files: {} });
    figures.empty.push(await time(empty, 'setup', { lang: 'zh' }));
    await empty.close();
    const full = await openHost({ plugin: true, files: vaultOf(FOREIGN) });
    figures.full.push(await time(full, 'setup', { lang: 'zh' }));
    figures.again.push(await time(full, 'setup', { lang: 'zh' }));
    figures.dryRun.push(await time(full, 'update', { 'dry-run': 'true' }));
    await full.close();
  }
  const seconds = (values: readonly number[]): string => `${(median(values) / 1_000).toFixed(2)} s`;
  return [
    { label: 'set-up in an empty vault', value: seconds(figures.empty) },
    {
      label: 'set-up among 10,000 notes, as a multiple of that',
      value: `${(median(figures.full) / median(figures.empty)).toFixed(1)} × (${seconds(figures.full)})`,
    },
    { label: 'set-up run again, nothing to do', value: seconds(figures.again) },
    { label: 'update, shown only', value: seconds(figures.dryRun) },
  ];
}
