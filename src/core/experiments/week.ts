import type { IsoDate } from '../ports';
import type { Experiment, ExperimentNote, ExperimentStatus, MissingPart } from './experiment-note';
import { difference } from './metric';
import { isWithout, metricColumns } from './runs';

/** What ran of an experiment in some days; what is private is not there. */
export interface ExperimentWeek {
  readonly path: string;
  readonly status: ExperimentStatus;
  readonly runs: number;
  /** How many of them came to no number. */
  readonly without: number;
  readonly results: readonly {
    readonly name: string;
    /** The best value of these days, or the last, as written. */
    readonly text: string;
    /** Whether it is the best of several. */
    readonly isBest: boolean;
    /** The baseline and how far the value lies from it. */
    readonly baseline: readonly [string, string] | null;
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
    if (shown === undefined || shown.text === '') return [];
    const by = shown.value === null || baseline?.value == null ? null : difference(shown.value, baseline.value);
    return [
      {
        name: shown.name,
        text: shown.text,
        isBest: best !== null,
        baseline: by === null ? null : ([baseline?.text ?? '', by] as const),
      },
    ];
  });
  const { verdict, missing } = experiment;
  return { path, status, runs: runs.length, without: runs.filter(isWithout).length, results, verdict, missing };
}
