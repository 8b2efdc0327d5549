import { lstat, realpath } from 'node:fs/promises';
import path from 'node:path';
import { vaultFolder } from '../node/vault-folder';

/** How many of the first arguments are paths; 'all' where the first is a list of them. */
const PATHS: Readonly<Record<string, number | 'all'>> = {
  ...{ stat: 1, exists: 1, list: 1, read: 1, readInProcess: 1, readMany: 'all', tree: 1, readBinary: 1 },
  ...{ write: 1, writeBinary: 1, append: 1, mkdir: 1, rename: 2, copy: 2, remove: 1, rmdir: 1 },
};

export interface GuardedFolder {
  /** One operation of `vaultFolder`. @throws Error where there is none, or a path leads out of the folder */
  call(op: string, args: readonly unknown[]): Promise<unknown>;
  watch(changed: (path: string) => void): () => void;
}

/** A vault's folder for whoever is not trusted: no path leads out of it, neither by `..` nor by a link. */
export async function guardedFolder(dir: string): Promise<GuardedFolder> {
  const root = await realpath(dir);
  const folder = vaultFolder(root);

  async function isInside(at: string): Promise<boolean> {
    const full = path.resolve(root, at === '/' ? '' : at);
    // What is not there yet will be made where its folder is.
    for (let known = full; ; known = path.dirname(known)) {
      const real = await realpath(known).catch(() => null);
      if (real !== null) return real === root || real.startsWith(root + path.sep);
      const isThere = await lstat(known).then(
        () => true,
        () => false,
      );
      if (isThere || known === path.dirname(known)) return false; // a link to nothing would be followed by a write
    }
  }
  async function check(at: unknown): Promise<void> {
    if (typeof at !== 'string' || at.includes('\0')) throw new Error('A path is a text.');
    if (path.isAbsolute(at) && at !== '/') throw new Error(`EPERM: outside the vault: ${at}`);
    if (!(await isInside(at))) throw new Error(`EPERM: outside the vault: ${at}`);
  }

  return {
    async call(op, args) {
      const paths = Object.hasOwn(PATHS, op) ? PATHS[op] : undefined;
      if (paths === undefined) throw new Error(`There is no operation ${op}.`);
      const named = paths === 'all' ? args[0] : args.slice(0, paths);
      if (!Array.isArray(named) || (paths !== 'all' && named.length < paths)) throw new Error(`${op} wants a path.`);
      await Promise.all(named.map(check));
      const run = folder[op as 'stat'] as (...values: unknown[]) => Promise<unknown>;
      const answer = await run(...args);
      if (op !== 'tree') return answer;
      const entries = answer as readonly { readonly path: string }[];
      const inside = await Promise.all(entries.map((entry) => isInside(entry.path)));
      return entries.filter((_, n) => inside[n]);
    },
    watch: (changed) => folder.watch(changed),
  };
}
