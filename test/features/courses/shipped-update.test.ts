// A newer list of a course that ships, in a vault whose student has worked with the one before it.
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { buildPlugin } from '../../../scripts/build.mjs';
import { type Host, openHost } from '../../host/node';
import { stopped } from '../handbook/versions';
import { COURSE, DAY, PATH } from './vault';

let dir = '';
let host: Host;
beforeAll(async () => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'rh-courses-'));
  mkdirSync(path.join(dir, 'content'));
  cpSync('src/courses', path.join(dir, 'courses'), { recursive: true });
  const list = '- makemore: bigrams\n- makemore: MLP\n- nanochat\n- GPT from scratch\n- GPT tokenizer\n';
  const newer = `---\nas-of: 2027-02-01\n---\n\n# Neural Networks: Zero to Hero\n\n- micrograd\n${list}`;
  writeFileSync(path.join(dir, 'courses/zero-to-hero/2027-02-01.md'), newer);
  await buildPlugin({ outdir: path.join(dir, 'plugin'), texts: 'plain', content: path.join(dir, 'content') });
});
afterAll(() => rm(dir, { recursive: true, force: true }));
afterEach(() => host.close());

const MINE = COURSE.replace('[ ] micrograd', '[x] micrograd')
  .replace('- [ ] makemore: MLP', '- [ ] my own  \n\n- [-] makemore: MLP')
  .replace('- [ ] GPT tokenizer', '- [ ] GPT tokenizer (twice)');

async function openUpdate(): Promise<void> {
  host = await openHost({ plugin: path.join(dir, 'plugin'), now: DAY, language: 'en', files: { [PATH]: MINE } });
  await host.open(PATH, 'preview');
  await host.settle();
  await host.click('.rh-course .rh-foot button');
  await host.settle();
}

/** By the two lists: nanochat comes, three go; of what went nothing was the student's. */
const MERGED = MINE.replace('as-of: 2026-11-30', 'as-of: 2027-02-01').replace(
  '- [ ] makemore: activations, gradients, BatchNorm\n- [ ] makemore: backprop ninja\n- [ ] makemore: WaveNet\n',
  '- [ ] nanochat\n',
);

it('says what comes and goes, and waits; then ticks and own lines are there, byte for byte', async () => {
  await openUpdate();
  expect(
    host
      .$$('.modal p')
      .map((one) => one.textContent)
      .slice(1),
  ).toEqual([
    '+ nanochat',
    '− makemore: activations, gradients, BatchNorm',
    '− makemore: backprop ninja',
    '− makemore: WaveNet',
  ]);
  await host.click('.modal button:not(.mod-cta)');
  await host.settle();
  expect(host.faults.writes).toEqual([]);
  await host.click('.rh-course .rh-foot button');
  await host.settle();
  await host.click('.modal .mod-cta');
  await host.settle();
  expect(host.read(PATH)).toBe(MERGED);
  expect(host.$$('.rh-course .rh-foot')).toEqual([]);
});

it('is whole where the app dies right after the write, and not there where the write fails', async () => {
  await openUpdate();
  host.faults.plan({ failWrite: 1 });
  await host.click('.modal .mod-cta');
  await host.settle();
  expect([host.read(PATH), host.notices().join().includes('could not be written')]).toEqual([MINE, true]);
  await host.click('.rh-course .rh-foot button');
  await host.settle();
  host.faults.plan({ stopAfterWrite: 1 });
  await stopped(host, host.click('.modal .mod-cta'));
  expect(host.read(PATH)).toBe(MERGED);
});
