import { afterEach, describe, expect, it } from 'vitest';
import { type Host, type HostOptions, openHost } from '../../host/node';
import { DAY, EXPERIMENT, FILES, PATH } from './vault';

let host: Host;
afterEach(async () => {
  await host.close();
});

async function open(options: HostOptions = {}): Promise<void> {
  host = await openHost({ plugin: true, now: DAY, language: 'en', files: FILES, ...options });
}

type Answer = Readonly<Record<string, unknown>>;
const cli = async (flags: Record<string, string>): Promise<Answer> =>
  JSON.parse(await host.cli('research-handbook:experiment', { format: 'json', ...flags })) as Answer;
const linesOf = (path: string): string[] => host.read(path).split('\n').filter((line) => line.startsWith('- 2026-'));

describe(':experiment', () => {
  it('makes the experiment with its first run, and appends the next', async () => {
    await open({ files: {} });
    const path = 'Experiments/ViT small.md';
    const run = { title: 'ViT small', repo: 'https://git.example/vit', config: 'a.yaml', commit: '1a2b3c4' };
    const line = '- 2026-08-06 seed 0 [metric:: top1 64.2] [metric:: loss 1e-4] [commit:: 1a2b3c4]';
    expect(await cli({ ...run, note: 'seed 0', metric: 'top1 64.2; loss 1e-4' })).toEqual({
      ok: true,
      ...{ path, created: true, line },
    });
    const text = host.read(path);
    expect(text).toContain('status: running\n');
    expect(text).toContain('repo: https://git.example/vit\ncommit: 1a2b3c4\nconfig: a.yaml\n');
    const next = '- 2026-08-06 seed 1 [metric:: top1 65] [commit:: 1a2b3c4] [config:: b.yaml]';
    expect(await cli({ ...run, note: 'seed 1', metric: 'top1 65', config: 'b.yaml', status: 'done' })).toEqual({
      ok: true,
      ...{ path, created: false, line: next },
    });
    expect(host.read(path)).toBe(`${text.replace('status: running', 'status: done').trimEnd()}\n${next}\n`);
  });
});
