import type { IsoDate } from '../ports';
import type { Experiment, ExperimentNote, ExperimentStatus, MissingPart } from './experiment-note';
import type { Metric } from './metric';
import { isWithout, metricColumns } from './runs';

/** What ran of an experiment in some days; what is private is not there. */
export interface ExperimentWeek {
  readonly path: string;
  readonly status: ExperimentStatus;
  readonly runs: number;
  /** How many of them came to no number. */
  readonly without: number;
  readonly results: readonly {
    /** The best of these days, or the last. */
    readonly metric: Metric;
    /** Whether it is the best of several. */
    readonly isBest: boolean;
    readonly baseline: Metric | null;
  }[];
  readonly verdict: string;
  readonly missing: readonly MissingPart[];
}

/** Null where nothing ran from the first day to the last one, or nothing that is not private. */
export function experimentWeek(
  { path, status, isPrivate, ...experiment }: ExperimentNote & Experiment,
  from: IsoDate,
  to: IsoDate,
): ExperimentWeek | null {
  const runs = experiment.runs.filter((run) => !run.private && from <= run.date && run.date <= to);
  if (isPrivate || runs.length === 0) return null;
  const results = metricColumns(runs, experiment.baselines).flatMap(({ cells, best, baseline }) => {
    const said = cells.filter((cell) => cell !== null);
    const numbers = said.filter(({ value }) => value !== null);
    const shown = numbers.find(({ value }) => value === best) ?? numbers.at(-1) ?? said.at(-1);
    return shown === undefined || shown.text === '' ? [] : { metric: shown, isBest: best !== null, baseline };
  });
  const { verdict, missing } = experiment;
  return { path, status, runs: runs.length, without: runs.filter(isWithout).length, results, verdict, missing };
}
