import type { Yaml } from '../ports';
import { writtenValue } from '../text/written-value';
import { plainValue } from '../options/script-values';
import { ask, Draft, plainTitle, type Converted, type VaultFacts } from './conversion';
import type { LiteralObject } from './literal';
import { style } from './style';

type Values = Readonly<Record<string, unknown>>;

/** A `heatmap-tracker` block; null where it names no property. */
export function convertTracker(text: string, yaml: Yaml, facts: VaultFacts): Converted | null {
  const data = valuesIn(text, yaml);
  const properties = [data?.['property']].flat().filter((one) => typeof one === 'string');
  const [property, ...others] = properties;
  if (data === null || property === undefined) return null;
  const draft = new Draft();
  const path = typeof data['path'] === 'string' ? `"${data['path']}"` : '';
  const tags = [data['tags']].flat().filter((one) => typeof one === 'string');
  const source = [path, ...tags.slice(0, 1).map((tag) => `#${tag.replace(/^#/, '')}`)]
    .filter((one) => one !== '')
    .join(' and ');
  ask(draft, { source, property, date: null }, facts);
  if (tags.length > 1)
    draft.set('filter', { ...(draft.options['filter'] as Values), tag: tags.map((tag) => tag.replace(/^#/, '')) });
  if (others.length > 0)
    draft.set(
      'rows',
      properties.map((one) => ({ title: one, property: one })),
    );
  const title = data['heatmapTitle'];
  if (typeof title === 'string' || typeof title === 'number') draft.set('title', plainTitle(String(title)));
  style(draft, without(data, ['property', 'path', 'tags']), false);
  return draft.done();
}

/** A `contributionGraph` block; null where it says neither days nor where they come from. */
export function convertGraph(text: string, yaml: Yaml, facts: VaultFacts): Converted | null {
  const data = valuesIn(text, yaml);
  if (data === null) return null;
  const draft = new Draft();
  if (!graphSource(draft, data, facts)) return null;
  if (typeof data['title'] === 'string') draft.set('title', plainTitle(data['title']));
  const count = data['dateRangeValue'];
  const type = writtenValue(data['dateRangeType']) || 'LATEST_DAYS';
  const hasEnds = data['fromDate'] !== undefined && (type === 'FIXED_DATE_RANGE' || count === undefined);
  const range = typeof count === 'number' && !hasEnds ? graphRange(count, type) : null;
  style(draft, without(data, GRAPH_KEYS), true);
  draft.set('range', range ?? draft.options['range'] ?? 'last 180 days');
  return draft.done();
}

const GRAPH_KEYS = ['dataSource', 'query', 'dateField', 'dateFieldFormat', 'dateRangeValue', 'dateRangeType', 'data'];

function graphRange(count: number, type: string): string {
  const unit = type === 'LATEST_MONTH' ? 'months' : type === 'LATEST_YEAR' ? 'years' : 'days';
  return `last ${String(count)} ${unit}`;
}

function graphSource(draft: Draft, data: Values, facts: VaultFacts): boolean {
  const list = data['data'];
  if (Array.isArray(list) && list.length > 0) {
    const entries = (list as readonly Values[]).flatMap(({ date, value }) =>
      date === undefined ? [] : [{ date, value: value ?? 1 }],
    );
    draft.set('data', entries);
    return entries.length > 0;
  }
  const source = recordOf(data['dataSource']);
  const [dateField, countField] = [recordOf(source['dateField']), recordOf(source['countField'])];
  const query = writtenValue(source['value'] ?? data['query']).replace(/^'(.*)'$/, '$1');
  for (const key of ['filters'])
    if (Array.isArray(source[key]) && source[key].length > 0) draft.loseCode(JSON.stringify(source[key]));
  if (writtenValue(source['type']).includes('TASK')) {
    draft.set('source', 'tasks');
    if (query !== '') askOfTasks(draft, query);
    return true;
  }
  const property =
    countField['type'] === 'PAGE_PROPERTY' && typeof countField['value'] === 'string' ? countField['value'] : null;
  ask(draft, { source: query, property, date: graphDate(dateField, data['dateField']) }, facts);
  return true;
}

/** Tasks have a filter alone. */
function askOfTasks(draft: Draft, query: string): void {
  const scratch = new Draft();
  ask(scratch, { source: query, property: null, date: null }, { property: () => null });
  if (scratch.options['query'] === undefined) draft.set('filter', scratch.options['filter']);
  else draft.loseCode(query);
}

/** Left out, it is the time at which a note was made. */
function graphDate(field: Values, old: unknown): string | null {
  switch (field['type']) {
    case 'FILE_NAME':
      return null;
    case 'FILE_MTIME':
      return 'file.mtime';
    case 'PAGE_PROPERTY':
      return typeof field['value'] === 'string' ? field['value'] : null;
    default:
      return typeof old === 'string' && old !== '' ? old : 'file.ctime';
  }
}

function valuesIn(text: string, yaml: Yaml): Values | null {
  try {
    const values = plainValue(yaml.parse(text));
    return typeof values === 'object' && values !== null && !Array.isArray(values) ? (values as Values) : null;
  } catch {
    return null;
  }
}

function recordOf(value: unknown): Values {
  return typeof value === 'object' && value !== null ? (value as Values) : {};
}

function without(data: Values, keys: readonly string[]): LiteralObject {
  return Object.fromEntries(Object.entries(data).filter(([key]) => !keys.includes(key))) as LiteralObject;
}
