import { afterEach, describe, expect, it } from 'vitest';
import { type Host, type HostOptions, openHost } from '../../host/node';

let host: Host;
afterEach(() => host.close());

const MAE =
  '---\ntype: source\ntitle: Masked Autoencoders\nstatus: reading\n---\n\n## Reading log\n\n- 2026-11-03 first\n';
const FILES = {
  'Sources/mae.md': MAE,
  'Sources/resnet.md': '---\ntype: source\ntitle: Deep Residual Learning\nstatus: read\n---\n',
  'Experiments/ablation.md': '---\ntype: experiment\nstatus: running\n---\n\n# Ablation\n\nWords.\n',
};
const MINUTE = 60_000;

async function open(options: HostOptions = {}): Promise<void> {
  host = await openHost({ plugin: true, now: '2026-11-05T09:10:00', language: 'en', files: FILES, ...options });
}

async function session(params: Record<string, string>): Promise<Record<string, unknown>> {
  const answer = await host.cli('research-handbook:session', { format: 'json', ...params });
  return JSON.parse(answer) as Record<string, unknown>;
}

const start = (source = 'mae'): Promise<unknown> => session({ start: 'true', source });
const work = (minutes: number): Promise<void> => host.clock.advance(minutes * MINUTE);

describe('the command line', () => {
  it('starts, tells and stops: one line in the log of the source', async () => {
    await open();
    expect(await start()).toEqual({
      ...{ ok: true, state: 'running', minutes: 0, deducted: 0, path: 'Sources/mae.md', line: null },
    });
    await work(135);
    expect(await session({ status: 'true' })).toMatchObject({ state: 'running', minutes: 135, deducted: 0 });
    const line = '- 2026-11-05 proofs [min:: 135] [deep:: 1]';
    expect(await session({ stop: 'true', note: 'proofs' })).toEqual({
      ...{ ok: true, state: 'stopped', minutes: 135, deducted: 0, path: 'Sources/mae.md', line },
    });
    expect(host.read('Sources/mae.md')).toBe(`${MAE}${line}\n`);
    expect(await session({ status: 'true' })).toMatchObject({ state: 'none', path: null });
    expect(host.errors).toEqual([]);
  });

  it('puts the line of an experiment into a section Log, which it makes', async () => {
    await open();
    await start('ablation');
    await work(60);
    await session({ stop: 'true' });
    expect(host.read('Experiments/ablation.md')).toBe(
      `${FILES['Experiments/ablation.md']}\n## Log\n\n- 2026-11-05 [min:: 60] [deep:: 1]\n`,
    );
  });
});
