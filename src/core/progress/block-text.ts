import type { Language, Yaml } from '../ports';
import { readNamedSpans } from '../time/named-spans';
import { PERIOD_UNITS, type PeriodUnit } from '../time/period';
import { writeWhen } from '../time/when';
import type { ProgressStyle } from './options';
import type { Repeat } from './repeat';
import type { SpanUnit } from './span-options';

/** What the form asks. */
export interface ProgressChoices {
  readonly style: ProgressStyle;
  readonly periods: readonly PeriodUnit[];
  /** Names of spans of the settings. */
  readonly named: readonly string[];
  /** Further spans, one a line, as in the settings. */
  readonly spans: string;
  /** What each of these counts in, how it repeats, and whether a single date is one to count up from. */
  readonly unit: SpanUnit | 'auto';
  readonly repeat: Repeat | 'never';
  readonly countsUp: boolean;
  /** Minutes of reading a week; empty for no goal. */
  readonly goal: string;
  readonly language: Language | 'auto';
}

export const FIRST_CHOICES: ProgressChoices = {
  style: 'table',
  periods: PERIOD_UNITS,
  named: [],
  spans: '',
  unit: 'auto',
  repeat: 'never',
  countsUp: false,
  goal: '',
  language: 'auto',
};

/**
 * The options that stand for the choices; what is usual is left out, so that an untouched form writes an empty block.
 *
 * @param weeklyGoal - the setting's minutes; the same number is written as `reading`, so that it follows the setting
 */
export function optionsFor(choices: ProgressChoices, weeklyGoal: number): Record<string, unknown> {
  const { style, periods, named, goal, language, unit, repeat, countsUp } = choices;
  const own = readNamedSpans(choices.spans).spans.map(({ name, from, to }) => ({
    name,
    ...(from !== null ? { from: writeWhen(from), to: writeWhen(to) } : { [countsUp ? 'from' : 'to']: writeWhen(to) }),
    ...(unit !== 'auto' && { unit }),
    ...(repeat !== 'never' && (from !== null || !countsUp) && { repeat }),
  }));
  const minutes = Number(goal.trim());
  return {
    ...(style !== 'table' && { style }),
    ...(periods.join() !== PERIOD_UNITS.join() && { periods: [...periods] }),
    ...(named.length + own.length > 0 && { spans: [...named, ...own] }),
    ...(goal.trim() !== '' && { goal: minutes === weeklyGoal ? 'reading' : { minutes } }),
    ...(language !== 'auto' && { language }),
  };
}

/** A whole code block with these options. */
export function progressBlockText(options: Readonly<Record<string, unknown>>, yaml: Yaml): string {
  const text = Object.keys(options).length === 0 ? '' : `${yaml.stringify(options).trimEnd()}\n`;
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length)); // a name may hold backticks
  const fence = '`'.repeat(longest + 1);
  return `${fence}time-progress\n${text}${fence}`;
}
