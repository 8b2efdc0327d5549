import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { readHeatmapScriptOptions } from '../../../src/core/heatmap/options';
import {
  readHandbookStepsOptions,
  readHomeOptions,
  readReadingNowOptions,
  readThisWeekOptions,
} from '../../../src/core/home/options';
import { HOME_SECTIONS } from '../../../src/core/home/sections';
import { readProgressScriptOptions } from '../../../src/core/progress/options';

const page = readFileSync(new URL('../../../docs/home.md', import.meta.url), 'utf8');
const yaml = { parse: (text: string) => parse(text) as unknown, stringify: (value: unknown) => stringify(value) };
const readers = {
  'research-home': readHomeOptions,
  'this-week': readThisWeekOptions,
  'reading-now': readReadingNowOptions,
  'handbook-steps': readHandbookStepsOptions,
};
const examples = Object.entries(readers).flatMap(([block, read]) =>
  [...page.matchAll(new RegExp(`^\`\`\`${block}\\n([^]*?)^\`\`\`$`, 'gm'))].map((found) => ({
    block,
    source: found[1] ?? '',
    problems: read(found[1] ?? '', yaml).problems,
  })),
);

describe('docs/home.md', () => {
  it('has an example of each block', () => {
    expect(new Set(examples.map(({ block }) => block))).toEqual(new Set(Object.keys(readers)));
  });

  it.each(examples)('$block draws without a complaint:\n$source', ({ problems }) => {
    expect(problems).toEqual([]);
  });

  it('lists the sections in the order that is usual', () => {
    const shown = examples.find(({ source }) => source.startsWith('sections: ['));
    expect(readHomeOptions(shown?.source ?? '', yaml).options.sections).toEqual(HOME_SECTIONS);
    for (const section of HOME_SECTIONS) expect(page).toContain(`| \`${section}\``);
  });

  it('gives the widgets options that they know', () => {
    const { options } = readHomeOptions(examples.find(({ source }) => source.includes('limit: 5'))?.source ?? '', yaml);
    expect(
      readProgressScriptOptions(options.timeProgress, { named: { spans: [], unreadable: [] }, weeklyGoalMinutes: 0 })
        .problems,
    ).toEqual([]);
    expect(readHeatmapScriptOptions(options.heatmap, new Map()).problems.all).toEqual([]);
    expect(options.timeProgress).not.toBeNull();
    expect(options.heatmap).not.toBeNull();
  });
});
