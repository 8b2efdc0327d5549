import { join } from 'node:path';
import { afterEach, expect, inject, it } from 'vitest';
import { type Host, openHost } from './node';

const sample = join(inject('hostBuild').dir, 'sample');
let host: Host;
afterEach(async () => {
  await host.close();
});

it('runs a command, shows its notice, and undoes everything at unload', async () => {
  host = await openHost({ plugin: sample, now: '2026-11-05T16:20:00' });
  expect(await host.command('host-sample:create')).toBe(true);
  expect(host.notices()).toEqual(['Made made.md']);
  expect(host.read('made.md')).toBe('Made at 2026-11-05T16:20:00.000Z\n');
});
