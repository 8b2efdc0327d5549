import type { PaneType } from 'obsidian';
import type { Context } from '../context';

/** Opens a note, unless it is gone; one that is before the student already stays as they have it, cursor and all. */
export async function openNote(ctx: Context, path: string, pane: PaneType | boolean = false): Promise<void> {
  const { vault, workspace } = ctx.app;
  const file = vault.getFileByPath(path);
  if (file === null || (pane === false && workspace.getActiveFile()?.path === path)) return;
  await workspace.getLeaf(pane).openFile(file);
}
