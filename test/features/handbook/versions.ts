// The built plugin with a synthetic version of the handbook (test/fixtures/packs) instead of the one it ships.
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import type { Host } from '../../host/node';
import { buildPlugin } from '../../../scripts/build.mjs';

const PACKS = path.resolve(import.meta.dirname, '../../fixtures/packs');
const made: string[] = [];

afterAll(async () => {
  await Promise.all(made.splice(0).map((dir) => rm(dir, { recursive: true, force: true })));
  built.clear();
});

const built = new Map<number, Promise<string>>();

/** A folder with the plugin as it would be built with version 1, 2 or 3 of the pack. */
export function pluginWith(version: 1 | 2 | 3): Promise<string> {
  const known = built.get(version);
  if (known !== undefined) return known;
  const outdir = mkdtempSync(path.join(os.tmpdir(), `rh-pack-${version}-`));
  made.push(outdir);
  const building = buildPlugin({ outdir, content: path.join(PACKS, `v${version}`) }).then(() => outdir);
  built.set(version, building);
  return building;
}

/** Waits until the app has stopped at the planned write, or the work ended before it. */
export async function stopped(host: Host, work: Promise<unknown>): Promise<void> {
  let ended = false;
  const end = (): void => {
    ended = true;
  };
  work.then(end, end);
  while (!ended && !host.faults.stopped) await new Promise((done) => setTimeout(done, 5));
}
