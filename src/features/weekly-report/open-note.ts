import type { PaneType } from 'obsidian';
import type { Context } from '../context';

/** Opens a note, unless it is gone. */
export async function openNote(ctx: Context, path: string, pane: PaneType | boolean = false): Promise<void> {
  const file = ctx.app.vault.getFileByPath(path);
  if (file !== null) await ctx.app.workspace.getLeaf(pane).openFile(file);
}
