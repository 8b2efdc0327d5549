import { afterEach, expect, it } from 'vitest';
import { type Host, type HostOptions, openHost } from '../../host/node';
import { DAY, FILES, IDEA, PATH } from './vault';

let host: Host;
afterEach(async () => {
  await host.close();
});

async function open(options: HostOptions = {}): Promise<void> {
  host = await openHost({ plugin: true, now: DAY, language: 'en', files: FILES, ...options });
}

type Answer = Readonly<Record<string, unknown>>;
const cli = async (path = PATH): Promise<Answer> =>
  JSON.parse(await host.cli('research-handbook:idea', { format: 'json', path })) as Answer;
const lineOf = (words: string): number => IDEA.split('\n').findIndex((line) => line.startsWith(words)) + 1;

it(':idea names what is open, by line and section', async () => {
  await open();
  const answer = await cli();
  expect(answer).toMatchObject({ ok: true, path: PATH, status: 'shaping' });
  expect((answer['open'] as { line: number; section: string }[]).map(({ line, section }) => [line, section])).toEqual([
    [lineOf('- after masking'), 'Shapes'],
    [lineOf('| attention scores'), 'Parts and support'],
    [lineOf('- [[simmim'), 'Nearest work'],
    [lineOf('Stop:'), 'Cheapest test'],
  ]);
});
