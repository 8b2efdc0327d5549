// The vault is a real folder. Each operation is one call with JSON-able arguments and answer,
// so that the same object serves jsdom (called directly) and Chromium (called through a binding).
import { watch } from 'node:fs';
import * as fs from 'node:fs/promises';
import path from 'node:path';

export interface FileStat {
  readonly type: 'file' | 'folder';
  readonly ctime: number;
  readonly mtime: number;
  readonly size: number;
}

export interface TreeEntry extends FileStat {
  readonly path: string;
}

export interface WriteOptions {
  readonly ctime?: number;
  readonly mtime?: number;
}

export type VaultFolder = ReturnType<typeof vaultFolder>;

export function vaultFolder(root: string) {
  /** The last modification time given out per file: two writes within one millisecond still differ. */
  const lastMtime = new Map<string, number>();

  const absolute = (p: string): string => {
    const full = path.resolve(root, p === '/' ? '' : p);
    if (full !== root && !full.startsWith(root + path.sep)) throw new Error(`EPERM: outside the vault: ${p}`);
    return full;
  };
  const stat = async (p: string): Promise<FileStat | null> => {
    const s = await fs.stat(absolute(p)).catch(() => null);
    if (s === null) return null;
    return {
      type: s.isDirectory() ? 'folder' : 'file',
      ctime: Math.round(s.birthtimeMs),
      mtime: Math.round(s.mtimeMs),
      size: s.size,
    };
  };
  const stamp = async (p: string, options?: WriteOptions): Promise<void> => {
    const file = absolute(p);
    const last = lastMtime.get(file) ?? 0;
    const now = options?.mtime ?? Math.round((await fs.stat(file)).mtimeMs);
    const mtime = options?.mtime === undefined ? Math.max(now, last + 1) : now;
    if (mtime !== now || options?.mtime !== undefined) await fs.utimes(file, mtime / 1000, mtime / 1000);
    lastMtime.set(file, mtime);
  };
  const join = (folder: string, name: string): string => (folder === '' || folder === '/' ? name : `${folder}/${name}`);

  return {
    stat,
    exists: async (p: string): Promise<boolean> => (await stat(p)) !== null,
    async list(p: string): Promise<{ files: string[]; folders: string[] }> {
      const out = { files: [] as string[], folders: [] as string[] };
      for (const entry of await fs.readdir(absolute(p), { withFileTypes: true })) {
        (entry.isDirectory() ? out.folders : out.files).push(join(p, entry.name));
      }
      return out;
    },
    read: (p: string): Promise<string> => fs.readFile(absolute(p), 'utf8'),
    /** The same, by the app on its way to writing. */
    readInProcess: (p: string): Promise<string> => fs.readFile(absolute(p), 'utf8'),
    /** Many notes in one call; null where there is none. */
    readMany: (paths: readonly string[]): Promise<(string | null)[]> =>
      Promise.all(paths.map((p) => fs.readFile(absolute(p), 'utf8').catch(() => null))),
    /** Every file and folder below `p` that is not hidden, parents first, in one call. */
    async tree(p: string): Promise<TreeEntry[]> {
      const out: TreeEntry[] = [];
      const walk = async (folder: string): Promise<void> => {
        const entries = (await fs.readdir(absolute(folder), { withFileTypes: true })).filter(
          (e) => !e.name.startsWith('.'),
        );
        const stats = await Promise.all(entries.map((e) => stat(join(folder, e.name))));
        for (const [i, entry] of entries.entries()) {
          const s = stats[i];
          if (!s) continue;
          const at = join(folder, entry.name);
          out.push({ path: at, ...s });
          if (s.type === 'folder') await walk(at);
        }
      };
      await walk(p);
      return out;
    },
    readBinary: async (p: string): Promise<string> => (await fs.readFile(absolute(p))).toString('base64'),
    async write(p: string, data: string, options?: WriteOptions): Promise<void> {
      await fs.writeFile(absolute(p), data);
      await stamp(p, options);
    },
    async writeBinary(p: string, base64: string, options?: WriteOptions): Promise<void> {
      await fs.writeFile(absolute(p), Buffer.from(base64, 'base64'));
      await stamp(p, options);
    },
    async append(p: string, data: string, options?: WriteOptions): Promise<void> {
      await fs.appendFile(absolute(p), data);
      await stamp(p, options);
    },
    async mkdir(p: string): Promise<void> {
      await fs.mkdir(absolute(p), { recursive: true });
    },
    rename: (from: string, to: string): Promise<void> => fs.rename(absolute(from), absolute(to)),
    copy: (from: string, to: string): Promise<void> => fs.copyFile(absolute(from), absolute(to)),
    remove: (p: string): Promise<void> => fs.rm(absolute(p)),
    rmdir: (p: string, recursive: boolean): Promise<void> =>
      recursive ? fs.rm(absolute(p), { recursive: true }) : fs.rmdir(absolute(p)),
    /** Calls back with the vault path of whatever changes on disk, whoever changed it. */
    watch(changed: (p: string) => void): () => void {
      const watcher = watch(root, { recursive: true }, (_event, file) => {
        if (file !== null) changed(file.split(path.sep).join('/'));
      });
      return () => {
        watcher.close();
      };
    },
  };
}
