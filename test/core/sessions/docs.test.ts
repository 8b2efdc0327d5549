import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readHeatmapOptions } from '../../../src/core/heatmap/options';
import { parseLogLine } from '../../../src/core/reading/log-line';
import { GAP, MOST } from '../../../src/core/sessions/session';
import { YAML } from '../group/yaml';

const page = readFileSync(new URL('../../../docs/deep-work.md', import.meta.url), 'utf8');
const fence = (name: string): string => new RegExp(`^\`\`\`${name}\\n([^]*?)^\`\`\`$`, 'm').exec(page)?.[1] ?? '';

it('docs/deep-work.md has a line and a block that are read as it says, and the rules’ own numbers', () => {
  expect(parseLogLine(fence('log').trim())).toMatchObject({ text: 'ran the ablation', minutes: 135, deep: true });
  const { options, problems } = readHeatmapOptions(fence('calendar-heatmap'), YAML, new Map());
  expect([options.metric, problems.all]).toEqual(['deep', []]);
  expect([GAP, MOST]).toEqual([5 * 60_000, 12 * 60 * 60_000]);
  expect(page).toContain('Five minutes without a stamp');
  expect(page).toContain('At most twelve hours');
});
