import { TFolder, type App } from 'obsidian';
import type { Language } from '../../core/ports';
import type { VaultNote, VaultState } from '../../core/handbook/vault-state';
import { readFrontmatter } from '../../core/note/frontmatter';
import type { Context } from '../context';

/** What the vault holds now of a pack; waits until every note is in the metadata cache. */
export async function readVaultState(ctx: Context, pack: string): Promise<VaultState> {
  await ctx.notes.settled();
  const { vault } = ctx.app;
  const paths = notesOfPack(ctx.app, pack);
  const notes = await Promise.all(paths.map((path) => readNote(ctx, pack, path)));
  return {
    notes: notes.filter((note) => note !== null),
    unread: ctx.notes.unread(),
    files: vault.getFiles().map((file) => file.path),
    folders: vault
      .getAllLoadedFiles()
      .flatMap((file) => (file instanceof TFolder && !file.isRoot() ? [file.path] : [])),
  };
}

/** Paths of the notes that say they belong to the pack, from the metadata cache. */
function notesOfPack(app: App, pack: string): string[] {
  return app.vault
    .getMarkdownFiles()
    .filter((file) => app.metadataCache.getFileCache(file)?.frontmatter?.['handbook'] === pack)
    .map((file) => file.path);
}

/** The note as it is on the disk; the cache only said where to look. */
async function readNote(ctx: Context, pack: string, path: string): Promise<VaultNote | null> {
  const text = await ctx.notes.read(path);
  if (text === null) return null;
  const read = readFrontmatter(text, ctx.yaml);
  if (!read.ok) return null;
  const { handbook, 'handbook-id': id, 'handbook-lang': language, 'handbook-version': version } = read.data;
  if (handbook !== pack || typeof id !== 'string' || !isLanguage(language)) return null;
  const isVersion = typeof version === 'number' && Number.isInteger(version) && version > 0;
  return { id, language, version: isVersion ? version : null, path, text };
}

export function isLanguage(value: unknown): value is Language {
  return value === 'zh' || value === 'en';
}
