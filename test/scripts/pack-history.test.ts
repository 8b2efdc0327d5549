import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { historyOf, packsOfTags } from '../../scripts/pack-history.mjs';
import { readPack } from '../../scripts/texts-plugin.mjs';

const FIXTURES = path.resolve(import.meta.dirname, '../fixtures/packs');
const fixture = (version: number, language: string): string => path.join(FIXTURES, `v${version}`, language);

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'rh-history-'));
});
afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
});

function release(version: number, tag: string): void {
  const git = (...args: string[]): void => {
    execFileSync('git', ['-C', dir, '-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
      stdio: 'ignore',
    });
  };
  if (version === 1) git('init');
  rmSync(path.join(dir, 'src'), { recursive: true, force: true });
  for (const language of ['en', 'zh']) {
    cpSync(fixture(version, language), path.join(dir, 'src/content', language), { recursive: true });
  }
  git('add', '-A');
  git('commit', '-m', tag);
  git('tag', tag);
}

describe('the history of a pack', () => {
  it('comes from the release tags, newest first, Chinese paths and all', async () => {
    release(1, '0.9.0');
    release(2, '0.10.0');
    execFileSync('git', ['-C', dir, 'tag', 'not-a-release']);
    for (const language of ['en', 'zh']) {
      const packs = packsOfTags(dir, 'src/content', language);
      expect(packs).toHaveLength(2);
      expect(packs[0]?.manifest).toContain('version: 2');
      const current = (await readPack(fixture(3, language))) ?? { manifest: '', notes: {} };
      // The fixture's own history was made from the same folders.
      expect(await historyOf(current, packs)).toBe(
        readFileSync(path.join(fixture(3, language), 'history.json'), 'utf8'),
      );
    }
  });

  it('comes from further commits as well, for texts that were never released', () => {
    release(1, '0.9.0');
    const commit = execFileSync('git', ['-C', dir, 'rev-parse', 'HEAD'], { encoding: 'utf8' }).trim();
    execFileSync('git', ['-C', dir, 'tag', '--delete', '0.9.0'], { stdio: 'ignore' });
    release(2, '0.10.0');
    const versions = (commits?: readonly string[]): string[] =>
      packsOfTags(dir, 'src/content', 'en', commits).map(({ manifest }) => /version: \d/.exec(manifest)?.[0] ?? '');
    expect(versions()).toEqual(['version: 2']);
    expect(versions([commit])).toEqual(['version: 2', 'version: 1']);
  });

  it('keeps three versions, and fewer where they weigh too much', async () => {
    const pack = (version: number): { manifest: string; notes: Record<string, string> } => ({
      manifest: `version: ${version}\nnotes:\n  - id: a\n    path: A.md\n`,
      notes: {
        'A.md': `---\nhandbook-version: ${version}\n---\n${Array.from({ length: 40 }, (_, i) => `${version}-${i * 7919}`).join('\n')}\n`,
      },
    });
    const earlier = [4, 3, 2, 1].map(pack);
    const versions = async (options?: object): Promise<string[]> => {
      const text = await historyOf(pack(5), earlier, options);
      return Object.keys((JSON.parse(text ?? '{"a":{"versions":{}}}') as { a: { versions: object } }).a.versions);
    };
    expect(await versions()).toEqual(['2', '3', '4']);
    const whole = gzipSync(JSON.stringify(JSON.parse((await historyOf(pack(5), earlier)) ?? ''))).length;
    expect(await versions({ budget: whole })).toEqual(['2', '3', '4']);
    expect(await versions({ budget: whole - 1 })).toEqual(['3', '4']);
    expect(await versions({ budget: 0 })).toEqual([]);
    expect(await historyOf(pack(1), [pack(1)])).toBeNull();
  });
});
