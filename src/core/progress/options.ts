import { isSameName } from '../text/same-name';
import { readBlockOptions, readScriptOptions, type BlockOptions } from '../options/block-options';
import type { OptionMap } from '../options/option-map';
import type { OptionPath } from '../options/place';
import type { OptionProblem } from '../options/problem';
import type { Language, Yaml } from '../ports';
import { nearestName } from '../text/nearest';
import type { NamedSpan, ReadNamedSpans } from '../time/named-spans';
import { PERIOD_UNITS, WEEK_STARTS, type PeriodUnit, type WeekStart } from '../time/period';
import type { ProgressProblemCode } from './problem-code';
import { readSpan, type SpanSpec } from './span-options';

export const PROGRESS_STYLES = ['table', 'bars', 'compact', 'ring'] as const;
export type ProgressStyle = (typeof PROGRESS_STYLES)[number];

export const PROGRESS_KEYS = ['periods', 'style', 'spans', 'goal', 'language', 'weekStart'] as const;

export const GOAL_METRICS = ['minutes', 'sessions', 'sources'] as const;
export type GoalMetric = (typeof GOAL_METRICS)[number];

const LANGUAGES = ['zh', 'en'] as const satisfies readonly Language[];
const MOST_MINUTES = 7 * 24 * 60;
const USUAL_MINUTES = 300;
const SPAN_EXAMPLE = '{name: Paper, to: 2026-12-01}';

/** A weekly aim of reading. */
export interface Goal {
  readonly metric: GoalMetric;
  readonly target: number;
}

/** What one row is to show; a row that was not understood shows why, and the others still draw. */
export type RowSpec =
  | { readonly kind: 'period'; readonly unit: PeriodUnit }
  | { readonly kind: 'span'; readonly span: SpanSpec }
  | { readonly kind: 'goal'; readonly goal: Goal }
  | { readonly kind: 'problem'; readonly problem: OptionProblem<ProgressProblemCode> };

export interface ProgressOptions {
  readonly style: ProgressStyle;
  /** Null: the app's. */
  readonly language: Language | null;
  /** Null: the setting's. */
  readonly weekStart: WeekStart | null;
  readonly rows: readonly RowSpec[];
  /** What was wrong with the block as a whole; it still draws, unless it is no YAML at all. */
  readonly problems: readonly OptionProblem<ProgressProblemCode>[];
}

/** What a block may lean on from the settings. */
export interface ProgressDefaults {
  readonly named: ReadNamedSpans;
  /** Minutes of reading a week to aim at; 0 for none. */
  readonly weeklyGoalMinutes: number;
}

/** Options of a `time-progress` block. An empty one is the lab's table: day, week, month, quarter and year. */
export function readProgressOptions(source: string, yaml: Yaml, defaults: ProgressDefaults): ProgressOptions {
  return read(readBlockOptions(source, yaml), defaults);
}

/** The same options, handed over by a script. */
export function readProgressScriptOptions(values: unknown, defaults: ProgressDefaults): ProgressOptions {
  return read(readScriptOptions(values), defaults);
}

function read({ root, problems }: BlockOptions<ProgressProblemCode>, defaults: ProgressDefaults): ProgressOptions {
  const unusable = problems.all.length > 0;
  root.only(PROGRESS_KEYS);
  const style = root.oneOf('style', PROGRESS_STYLES) ?? 'table';
  const language = root.oneOf('language', LANGUAGES) ?? null;
  const weekStart = root.oneOf('weekStart', WEEK_STARTS) ?? null;
  const general = [...problems.all];
  const rows = unusable ? [] : [...readPeriods(root), ...readSpans(root, defaults), ...readGoal(root, defaults)];
  return { style, language, weekStart, rows, problems: general };
}

/** Runs a reader and answers its row; where it found problems, a row for each of them instead. */
function rowOr(root: OptionMap<ProgressProblemCode>, readRow: () => RowSpec | undefined): RowSpec[] {
  const before = root.problems.all.length;
  const row = readRow();
  const found = root.problems.all.slice(before);
  if (found.length > 0) return found.map((problem) => ({ kind: 'problem', problem }));
  return row ? [row] : [];
}

function readPeriods(root: OptionMap<ProgressProblemCode>): RowSpec[] {
  if (!root.has('periods')) return PERIOD_UNITS.map((unit) => ({ kind: 'period', unit }));
  return (root.items('periods') ?? []).flatMap((item) =>
    rowOr(root, () => {
      const unit = root.choiceAt(item, PERIOD_UNITS);
      return unit && { kind: 'period', unit };
    }),
  );
}

function readSpans(root: OptionMap<ProgressProblemCode>, defaults: ProgressDefaults): RowSpec[] {
  if (root.raw('spans') === 'all') {
    return allNamed(root, defaults.named);
  }
  return (root.items('spans') ?? []).flatMap((item) =>
    rowOr(root, () => {
      if (typeof item.value === 'string') return namedRow(root, item.value.trim(), item.path, defaults.named.spans);
      const entry = root.entryAt(item, SPAN_EXAMPLE);
      const span = entry && readSpan(entry);
      return span ? { kind: 'span', span } : undefined;
    }),
  );
}

/** Every span of the settings; a line there that is none says so here, where it is missed. */
function allNamed(root: OptionMap<ProgressProblemCode>, { spans, unreadable }: ReadNamedSpans): RowSpec[] {
  const wrong = unreadable.map(({ text }) => root.problems.add('unread-span', ['spans'], { value: text }));
  if (spans.length + wrong.length === 0) wrong.push(root.problems.add('no-spans', ['spans']));
  return [
    ...spans.map((span): RowSpec => ({ kind: 'span', span: specOf(span, ['spans']) })),
    ...wrong.map((problem): RowSpec => ({ kind: 'problem', problem })),
  ];
}

function namedRow(
  root: OptionMap<ProgressProblemCode>,
  name: string,
  path: OptionPath,
  spans: readonly NamedSpan[],
): RowSpec | undefined {
  const named = spans.find((span) => span.name === name) ?? spans.find((span) => isSameName(span.name, name));
  if (named) return { kind: 'span', span: specOf(named, path) };
  root.problems.add('unknown-span', path, { value: name, known: spans.map((span) => span.name) });
  return undefined;
}

/** A span of the settings as if it stood in the block. */
function specOf(span: NamedSpan, path: OptionPath): SpanSpec {
  return {
    path,
    name: span.name,
    from: span.from && { in: 'block', when: span.from },
    to: { in: 'block', when: span.to },
    kind: span.from ? 'period' : 'deadline',
    unit: null,
    repeat: null,
    zone: null,
    note: null,
  };
}

function readGoal(root: OptionMap<ProgressProblemCode>, defaults: ProgressDefaults): RowSpec[] {
  return rowOr(root, () => {
    const raw = root.raw('goal');
    if (raw === undefined) return undefined;
    const minutes = Array.isArray(raw) ? (raw as unknown[])[0] : raw;
    const example = `minutes: ${String(isMinutes(minutes) ? minutes : USUAL_MINUTES)}`;
    if (typeof raw === 'string' && (defaults.weeklyGoalMinutes > 0 || nearestName(raw, ['reading']) !== null)) {
      if (root.oneOf('goal', ['reading']) === undefined) return undefined;
      const target = defaults.weeklyGoalMinutes;
      if (target > 0) return { kind: 'goal', goal: { metric: 'minutes', target } };
      root.problems.add('no-goal', ['goal']);
      return undefined;
    }
    const entry = root.map('goal', example);
    if (!entry) return undefined;
    entry.only(GOAL_METRICS);
    const [metric, ...others] = GOAL_METRICS.filter((one) => entry.has(one));
    for (const other of others) {
      root.problems.add('no-effect', ['goal', other], {
        value: `goal: {${metric ?? ''}: …}`,
        nearest: null,
        at: 'key',
      });
    }
    if (metric === undefined) entry.require('minutes', String(USUAL_MINUTES));
    const target = metric && entry.number(metric, { min: 1, max: MOST_MINUTES, whole: true });
    return metric && target !== undefined ? { kind: 'goal', goal: { metric, target } } : undefined;
  });
}

function isMinutes(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MOST_MINUTES;
}
