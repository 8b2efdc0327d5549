import { foldedPath, folderOf, joinPath, noteName } from './path';

/**
 * The names taken in a vault, letter case aside: most systems do not tell `home.md` from `Home.md`, and a vault that
 * holds both cannot be synced to them.
 */
export class VaultNames {
  private readonly files = new Map<string, string>();
  private readonly folders = new Map<string, string>();
  private readonly noteNames = new Map<string, number>();

  constructor(files: readonly string[], folders: readonly string[]) {
    for (const folder of folders) this.folders.set(foldedPath(folder), folder);
    for (const file of files) this.add(file);
  }

  /** The file at the path as it is spelled in the vault, or null. */
  fileAt(path: string): string | null {
    return this.files.get(foldedPath(path)) ?? null;
  }

  isFolder(path: string): boolean {
    return this.folders.has(foldedPath(path));
  }

  /** The path with its folders spelled as they are in the vault. */
  respelled(path: string): string {
    let spelled = '';
    for (const name of folderOf(path).split('/')) {
      const next = joinPath(spelled, name);
      spelled = this.folders.get(foldedPath(next)) ?? next;
    }
    return joinPath(spelled, path.slice(path.lastIndexOf('/') + 1));
  }

  /** The first folder above the path whose name a file has, or null. */
  fileInTheWay(path: string): string | null {
    for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) {
      const file = this.fileAt(folder);
      if (file !== null) return file;
    }
    return null;
  }

  /** Takes a path for a new file. */
  add(path: string): void {
    this.files.set(foldedPath(path), path);
    if (path.toLowerCase().endsWith('.md')) {
      const name = foldedPath(noteName(path));
      this.noteNames.set(name, (this.noteNames.get(name) ?? 0) + 1);
    }
  }

  /** How to link to a note: by its shipped name where it still has it and no other note does, else by the full path. */
  linkPath(path: string, shippedPath: string): string {
    const name = noteName(path);
    const isPlain = name === noteName(shippedPath) && (this.noteNames.get(foldedPath(name)) ?? 0) <= 1;
    return isPlain ? name : path.replace(/\.md$/i, '');
  }
}
