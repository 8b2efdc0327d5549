// The DataAdapter: files on disk. Writes to one path wait for one another, which is what makes `process` atomic.
import { parentOf } from './files';

export interface DiskStat {
  readonly type: 'file' | 'folder';
  readonly ctime: number;
  readonly mtime: number;
  readonly size: number;
}

export interface WriteOptions {
  ctime?: number;
  mtime?: number;
}

export const disk = <T>(op: string, ...args: unknown[]): Promise<T> => window.__vaultFs(op, ...args) as Promise<T>;

function toBase64(data: ArrayBuffer): string {
  let text = '';
  for (const byte of new Uint8Array(data)) text += String.fromCharCode(byte);
  return btoa(text);
}

function fromBase64(text: string): ArrayBuffer {
  return Uint8Array.from(atob(text), (c) => c.charCodeAt(0)).buffer;
}

export class DiskAdapter {
  private readonly queues = new Map<string, Promise<unknown>>();

  constructor(private readonly name: string) {}

  getName(): string {
    return this.name;
  }
  getResourcePath(path: string): string {
    return `${window.location.origin}/${encodeURI(path)}`;
  }
  getFullPath(path: string): string {
    return `/${this.name}/${path}`;
  }
  exists(path: string): Promise<boolean> {
    return disk('exists', path);
  }
  stat(path: string): Promise<DiskStat | null> {
    return disk('stat', path);
  }
  list(path: string): Promise<{ files: string[]; folders: string[] }> {
    return disk('list', path === '/' ? '' : path);
  }
  read(path: string): Promise<string> {
    return disk('read', path);
  }
  async readBinary(path: string): Promise<ArrayBuffer> {
    return fromBase64(await disk('readBinary', path));
  }
  write(path: string, data: string, options?: WriteOptions): Promise<void> {
    return this.queue(path, () => disk('write', path, data, options));
  }
  writeBinary(path: string, data: ArrayBuffer, options?: WriteOptions): Promise<void> {
    return this.queue(path, () => disk('writeBinary', path, toBase64(data), options));
  }
  append(path: string, data: string, options?: WriteOptions): Promise<void> {
    return this.queue(path, () => disk('append', path, data, options));
  }
  /** Reads, changes, writes, with no other write of the app's between. An unchanged text is not written. */
  process(path: string, change: (text: string) => string, options?: WriteOptions): Promise<string> {
    return this.queue(path, async () => {
      const before = await disk<string>('readInProcess', path);
      const after = change(before);
      if (after !== before) await disk('write', path, after, options);
      return after;
    });
  }
  mkdir(path: string): Promise<void> {
    return disk('mkdir', path);
  }
  rename(from: string, to: string): Promise<void> {
    return this.queue(from, () => disk('rename', from, to));
  }
  copy(from: string, to: string): Promise<void> {
    return disk('copy', from, to);
  }
  remove(path: string): Promise<void> {
    return this.queue(path, () => disk('remove', path));
  }
  rmdir(path: string, recursive: boolean): Promise<void> {
    return disk('rmdir', path, recursive);
  }
  async trashLocal(path: string): Promise<void> {
    await disk('mkdir', parentOf(`.trash/${path}`));
    // What lies in the trash already is never written over.
    let target = `.trash/${path}`;
    for (let n = 2; (await disk('exists', target)) === true; n++) target = `.trash/${path} ${n}`;
    await disk('rename', path, target);
  }
  async trashSystem(path: string): Promise<boolean> {
    await this.trashLocal(path);
    return true;
  }

  private queue<T>(path: string, work: () => Promise<T>): Promise<T> {
    const done = (this.queues.get(path) ?? Promise.resolve()).then(work, work);
    this.queues.set(
      path,
      done.catch(() => undefined),
    );
    return done;
  }
}
