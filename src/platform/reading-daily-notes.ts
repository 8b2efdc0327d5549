import { moment, type App } from 'obsidian';
import type { IsoDate } from '../core/ports';
import { isCalendarDay } from '../core/time/calendar-day';
import { noteName } from '../core/vault/path';

/** Where daily notes lie, and how they are named. */
interface DailyNotes {
  readonly folder: string;
  readonly format: string;
}

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
function dailyNotes(app: App): DailyNotes[] {
  const core = at(app, 'internalPlugins', 'plugins', 'daily-notes');
  const periodic = at(app, 'plugins', 'plugins', 'periodic-notes', 'settings', 'daily');
  const found: DailyNotes[] = [];
  if (at(core, 'enabled') === true) found.push(dailyNotesOf(at(core, 'instance', 'options')));
  if (at(periodic, 'enabled') === true) found.push(dailyNotesOf(periodic));
  return found.filter(({ format }) => format !== '');
}

function dailyNotesOf(options: unknown): DailyNotes {
  const folder = at(options, 'folder');
  const format = at(options, 'format');
  return {
    folder: typeof folder === 'string' ? folder.trim().replace(/^\/+|\/+$/g, '') : '',
    format: typeof format === 'string' ? format.trim() : '',
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
