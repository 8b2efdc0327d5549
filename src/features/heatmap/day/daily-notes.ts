import { moment, normalizePath, type App, type TFile } from 'obsidian';
import { dayInName } from '../../../core/heatmap/note-days';
import type { IsoDate } from '../../../core/ports';
import { dayOfNote } from '../../../platform/reading-daily-notes';
import type { VaultNotes } from '../../../platform/vault-notes';

/** How this vault names its daily notes. */
export interface DailyNoteSettings {
  readonly folder: string;
  /** Of moment.js; may hold slashes. */
  readonly format: string;
  /** Path of the template, without the ending perhaps; empty for none. */
  readonly template: string;
}

const DEFAULT_FORMAT = 'YYYY-MM-DD';

/** The vault's own settings: Periodic Notes where its daily notes are on, else the core plugin's; null where neither is. */
export function dailyNoteSettings(app: App): DailyNoteSettings | null {
  const periodic = inside(app, 'plugins', 'plugins', 'periodic-notes', 'settings', 'daily');
  if (inside(periodic, 'enabled') === true) return settingsFrom(periodic);
  const core = inside(app, 'internalPlugins', 'plugins', 'daily-notes');
  return inside(core, 'enabled') === true ? settingsFrom(inside(core, 'instance', 'options')) : null;
}

/** The day that a note is of: by the vault's own format of daily notes, else by a date in its name. */
export function dayOfNamedNote(app: App, file: TFile): IsoDate | null {
  return dayOfNote(app, file.path) ?? dayInName(file.basename);
}

export function dailyNotePath(date: IsoDate, settings: DailyNoteSettings): string {
  const name = moment.utc(date, DEFAULT_FORMAT, true).format(settings.format);
  return normalizePath(`${settings.folder}/${name}.md`);
}

/**
 * The path of the day's daily note, which is created from the vault's own template where there is none.
 * @returns null where it could not be created
 */
export async function ensureDailyNote(
  app: App,
  notes: VaultNotes,
  date: IsoDate,
  settings: DailyNoteSettings,
): Promise<string | null> {
  const path = dailyNotePath(date, settings);
  await notes.settled();
  if (app.vault.getFileByPath(path) !== null) return path;
  const result = await notes.create(path, await templateText(app, date, settings));
  return result.ok || result.reason === 'exists' ? path : null;
}

async function templateText(app: App, date: IsoDate, settings: DailyNoteSettings): Promise<string> {
  if (settings.template === '') return '';
  const { vault } = app;
  const path = normalizePath(settings.template);
  const file = vault.getFileByPath(path) ?? vault.getFileByPath(`${path}.md`);
  if (file === null) return '';
  const day = moment.utc(date, DEFAULT_FORMAT, true);
  const now = moment.utc().local();
  // The placeholders of the core plugin's templates; the day's own date, the time of writing.
  return (await vault.cachedRead(file))
    .replace(/\{\{\s*title\s*\}\}/gi, day.format(settings.format).split('/').at(-1) ?? date)
    .replace(/\{\{\s*date\s*(?::([^}]+))?\}\}/gi, (_all, format?: string) =>
      day.format(format?.trim() ?? settings.format),
    )
    .replace(/\{\{\s*time\s*(?::([^}]+))?\}\}/gi, (_all, format?: string) => now.format(format?.trim() ?? 'HH:mm'));
}

function settingsFrom(options: unknown): DailyNoteSettings {
  const text = (key: string): string => {
    const value = inside(options, key);
    return typeof value === 'string' ? value.trim() : '';
  };
  return {
    folder: text('folder').replace(/^\/+|\/+$/g, ''),
    format: text('format') || DEFAULT_FORMAT,
    template: text('template'),
  };
}

/** A value inside objects whose types Obsidian does not publish; undefined where a step is missing. */
function inside(from: unknown, ...steps: readonly string[]): unknown {
  let value = from;
  for (const step of steps) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[step];
  }
  return value;
}
