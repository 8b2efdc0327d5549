import { describe, expect, it } from 'vitest';
import {
  EXPERIMENT_STATUSES,
  experimentNote,
  readExperiment,
  type Experiment,
  type ExperimentStatus,
} from '../../../src/core/experiments/experiment-note';
import { experimentWeek } from '../../../src/core/experiments/week';
import { en } from '../../../src/i18n/en';
import { zh } from '../../../src/i18n/zh';
import { EXPERIMENT } from '../../features/experiments/vault';

const read = (text: string, status: ExperimentStatus = 'running'): Experiment =>
  readExperiment(text, status, {
    headings: [zh.report.note.experiments.parts, en.report.note.experiments.parts],
    logHeadings: ['日志', 'Log'],
    isPrivate: (link) => link === 'secret',
  });

it('an experiment is what its properties say', () => {
  expect(experimentNote('a.md', { type: ' Experiment ', status: 'done' })).toEqual({
    path: 'a.md',
    status: 'done',
    isPrivate: false,
  });
  expect(experimentNote('a.md', { type: 'experiment', status: 7 })?.status).toBe(EXPERIMENT_STATUSES[0]);
  expect(experimentNote('a.md', { type: 'idea' })).toBeNull();
});

describe('what is missing', () => {
  it('is nothing but what comes at the end, while it runs', () => {
    expect(read(EXPERIMENT).missing).toEqual([]);
    expect(read(EXPERIMENT, 'done').missing).toEqual(['verdict', 'why']);
  });

  it.each([en, zh])('is all of a new note, whose hints count as nothing', ({ experiments: t }) => {
    const text = t.note('a', `%% ${t.hint} %%`);
    expect(read(text, 'planned').missing).toEqual(['hypothesis', 'data', 'baseline']);
    expect(read(text, 'failed').missing).toEqual(['hypothesis', 'data', 'baseline', 'verdict', 'why']);
    expect(read(t.note('a', 'It holds.'), 'planned').missing).toEqual(['data', 'baseline']);
  });

  it('a baseline is a number in its column, and words are none', () => {
    const table = (cell: string): Experiment =>
      read(`## 结果\n\n| 指标 | 基线 | 这次 |\n| --- | --- | --- |\n| **Top-1** | ${cell} | 70 |\n`);
    expect(table('88.1 ± 0.3').baselines).toMatchObject([{ name: 'Top-1', value: 88.1, text: '88.1 ± 0.3' }]);
    expect(table('待补').baselines).toEqual([]);
    expect(read('## Results\n\n| Metric | Mine |\n| --- | --- |\n| a | 1 |\n').missing).toContain('baseline');
  });
});

describe('a verdict', () => {
  const verdict = (line: string): string => read(`## Results\n\n${line}\n`).verdict;
  it('stands behind its word, in either language, links as words', () => {
    expect(verdict('Verdict: holds, see [[mae|MAE]]')).toBe('holds, see MAE');
    expect(verdict('- **判断**：成立')).toBe('成立');
    expect(verdict('Verdict:')).toBe('');
  });

  it('is not told where it is private or names a private note, and is not missing either', () => {
    for (const line of ['Verdict: holds [private:: true]', 'Verdict: as in [[secret]]']) {
      expect(verdict(line)).toBe('');
      expect(read(`## Results\n\n${line}\n`, 'done').missing).not.toContain('verdict');
    }
  });
});

describe('a week', () => {
  const week = (text: string, more: object = {}): ReturnType<typeof experimentWeek> =>
    experimentWeek(
      { path: 'a.md', status: 'running', isPrivate: false, ...read(text), ...more },
      '2026-08-03',
      '2026-08-09',
    );

  it('has the runs of its days, the best of them and how far it lies from the baseline', () => {
    expect(week(EXPERIMENT)).toMatchObject({
      ...{ path: 'a.md', status: 'running', runs: 4, without: 1, verdict: '', missing: [] },
      results: [
        { metric: { name: 'top1', text: '68.4' }, isBest: true, baseline: { text: '66.1' } },
        { metric: { name: 'loss', text: '0.35' }, isBest: true, baseline: null },
      ],
    });
  });

  it('has what is private in none of its parts, and is none where all of it is', () => {
    const text = EXPERIMENT.replace('68.4]', '68.4] [private:: true]').replace('| 66.1 |', '| 66.1 [private:: true] |');
    expect(week(text)).toMatchObject({
      runs: 3,
      results: [{ metric: { text: '67.9' }, baseline: null }, { metric: { text: '0.36' } }],
    });
    expect(week(EXPERIMENT.replace(/( \[metric::.*)/g, '$1 [private:: true]'))).toBeNull();
    expect(week(EXPERIMENT, { isPrivate: true })).toBeNull();
    expect(week('## Log\n\n- 2026-08-10 [metric:: a 1]\n')).toBeNull();
  });

  it('shows the last number where no two differ, and says what is no number where there is none', () => {
    const result = (...values: readonly string[]): unknown =>
      week(`## Log\n\n${values.map((value) => `- 2026-08-04 [metric:: a ${value}]`).join('\n')}\n`)?.results;
    expect(result('1', 'NaN')).toMatchObject([{ metric: { text: '1' }, isBest: false }]);
    expect(result('NaN')).toMatchObject([{ metric: { text: 'NaN' }, isBest: false }]);
    expect(result('')).toEqual([]);
  });
});
