// Builds the host and the plugin once per run, into a temporary folder, so that concurrent runs never meet.
import { rmSync } from 'node:fs';
import { copyFile, mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import type { TestProject } from 'vitest/node';
import { buildAll, type HostBuild } from '../node/build';
import { projectRoot } from '../node/project';
import { withPlainNotes } from './plain-notes';

declare module 'vitest' {
  interface ProvidedContext {
    hostBuild: HostBuild;
  }
}

/** Both projects that need the build (jsdom, Chromium) run in one process: they share it. */
const shared = globalThis as { researchHandbookBuild?: Promise<HostBuild> };

async function buildOnce(): Promise<HostBuild> {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'research-handbook-run-'));
  process.once('exit', () => {
    rmSync(dir, { recursive: true, force: true });
  });
  const sample = path.join(projectRoot(), 'test/host/fixtures/sample');
  const [built] = await Promise.all([
    buildAll(dir).then(withPlainNotes),
    build({
      entryPoints: [path.join(sample, 'main.ts')],
      bundle: true,
      format: 'cjs',
      external: ['obsidian', '@codemirror/*'],
      outfile: path.join(dir, 'sample/main.js'),
    }).then(() => copyFile(path.join(sample, 'manifest.json'), path.join(dir, 'sample/manifest.json'))),
  ]);
  return built;
}

export default async function setup(project: TestProject): Promise<void> {
  shared.researchHandbookBuild ??= buildOnce();
  project.provide('hostBuild', await shared.researchHandbookBuild);
}
