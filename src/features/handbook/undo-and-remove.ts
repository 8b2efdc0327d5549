import { ownFolders, removableNotes, type Removable } from '../../core/handbook/removal';
import { madeFolders, undoWrites } from '../../core/handbook/undo';
import type { Plan } from '../../core/handbook/plan';
import type { ResultGroup } from '../../ui/result-list';
import type { Context } from '../context';
import type { Handbook } from './handbook';
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
      groups: [group('removed', t.groupToTrash, made, true), group('updated', t.groupToEarlier, changed, true)],
      buttons: [
        { label: t.later },
        {
          label: t.undoNow,
          kind: 'warning',
          run: async () => {
            const undone = await undoWrites(record, ctx.notes);
            await ctx.notes.removeEmptyFolders(madeFolders(record));
            if (undone.failed.length === 0) handbook.undo.clear();
            const failed = undone.failed.map(({ path, message }) => ({ path, exists: true, text: t.after(message) }));
            ctx.dialogs.open(
              new ResultModal(ctx, () => ({
                title: t.undone,
                lead: t.undoneLead(undone.removed.length + undone.restored.length, undone.kept.length),
                groups: [
                  { outcome: 'failed', title: t.groupFailed, hint: '', open: true, items: failed },
                  group('kept', t.groupKeptSince, undone.kept, true),
                  group('removed', t.groupTrashed, undone.removed),
                  group('updated', t.groupEarlier, undone.restored),
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

/** Takes out what the plugin wrote and the student did not change; the list comes first. */
export async function openRemove(ctx: Context, handbook: Handbook): Promise<void> {
  const t = ctx.i18n.ui.handbook;
  const plans = await plansOf(ctx, handbook);
  if (plans === null) return;
  const ours = plans.flatMap((plan) => removableNotes(plan, ctx.yaml));
  const going = new Set(ours.map(({ path }) => path));
  const record = handbook.undo.load();
  const foldersOf = (removed: readonly string[]): string[] =>
    ownFolders(removed, plans, record === null ? [] : madeFolders(record));
  const staying = plans
    .flatMap((plan) => plan.steps)
    .flatMap((step) => (step.kind !== 'create' && !going.has(step.path) ? [step.path] : []));
  ctx.dialogs.open(
    new ResultModal(ctx, () => ({
      title: t.removeTitle,
      lead: ours.length === 0 ? t.nothingToRemove : t.removeLead,
      groups: [group('kept', t.groupKept, staying), group('removed', t.groupToTrash, [...going], true)],
      buttons:
        ours.length === 0
          ? [{ label: t.done, kind: 'cta' }]
          : [
              { label: t.later },
              {
                label: t.remove(ours.length),
                kind: 'warning',
                run: (onProgress) => remove(ctx, ours, foldersOf, onProgress),
              },
            ],
    })),
  );
}

async function remove(
  ctx: Context,
  notes: readonly Removable[],
  foldersOf: (removed: readonly string[]) => string[],
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const t = ctx.i18n.ui.handbook;
  const removed: string[] = [];
  let done = 0;
  for (const note of notes) {
    const result = await ctx.notes.remove(note.path, (text) => text === note.text);
    if (result.ok) removed.push(note.path);
    onProgress(++done, notes.length);
  }
  await ctx.notes.removeEmptyFolders(foldersOf(removed));
  ctx.notify.info(t.removed(removed.length, notes.length - removed.length));
}

async function plansOf(ctx: Context, handbook: Handbook): Promise<readonly Plan[] | null> {
  const planned = await handbook.planUpdate();
  if (planned.ok) return planned.plans;
  ctx.notify.warn(planned.error);
  return null;
}

function group(outcome: ResultGroup['outcome'], title: string, paths: readonly string[], open = false): ResultGroup {
  const exists = outcome !== 'removed' || open;
  return { outcome, title, hint: '', open, items: paths.map((path) => ({ path, exists, text: '' })) };
}
