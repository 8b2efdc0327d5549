import type { Yaml } from '../ports';
import type { Combination } from './combine';
import { isCombined } from './metrics';
import type { HeatmapView, Metric, SourceName } from './options';
import { COMBINATIONS_OF } from './value-options';
import type { PaletteName } from './palette';
import type { ValueKind } from './values';

/** Sources that the builder offers; the others are written by hand. */
export const BUILT_SOURCES = [
  'reading',
  'property',
  'field',
  'tasks',
  'notes',
  'dataview',
] as const satisfies readonly SourceName[];

/** What the builder asks for; an empty text leaves the option out. */
export interface HeatmapChoices {
  readonly source: (typeof BUILT_SOURCES)[number];
  /** Name of the property or the field, or the query. */
  readonly property: string;
  /** Dataview's expression of the amount. */
  readonly value: string;
  readonly metric: Metric;
  readonly range: string;
  readonly view: HeatmapView;
  readonly palette: PaletteName;
  readonly values: ValueKind;
  readonly combine: Combination;
  readonly title: string;
  readonly goal: string;
  readonly weekNumbers: boolean;
}

export const FIRST_CHOICES: HeatmapChoices = {
  source: 'reading',
  property: '',
  value: '',
  metric: 'minutes',
  range: 'rolling',
  view: 'weeks',
  palette: 'green',
  values: 'numbers',
  combine: 'sum',
  title: '',
  goal: '',
  weekNumbers: false,
};

/** Whether a name, or a query, has to be given. */
export function isNamedSource(source: SourceName): boolean {
  return source === 'property' || source === 'field' || source === 'dataview';
}

/** The options of a block that says what was chosen; whatever is meant anyway is left out. */
export function optionsFor(choices: HeatmapChoices): Record<string, unknown> {
  const options: Record<string, unknown> = {};
  if (choices.title.trim() !== '') options['title'] = choices.title.trim();
  const isNamed = isNamedSource(choices.source);
  if (isNamed) options[choices.source === 'dataview' ? 'query' : choices.source] = choices.property.trim();
  else if (choices.source !== 'reading') options['source'] = choices.source;
  if (choices.source === 'dataview' && choices.value.trim() !== '') options['value'] = choices.value.trim();
  if (choices.source === 'reading' && choices.metric !== FIRST_CHOICES.metric) options['metric'] = choices.metric;
  if (choices.range.trim() !== '' && choices.range.trim() !== FIRST_CHOICES.range) {
    options['range'] = rangeValue(choices.range.trim());
  }
  if (choices.view !== FIRST_CHOICES.view) options['view'] = choices.view;
  const values = isNamed && choices.metric !== 'count' ? choices.values : 'numbers';
  if (values !== 'numbers') options['values'] = values;
  const [, ...others] = COMBINATIONS_OF[values];
  if (isCombined(choices.metric) && others.some((one) => one === choices.combine)) options['combine'] = choices.combine;
  if (choices.palette !== FIRST_CHOICES.palette && values !== 'words') options['palette'] = choices.palette;
  if (choices.goal.trim() !== '' && values !== 'words' && values !== 'times')
    options['goal'] = numberOrText(choices.goal.trim());
  if (choices.weekNumbers) options['weekNumbers'] = true;
  return options;
}

/** The lines of a code block with these options. */
export function heatmapBlockText(choices: HeatmapChoices, yaml: Yaml): string {
  const options = optionsFor(choices);
  const body = Object.keys(options).length === 0 ? '' : `${yaml.stringify(options).trimEnd()}\n`;
  return `\`\`\`calendar-heatmap\n${body}\`\`\``;
}

/** A year is written without quotes. */
function rangeValue(range: string): string | number {
  return /^\d{4}$/.test(range) ? Number(range) : range;
}

function numberOrText(text: string): string | number {
  const number = Number(text);
  return Number.isFinite(number) ? number : text;
}
