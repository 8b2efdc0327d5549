import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { type Host, openHost } from '../host/node';

const OCCUPIER = path.resolve(import.meta.dirname, '../host/fixtures/occupier');
const NOTE = '```time-progress\n```\n\n```rh-time-progress\n```\n';

let host: Host;
afterEach(() => host.close());

it('draws blocks under their names and under rh- names', async () => {
  host = await openHost({ plugin: true, files: { 'a.md': NOTE } });
  await host.open('a.md', 'preview');
  expect(host.$$('.rh-time-progress')).toHaveLength(2);
  expect(host.notices()).toEqual([]);
});

it('loads although another plugin holds a name, works under rh-<name>, and says so once', async () => {
  host = await openHost({ plugin: OCCUPIER, files: { 'a.md': NOTE } });
  await host.loadPlugin(true);
  expect(host.notices()).toEqual([expect.stringMatching(/“time-progress”.*“rh-time-progress”/)]);
  await host.open('a.md', 'preview');
  expect(host.text('.block-language-time-progress')).toBe('drawn by the other plugin');
  expect(host.$$('.block-language-rh-time-progress .rh-time-progress')).toHaveLength(1);
  expect(host.errors).toEqual([]);
});
