import type { Language, Yaml } from '../ports';
import { readBlockOptions, readScriptOptions, type BlockOptions } from '../options/block-options';
import { OptionMap } from '../options/option-map';
import { writtenValue } from '../text/written-value';
import type { OptionProblems } from '../options/option-problems';
import { SOURCE_KINDS, SOURCE_STATUSES, type SourceKind, type SourceStatus } from '../reading/types';
import type { Combination } from './combine';
import { readInlineData, type InlineAmount } from './inline-data';
import type { NamedSpans, RangeSpec } from './range';
import { readRange } from './range-options';
import { levelsOf, MOST_COLOURS, PALETTES, type Palette } from './palette';
import type { HeatmapProblemCode } from './problem-code';
import { isCombined, READING_METRICS } from './metrics';
import type { WeekStart } from './grid';
import { COMBINATIONS_OF, readGoal, readScale, readValues, WITHOUT_EFFECT, type ScaleSpec } from './value-options';
import type { ValueReader } from './values';

export const SOURCES = ['reading', 'property', 'field', 'tasks', 'notes', 'data', 'dataview'] as const;
export type SourceName = (typeof SOURCES)[number];

export const METRICS = [...READING_METRICS, 'value'] as const;
export type Metric = (typeof METRICS)[number];

/** What can be counted of each source; the first is meant where nothing is said. */
export const METRICS_OF: Readonly<Record<SourceName, readonly Metric[]>> = {
  reading: READING_METRICS,
  property: ['value', 'count'],
  field: ['value', 'count'],
  tasks: ['count'],
  notes: ['count'],
  data: ['value', 'count'],
  dataview: ['value', 'count'],
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

/** How the days stand: weeks as columns, or every month as a calendar on the wall does. */
export const VIEWS = ['weeks', 'months'] as const;
export type HeatmapView = (typeof VIEWS)[number];

export interface HeatmapOptions {
  readonly source: SourceName;
  /** Property or field to read the amount from; for these two sources only. */
  readonly property: string | null;
  /** What Dataview is asked for, and its expression of the amount; null: each row counts one. */
  readonly query: string;
  readonly value: string | null;
  readonly values: ValueReader;
  /** Property that holds a note's day; null for the note's name. */
  readonly dateProperty: string | null;
  readonly data: readonly InlineAmount[];
  readonly metric: Metric;
  readonly range: RangeSpec;
  readonly view: HeatmapView;
  /** Rows below one another, each with a source of its own; none: this is the only one. */
  readonly rows: readonly HeatmapOptions[];
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
  'field',
  'dateProperty',
  'data',
  'query',
  'value',
  'values',
  'metric',
  'range',
  'from',
  'to',
  'view',
  'rows',
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
  const range = readRange(root, spans);
  const options = readOne(root, range);
  // What is wrong with all of them is said once.
  const rows = problems.all.length > 0 ? [] : readRows(root, range);
  return { options: { ...options, rows }, problems };
}

/** What a row may say for itself; the rest is said for all of them. */
const ROW_KEYS = [
  ...(['title', 'source', 'property', 'field', 'dateProperty', 'data', 'query', 'value', 'values', 'metric'] as const),
  ...(['combine', 'scale', 'palette', 'goal', 'filter', 'unit'] as const),
];
/** What a row with a source of its own does not take over. */
const OF_SOURCE: readonly string[] = ROW_KEYS.filter((key) => key !== 'filter' && key !== 'palette');
export const MOST_ROWS = 30;

function readRows(root: OptionMap<HeatmapProblemCode>, range: RangeSpec): readonly HeatmapOptions[] {
  const entries = root.entries('rows', '{title: Run, filter: {tag: run}}') ?? [];
  if (entries.length > MOST_ROWS) root.problems.add('too-many-rows', ['rows'], { known: [String(MOST_ROWS)] });
  return entries.slice(0, MOST_ROWS).map((entry) => {
    entry.only(ROW_KEYS);
    const hasSource = ['source', 'property', 'field', 'data', 'query'].some((key) => entry.has(key));
    const shared = Object.entries(root.all).filter(
      ([key]) => key !== 'title' && !(hasSource && OF_SOURCE.includes(key)),
    );
    const own = Object.fromEntries([...shared, ...Object.entries(entry.all)]);
    return readOne(new OptionMap(own, entry.path, root.problems), range);
  });
}

function readOne(root: OptionMap<HeatmapProblemCode>, range: RangeSpec): HeatmapOptions {
  const { source, property } = readSource(root);
  const palette = readPalette(root);
  const values = readValues(root);
  const [combination] = COMBINATIONS_OF[values.kind];
  const options: HeatmapOptions = {
    source,
    property,
    query: source === 'dataview' ? (root.text('query') ?? '') : '',
    value: root.text('value') ?? null,
    values,
    dateProperty: root.text('dateProperty') ?? null,
    data: source === 'data' ? readInlineData(root, values) : [],
    metric: root.oneOf('metric', METRICS_OF[source]) ?? usualMetric(root, source),
    range,
    view: root.oneOf('view', VIEWS) ?? 'weeks',
    rows: [],
    combine: root.oneOf('combine', COMBINATIONS_OF[values.kind]) ?? combination,
    scale: readScale(root, levelsOf(palette), values),
    palette,
    weekStart: readWeekStart(root),
    weekNumbers: root.boolean('weekNumbers') ?? false,
    reports: root.boolean('reports') ?? source === 'reading',
    legend: root.boolean('legend') ?? true,
    stats: readStatistics(root),
    goal: readGoal(root, values),
    filter: readFilter(root, source),
    title: root.text('title') ?? null,
    unit: root.text('unit') ?? null,
    language: root.oneOf('language', ['zh', 'en']) ?? null,
  };
  addWithoutEffect(root, options);
  return options;
}

/** Without an expression, what Dataview finds is counted. */
function usualMetric(root: OptionMap<HeatmapProblemCode>, source: SourceName): Metric {
  if (source === 'dataview' && !root.has('value')) return 'count';
  return METRICS_OF[source][0] ?? 'count';
}

/** Tells options that change nothing beside the others: whoever wrote them expects something of them. */
function addWithoutEffect(root: OptionMap<HeatmapProblemCode>, { source, metric, values }: HeatmapOptions): void {
  const isDated = ['property', 'field', 'notes', 'dataview'].includes(source);
  if (root.has('dateProperty') && !isDated) addNoEffect(root, 'dateProperty', `source: ${source}`);
  if (root.has('filter') && (source === 'data' || source === 'dataview')) addNoEffect(root, 'filter', source);
  if (source !== 'dataview') {
    for (const key of ['query', 'value']) if (root.has(key)) addNoEffect(root, key, `source: ${source}`);
  }
  if (root.has('values') && metric !== 'value') addNoEffect(root, 'values', `metric: ${metric}`);
  for (const key of WITHOUT_EFFECT[values.kind]) if (root.has(key)) addNoEffect(root, key, `values: ${values.kind}`);
  if (root.has('combine') && !isCombined(metric)) {
    addNoEffect(root, 'combine', METRICS_OF[source].length > 1 ? `metric: ${metric}` : `source: ${source}`);
  }
}

function addNoEffect(root: OptionMap<HeatmapProblemCode>, key: string, beside: string): void {
  root.problems.add('no-effect', [key], { value: beside, nearest: null, at: 'key' });
}

/** `source: property` with `property: mood`; the key alone says it too, as do `field:`, `data:` and `query:`. */
function readSource(root: OptionMap<HeatmapProblemCode>): { source: SourceName; property: string | null } {
  const asked = root.oneOf('source', SOURCES);
  const implied =
    (['property', 'field', 'data'] as const).find((key) => root.has(key)) ?? (root.has('query') ? 'dataview' : null);
  if (asked !== undefined && implied !== null && asked !== implied) {
    root.problems.add('source-twice', ['source'], { value: asked, known: [implied] });
  }
  const source = asked ?? implied ?? 'reading';
  for (const key of ['field', 'data']) {
    if (source !== key && implied !== key && root.has(key)) addNoEffect(root, key, source);
  }
  if (source === 'property' || source === 'field') root.require(source, 'mood');
  if (source === 'data') root.require('data', '{2026-08-04: 3}');
  if (source === 'dataview') root.require('query', '\'"Daily"\'');
  return { source, property: source === 'property' || source === 'field' ? (root.text(source) ?? null) : null };
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
