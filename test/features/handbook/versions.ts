// The built plugin with a synthetic version of the handbook (test/fixtures/packs) instead of the one it ships.
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { currentBuild, type Host } from '../../host/node';
import { buildPlugin } from '../../../scripts/build.mjs';

const PACKS = path.resolve(import.meta.dirname, '../../fixtures/packs');
const built = new Map<number, Promise<string>>();

/** A folder with the plugin as it would be built with version 1, 2 or 3 of the pack: built once a run, for all its processes. */
export function pluginWith(version: 1 | 2 | 3): Promise<string> {
  const building = built.get(version) ?? buildWith(version);
  built.set(version, building);
  return building;
}

async function buildWith(version: 1 | 2 | 3): Promise<string> {
  const folder = path.join((await currentBuild()).dir, `pack-${String(version)}`);
  if (existsSync(folder)) return folder;
  const outdir = `${folder}-${String(process.pid)}`;
  await buildPlugin({ outdir, texts: 'plain', content: path.join(PACKS, `v${String(version)}`) });
  // Whole or not there at all; where another process was first, its folder is the same.
  await rename(outdir, folder).catch(async (error: unknown) => {
    if (!existsSync(folder)) throw error;
    await rm(outdir, { recursive: true });
  });
  return folder;
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
