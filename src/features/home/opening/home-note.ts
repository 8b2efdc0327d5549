import { HOME_ID } from '../../../core/handbook/pack';
import type { Language } from '../../../core/ports';
import type { Context } from '../../context';

/**
 * Where the home note is: what the student chose in the settings, else the handbook's own wherever it was moved, else
 * what lies at the place that the vault has for it. Null where there is none (or the cache has not settled).
 */
export function homeNotePath(ctx: Context, language: Language): string | null {
  const { metadataCache, vault } = ctx.app;
  const chosen = ctx.settings.values.homeNote;
  const place = vault.getFileByPath(ctx.places.folders().home);
  if (chosen !== '' && place !== null) return place.path;
  if (place !== null && isHome(metadataCache.getFileCache(place)?.frontmatter, language)) return place.path;
  const [found] = vault
    .getMarkdownFiles()
    .filter((file) => isHome(metadataCache.getFileCache(file)?.frontmatter, language))
    .sort((a, b) => a.path.length - b.path.length || (a.path < b.path ? -1 : 1));
  return (found ?? place)?.path ?? null;
}

function isHome(frontmatter: Readonly<Record<string, unknown>> | undefined, language: Language): boolean {
  return frontmatter?.['handbook-id'] === HOME_ID && frontmatter['handbook-lang'] === language;
}
