import { inlineFields, withoutRanges } from '../markdown/inline-fields';
import type { IsoDate } from '../ports';
import type { WorkLine } from '../sessions/work-lines';
import { isLessBetter, metricKey, parseMetric, type Metric } from './metric';

/** A line in an experiment's log that says a metric, or with what it ran. */
export interface Run {
  /** From 0. */
  readonly line: number;
  readonly date: IsoDate;
  /** The rest of the line. */
  readonly text: string;
  readonly metrics: readonly Metric[];
  readonly commit: string;
  readonly private: boolean;
}

/** Fields that make a line one of a run. */
export const RUN_FIELDS: readonly string[] = ['metric', 'commit', 'repo', 'config', 'run-url'];

/** Reads a line of the log; null where it is none of a run. */
export function readRun({ line, date, text, private: isPrivate }: WorkLine): Run | null {
  const fields = inlineFields(text).filter(({ key }) => RUN_FIELDS.includes(key));
  if (fields.length === 0) return null;
  const valuesOf = (wanted: string): string[] => fields.flatMap(({ key, value }) => (key === wanted ? value : []));
  return {
    line,
    date,
    text: withoutRanges(text, fields),
    metrics: valuesOf('metric').flatMap(readMetrics),
    commit: valuesOf('commit').at(-1) ?? '',
    private: isPrivate,
  };
}

/** Metrics in one text, several separated by semicolons. */
export function readMetrics(text: string): Metric[] {
  return text.split(/[;；]/).flatMap((one) => (one.trim() === '' ? [] : parseMetric(one)));
}

/** Whether a run came to no number, since it failed or tells of none. */
export function isWithout({ metrics }: Run): boolean {
  return metrics.every(({ value }) => value === null);
}

/** One metric over the runs. */
export interface MetricColumn {
  /** Without an arrow, the unit in brackets. */
  readonly name: string;
  readonly isLess: boolean;
  /** A place for each run; null where it says nothing of it. */
  readonly cells: readonly (Metric | null)[];
  /** The best value; null where no two differ, so that there is none. */
  readonly best: number | null;
  readonly baseline: Metric | null;
}

/**
 * The metrics of some runs, in the order in which they first appear. Values with another unit are another metric, since
 * nobody knows how the two compare; what is no number belongs to the first of its name.
 */
export function metricColumns(runs: readonly Run[], baselines: readonly Metric[]): MetricColumn[] {
  const all = runs.flatMap(({ metrics }) => metrics);
  const heads: Metric[] = [];
  for (const metric of [...all.filter(({ value }) => value !== null), ...all]) {
    if (!heads.some((head) => isOf(metric, head))) heads.push(metric);
  }
  const first = (head: Metric): number => all.findIndex((one) => isNamed(one, head));
  heads.sort((a, b) => first(a) - first(b));
  return heads.map((head) => {
    const cells = runs.map(
      ({ metrics }) => metrics.filter((one) => heads.find((other) => isOf(one, other)) === head).at(-1) ?? null,
    );
    // One with an arrow speaks for all.
    const isLess = isLessBetter(all.find((one) => /[↓↑]/.test(one.name) && isNamed(one, head))?.name ?? head.name);
    const values = cells.flatMap((cell) => cell?.value ?? []).sort((a, b) => (isLess ? a - b : b - a));
    const [best = null] = values;
    return {
      ...{ name: head.name.replace(/ ?[↓↑]/g, '') + (head.unit === '' ? '' : ` (${head.unit})`), isLess, cells },
      best: best === values.at(-1) ? null : best,
      baseline: baselines.find((one) => isNamed(one, head) && (one.unit === '' || one.unit === head.unit)) ?? null,
    };
  });
}

function isNamed(one: Metric, head: Metric): boolean {
  return metricKey(one.name) === metricKey(head.name);
}

function isOf(one: Metric, head: Metric): boolean {
  return isNamed(one, head) && (one.value === null || one.unit === head.unit);
}
