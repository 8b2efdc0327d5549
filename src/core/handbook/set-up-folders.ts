import type { HandbookFolders } from './folders';
import type { VaultNames } from '../vault/names';
import { checkVaultPath, joinPath, type PathProblem } from '../vault/path';

export interface SetUpFolders {
  /** The folder that everything goes into, as typed; empty is the vault's root. */
  readonly root: string;
  /** The language's own names, below `root`. */
  readonly defaults: HandbookFolders;
  /** Places that are settled already, by a setting or by a handbook that is there; `root` does not move them. */
  readonly settled: Partial<HandbookFolders>;
}

export type CheckedFolders =
  | { readonly ok: true; readonly folders: HandbookFolders }
  | { readonly ok: false; readonly path: string; readonly problem: PathProblem | 'is-file'; readonly part: string };

/** Works out where things will lie and checks that each place can be made: a legal path that no file blocks. */
export function checkFolders({ root, defaults, settled }: SetUpFolders, names: VaultNames): CheckedFolders {
  const checkedRoot = checkVaultPath(root);
  if (!checkedRoot.ok) return { ...checkedRoot, path: root };
  const blocked = names.fileAt(checkedRoot.path);
  if (checkedRoot.path !== '' && blocked !== null) return isFile(blocked);
  const folders: Record<string, string> = {};
  for (const [name, own] of Object.entries(defaults) as [keyof HandbookFolders, string][]) {
    const wanted = settled[name] ?? joinPath(checkedRoot.path, own);
    const checked = checkVaultPath(wanted);
    if (!checked.ok) return { ...checked, path: wanted };
    const path = name === 'home' && !/\.md$/i.test(checked.path) ? `${checked.path}.md` : checked.path;
    const file = (name === 'home' ? null : names.fileAt(path)) ?? names.fileInTheWay(path);
    if (file !== null) return isFile(file);
    folders[name] = path;
  }
  return { ok: true, folders: folders as unknown as HandbookFolders };
}

function isFile(path: string): CheckedFolders {
  return { ok: false, path, problem: 'is-file', part: path };
}
