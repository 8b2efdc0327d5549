import { mkdtemp, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { projectRoot } from '../../host/node/project';

/** Builds the probe plugin into a folder that the host can load. */
export async function buildProbe(): Promise<string> {
  const outdir = await mkdtemp(path.join(os.tmpdir(), 'research-handbook-probe-'));
  await build({
    absWorkingDir: projectRoot(),
    entryPoints: { main: 'test/platform/probe/reading-log-plugin.ts' },
    outdir,
    bundle: true,
    format: 'cjs',
    target: 'es2022',
    external: ['obsidian'],
    logLevel: 'error',
  });
  const manifest = { id: 'reading-log-probe', name: 'Probe', version: '1.0.0', minAppVersion: '1.13.0' };
  await writeFile(path.join(outdir, 'manifest.json'), JSON.stringify(manifest));
  return outdir;
}
