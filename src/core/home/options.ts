import { readBlockOptions, readScriptOptions, type BlockOptions } from '../options/block-options';
import type { OptionMap } from '../options/option-map';
import type { ReadOptions } from '../options/problem';
import type { Language, Yaml } from '../ports';
import type { HomeProblemCode } from './problem-code';
import { HOME_SECTIONS, type HomeSection } from './sections';

/** Options that every block of the home page takes. */
interface CommonOptions {
  /** Null for the app's language. */
  readonly language: Language | null;
}

export interface ThisWeekOptions extends CommonOptions {
  /** Minutes to aim at, 0 for none; null for the setting. */
  readonly goal: number | null;
}

export interface ListOptions extends CommonOptions {
  /** How many rows at most. */
  readonly limit: number;
}

type OptionValues = Readonly<Record<string, unknown>>;

export interface HomeOptions extends CommonOptions {
  /** In the order asked for, each at most once; the default ones where none is named. */
  readonly sections: readonly HomeSection[];
  readonly thisWeek: ThisWeekOptions;
  readonly readingNow: ListOptions;
  readonly handbookSteps: ListOptions;
  /** Options of the widgets, to be read by those who draw them; null for the page's own choice. */
  readonly timeProgress: OptionValues | null;
  readonly heatmap: OptionValues | null;
}

type Read<Options> = ReadOptions<Options, HomeProblemCode>;

const LANGUAGES = ['zh', 'en'] as const;
const MOST_ROWS = 50;
const MOST_MINUTES = 10_080; // of a week
const READING_ROWS = 5;
const STEP_ROWS = 3;

const HOME_KEYS = [
  'sections',
  'language',
  'this-week',
  'time-progress',
  'calendar-heatmap',
  'reading-now',
  'handbook-steps',
];

/**
 * Reads the text of a `research-home` block: `sections` in order and choice, `language`, and under the name of a
 * section that section's own options.
 */
export function readHomeOptions(source: string, yaml: Yaml): Read<HomeOptions> {
  const { root, problems } = readBlockOptions<HomeProblemCode>(source, yaml);
  root.only(HOME_KEYS);
  const language = root.oneOf('language', LANGUAGES) ?? null;
  const part = (name: string): OptionMap<HomeProblemCode> =>
    root.map(name, exampleUnder(name, root.raw(name))) ?? readScriptOptions<HomeProblemCode>({}).root;
  const options: HomeOptions = {
    language,
    sections: readSections(root),
    thisWeek: thisWeek(part('this-week'), language),
    readingNow: list(part('reading-now'), READING_ROWS, language),
    handbookSteps: list(part('handbook-steps'), STEP_ROWS, language),
    timeProgress: valuesUnder(root, 'time-progress'),
    heatmap: valuesUnder(root, 'calendar-heatmap'),
  };
  return { options, problems: problems.all };
}

export function readThisWeekOptions(source: string, yaml: Yaml): Read<ThisWeekOptions> {
  return alone(readBlockOptions<HomeProblemCode>(source, yaml), (root) => thisWeek(root, null));
}

export function readReadingNowOptions(source: string, yaml: Yaml): Read<ListOptions> {
  return alone(readBlockOptions<HomeProblemCode>(source, yaml), (root) => list(root, READING_ROWS, null));
}

export function readHandbookStepsOptions(source: string, yaml: Yaml): Read<ListOptions> {
  return alone(readBlockOptions<HomeProblemCode>(source, yaml), (root) => list(root, STEP_ROWS, null));
}

function alone<T>(
  { root, problems }: BlockOptions<HomeProblemCode>,
  read: (root: OptionMap<HomeProblemCode>) => T,
): Read<T> {
  const options = read(root);
  return { options, problems: problems.all };
}

function thisWeek(map: OptionMap<HomeProblemCode>, language: Language | null): ThisWeekOptions {
  map.only(['goal', 'language']);
  return {
    goal: map.number('goal', { min: 0, max: MOST_MINUTES, whole: true }) ?? null,
    language: map.oneOf('language', LANGUAGES) ?? language,
  };
}

function list(map: OptionMap<HomeProblemCode>, rows: number, language: Language | null): ListOptions {
  map.only(['limit', 'language']);
  return {
    limit: map.number('limit', { min: 1, max: MOST_ROWS, whole: true }) ?? rows,
    language: map.oneOf('language', LANGUAGES) ?? language,
  };
}

function readSections(root: OptionMap<HomeProblemCode>): readonly HomeSection[] {
  const sections = new Set<HomeSection>();
  for (const item of root.items('sections') ?? []) {
    const name = root.choiceAt(item, HOME_SECTIONS);
    if (name === undefined) continue;
    if (sections.has(name)) root.problems.add('section-twice', item.path, { value: name, nearest: null });
    sections.add(name);
  }
  return sections.size > 0 ? [...sections] : HOME_SECTIONS;
}

function valuesUnder(root: OptionMap<HomeProblemCode>, key: string): OptionValues | null {
  return root.map(key, exampleUnder(key, root.raw(key))) === undefined ? null : (root.raw(key) as OptionValues);
}

/** A line that may stand under a section's name, for a tip; the number that stands there instead is most likely meant. */
function exampleUnder(section: string, written: unknown): string {
  const number = (usual: number, most: number): string =>
    String(
      typeof written === 'number' && Number.isInteger(written) && written >= 1 && written <= most ? written : usual,
    );
  switch (section) {
    case 'this-week':
      return `goal: ${number(300, MOST_MINUTES)}`;
    case 'time-progress':
      return 'style: bars';
    case 'calendar-heatmap':
      return 'range: rolling';
    default:
      return `limit: ${number(READING_ROWS, MOST_ROWS)}`;
  }
}
