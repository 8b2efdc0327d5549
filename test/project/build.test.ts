import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPlugin } from '../../scripts/build.mjs';

describe('the build', () => {
  let dir: string;
  beforeAll(async () => {
    dir = await mkdtemp(path.join(os.tmpdir(), 'rh-build-'));
  });
  afterAll(() => rm(dir, { recursive: true, force: true }));

  it('gives the same bytes twice, so that a release can be rebuilt and compared', async () => {
    const [first, second] = [path.join(dir, 'first'), path.join(dir, 'second')];
    await buildPlugin({ outdir: first });
    await buildPlugin({ outdir: second });
    for (const file of ['main.js', 'manifest.json', 'styles.css']) {
      const [a, b] = await Promise.all([readFile(path.join(first, file)), readFile(path.join(second, file))]);
      expect(a.length).toBeGreaterThan(0);
      expect(a.equals(b), file).toBe(true);
    }
  });

  it('holds no path of the machine it was made on', async () => {
    await buildPlugin({ outdir: dir });
    const main = await readFile(path.join(dir, 'main.js'), 'utf8');
    expect(main).not.toContain(path.resolve(import.meta.dirname, '../..'));
  });
});
