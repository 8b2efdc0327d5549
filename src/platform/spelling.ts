import { TFolder, type Vault } from 'obsidian';
import { foldedPath } from '../core/vault/path';

/**
 * A path with its names spelled as the vault has them: where there is a folder `sources`, a note of `Sources/` goes there,
 * since most systems take both for one, and a vault that holds both cannot be synced to them. What is not there is left
 * as it is.
 */
export function spelledAsThere(vault: Vault, path: string): string {
  if (vault.getAbstractFileByPath(path) !== null) return path;
  const names = path.split('/');
  let parent = vault.getRoot();
  for (const [at, name] of names.entries()) {
    const below = parent.children;
    const there = below.find((child) => child.name === name) ?? below.find((child) => isSame(child.name, name));
    if (there === undefined) break;
    names[at] = there.name;
    if (!(there instanceof TFolder)) break;
    parent = there;
  }
  return names.join('/');
}

/** Letters taken apart into a base and marks, as macOS writes them: such a name is longer than the same one composed. */
const DECOMPOSED = /[\p{M}\u1100-\u11ff]/u;

function isSame(a: string, b: string): boolean {
  const mayBe = a.length === b.length || DECOMPOSED.test(a) || DECOMPOSED.test(b); // folders may hold thousands of notes
  return mayBe && foldedPath(a) === foldedPath(b);
}
