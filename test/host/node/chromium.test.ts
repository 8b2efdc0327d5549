import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { findChromium } from '../../../scripts/chromium.mjs';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'browsers-'));
  vi.stubEnv('CHROMIUM', undefined);
  vi.stubEnv('CHROME_PATH', undefined);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

async function fakeBrowser(name: string, exitCode: number): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, `#!/bin/sh\nexit ${String(exitCode)}\n`);
  await chmod(file, 0o755);
  return file;
}

it('takes the browser that is named, and says so where it cannot be run', async () => {
  const file = await fakeBrowser('mine', 0);
  vi.stubEnv('CHROMIUM', file);
  expect(await findChromium()).toBe(file);
  vi.stubEnv('CHROMIUM', path.join(folder, 'nothing'));
  await expect(findChromium()).rejects.toThrow(/CHROMIUM.*nothing/);
});

it.runIf(process.platform === 'linux')('finds one on the path, passing over one that does not run', async () => {
  await fakeBrowser('chromium', 1);
  const good = await fakeBrowser('microsoft-edge', 0);
  vi.stubEnv('PATH', `${folder}:/bin`); // `sh` must be found
  const found = await findChromium();
  expect([good, '/bin/chromium', '/bin/google-chrome']).toContain(found);
  expect(found).not.toBe(path.join(folder, 'chromium'));
});
