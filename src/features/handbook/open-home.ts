import type { PaneType } from 'obsidian';
import { HOME_ID } from '../../core/handbook/pack';
import type { Language } from '../../core/ports';
import type { Context } from '../context';

/** Opens the home note; where there is none, says what to do. It is never made here. */
export async function openHome(
  ctx: Context,
  language = ctx.places.language(),
  pane: PaneType | false = false,
): Promise<void> {
  await ctx.notes.settled();
  const path = homePath(ctx, language);
  if (path === null) {
    const t = ctx.i18n.ui.handbook;
    ctx.notify.warn(ctx.places.record() === null ? t.noHomeNotSetUp : t.noHome(ctx.places.folders().home));
    return;
  }
  await ctx.app.workspace.openLinkText(path, '', pane);
}

/** The home note where the settings or the record say it is, else the handbook's home note wherever it was moved. */
function homePath(ctx: Context, language: Language): string | null {
  const { metadataCache, vault } = ctx.app;
  const named = vault.getFileByPath(ctx.places.folders().home);
  if (named !== null && language === ctx.places.language()) return named.path;
  const found = vault
    .getMarkdownFiles()
    .filter((file) => {
      const frontmatter = metadataCache.getFileCache(file)?.frontmatter;
      return frontmatter?.['handbook-id'] === HOME_ID && frontmatter['handbook-lang'] === language;
    })
    .sort((a, b) => a.path.length - b.path.length || (a.path < b.path ? -1 : 1));
  return (found[0] ?? named)?.path ?? null;
}
