// What exists in the vault, as the app knows it: files and folders by path, and the events that follow when they come and go.
import { Events } from '../base/events';
import { parentOf, TAbstractFile, TFile, TFolder } from './files';

export abstract class VaultTree extends Events {
  protected readonly entries = new Map<string, TAbstractFile>();
  protected readonly root: TFolder;

  constructor() {
    super();
    this.root = new TFolder(this, '/');
    this.root.name = '';
    this.entries.set('/', this.root);
  }

  getRoot(): TFolder {
    return this.root;
  }
  getAbstractFileByPath(path: string): TAbstractFile | null {
    return this.entries.get(path) ?? null;
  }
  /** The file or folder at the path in any letter case; file systems of macOS and Windows know but one. */
  getAbstractFileByPathInsensitive(path: string): TAbstractFile | null {
    const wanted = path.toLowerCase();
    for (const entry of this.entries.values()) if (entry.path.toLowerCase() === wanted) return entry;
    return null;
  }
  getFileByPath(path: string): TFile | null {
    const found = this.entries.get(path);
    return found instanceof TFile ? found : null;
  }
  getFolderByPath(path: string): TFolder | null {
    const found = this.entries.get(path);
    return found instanceof TFolder ? found : null;
  }
  getFiles(): TFile[] {
    return [...this.entries.values()].filter((entry) => entry instanceof TFile);
  }
  getMarkdownFiles(): TFile[] {
    return this.getFiles().filter((file) => file.extension === 'md');
  }
  getAllLoadedFiles(): TAbstractFile[] {
    return [...this.entries.values()];
  }
  getAllFolders(includeRoot = false): TFolder[] {
    return [...this.entries.values()].filter(
      (entry): entry is TFolder => entry instanceof TFolder && (includeRoot || !entry.isRoot()),
    );
  }
  static recurseChildren(root: TFolder, callback: (file: TAbstractFile) => unknown): void {
    callback(root);
    for (const child of root.children) {
      if (child instanceof TFolder) VaultTree.recurseChildren(child, callback);
      else callback(child);
    }
  }
  /** A free path: `base.ext`, else `base 1.ext`, and so on. */
  getAvailablePath(base: string, extension: string): string {
    const at = (n: number): string =>
      `${base}${n === 0 ? '' : ` ${String(n)}`}${extension === '' ? '' : `.${extension}`}`;
    let n = 0;
    while (this.entries.has(at(n))) n += 1;
    return at(n);
  }

  protected addFile(path: string, stat: { ctime: number; mtime: number; size: number }): TFile {
    const file = new TFile(this, path);
    file.stat = { ctime: stat.ctime, mtime: stat.mtime, size: stat.size };
    this.attach(file);
    this.trigger('create', file);
    return file;
  }

  protected addFolder(path: string): TFolder {
    const known = this.getFolderByPath(path);
    if (known !== null) return known;
    const folder = new TFolder(this, path);
    this.attach(folder);
    this.trigger('create', folder);
    return folder;
  }

  private attach(entry: TAbstractFile): void {
    const at = parentOf(entry.path);
    const parent = at === '/' ? this.root : this.addFolder(at);
    entry.parent = parent;
    parent.children.push(entry);
    this.entries.set(entry.path, entry);
  }

  private detach(entry: TAbstractFile): void {
    if (entry.parent !== null) entry.parent.children = entry.parent.children.filter((child) => child !== entry);
    this.entries.delete(entry.path);
  }

  /** Children go first, one event each. */
  protected drop(entry: TAbstractFile): void {
    if (entry instanceof TFolder) for (const child of [...entry.children]) this.drop(child);
    this.detach(entry);
    this.trigger('delete', entry);
  }

  /** One `rename` for the folder, then one for each thing below it. */
  protected move(entry: TAbstractFile, to: string): void {
    const moved: { entry: TAbstractFile; from: string }[] = [];
    const visit = (each: TAbstractFile): void => {
      moved.push({ entry: each, from: each.path });
    };
    if (entry instanceof TFolder) VaultTree.recurseChildren(entry, visit);
    else visit(entry);
    const from = entry.path;
    this.detach(entry);
    for (const each of moved) {
      this.entries.delete(each.from);
      const path = to + each.from.slice(from.length);
      if (each.entry instanceof TFile) each.entry.setPath(path);
      else {
        each.entry.path = path;
        each.entry.name = path.slice(path.lastIndexOf('/') + 1);
      }
      if (each.entry !== entry) this.entries.set(path, each.entry);
    }
    this.attach(entry);
    for (const each of moved) this.trigger('rename', each.entry, each.from);
  }
}
