import type { DateTime } from 'luxon';
import { normalizePath, type App } from 'obsidian';
import { dayInName } from '../../../core/time/day-in-name';
import type { IsoDate } from '../../../core/ports';
import { noteName } from '../../../core/vault/path';
import { dailyNotePath, dayOfNote, findDailyNote, type DailyNoteSettings } from '../../../platform/daily-notes';
import type { VaultNotes } from '../../../platform/vault-notes';
import { fillDailyTemplate } from './daily-template';

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
  now: DateTime,
): Promise<string | null> {
  await notes.settled();
  const there = findDailyNote(app, date, settings);
  if (there !== null) return there;
  const path = dailyNotePath(date, settings);
  const result = await notes.create(path, await templateText(app, date, settings, now));
  return result.ok || result.reason === 'exists' ? path : null;
}

async function templateText(app: App, date: IsoDate, settings: DailyNoteSettings, now: DateTime): Promise<string> {
  if (settings.template === '') return '';
  const { vault } = app;
  const path = normalizePath(settings.template);
  const file = vault.getFileByPath(path) ?? vault.getFileByPath(`${path}.md`);
  if (file === null) return '';
  const { hour, minute, second } = now;
  return fillDailyTemplate(await vault.cachedRead(file), date, settings.format, { hour, minute, second });
}
