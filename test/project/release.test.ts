import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { joinStyles } from '../../scripts/styles.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): Record<string, unknown> =>
  JSON.parse(readFileSync(path.join(root, file), 'utf8')) as Record<string, unknown>;

// The rules are those of Obsidian's community review of plugins.
describe('manifest.json', () => {
  const manifest = read('manifest.json');

  it('holds only keys that the directory knows', () => {
    const known = 'id name author version minAppVersion description isDesktopOnly authorUrl fundingUrl'.split(' ');
    expect(Object.keys(manifest).filter((key) => !known.includes(key))).toEqual([]);
  });

  it('has the id that settings, commands and the CLI are known by', () => {
    expect(manifest).toMatchObject({ id: 'research-handbook', name: 'Research Handbook', isDesktopOnly: false });
    expect(manifest['minAppVersion']).toBe('1.13.0');
  });

  it('has a description that the review accepts', () => {
    expect(manifest['description']).toMatch(/^[A-Z][A-Za-z0-9 .,!?'"-]{8,248}\.$/);
    expect(manifest['description']).not.toMatch(/obsidian|plugin/i);
  });

  it('has one version with package.json, versions.json and the changelog', () => {
    const version = manifest['version'] as string;
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(read('package.json')['version']).toBe(version);
    expect(read('versions.json')[version]).toBe(manifest['minAppVersion']);
    expect(readFileSync(path.join(root, 'CHANGELOG.md'), 'utf8')).toContain(`## ${version}`);
  });
});

describe('the repository', () => {
  it('holds a licence, a lockfile, and in both READMEs what the plugin asks of the network and keeps', () => {
    for (const file of ['LICENSE', 'package-lock.json'])
      expect(readFileSync(path.join(root, file), 'utf8')).not.toBe('');
    expect(readFileSync(path.join(root, 'README.md'), 'utf8')).toMatch(/^Network:|## .*network/im);
    expect(readFileSync(path.join(root, 'README.zh.md'), 'utf8')).toMatch(/联网|网络/);
  });
});

describe('styles.css', () => {
  let css = '';
  beforeAll(async () => {
    css = (await joinStyles()).replace(/\/\*[\s\S]*?\*\//g, '');
  });

  it('names no colour of its own and forces nothing', () => {
    expect(css).not.toMatch(/#[0-9a-f]{3,8}\b(?![^{]*\{)/i);
    expect(css).not.toMatch(/\b(rgb|hsl)a?\(/);
    expect(css).not.toContain('!important');
    expect(css).not.toContain(':has(');
  });

  it('styles only its own classes', () => {
    const selectors = [...css.matchAll(/([^{}]+)\{/g)]
      .map((match) => match[1]?.trim() ?? '')
      .filter((text) => !text.startsWith('@'));
    const foreign = selectors.filter((text) => text !== '' && !/\.rh-|^(from|to|\d+%)/.test(text));
    expect(foreign).toEqual([]);
  });
});

describe('npm version', () => {
  let dir = '';
  const run = (command: string, ...args: string[]): string =>
    execFileSync(command, args, { cwd: dir, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const at = (file: string): string => readFileSync(path.join(dir, file), 'utf8');
  beforeAll(() => {
    dir = mkdtempSync(path.join(os.tmpdir(), 'rh-version-'));
    const files = ['package.json', 'manifest.json', 'versions.json', 'CHANGELOG.md', '.npmrc'];
    for (const file of files) cpSync(path.join(root, file), path.join(dir, file));
    for (const script of ['version.mjs', 'release-notes.mjs'])
      cpSync(path.join(root, 'scripts', script), path.join(dir, 'scripts', script));
    run('git', 'init', '--quiet');
    run('git', 'config', 'user.name', 't');
    run('git', 'config', 'user.email', 't@example.org');
    run('git', 'add', '-A');
    run('git', 'commit', '--quiet', '-m', 'a');
  }, 60_000);
  afterAll(() => {
    rmSync(dir, { recursive: true });
  });

  it('changes nothing where the changelog says nothing new', () => {
    const before = at('manifest.json');
    expect(() => run('npm', 'version', '9.8.7')).toThrow(/no “## Unreleased”/);
    expect(at('manifest.json')).toBe(before);
    expect(run('git', 'status', '--short')).toBe('');
  });

  it('has every file follow, in one commit and a tag without a `v`, whose notes are the changelog’s', () => {
    writeFileSync(
      path.join(dir, 'CHANGELOG.md'),
      at('CHANGELOG.md').replace('## 0.1.0', '## Unreleased\n\n- New.\n\n## 0.1.0'),
    );
    run('git', 'commit', '--quiet', '-am', 'b');
    run('npm', 'version', '9.8.7');
    expect(run('git', 'tag')).toBe('9.8.7\n');
    expect(run('git', 'status', '--short')).toBe('');
    for (const file of ['package.json', 'manifest.json'])
      expect(JSON.parse(at(file)), file).toMatchObject({ version: '9.8.7' });
    expect(JSON.parse(at('versions.json'))).toEqual({ ...read('versions.json'), '9.8.7': '1.13.0' });
    expect(run('node', 'scripts/release-notes.mjs', '9.8.7')).toBe('- New.\n');
    expect(() => run('node', 'scripts/release-notes.mjs', '9.8')).toThrow(/no section “## 9\.8”/);
  });
});

describe('the release’s workflow', () => {
  const workflow = readFileSync(path.join(root, '.github/workflows/release.yml'), 'utf8');

  it('runs the scenarios in the real app, as a package of its own that is pinned and that this one does not install', () => {
    const places = [...workflow.matchAll(/working-directory: (.*)/g)].map(([, place = '']) => place);
    expect([...new Set(places)]).toEqual(['test/wdio']);
    const pinned = read('test/wdio/package.json')['devDependencies'] as Record<string, string>;
    expect(Object.values(pinned).filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
    expect(pinned['webdriverio']).toBe(pinned['@wdio/cli']); // types of two versions do not fit
    expect(pinned['obsidian']).toBe((read('package.json')['devDependencies'] as Record<string, string>)['obsidian']);
    expect(read('package.json')).not.toHaveProperty('workspaces');
  });

  it('tests on three systems, compares what they built, attests and attaches what Obsidian installs', () => {
    for (const system of ['ubuntu', 'macos', 'windows']) expect(workflow).toContain(`${system}-latest`);
    expect(workflow).toMatch(/sha256sum --check/);
    const attached = /gh release create .*$/m.exec(workflow)?.[0] ?? '';
    for (const file of ['main.js', 'manifest.json', 'styles.css']) {
      expect(attached).toContain(` ${file}`);
      expect(/subject-path: '(.*)'/.exec(workflow)?.[1]).toContain(file);
    }
  });

  it('runs only scripts that are there', () => {
    const scripts = [...workflow.matchAll(/node (scripts\/[\w-]+\.mjs)/g)].map(([, file = '']) => file);
    expect(scripts.length).toBeGreaterThan(0);
    for (const file of scripts) expect(readFileSync(path.join(root, file), 'utf8')).not.toBe('');
  });
});
