import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { namesWithin } from '../../scripts/inner-names.mjs';
import { interfaceTexts } from '../../scripts/wording-plugin.mjs';
import { filled } from '../../src/i18n/fill';

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(path.join('src', file), 'utf8'));

describe('names that main.js has in short', () => {
  let names: readonly string[];
  beforeAll(async () => {
    names = await namesWithin();
  }, 60_000);

  it('are many', () => {
    expect(names.length).toBeGreaterThan(400);
  });

  it('are none that the app, the editor or a browser calls', () => {
    expect(names).not.toContain('onload');
    for (const file of ['obsidian/obsidian.d.ts', '@codemirror/view/dist/index.d.ts', 'typescript/lib/lib.dom.d.ts']) {
      const types = readFileSync(path.join('node_modules', file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
      const members = new Set([...types.matchAll(/^ +(?:[a-z]+ )*(\w+)[?(:<]/gm)].map(([, name]) => name));
      expect(members.size).toBeGreaterThan(100);
      expect(names.filter((name) => members.has(name))).toEqual([]);
    }
  });

  it('are none that scripts and other plugins ask for', () => {
    for (const name of ['renderHeatmap', 'renderTimeProgress', 'readingEntries', 'weeklyReport', 'features'])
      expect(names).not.toContain(name);
  });

  it('are written nowhere as text, by which a member could be looked up', () => {
    const wanted = new Set(names);
    const texts = sources.flatMap((source) => [...source.matchAll(/'([A-Za-z]\w+)'/g)].map(([, text]) => text ?? ''));
    expect(texts.filter((text) => wanted.has(text))).toEqual([]);
  });

  it('are read by no text of the interface, which names what it reads in data', () => {
    const folders = ['en', 'zh'].map((language) => path.join('src/i18n', language));
    const texts = folders.flatMap((dir) => readdirSync(dir).map((file) => readFileSync(path.join(dir, file), 'utf8')));
    const read = new Set(texts.flatMap((text) => [...text.matchAll(/\.([A-Za-z]\w+)/g)].map(([, name]) => name)));
    expect(read.size).toBeGreaterThan(20);
    expect(names.filter((name) => read.has(name))).toEqual([]);
  });

  it('are no keys of texts, which stand in data', async () => {
    const texts = filled('en', await interfaceTexts('src/i18n'));
    const keys = (group: unknown): string[] =>
      typeof group === 'object' && group !== null
        ? Object.entries(group).flatMap(([key, below]) => [key, ...keys(below)])
        : [];
    const wanted = new Set(names);
    expect(keys(texts).length).toBeGreaterThan(800);
    expect(keys(texts).filter((key) => wanted.has(key))).toEqual([]);
  });

  it('are none of what is kept on the device, in the settings or in a note’s properties', () => {
    const kept = [
      'path',
      'line',
      'date',
      'status',
      'stretches',
      'writing',
      'title',
      'authors',
      'week',
      'sources',
      'spans',
    ];
    expect(kept.filter((name) => names.includes(name))).toEqual([]);
  });
});
