import { afterEach, describe, expect, it } from 'vitest';
import { type Host, type HostOptions, openHost } from '../../host/node';
import { DAY, REPORT, STUDENT } from './vault';

let host: Host;
afterEach(() => host.close());

async function open(options: HostOptions = {}): Promise<void> {
  host = await openHost({ plugin: true, now: DAY, language: 'en', files: STUDENT, ...options });
}

interface Answer {
  readonly ok: boolean;
  readonly error?: string;
  readonly path?: string;
  readonly written?: boolean;
  readonly private?: number;
}

const cli = async (flags: Record<string, string> = {}): Promise<Answer> =>
  JSON.parse(await host.cli('research-handbook:handin', { format: 'json', member: 'lilei', ...flags })) as Answer;
const PATH = 'Group/lilei/2026-W32.md';

describe(':handin', () => {
  it('writes what others may see, with the sources that it links to', async () => {
    await open();
    expect(await cli()).toEqual({ ok: true, path: PATH, written: true, private: 3 });
    console.log(host.read(PATH));
  });
});
