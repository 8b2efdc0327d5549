import { TFolder } from 'obsidian';
import type { Language } from '../../core/ports';
import { isInPack } from '../../platform/pack-folders';
import type { VaultNote, VaultState } from '../../core/handbook/vault-state';
import { versionOf } from '../../core/handbook/version';
import { readFrontmatter, splitNote, type Frontmatter } from '../../core/markdown/frontmatter';
import { isBroken } from '../../platform/vault-index/note-meta';
import type { Context } from '../context';

/** What the vault holds now of a pack; waits until every note is in the metadata cache. */
export async function readVaultState(ctx: Context, pack: string): Promise<VaultState> {
  await ctx.notes.settled();
  const { vault } = ctx.app;
  const paths = notesOfPack(ctx, pack);
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

/**
 * Paths of the notes that say they belong to the pack, from the metadata cache; and of those whose frontmatter it could
 * not read (two devices can merge it into YAML that is none), since they may be ours.
 */
function notesOfPack({ app, vaultIndex }: Context, pack: string): string[] {
  return [...vaultIndex.known()].flatMap((note) =>
    (isBroken(note) || note.frontmatter['handbook'] === pack) && !isInPack(app.vault, note.path) ? note.path : [],
  );
}

/** The note as it is on the disk; the cache only said where to look. */
async function readNote(ctx: Context, pack: string, path: string): Promise<VaultNote | null> {
  const text = await ctx.notes.read(path);
  if (text === null) return null;
  const read = readFrontmatter(text, ctx.yaml);
  const data = read.ok ? read.data : readKeys(splitNote(text).yaml ?? '');
  const { handbook, 'handbook-id': id, 'handbook-lang': language, 'handbook-version': version } = data;
  if (handbook !== pack || typeof id !== 'string' || typeof language !== 'string') return null;
  return { id, language, version: versionOf(version), path, text };
}

/** Our plain keys of frontmatter that is no YAML: whose note it is can still be told. */
function readKeys(raw: string): Frontmatter {
  const keys = raw.matchAll(/^(handbook(?:-id|-lang)?):[ \t]*["']?([^"'\r\n]*?)["']?[ \t]*$/gm);
  return Object.fromEntries([...keys].map(([, key = '', value = '']) => [key, value]));
}

export function isLanguage(value: unknown): value is Language {
  return value === 'zh' || value === 'en';
}
