import { afterEach, expect, it } from 'vitest';
import { type Host, openHost } from '../../host/node';

let host: Host;
afterEach(() => host.close());

it('copies versions, settings and counts, and not a word of any note', async () => {
  host = await openHost({
    plugin: true,
    files: {
      'Sources/secret-title.md':
        '---\ntype: source\ntitle: secret-title\n---\n\n## Reading log\n\n- 2026-11-04 secret-thought [min:: 30]\n',
    },
    now: '2026-11-05T16:20:00',
    data: { reportAuthor: 'Secret Name', weekStart: 'sunday' },
  });
  let copied = '';
  Object.defineProperty(host.window.navigator, 'clipboard', {
    configurable: true,
    value: { writeText: (text: string) => Promise.resolve(void (copied = text)) },
  });
  await host.command('research-handbook:copy-diagnostics');
  const told = JSON.parse(copied) as { settings: Record<string, unknown>; counts: Record<string, unknown> };
  expect(told).toMatchObject({ plugin: '0.1.0', interfaceLanguage: 'en', setUp: false, unreadableSettings: [] });
  expect(told.settings).toMatchObject({ weekStart: 'sunday', reportAuthor: '(set)' });
  expect(told.counts).toMatchObject({ notes: 1, sources: 1, entries: 1 });
  expect(copied).not.toMatch(/secret/i);
  expect(host.notices()).toEqual(['Diagnostics copied.']);
});

it('says so where the clipboard refuses', async () => {
  host = await openHost({ plugin: true, files: {} });
  Object.defineProperty(host.window.navigator, 'clipboard', {
    configurable: true,
    value: { writeText: () => Promise.reject(new Error('not allowed')) },
  });
  await host.command('research-handbook:copy-diagnostics');
  expect(host.notices()).toEqual(['The clipboard could not be written to.']);
});

it('clears what the device kept, says what it held, and reads every note anew', async () => {
  const files = { 'Sources/a.md': '---\ntype: source\n---\n\n## Reading log\n\n- 2026-11-04 x [min:: 30]\n' };
  host = await openHost({ plugin: true, files, now: '2026-11-05T16:20:00' });
  await host.settle();
  expect(host.reads).toEqual(['Sources/a.md']);
  await host.command('research-handbook:clear-index');
  expect(host.notices()[0]).toMatch(
    /^Cleared what this device had kept: reading log \(1 kB\)\. All notes are read again\.$/,
  );
  expect(host.reads).toEqual(['Sources/a.md', 'Sources/a.md']);
  expect(host.faults.writes).toEqual([]);
});
