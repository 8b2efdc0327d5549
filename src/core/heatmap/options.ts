import type { Language, Yaml } from '../ports';
import { readBlockOptions, readScriptOptions, type BlockOptions } from '../options/block-options';
import type { OptionMap } from '../options/option-map';
import { writtenValue } from '../text/written-value';
import type { OptionProblems } from '../options/option-problems';
import { SOURCE_KINDS, SOURCE_STATUSES, type SourceKind, type SourceStatus } from '../reading/types';
import { COMBINATIONS, type Combination } from './combine';
import { readInlineData, type InlineAmount } from './inline-data';
import type { NamedSpans, RangeSpec } from './range';
import { readRange } from './range-options';
import { levelsOf, MOST_COLOURS, PALETTES, type Palette } from './palette';
import type { HeatmapProblemCode } from './problem-code';
import { isCombined, READING_METRICS } from './metrics';
import type { WeekStart } from './grid';

export const SOURCES = ['reading', 'property', 'tasks', 'notes', 'data'] as const;
export type SourceName = (typeof SOURCES)[number];

export const METRICS = [...READING_METRICS, 'value'] as const;
export type Metric = (typeof METRICS)[number];

/** What can be counted of each source; the first is meant where nothing is said. */
export const METRICS_OF: Readonly<Record<SourceName, readonly Metric[]>> = {
  reading: READING_METRICS,
  property: ['value', 'count'],
  tasks: ['count'],
  notes: ['count'],
  data: ['value', 'count'],
};

export const STATISTICS = ['total', 'active', 'streak', 'best'] as const;
export type StatisticName = (typeof STATISTICS)[number];

/** What a heatmap says where nothing is asked for: the best day is left to those who want it. */
const USUAL_STATISTICS: readonly StatisticName[] = ['total', 'active', 'streak'];

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** What is left in; an empty list leaves everything in. */
export interface HeatmapFilter {
  readonly kind: readonly SourceKind[];
  readonly status: readonly SourceStatus[];
  readonly tag: readonly string[];
  readonly folder: readonly string[];
}

export type ScaleSpec =
  | { readonly kind: 'quantile' }
  | { readonly kind: 'linear' }
  | { readonly kind: 'own'; readonly thresholds: readonly number[] };

export interface HeatmapOptions {
  readonly source: SourceName;
  /** Property to read the amount from; for `source: property` only. */
  readonly property: string | null;
  /** Property that holds a note's day; null for the note's name. */
  readonly dateProperty: string | null;
  readonly data: readonly InlineAmount[];
  readonly metric: Metric;
  readonly range: RangeSpec;
  readonly combine: Combination;
  readonly scale: ScaleSpec | null;
  readonly palette: Palette;
  /** Null for the setting. */
  readonly weekStart: WeekStart | null;
  readonly weekNumbers: boolean;
  /** Whether the state of each week's report is drawn under it. */
  readonly reports: boolean;
  readonly legend: boolean;
  readonly stats: readonly StatisticName[];
  /** Amount a day to aim at, or null. */
  readonly goal: number | null;
  readonly filter: HeatmapFilter;
  readonly title: string | null;
  readonly unit: string | null;
  /** Null for the app's language. */
  readonly language: Language | null;
}

export interface ReadHeatmapOptions {
  readonly options: HeatmapOptions;
  /** Holds none where everything was understood; what only a browser can tell is added there. */
  readonly problems: OptionProblems<HeatmapProblemCode>;
}

export const HEATMAP_KEYS = [
  'source',
  'property',
  'dateProperty',
  'data',
  'metric',
  'range',
  'from',
  'to',
  'combine',
  'scale',
  'palette',
  'weekStart',
  'weekNumbers',
  'reports',
  'legend',
  'stats',
  'goal',
  'filter',
  'title',
  'unit',
  'language',
] as const;

/** Reads the text of a `calendar-heatmap` block; an empty one is the reading of the last twelve months. */
export function readHeatmapOptions(source: string, yaml: Yaml, spans: NamedSpans): ReadHeatmapOptions {
  return read(readBlockOptions(source, yaml), spans);
}

/** Reads the same options as a script hands them over. */
export function readHeatmapScriptOptions(values: unknown, spans: NamedSpans): ReadHeatmapOptions {
  return read(readScriptOptions(values), spans);
}

function read({ root, problems }: BlockOptions<HeatmapProblemCode>, spans: NamedSpans): ReadHeatmapOptions {
  root.only(HEATMAP_KEYS);
  const { source, property } = readSource(root);
  const palette = readPalette(root);
  const options: HeatmapOptions = {
    source,
    property,
    dateProperty: root.text('dateProperty') ?? null,
    data: source === 'data' ? readInlineData(root) : [],
    metric: root.oneOf('metric', METRICS_OF[source]) ?? METRICS_OF[source][0] ?? 'count',
    range: readRange(root, spans),
    combine: root.oneOf('combine', COMBINATIONS) ?? 'sum',
    scale: readScale(root, levelsOf(palette)),
    palette,
    weekStart: readWeekStart(root),
    weekNumbers: root.boolean('weekNumbers') ?? false,
    reports: root.boolean('reports') ?? source === 'reading',
    legend: root.boolean('legend') ?? true,
    stats: readStatistics(root),
    goal: readGoal(root),
    filter: readFilter(root, source),
    title: root.text('title') ?? null,
    unit: root.text('unit') ?? null,
    language: root.oneOf('language', ['zh', 'en']) ?? null,
  };
  addWithoutEffect(root, options);
  return { options, problems };
}

/** Tells options that change nothing beside the others: whoever wrote them expects something of them. */
function addWithoutEffect(root: OptionMap<HeatmapProblemCode>, { source, metric }: HeatmapOptions): void {
  const isDated = source === 'property' || source === 'notes';
  if (root.has('dateProperty') && !isDated) addNoEffect(root, 'dateProperty', `source: ${source}`);
  if (root.has('filter') && source === 'data') addNoEffect(root, 'filter', 'data');
  if (root.has('combine') && !isCombined(metric)) {
    addNoEffect(root, 'combine', METRICS_OF[source].length > 1 ? `metric: ${metric}` : `source: ${source}`);
  }
}

function addNoEffect(root: OptionMap<HeatmapProblemCode>, key: string, beside: string): void {
  root.problems.add('no-effect', [key], { value: beside, nearest: null, at: 'key' });
}

/** `source: property` with `property: mood`; the key alone says it too, as does `data:`. */
function readSource(root: OptionMap<HeatmapProblemCode>): { source: SourceName; property: string | null } {
  const asked = root.oneOf('source', SOURCES);
  const implied: SourceName | null = root.has('property') ? 'property' : root.has('data') ? 'data' : null;
  if (asked !== undefined && implied !== null && asked !== implied) {
    root.problems.add('source-twice', ['source'], { value: asked, known: [implied] });
  }
  const source = asked ?? implied ?? 'reading';
  if (source !== 'data' && asked === undefined && root.has('data')) addNoEffect(root, 'data', 'property');
  if (source === 'property') root.require('property', 'mood');
  if (source === 'data') root.require('data', '{2026-08-04: 3}');
  return { source, property: source === 'property' ? (root.text('property') ?? null) : null };
}

function readScale(root: OptionMap<HeatmapProblemCode>, levels: number): ScaleSpec | null {
  const raw = root.raw('scale');
  if (raw === undefined) return null;
  if (!Array.isArray(raw)) {
    const kind = root.oneOf('scale', ['quantile', 'linear']);
    return kind === undefined ? null : { kind };
  }
  const thresholds = raw as readonly unknown[];
  const value = thresholds.map(String).join(', ');
  const numbers = thresholds.filter((one): one is number => typeof one === 'number' && Number.isFinite(one));
  const reject = (code: HeatmapProblemCode): null => {
    root.problems.add(code, ['scale'], { value, known: [String(levels)] });
    return null;
  };
  if (numbers.length === 0 || numbers.length < thresholds.length) return reject('bad-scale');
  if (numbers.some((one, i) => i > 0 && one <= (numbers[i - 1] ?? 0))) return reject('scale-not-rising');
  if (numbers.length > levels) return reject('scale-too-many');
  return { kind: 'own', thresholds: numbers };
}

function readPalette(root: OptionMap<HeatmapProblemCode>): Palette {
  if (Array.isArray(root.raw('palette'))) {
    const colours = (root.texts('palette') ?? []).filter((colour) => colour !== '');
    if (colours.length > 0 && colours.length <= MOST_COLOURS) return { kind: 'own', colours };
    root.problems.add(colours.length === 0 ? 'no-colour' : 'too-many-colours', ['palette'], {
      value: colours.join(', '),
      known: [String(MOST_COLOURS)],
    });
  }
  const name = Array.isArray(root.raw('palette')) ? undefined : root.oneOf('palette', PALETTES);
  return { kind: 'named', name: name ?? 'green' };
}

function readWeekStart(root: OptionMap<HeatmapProblemCode>): WeekStart | null {
  const name = root.oneOf('weekStart', WEEKDAYS);
  return name === undefined ? null : ((WEEKDAYS.indexOf(name) + 1) as WeekStart);
}

function readGoal(root: OptionMap<HeatmapProblemCode>): number | null {
  const goal = root.number('goal', { min: -Infinity, max: Infinity });
  if (goal === undefined || goal > 0) return goal ?? null;
  root.problems.add('bad-goal', ['goal'], { value: String(goal) });
  return null;
}

function readStatistics(root: OptionMap<HeatmapProblemCode>): readonly StatisticName[] {
  const raw = root.raw('stats');
  if (raw === undefined || raw === true) return USUAL_STATISTICS;
  if (raw === false) return [];
  const chosen = root.choices('stats', STATISTICS) ?? [];
  return STATISTICS.filter((name) => chosen.includes(name));
}

function readFilter(root: OptionMap<HeatmapProblemCode>, source: SourceName): HeatmapFilter {
  const written = writtenValue(root.raw('filter'));
  const map = root.map('filter', `tag: ${/^[\p{L}\p{N}_/-]+$/u.test(written) ? written : 'cv'}`);
  map?.only(source === 'reading' ? ['kind', 'tag', 'status', 'folder'] : ['tag', 'folder']);
  return {
    kind: map?.choices('kind', SOURCE_KINDS) ?? [],
    status: map?.choices('status', SOURCE_STATUSES) ?? [],
    tag: map?.texts('tag') ?? [],
    folder: map?.texts('folder') ?? [],
  };
}
