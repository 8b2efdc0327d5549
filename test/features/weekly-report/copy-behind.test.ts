import { afterEach, expect, it } from 'vitest';
import { type Host, openHost } from '../../host/node';

let host: Host;
afterEach(() => host.close());

const cli = (name: string, flags: Record<string, string> = {}): Promise<string> =>
  host.cli(`research-handbook:${name}`, flags);
const remarks = (): (string | null)[] => host.$$('.modal [role="alert"]').map((line) => line.textContent);
async function copy(): Promise<void> {
  await host.command('research-handbook:copy-weekly-report');
  await host.settle();
}

it('says before a copy that the log has gone on since the report was filled in, and no more after a refresh', async () => {
  host = await openHost({ plugin: true, now: '2026-11-05T16:20:00', language: 'en', data: { contentLanguage: 'en' } });
  await cli('add', { title: 'A' });
  await cli('weekly');
  await copy();
  expect(remarks()).toEqual([]);
  await host.press('Escape');

  await cli('log', { source: 'A', min: '45', note: 'read the figures' });
  const report = (await host.paths()).find((path) => path.includes('W45')) ?? '';
  const before = host.read(report);
  await copy();
  expect(remarks()).toEqual([expect.stringMatching(/not up to date.*Refresh weekly report/)]);
  expect(host.read(report)).toBe(before); // it is said, not done
  await host.press('Escape');

  await cli('weekly', { refresh: 'true' });
  await copy();
  expect(remarks()).toEqual([]);
});
