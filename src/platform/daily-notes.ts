import { moment, normalizePath, type App } from 'obsidian';
import type { IsoDate } from '../core/ports';
import { isCalendarDay } from '../core/time/calendar-day';
import { noteName } from '../core/vault/path';

/** How this vault keeps daily notes, by the core plugin's settings or those of Periodic Notes. */
export interface DailyNoteSettings {
  /** Without slashes at its ends; `''` for the vault's root. */
  readonly folder: string;
  /** Of moment.js; may hold slashes. */
  readonly format: string;
  /** Path of the template, without the ending perhaps; empty for none. */
  readonly template: string;
}

const DEFAULT_FORMAT = 'YYYY-MM-DD';

/**
 * The day of a daily note, or null where the note is none: it lies where the vault's Daily notes or Periodic Notes
 * settings put such a note, or its name is a day. The settings come first, since a format such as `YYYY-DD-MM` gives
 * other days names that look like one; they are looked up anew each time, since they may change.
 */
export function dayOfNote(app: App, path: string): IsoDate | null {
  for (const { folder, format } of dailyNotes(app)) {
    const day = dayByFormat(path, folder, format);
    if (day !== null) return day;
  }
  const name = noteName(path);
  return isCalendarDay(name) ? name : null;
}

/** As much of moment, which the app brings, as is needed here. */
interface Moment {
  isValid(): boolean;
  format(format: string): string;
  clone(): Moment;
  add(amount: number, unit: 'day'): Moment;
}
const parseMoment = moment as unknown as (text: string, format: string, strict: true) => Moment;

function dayByFormat(path: string, folder: string, format: string): IsoDate | null {
  const prefix = folder === '' ? '' : `${folder}/`;
  if (!path.startsWith(prefix)) return null;
  const written = path.slice(prefix.length).replace(/\.md$/i, '');
  const parsed = parseMoment(written, format, true);
  if (!parsed.isValid()) return null;
  // A format without a day (a month's note, say) parses too: only one that writes the same name again is a day's.
  const day = parsed.format('YYYY-MM-DD');
  return parsed.clone().add(1, 'day').format(format) !== written ? day : null;
}

/** The settings of the core plugin and of Periodic Notes, where they are there and switched on. */
export function dailyNotes(app: App): DailyNoteSettings[] {
  return [coreSettings(app), periodicSettings(app)].filter((settings) => settings !== null);
}

/** The settings that a new daily note is made by: Periodic Notes before the core plugin; null where neither is on. */
export function dailyNoteSettings(app: App): DailyNoteSettings | null {
  return periodicSettings(app) ?? coreSettings(app);
}

/** Where the day's daily note lies, or would. */
export function dailyNotePath(date: IsoDate, { folder, format }: DailyNoteSettings): string {
  return normalizePath(`${folder}/${moment.utc(date, DEFAULT_FORMAT, true).format(format)}.md`);
}

function coreSettings(app: App): DailyNoteSettings | null {
  const core = at(app, 'internalPlugins', 'plugins', 'daily-notes');
  return at(core, 'enabled') === true ? settingsFrom(at(core, 'instance', 'options')) : null;
}

function periodicSettings(app: App): DailyNoteSettings | null {
  const periodic = at(app, 'plugins', 'plugins', 'periodic-notes', 'settings', 'daily');
  return at(periodic, 'enabled') === true ? settingsFrom(periodic) : null;
}

function settingsFrom(options: unknown): DailyNoteSettings {
  const text = (key: string): string => {
    const value = at(options, key);
    return typeof value === 'string' ? value.trim() : '';
  };
  return {
    folder: text('folder').replace(/^\/+|\/+$/g, ''),
    format: text('format') || DEFAULT_FORMAT,
    template: text('template'),
  };
}

/** Folders of templates that the vault's own Templates plugin and Templater are set to. */
export function templateFolders(app: App): string[] {
  return [
    at(app, 'internalPlugins', 'plugins', 'templates', 'instance', 'options', 'folder'),
    at(app, 'plugins', 'plugins', 'templater-obsidian', 'settings', 'templates_folder'),
  ]
    .map((folder) => (typeof folder === 'string' ? folder.trim().replace(/^\/+|\/+$/g, '') : ''))
    .filter((folder) => folder !== '');
}

/** A value inside objects whose types Obsidian does not publish; undefined where a step is missing. */
function at(from: unknown, ...steps: readonly string[]): unknown {
  let value = from;
  for (const step of steps) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[step];
  }
  return value;
}
