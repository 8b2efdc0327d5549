import { TFile, TFolder, type App, type CachedMetadata, type Component, type TAbstractFile } from 'obsidian';

/** What follows the vault, note by note. */
export interface VaultFollower {
  changed(path: string, text: string, cache: CachedMetadata): void;
  /** The cache is level with the vault. */
  resolved(): void;
  created(path: string): void;
  modified(path: string): void;
  removed(path: string): void;
  renamed(from: string, to: string): void;
  /** Paths of notes below a folder that the follower knows (`prefix` ends in a slash). */
  below(prefix: string): Iterable<string>;
}

/** Listens to the app for as long as the owner lives. Of a folder the app may or may not tell note by note. */
export function followVault(app: App, owner: Component, follower: VaultFollower): void {
  const { vault, metadataCache } = app;
  const notesAt = (file: TAbstractFile, path: string): string[] => {
    if (file instanceof TFolder) return [...new Set(follower.below(`${path}/`))];
    return path.endsWith('.md') ? [path] : [];
  };
  owner.registerEvent(
    metadataCache.on('changed', (file, text, cache) => {
      follower.changed(file.path, text, cache);
    }),
  );
  owner.registerEvent(
    metadataCache.on('resolved', () => {
      follower.resolved();
    }),
  );
  owner.registerEvent(
    vault.on('create', (file) => {
      if (isNote(file)) follower.created(file.path);
    }),
  );
  owner.registerEvent(
    vault.on('modify', (file) => {
      if (isNote(file)) follower.modified(file.path);
    }),
  );
  owner.registerEvent(
    vault.on('delete', (file) => {
      for (const path of notesAt(file, file.path)) follower.removed(path);
    }),
  );
  owner.registerEvent(
    vault.on('rename', (file, before) => {
      for (const path of notesAt(file, before)) follower.renamed(path, file.path + path.slice(before.length));
    }),
  );
}

function isNote(file: TAbstractFile): file is TFile {
  return file instanceof TFile && file.extension === 'md';
}
