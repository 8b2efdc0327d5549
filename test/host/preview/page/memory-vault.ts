// A vault in the memory of the page, with the operations of a folder (`node/vault-folder.ts`). It is gone with the page.

interface Entry {
  /** Null: a folder. */
  readonly bytes: Uint8Array | null;
  readonly ctime: number;
  readonly mtime: number;
}

interface Times {
  readonly ctime?: number;
  readonly mtime?: number;
}

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const bytesOf = (written: string): Uint8Array => new TextEncoder().encode(written);
const fromBase64 = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
const toBase64 = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

export type MemoryVault = ReturnType<typeof memoryVault>;

export function memoryVault(files: Readonly<Record<string, string>> = {}) {
  const entries = new Map<string, Entry>([['', { bytes: null, ctime: 0, mtime: 0 }]]);
  let last = 0;
  /** Two writes within one millisecond still differ. */
  const now = (): number => (last = Math.max(Date.now(), last + 1));

  const at = (path: string): Entry => {
    const found = entries.get(path === '/' ? '' : path);
    if (found === undefined) throw new Error(`ENOENT: no such file or directory, '${path}'`);
    return found;
  };
  const bytesAt = (path: string): Uint8Array => {
    const { bytes } = at(path);
    if (bytes === null) throw new Error(`EISDIR: illegal operation on a directory, '${path}'`);
    return bytes;
  };
  const put = (path: string, bytes: Uint8Array, times: Times = {}): void => {
    if (at(parentOf(path)).bytes !== null) throw new Error(`ENOTDIR: not a directory, '${parentOf(path)}'`);
    const old = entries.get(path);
    if (old?.bytes === null) throw new Error(`EISDIR: illegal operation on a directory, '${path}'`);
    const mtime = times.mtime ?? now();
    entries.set(path, { bytes, ctime: times.ctime ?? old?.ctime ?? mtime, mtime });
  };
  const below = (path: string): string[] => {
    const folder = path === '' || path === '/' ? '' : `${path}/`;
    return [...entries.keys()].filter((one) => one !== '' && one.startsWith(folder) && one !== path);
  };
  const stat = (path: string) => {
    const entry = entries.get(path === '/' ? '' : path);
    if (entry === undefined) return null;
    const { bytes, ctime, mtime } = entry;
    return { type: bytes === null ? 'folder' : 'file', ctime, mtime, size: bytes?.length ?? 0 };
  };
  const mkdir = (path: string): void => {
    if (path === '' || path === '/' || entries.has(path)) return;
    mkdir(parentOf(path));
    entries.set(path, { bytes: null, ctime: now(), mtime: last });
  };
  const remove = (path: string): void => {
    at(path);
    for (const one of [...below(path), path]) entries.delete(one);
  };

  for (const [path, content] of Object.entries(files)) {
    mkdir(parentOf(path));
    put(path, bytesOf(content));
  }

  return {
    stat,
    exists: (path: string) => stat(path) !== null,
    list(path: string) {
      at(path);
      const children = below(path).filter((one) => parentOf(one) === (path === '/' ? '' : path));
      const isFolder = (one: string): boolean => at(one).bytes === null;
      return { files: children.filter((one) => !isFolder(one)), folders: children.filter(isFolder) };
    },
    read: (path: string) => text(bytesAt(path)),
    readInProcess: (path: string) => text(bytesAt(path)),
    readMany: (paths: readonly string[]) =>
      paths.map((path) => {
        const bytes = entries.get(path)?.bytes;
        return bytes ? text(bytes) : null;
      }),
    /** What is not hidden, parents first. */
    tree: (path: string) =>
      below(path)
        .filter((one) => !one.split('/').some((part) => part.startsWith('.')))
        .sort((a, b) => a.split('/').length - b.split('/').length)
        .map((one) => ({ path: one, ...stat(one) })),
    readBinary: (path: string) => toBase64(bytesAt(path)),
    write: (path: string, data: string, times?: Times) => {
      put(path, bytesOf(data), times);
    },
    writeBinary: (path: string, base64: string, times?: Times) => {
      put(path, fromBase64(base64), times);
    },
    append: (path: string, data: string, times?: Times) => {
      put(path, bytesOf((entries.has(path) ? text(bytesAt(path)) : '') + data), times);
    },
    mkdir,
    rename(from: string, to: string) {
      at(from);
      at(parentOf(to));
      const moved = [from, ...below(from)].map((path) => [path, at(path)] as const);
      for (const [path] of moved) entries.delete(path);
      for (const [path, entry] of moved) entries.set(to + path.slice(from.length), entry);
    },
    copy: (from: string, to: string) => {
      put(to, bytesAt(from));
    },
    remove: (path: string) => {
      bytesAt(path);
      entries.delete(path);
    },
    rmdir(path: string, recursive: boolean) {
      if (!recursive && below(path).length > 0) throw new Error(`ENOTEMPTY: directory not empty, '${path}'`);
      remove(path);
    },
  };
}
