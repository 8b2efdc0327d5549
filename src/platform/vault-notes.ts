import { MarkdownView, normalizePath, type App, type TFile } from 'obsidian';
import { foldersAbove, leadsAstray } from '../core/vault/path';
import type { NoteStore, WriteResult } from '../core/ports';
import { spelledAsThere } from './spelling';

/** The app's metadata cache, as far as it has come. */
interface NoteCache {
  settled(): Promise<void>;
  unread(): string[];
}

/**
 * The vault as a store of notes: the only place that writes to it.
 * Notes are made by `vault.create` and changed by `vault.process`; there is no blind overwrite.
 */
export class VaultNotes implements NoteStore {
  constructor(
    private readonly app: App,
    private readonly cache: NoteCache,
    /** What is said of a path that is no place for notes. */
    private readonly astray: string,
  ) {}

  async exists(path: string): Promise<boolean> {
    const { vault } = this.app;
    const wanted = spelledAsThere(vault, normalizePath(path));
    if (leadsAstray(wanted) !== null) return false; // and is not looked for there
    return vault.getAbstractFileByPath(wanted) !== null || (await vault.adapter.exists(wanted));
  }

  /** A note's text, with what was typed into it a moment ago. */
  async read(path: string): Promise<string | null> {
    const file = this.app.vault.getFileByPath(normalizePath(path));
    if (file === null) return null;
    try {
      await this.saveOpenEditors(file).catch(() => undefined); // what cannot be saved can still be read
      return await this.app.vault.read(file);
    } catch {
      return null;
    }
  }

  /** The same as the app has it at hand, for what only shows: it may lag behind an open editor by moments. */
  async glance(path: string): Promise<string | null> {
    const file = this.app.vault.getFileByPath(path);
    try {
      return file && (await this.app.vault.cachedRead(file));
    } catch {
      return null;
    }
  }

  /** The bytes of any file, or null where there is none. */
  async readBytes(path: string): Promise<Uint8Array | null> {
    const file = this.app.vault.getFileByPath(path);
    try {
      return file && new Uint8Array(await this.app.vault.readBinary(file));
    } catch {
      return null;
    }
  }

  create(path: string, text: string): Promise<WriteResult> {
    return this.make(path, (wanted) => this.app.vault.create(wanted, text));
  }

  /** The same for a file that is no text. */
  createBytes(path: string, bytes: Uint8Array): Promise<WriteResult> {
    const { buffer } = bytes.slice();
    return this.make(path, (wanted) => this.app.vault.createBinary(wanted, buffer));
  }

  private async make(path: string, write: (wanted: string) => Promise<unknown>): Promise<WriteResult> {
    const written = normalizePath(path);
    if (leadsAstray(written) !== null) return { ok: false, reason: 'astray', message: this.astray };
    const wanted = spelledAsThere(this.app.vault, written);
    if (await this.exists(wanted)) return { ok: false, reason: 'exists', message: wanted };
    try {
      const folders = await this.makeFolders(wanted);
      await write(wanted);
      return { ok: true, path: wanted, folders };
    } catch (error) {
      const reason = (await this.exists(wanted)) ? 'exists' : 'failed';
      return { ok: false, reason, message: messageOf(error) };
    }
  }

  async change(path: string, change: (text: string) => string | null): Promise<WriteResult> {
    const file = this.app.vault.getFileByPath(normalizePath(path));
    if (file === null) return { ok: false, reason: 'missing', message: path };
    try {
      await this.saveOpenEditors(file);
      await this.app.vault.process(file, (text) => {
        const next = change(text);
        if (next === null) throw new Declined(); // the only way to leave the file, and its time, wholly alone
        return next;
      });
      return { ok: true, path: file.path };
    } catch (error) {
      if (error instanceof Declined) return { ok: false, reason: 'changed', message: path };
      return { ok: false, reason: 'failed', message: messageOf(error) };
    }
  }

  /** Puts a note into the trash that the student chose, if `check` agrees with its text as it is now. */
  async remove(path: string, check: (text: string) => boolean | Promise<boolean>): Promise<WriteResult> {
    const file = this.app.vault.getFileByPath(normalizePath(path));
    if (file === null) return { ok: false, reason: 'missing', message: path };
    try {
      await this.saveOpenEditors(file);
      if (!(await check(await this.app.vault.read(file)))) return { ok: false, reason: 'changed', message: path };
      await this.app.fileManager.trashFile(file);
      return { ok: true, path };
    } catch (error) {
      return { ok: false, reason: 'failed', message: messageOf(error) };
    }
  }

  /** Puts those of the folders into the trash that hold nothing any more, not even hidden files; deepest first. */
  async removeEmptyFolders(paths: readonly string[]): Promise<void> {
    for (const path of [...new Set(paths)].sort((a, b) => b.length - a.length)) {
      const folder = this.app.vault.getFolderByPath(path);
      if (folder?.children.length !== 0) continue;
      try {
        const { files, folders } = await this.app.vault.adapter.list(path);
        if (files.length > 0 || folders.length > 0) continue;
        await this.app.fileManager.trashFile(folder);
      } catch {
        continue; // an empty folder that stays does no harm
      }
    }
  }

  /** Waits until looking for a note is safe (see `CacheSettling`). */
  settled(): Promise<void> {
    return this.cache.settled();
  }

  /** Notes that are not in the metadata cache. */
  unread(): string[] {
    return this.cache.unread();
  }

  /** What was typed into an open note a moment ago is not on the disk yet; it goes there first. */
  private async saveOpenEditors(file: TFile): Promise<void> {
    for (const leaf of this.app.workspace.getLeavesOfType('markdown')) {
      if (leaf.view instanceof MarkdownView && leaf.view.file === file && leaf.view.getMode() === 'source') {
        await leaf.view.save();
      }
    }
  }

  /** Makes the folders above a path; answers those that were not there. */
  private async makeFolders(path: string): Promise<string[]> {
    const made: string[] = [];
    for (const folder of foldersAbove(path)) {
      if (this.app.vault.getFolderByPath(folder) !== null || (await this.app.vault.adapter.exists(folder))) continue;
      try {
        await this.app.vault.createFolder(folder);
        made.push(folder);
      } catch (error) {
        if (!(await this.app.vault.adapter.exists(folder))) throw error; // else another writer was quicker
      }
    }
    return made;
  }
}

/** Thrown out of `vault.process` where the text turned out not to be what it was. */
class Declined extends Error {}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
