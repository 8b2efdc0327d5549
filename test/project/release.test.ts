import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
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
