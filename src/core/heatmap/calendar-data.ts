import type { IsoDate } from '../ports';
import { listOf, plainDate, plainValue, toldValue } from '../options/script-values';
import { finite } from './amount';
import { lenientDay } from '../time/lenient-day';

/** A day of `renderHeatmapCalendar`, with the colour it gets. */
export interface CalendarDataDay {
  readonly date: IsoDate;
  /** What the script gave, or the default. */
  readonly intensity: number;
  /** 0 for nought, else 1..levels of its own list of colours. */
  readonly level: number;
  /** CSS colour; null for nought. */
  readonly colour: string | null;
  /** Text or an element to put into the day, as given. */
  readonly content: unknown;
}

/** What a script gave that could not be used as it stands. */
export interface CalendarDataNotes {
  /** Entries without a day that exists, by what they gave instead. */
  readonly badDates: readonly string[];
  /** Intensities that are no finite number. */
  readonly badIntensities: readonly string[];
  /** Names of colour lists that do not exist; the first list stood in. */
  readonly unknownColours: readonly string[];
  /** Entries of other years than the one drawn. */
  readonly otherYears: number;
  readonly noEntries: boolean;
}

export interface CalendarData {
  readonly year: number;
  readonly showToday: boolean;
  /** By day; of two entries on one day the last counts, as scripts for the peer expect. */
  readonly days: ReadonlyMap<IsoDate, CalendarDataDay>;
  readonly notes: CalendarDataNotes;
}

/** The peer's own default, so that a script that names no colours looks as it did. */
const DEFAULT_COLOURS = ['#c6e48b', '#7bc96f', '#49af5d', '#2e8840', '#196127'];
const DEFAULT_INTENSITY = 4;

interface Entry {
  readonly date: IsoDate;
  readonly intensity: number;
  readonly colours: readonly string[];
  readonly content: unknown;
}

/**
 * Reads what scripts hand to `renderHeatmapCalendar`, after the Heatmap Calendar plugin's own data format: `year`,
 * `colors`, `entries` of `date`, `intensity`, `color`, `content`, and `showCurrentDayBorder`, `defaultEntryIntensity`,
 * `intensityScaleStart`, `intensityScaleEnd`. Dates and amounts may be Dataview's own. Nothing throws: what cannot be used is
 * told.
 *
 * @param thisYear - drawn where no year is given, at the time of drawing rather than when the app started
 */
export function readCalendarData(given: unknown, thisYear: number): CalendarData {
  const data = recordOf(given);
  const rawYear = number(data['year']);
  const year = rawYear !== null && rawYear >= 1 && rawYear <= 9999 ? Math.trunc(rawYear) : thisYear;
  const lists = colourLists(data['colors']);
  const unknownColours = new Set<string>(lists.unknown);
  const badDates: string[] = [];
  const badIntensities: string[] = [];
  const fallback = number(data['defaultEntryIntensity']) ?? DEFAULT_INTENSITY;
  const listed = listOf(data['entries']);
  const entries = (listed ?? []).flatMap((raw): Entry[] => {
    const entry = recordOf(raw);
    const date = lenientDay(plainDate(entry['date']));
    if (date === null) {
      badDates.push(toldValue(entry['date']));
      return [];
    }
    const given = entry['intensity'];
    const intensity = given === undefined || given === null || given === '' ? fallback : number(given);
    if (intensity === null) {
      badIntensities.push(toldValue(given));
      return [];
    }
    const colours = coloursOf(entry['color'], lists.byName, unknownColours);
    return [{ date, intensity, colours: colours ?? lists.first, content: entry['content'] }];
  });
  const inYear = entries.filter((entry) => Number(entry.date.slice(0, 4)) === year);
  const amounts = inYear.map((entry) => entry.intensity);
  const start = number(data['intensityScaleStart']) ?? amounts.reduce((a, b) => Math.min(a, b), Infinity);
  const end = number(data['intensityScaleEnd']) ?? amounts.reduce((a, b) => Math.max(a, b), -Infinity);
  return {
    year,
    showToday: data['showCurrentDayBorder'] !== false,
    days: new Map(inYear.map((entry) => [entry.date, dayOf(entry, start, end)])),
    notes: {
      badDates,
      badIntensities,
      unknownColours: [...unknownColours],
      otherYears: entries.length - inYear.length,
      noEntries: listed === null,
    },
  };
}

/** Linear from `start`..`end` to 1..levels, rounded and clamped; where they are equal, the deepest. */
function dayOf({ date, intensity, colours, content }: Entry, start: number, end: number): CalendarDataDay {
  // Nought is a record of nothing, not a missing one; unless the scale itself goes below it.
  if (intensity === 0 && start >= 0) return { date, intensity, level: 0, colour: null, content };
  const levels = colours.length;
  const half = Number.isFinite(end - start) ? 1 : 0.5; // the difference of two of the largest numbers is none
  const share = end === start ? 1 : (intensity * half - start * half) / (end * half - start * half);
  const level = Math.round(1 + Math.max(0, Math.min(1, share)) * (levels - 1));
  return { date, intensity, level, colour: colours[level - 1] ?? null, content };
}

interface ColourLists {
  readonly byName: ReadonlyMap<string, readonly string[]>;
  readonly first: readonly string[];
  readonly unknown: readonly string[];
}

function colourLists(given: unknown): ColourLists {
  if (typeof given === 'string') {
    // The name of a list in the peer's settings, which are not ours.
    return { byName: new Map(), first: DEFAULT_COLOURS, unknown: given === 'default' ? [] : [given] };
  }
  if (listOf(given) !== null) return { byName: new Map(), first: texts(given) ?? DEFAULT_COLOURS, unknown: [] };
  const byName = new Map<string, readonly string[]>();
  for (const [name, list] of Object.entries(recordOf(given))) {
    const colours = texts(list);
    if (colours !== null) byName.set(name, colours);
  }
  const [first = DEFAULT_COLOURS] = byName.values();
  return { byName, first, unknown: [] };
}

/** The list that an entry names; a plain CSS colour is one of its own. */
function coloursOf(
  given: unknown,
  byName: ReadonlyMap<string, readonly string[]>,
  unknown: Set<string>,
): readonly string[] | null {
  if (typeof given !== 'string' || given === '') return null;
  const list = byName.get(given);
  if (list !== undefined) return list;
  if (/^#[\da-f]{3,8}$|^(?:rgb|hsl|oklch|oklab|lab|lch|color|var)\w*\(/i.test(given)) return [given];
  unknown.add(given);
  return null;
}

function texts(given: unknown): readonly string[] | null {
  const listed = listOf(given);
  if (listed === null) return typeof given === 'string' ? [given] : null;
  const list = listed.filter((one): one is string => typeof one === 'string' && one.trim() !== '');
  return list.length === 0 ? null : list;
}

function number(value: unknown): number | null {
  return finite(plainValue(value));
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
