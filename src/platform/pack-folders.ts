import type { Vault } from 'obsidian';
import { PACK_FILE } from '../core/pack/check';
import { foldersAbove } from '../core/vault/path';

/** Folders of the vault that are packs: they hold a `pack.yaml`. The root is none, since a vault that is a pack is its author's. */
export function packFolders(vault: Vault): string[] {
  return vault
    .getFiles()
    .flatMap(({ name, parent }) => (name === PACK_FILE && parent?.isRoot() === false ? parent.path : []));
}

/** Whether a path lies in one of them. */
export function isInPack(vault: Vault, path: string): boolean {
  return foldersAbove(path).some((folder) => vault.getFileByPath(`${folder}/${PACK_FILE}`) !== null);
}
