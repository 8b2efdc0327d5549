import { moment, normalizePath, type App } from 'obsidian';
import type { IsoDate } from '../core/ports';
import { isCalendarDay } from '../core/time/calendar-day';
import { foldedPath, noteName } from '../core/vault/path';
import { dayWritten, saysWholeDay } from './day-format';

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
  for (const settings of dailyNotes(app)) {
    const day = dayBySettings(path, settings);
    if (day !== null) return day;
  }
  const name = noteName(path);
  return isCalendarDay(name) ? name : null;
}

/** The day of a note by its whole path below the folder, else by its name alone: notes are moved into years and months. */
function dayBySettings(path: string, { folder, format }: DailyNoteSettings): IsoDate | null {
  if (!isBelow(path, folder)) return null;
  const written = path.slice(folder === '' ? 0 : folder.length + 1).replace(/\.md$/i, '');
  const day = dayWritten(written, format);
  const [name, ofName] = [noteName(path), format.slice(format.lastIndexOf('/') + 1)];
  if (day !== null || name === written || !saysWholeDay(ofName)) return day;
  // Every note lies below the root: one that is named by a day of its own there is not read by another format.
  return folder === '' && isCalendarDay(name) ? null : dayWritten(name, ofName);
}

function isBelow(path: string, folder: string): boolean {
  return folder === '' || foldedPath(path).startsWith(`${foldedPath(folder)}/`);
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

/** The day's daily note as it is there: where one would be made, or below that folder where it was moved to; or null. */
export function findDailyNote(app: App, date: IsoDate, settings: DailyNoteSettings): string | null {
  const path = dailyNotePath(date, settings);
  if (app.vault.getFileByPath(path) !== null) return path;
  const name = noteName(path).toLowerCase();
  const isOfDay = (at: string): boolean =>
    dayBySettings(at, settings) === date || (noteName(at) === date && isBelow(at, settings.folder));
  const moved = app.vault
    .getMarkdownFiles()
    .filter((file) => file.basename.toLowerCase() === name && isOfDay(file.path))
    .map((file) => file.path);
  return moved.sort((a, b) => a.length - b.length)[0] ?? null;
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
