import { moment, normalizePath, type App } from 'obsidian';
import { dayInName } from '../../../core/time/day-in-name';
import type { IsoDate } from '../../../core/ports';
import { noteName } from '../../../core/vault/path';
import { dailyNotePath, dayOfNote, type DailyNoteSettings } from '../../../platform/daily-notes';
import type { VaultNotes } from '../../../platform/vault-notes';

/** The day that a note is of: by the vault's own format of daily notes, else by a date in its name. */
export function dayOfNamedNote(app: App, path: string): IsoDate | null {
  return dayOfNote(app, path) ?? dayInName(noteName(path));
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
  const day = moment.utc(date, 'YYYY-MM-DD', true);
  const now = moment.utc().local();
  // The placeholders of the core plugin's templates; the day's own date, the time of writing.
  return (await vault.cachedRead(file))
    .replace(/\{\{\s*title\s*\}\}/gi, day.format(settings.format).split('/').at(-1) ?? date)
    .replace(/\{\{\s*date\s*(?::([^}]+))?\}\}/gi, (_all, format?: string) =>
      day.format(format?.trim() ?? settings.format),
    )
    .replace(/\{\{\s*time\s*(?::([^}]+))?\}\}/gi, (_all, format?: string) => now.format(format?.trim() ?? 'HH:mm'));
}
