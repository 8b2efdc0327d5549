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
  expect(host.$$('.rh-copy-preview')).toHaveLength(1);
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
  expect(remarks()).toEqual(['Something has changed since the report was filled in.Refresh']);
  expect(host.read(report)).toBe(before); // it is said, not done
  await host.click('.modal [role="alert"] button');
  await host.settle();
  expect(host.read(report)).toContain('read the figures');
  expect(host.$('.rh-copy-preview code').textContent).toContain('read the figures');
  expect(remarks()).toEqual([]);
});

it('asks about an edited part before it is shown again', async () => {
  host = await openHost({ plugin: true, now: '2026-11-05T16:20:00', language: 'en', data: { contentLanguage: 'en' } });
  await cli('add', { title: 'A' });
  await cli('log', { source: 'A', min: '45' });
  await cli('weekly');
  const report = (await host.paths()).find((path) => path.includes('W45')) ?? '';
  await host.external.write(report, host.read(report).replace('45 min', '45 min, all of it'));
  await cli('log', { source: 'A', min: '20' });
  await copy();
  await host.click('.modal [role="alert"] button');
  await host.settle();
  expect(host.$$('.rh-copy-preview')).toEqual([]);
  expect(host.$$('.modal')).toHaveLength(1);
  expect(host.read(report)).toContain('45 min, all of it');
});

it('has a question of the log without the fields that the log keeps there', async () => {
  host = await openHost({ plugin: true, now: '2026-11-05T16:20:00', language: 'en', data: { contentLanguage: 'en' } });
  await cli('add', { title: 'A' });
  await cli('log', { source: 'A', min: '30', pass: '1', note: 'ASK: why is one dimension enough? [see:: fig 3]' });
  await cli('weekly');
  await copy();
  const shown = host.$('.rh-copy-preview code').textContent;
  expect(shown).toContain('- why is one dimension enough? [see:: fig 3] · A');
  expect(shown).not.toMatch(/min::|pass::/);
});
