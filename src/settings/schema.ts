import { SERVICES } from '../core/ask/service';
import { USUAL_KEYWORDS } from '../core/marks/keywords';
import { boolean, numberBetween, oneOf, text, type Field, type ValueOf } from './field';

/** Services that questions about the notes may go to, and passages of them. */
const serviceNames = Object.keys(SERVICES) as (keyof typeof SERVICES)[];

/** Version of the settings' shape; goes up with each migration. */
export const SETTINGS_VERSION = 1;

/**
 * Every setting with its default. Flat on purpose: where sync merges plugin data, it does so key by key.
 * An empty folder or name means "the content language's own".
 */
export const SETTINGS = {
  contentLanguage: oneOf(['auto', 'zh', 'en'], 'auto'),
  handbookFolder: text(''),
  homeNote: text(''),
  sourcesFolder: text(''),
  weeklyFolder: text(''),
  templatesFolder: text(''),
  openHomeAtStart: boolean(false),
  /** Open home as a page of its own instead of the note. */
  homeAsView: boolean(false),
  /** Open the home note in reading view, whatever the app opens notes in. */
  homeReading: boolean(true),
  weekStart: oneOf(['monday', 'sunday', 'saturday'], 'monday'),
  /** Further names of the reading log's heading, separated by commas. */
  logHeadings: text(''),
  /** Days off, one a line: a date, or `from..to`. */
  holidays: text(''),
  /** Minutes of reading a week to aim at; 0 for none. */
  weeklyGoalMinutes: numberBetween(0, 10_080, 0),
  /** Minutes of deep work a day to aim at; 0 for none. */
  deepGoalMinutes: numberBetween(0, 720, 240),
  /** Named spans, one a line: `Autumn term: 2026-09-07..2027-01-15`. */
  spans: text(''),
  /** The folder that the group shares; `/` for the vault's root. */
  groupFolder: text(''),
  reportAuthor: text(''),
  /** File name of a report; may hold `{week}` and `{author}`. */
  reportName: text('{week}'),
  reportShowMinutes: boolean(true),
  /** Tells the student how much of what was read is finished and thought about; nobody else. */
  showDepth: boolean(true),
  /** Keeps sections with nothing in them in what is copied. */
  reportKeepEmpty: boolean(false),
  /** Draws the markers of what is filled in as rules in source mode, too. */
  blockRulesInSource: boolean(false),
  /** Folders whose completed tasks enter the report, separated by commas; empty for none. */
  taskFolders: text(''),
  /** A tag whose completed tasks enter the report; empty for none. */
  taskTag: text(''),
  /** Where notes of other tools lie that count as sources: a folder, a tag, or `property=value`; each may be empty. */
  literatureFolder: text(''),
  literatureTag: text(''),
  literatureProperty: text(''),
  literaturePreset: oneOf(['none', 'zotero-integration', 'citations', 'zotlit', 'book-search'], 'none'),
  /** What the search leaves out, separated by commas; empty for nothing. */
  searchExcludedFolders: text(''),
  searchExcludedTags: text(''),
  /** Own names of their keys, one a line: `title: Title`. */
  literatureKeys: text(''),
  /** Keywords of marks, one a line: `ASK=提问,Q blue`. */
  markKeywords: text(USUAL_KEYWORDS),
  /** Colours marks in notes. */
  markColours: boolean(true),
  /** Whether marks in comments of code count. */
  markCode: boolean(true),
  /** Where marks are not looked for, separated by commas. */
  markExcludedFolders: text(''),
  /** Whether notes that an import makes carry their entry. */
  importEntries: boolean(true),
  /** Feeds of new papers, one a line: a name, an address, words perhaps. */
  alertFeeds: text(''),
  /** Words that papers of alerts must have one of, or (behind a minus) must not have; separated by commas. */
  alertWords: text(''),
  /** Where Zotero on this computer listens. */
  zoteroPort: numberBetween(1, 65_535, 23_119),
  /** Id of the secret that holds the key for zotero.org; the key itself is never kept here. */
  zoteroKey: text(''),
  /** A file in the vault that Better BibTeX keeps current, read instead of asking Zotero; empty for none. */
  zoteroFile: text(''),
  /** Hosts that are asked without confirming each time, separated by commas. */
  networkHosts: text(''),
  /** Who answers questions about the notes, and who makes vectors of their passages; `Url` for one's own, `Key` is a secret's id. */
  chatService: oneOf(['none', ...serviceNames, 'own'], 'none'),
  chatUrl: text(''),
  chatModel: text(''),
  chatKey: text(''),
  chatRate: text(''),
  embedService: oneOf(['none', ...serviceNames, 'own'], 'none'),
  embedUrl: text(''),
  embedModel: text(''),
  embedKey: text(''),
  embedRate: text(''),
} satisfies Record<string, Field<unknown>>;

export type Settings = { -readonly [K in keyof typeof SETTINGS]: ValueOf<(typeof SETTINGS)[K]> };
export type SettingKey = keyof Settings;
/** Settings that are numbers. */
export type NumberKey = { [K in SettingKey]: Settings[K] extends number ? K : never }[SettingKey];

/** The settings of a new installation. */
export function defaultSettings(): Settings {
  return Object.fromEntries(Object.entries(SETTINGS).map(([key, field]) => [key, field.initial])) as Settings;
}
