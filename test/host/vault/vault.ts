// The Vault, after docs.obsidian.md/Reference/TypeScript+API/Vault: what exists, what is an error, which events follow.
import { tick } from '../base/tick';
import { type DiskAdapter, type DiskStat, disk, type WriteOptions } from './adapter';
import { isHidden, parentOf, type TAbstractFile, TFile, TFolder } from './files';
import { normalizePath } from './path';
import { VaultTree } from './tree';

type TreeEntry = DiskStat & { readonly path: string };

export class Vault extends VaultTree {
  readonly configDir = '.obsidian';
  readonly config: Record<string, unknown> = {};
  /** Notes whose bodies were read, in order: the app itself reads past these. */
  readonly reads: string[] = [];
  private operations = 0;
  private externalQueue: Promise<void> = Promise.resolve();

  constructor(readonly adapter: DiskAdapter) {
    super();
  }

  getName(): string {
    return this.adapter.getName();
  }
  getConfig(key: string): unknown {
    return this.config[key];
  }
  getResourcePath(file: TFile): string {
    return this.adapter.getResourcePath(file.path);
  }

  // Reading.

  read(file: TFile): Promise<string> {
    this.reads.push(file.path);
    return this.adapter.read(file.path);
  }
  cachedRead(file: TFile): Promise<string> {
    this.reads.push(file.path);
    return this.adapter.read(file.path);
  }
  readBinary(file: TFile): Promise<ArrayBuffer> {
    return this.adapter.readBinary(file.path);
  }

  // Writing.

  create(path: string, data: string, options?: WriteOptions): Promise<TFile> {
    return this.createWith(path, (at) => this.adapter.write(at, data, options));
  }
  createBinary(path: string, data: ArrayBuffer, options?: WriteOptions): Promise<TFile> {
    return this.createWith(path, (at) => this.adapter.writeBinary(at, data, options));
  }
  createFolder(path: string): Promise<TFolder> {
    return this.operation(async () => {
      const at = normalizePath(path);
      if (this.entries.has(at) || (await this.adapter.exists(at))) throw new Error('Folder already exists.');
      await this.adapter.mkdir(at);
      return this.addFolder(at);
    });
  }
  copy<T extends TAbstractFile>(file: T, path: string): Promise<T> {
    return this.createWith(path, (at) => this.adapter.copy(file.path, at)) as unknown as Promise<T>;
  }
  modify(file: TFile, data: string, options?: WriteOptions): Promise<void> {
    return this.change(file, () => this.adapter.write(file.path, data, options));
  }
  modifyBinary(file: TFile, data: ArrayBuffer, options?: WriteOptions): Promise<void> {
    return this.change(file, () => this.adapter.writeBinary(file.path, data, options));
  }
  append(file: TFile, data: string, options?: WriteOptions): Promise<void> {
    return this.change(file, () => this.adapter.append(file.path, data, options));
  }
  process(file: TFile, change: (text: string) => string, options?: WriteOptions): Promise<string> {
    return this.change(file, () => this.adapter.process(file.path, change, options));
  }
  rename(file: TAbstractFile, path: string): Promise<void> {
    return this.operation(async () => {
      const to = normalizePath(path);
      const sameButForCase = to.toLowerCase() === file.path.toLowerCase();
      if (!sameButForCase && (this.entries.has(to) || (await this.adapter.exists(to)))) {
        throw new Error('Destination file already exists!');
      }
      await this.adapter.rename(file.path, to);
      this.move(file, to);
    });
  }
  delete(file: TAbstractFile, _force?: boolean): Promise<void> {
    return this.operation(async () => {
      await (file instanceof TFolder ? this.adapter.rmdir(file.path, true) : this.adapter.remove(file.path));
      this.drop(file);
    });
  }
  trash(file: TAbstractFile, system: boolean): Promise<void> {
    return this.operation(async () => {
      await (system ? this.adapter.trashSystem(file.path) : this.adapter.trashLocal(file.path));
      this.drop(file);
    });
  }

  // The host's own side.

  /** How many operations are under way. */
  busy(): number {
    return this.operations;
  }

  /** Learns what is on disk below a folder; `create` is triggered for each, at the app's start too. */
  async scan(folder = ''): Promise<void> {
    for (const entry of await disk<TreeEntry[]>('tree', folder)) {
      if (this.entries.has(entry.path)) continue;
      if (entry.type === 'folder') this.addFolder(entry.path);
      else this.addFile(entry.path, entry);
    }
  }

  /**
   * While the app starts, `create` comes for each file already there: a plugin that listens before the layout is ready
   * hears them all (docs: Vault.on('create')). The metadata cache knows them by then and is left alone.
   */
  announce(): void {
    for (const entry of this.getAllLoadedFiles()) if (entry !== this.root) this.trigger('create', entry);
  }

  /** Another program changed something: looked at in order, never amid an operation of the app's own. */
  external(path: string): Promise<void> {
    this.externalQueue = this.externalQueue
      .then(async () => {
        while (this.operations > 0) await tick();
        await this.look(path);
      })
      .catch(() => undefined); // it changed once more meanwhile; another call follows
    return this.externalQueue;
  }

  private async look(path: string): Promise<void> {
    if (isHidden(path)) {
      this.trigger('raw', path);
      return;
    }
    const known = this.entries.get(path);
    const found = await this.adapter.stat(path);
    if (found === null) {
      if (known !== undefined) this.drop(known);
      return;
    }
    if (known === undefined) {
      await this.scan(this.nearestKnownFolder(path));
      return;
    }
    if (known instanceof TFile && found.mtime !== known.stat.mtime) {
      known.stat = { ctime: found.ctime, mtime: found.mtime, size: found.size };
      this.trigger('modify', known);
    }
  }

  private nearestKnownFolder(path: string): string {
    let folder = parentOf(path);
    while (folder !== '/' && !this.entries.has(folder)) folder = parentOf(folder);
    return folder === '/' ? '' : folder;
  }

  private createWith(path: string, write: (at: string) => Promise<void>): Promise<TFile> {
    return this.operation(async () => {
      const at = normalizePath(path);
      if (this.entries.has(at) || (await this.adapter.exists(at))) throw new Error('File already exists.');
      const folder = parentOf(at);
      if (folder !== '/' && !(await this.adapter.exists(folder))) {
        throw new Error(`ENOENT: no such file or directory, open '${this.adapter.getFullPath(at)}'`);
      }
      await write(at);
      const stat = await this.adapter.stat(at);
      return this.addFile(at, stat ?? { ctime: 0, mtime: 0, size: 0 });
    });
  }

  private change<T>(file: TFile, write: () => Promise<T>): Promise<T> {
    return this.operation(async () => {
      const before = file.stat.mtime;
      const answer = await write();
      const stat = await this.adapter.stat(file.path);
      if (stat !== null) file.stat = { ctime: stat.ctime, mtime: stat.mtime, size: stat.size };
      if (file.stat.mtime !== before) this.trigger('modify', file);
      return answer;
    });
  }

  private async operation<T>(work: () => Promise<T>): Promise<T> {
    this.operations += 1;
    try {
      return await work();
    } finally {
      this.operations -= 1;
    }
  }
}
