import { writtenValue } from '../text/written-value';
import { lenientDay } from '../time/lenient-day';
import { inMinutes, linearThresholds, type Draft } from './conversion';
import { isList, isObject, type Literal, type LiteralObject } from './literal';

const DEFAULT_COLOURS = 5;
const MOST_COLOURS = 12;
/** Where the levels of a Contribution Graph without rules of its own begin. */
const GRAPH_LEVELS = [1, 2, 5, 10];

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
/** What is carried over, or means nothing where a day leads to its notes by itself. */
const CARRIED = [
  ...['year', 'entries', 'data', 'heatmapTitle', 'title', 'colors', 'colorScheme', 'intensityConfig', 'basePath'],
  ...['intensityScaleStart', 'intensityScaleEnd', 'showCurrentDayBorder', 'separateMonths', 'layout', 'graphType'],
  ...['daysToShow', 'monthsToShow', 'startDate', 'endDate', 'days', 'fromDate', 'toDate', 'startOfWeek'],
  ...['cellStyleRules', 'showCellRuleIndicators', 'disableFileCreation', 'fillTheScreen'],
];

/** Range, colours and levels. @param isGraph - of the Contribution Graph plugin, whose usual range are the last days */
export function style(draft: Draft, data: LiteralObject, isGraph: boolean): void {
  const { options } = draft;
  const number = (key: string): number | null => (typeof data[key] === 'number' ? data[key] : null);
  const text = (key: string): string | null => lenientDay(data[key]);
  const days = number('daysToShow') ?? number('days');
  const [from, to] = [text('startDate') ?? text('fromDate'), text('endDate') ?? text('toDate')];
  const months = number('monthsToShow');
  if (months !== null) draft.set('range', `last ${String(months + 1)} months`);
  else if (days !== null) draft.set('range', `last ${String(days)} days`);
  else if (from !== null && to !== null) draft.set('range', `${from}..${to}`);
  else if (number('year') !== null) draft.set('range', number('year'));
  else if (!isGraph) draft.set('range', 'year');
  if (data['layout'] === 'monthly' || ['calendar', 'month-track'].includes(writtenValue(data['graphType'])))
    draft.set('view', 'months');
  draft.set('weekStart', WEEKDAYS[number('startOfWeek') ?? -1]);
  if (data['showCellRuleIndicators'] === false) draft.set('legend', false);
  colours(draft, data);
  if (data['showCurrentDayBorder'] === false) draft.lost.push({ kind: 'option', text: 'showCurrentDayBorder' });
  draft.loseOptions(data, CARRIED);
  if (options['values'] === 'words') return;
  const ruled = isGraph ? data['cellStyleRules'] : undefined;
  if (isList(ruled) && ruled.length > 0) rules(draft, ruled);
  // Without bounds, theirs divide evenly from the least to the greatest amount.
  if (options['scale'] === undefined) draft.set('scale', isGraph ? GRAPH_LEVELS : 'linear');
}

function colours(draft: Draft, data: LiteralObject): void {
  const scheme = isObject(data['colorScheme']) ? data['colorScheme']['customColors'] : undefined;
  const lists = isObject(data['colors']) ? Object.values(data['colors']) : [data['colors'] ?? scheme ?? null];
  const list = lists.find((one) => isList(one) && one.every((colour) => typeof colour === 'string'));
  const isWords = draft.options['values'] === 'words'; // each of which has a colour of its own
  const isTaken = isList(list) && list.length > 0 && !isWords && !list.includes('transparent'); // theirs has texts on it
  if (isTaken) draft.set('palette', list.slice(0, MOST_COLOURS));
  const given = ['colors', 'colorScheme'].find((key) => data[key] !== undefined);
  if (given !== undefined && (lists.length > 1 || !isTaken)) draft.lost.push({ kind: 'option', text: given });
  const config = isObject(data['intensityConfig']) ? data['intensityConfig'] : {};
  const start = config['scaleStart'] ?? data['intensityScaleStart'];
  const end = config['scaleEnd'] ?? data['intensityScaleEnd'];
  draft.loseOptions(config, ['scaleStart', 'scaleEnd', 'defaultIntensity', 'showOutOfRange']);
  if (typeof end !== 'number' || isWords) {
    for (const [name, bound] of Object.entries({ intensityScaleStart: start, intensityScaleEnd: end }))
      if (typeof bound === 'number') draft.lost.push({ kind: 'option', text: name });
    return;
  }
  const { palette } = draft.options;
  const count = isList(palette as Literal) ? (palette as readonly unknown[]).length : DEFAULT_COLOURS - 1;
  const [first, last] = [typeof start === 'number' ? start : 0, end].map((one) => inMinutes(one, draft.options));
  const bounds = linearThresholds(first ?? 0, last ?? 0, count);
  if (bounds.every((one, i) => i === 0 || one > (bounds[i - 1] ?? 0))) draft.set('scale', bounds);
}

/** Rules of the Contribution Graph: a colour from each `min` on. */
function rules(draft: Draft, list: readonly Literal[]): void {
  const known = list.flatMap((rule) => {
    const { color, min } = isObject(rule) ? rule : {};
    return typeof color === 'string' && typeof min === 'number' ? [{ color, min }] : [];
  });
  known.sort((a, b) => a.min - b.min);
  const isRising = known.every(({ min }, i) => i === 0 || min > (known[i - 1]?.min ?? 0));
  if (known.length === 0 || known.length > MOST_COLOURS || !isRising) {
    draft.lost.push({ kind: 'option', text: 'cellStyleRules' });
    return;
  }
  draft.set(
    'palette',
    known.map(({ color }) => color),
  );
  draft.set(
    'scale',
    known.map(({ min }) => min),
  );
}
