import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { namedRanges } from '../../../src/core/heatmap/named-ranges';
import { COMBINATIONS } from '../../../src/core/heatmap/combine';
import * as heatmapOptions from '../../../src/core/heatmap/options';
import { heatmap } from '../../../src/i18n/en/heatmap';
import { PALETTES } from '../../../src/core/heatmap/palette';

const { HEATMAP_KEYS, readHeatmapOptions } = heatmapOptions;
const page = readFileSync(path.resolve(__dirname, '../../../docs/heatmap.md'), 'utf8');
const examples = [...page.matchAll(/^```calendar-heatmap\n([\s\S]*?)^```$/gm)].map((match) => match[1] ?? '');
const yaml = { parse: (text: string): unknown => parse(text), stringify: (value: unknown) => stringify(value) };
const spans = namedRanges('Autumn term: 2026-09-07..2027-01-15');

describe('the documentation page', () => {
  it('has examples', () => {
    expect(examples.length).toBeGreaterThan(20);
  });

  it.each(examples)('its example is understood:\n%s', (text) => {
    expect(readHeatmapOptions(text, yaml, spans).problems.all).toEqual([]);
  });

  it('shows each option in an example, and in its table', () => {
    const shown = new Set(examples.flatMap((text) => Object.keys((parse(text) as object | null) ?? {})));
    expect([...shown].sort()).toEqual([...HEATMAP_KEYS].sort());
    const table = page.slice(page.indexOf('| option'), page.indexOf('## source'));
    for (const key of HEATMAP_KEYS) expect(table).toContain(`\`${key}\``);
  });

  it('names each option of a base’s view', () => {
    const { date, value, combine, range, palette, unit } = heatmap.bases;
    const section = page.slice(page.indexOf('## In a base'), page.indexOf('## From a script'));
    for (const name of [date, value, combine, range, palette, unit]) expect(section).toContain(`| ${name} `);
  });

  it('names every value there is, of each list that the options export', () => {
    const exported: readonly unknown[] = Object.values(heatmapOptions);
    const lists = exported.filter((one): one is readonly string[] => Array.isArray(one));
    expect(lists.length).toBeGreaterThan(3);
    for (const value of [...lists.flat(), ...COMBINATIONS, ...PALETTES]) expect(page).toContain(`\`${value}\``);
  });
});
