import { HOME_ID } from '../../../core/handbook/pack';
import type { Language } from '../../../core/ports';
import type { Context } from '../../context';

/**
 * Where the home note is: what the student chose in the settings, else the handbook's own wherever it was moved, else
 * what lies at the place that the vault has for it. Null where there is none (or the cache has not settled).
 */
export function homeNotePath(ctx: Context, language: Language): string | null {
  const place = ctx.app.vault.getFileByPath(ctx.places.folders().home);
  if (ctx.settings.values.homeNote !== '' && place !== null) return place.path;
  return ctx.handbookNotes.find(HOME_ID, language) ?? place?.path ?? null;
}
