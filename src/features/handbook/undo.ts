import { madeFolders, undoWrites } from '../../core/handbook/undo';
import { sha256 } from '../../platform/pack-source';
import type { Context } from '../context';
import type { Handbook } from './handbook';
import { pathGroup } from './result-groups';
import { ResultModal } from './result-modal';

/** Takes back the last set-up or update, after showing which notes that means. */
export function openUndo(ctx: Context, handbook: Handbook): void {
  const t = ctx.i18n.ui.handbook;
  const record = handbook.undo.load();
  if (record === null) {
    ctx.notify.info(t.nothingToUndo);
    return;
  }
  const made = record.writes.filter(({ before }) => before === null).map(({ path }) => path);
  const changed = record.writes.filter(({ before }) => before !== null).map(({ path }) => path);
  ctx.dialogs.open(
    new ResultModal(ctx, () => ({
      title: record.kind === 'set-up' ? t.undoSetUp : t.undoUpdate,
      lead: t.undoLead,
      groups: [pathGroup('removed', t.groupToTrash, made, true), pathGroup('updated', t.groupToEarlier, changed, true)],
      buttons: [
        { label: ctx.i18n.ui.common.cancel },
        {
          label: t.undoNow,
          kind: 'warning',
          run: async () => {
            const undone = await undoWrites(record, ctx.notes, async (path) =>
              sha256((await ctx.notes.readBytes(path)) ?? new Uint8Array()),
            );
            await ctx.notes.removeEmptyFolders(madeFolders(record));
            if (undone.failed.length === 0) handbook.undo.clear();
            const failed = undone.failed.map(({ path, message }) => ({ path, exists: true, text: t.after(message) }));
            ctx.dialogs.open(
              new ResultModal(ctx, () => ({
                title: t.undone,
                lead: t.undoneLead(undone.removed.length + undone.restored.length, undone.kept.length),
                groups: [
                  { outcome: 'failed', title: t.groupFailed, hint: '', open: true, items: failed },
                  pathGroup('kept', t.groupKeptSince, undone.kept, true),
                  pathGroup('removed', t.groupTrashed, undone.removed),
                  pathGroup('updated', t.groupEarlier, undone.restored),
                ],
                buttons: [{ label: t.done, kind: 'cta' }],
              })),
            );
          },
        },
      ],
    })),
  );
}
