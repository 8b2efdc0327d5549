import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { EXPERIMENT_STATUSES, readExperiment } from '../../../src/core/experiments/experiment-note';
import { isLessBetter } from '../../../src/core/experiments/metric';
import { metricColumns, RUN_FIELDS } from '../../../src/core/experiments/runs';
import { NOTE_KEYS, readNoteOptions } from '../../../src/core/options/note-option';
import { en } from '../../../src/i18n/en';
import { zh } from '../../../src/i18n/zh';
import { YAML } from '../group/yaml';

const page = readFileSync(new URL('../../../docs/experiments.md', import.meta.url), 'utf8');
const fence = (name: string): string => new RegExp(`^\`\`\`${name}\\n([^]*?)^\`\`\`$`, 'm').exec(page)?.[1] ?? '';

it('has a note whose runs are read as the page says', () => {
  const rules = { headings: [en.report.note.experiments.parts], logHeadings: ['Log'], isPrivate: () => false };
  const { runs, baselines, missing } = readExperiment(fence('markdown'), 'running', rules);
  expect(missing).toEqual([]);
  expect(readExperiment(fence('markdown'), 'done', rules).missing).toEqual(['verdict', 'why']);
  expect(metricColumns(runs, baselines).map(({ name, best, baseline }) => [name, best, baseline?.value])).toEqual([
    ['top1', 68.4, 66.1],
    ['loss', 0.35, undefined],
  ]);
  for (const heading of Object.values(zh.report.note.experiments.parts)) expect(page).toContain(heading);
  for (const status of EXPERIMENT_STATUSES) expect(page).toContain(`\`${status}\``);
  for (const field of RUN_FIELDS) expect(page).toContain(`| \`${field}\``);
});

it('names what is better when less of it is there', () => {
  const [, listed = ''] = /\n- less is better([^]*?);\n/.exec(page) ?? [];
  const names = [...listed.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((name) => !isLessBetter(name))).toEqual([]);
});

it('has an example of each option of the block, and a row', () => {
  const { options, problems } = readNoteOptions(fence('experiment-runs'), YAML);
  expect([options.path, problems]).toEqual(['Experiments/MAE ablation', []]);
  for (const key of NOTE_KEYS) expect(page).toContain(`| \`${key}\``);
});
