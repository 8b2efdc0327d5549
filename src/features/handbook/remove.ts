import type { Plan } from '../../core/handbook/plan';
import { ownFolders, removableNotes, type Removable } from '../../core/handbook/removal';
import { madeFolders } from '../../core/handbook/undo';
import type { Context } from '../context';
import type { Handbook } from './handbook';
import { pathGroup } from './result-groups';
import { ResultModal } from './result-modal';

/** Takes out what the plugin wrote and the student did not change; the list comes first. */
export async function openRemove(ctx: Context, handbook: Handbook): Promise<void> {
  const planned = await handbook.planUpdate();
  if (planned.ok) showRemovable(ctx, handbook, planned.plans);
  else ctx.notify.warn(planned.error);
}

/** The same for any plans. */
export function showRemovable(ctx: Context, handbook: Handbook, plans: readonly Plan[]): void {
  const t = ctx.i18n.ui.handbook;
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
      groups: [pathGroup('kept', t.groupKept, staying), pathGroup('removed', t.groupToTrash, [...going], true)],
      buttons:
        ours.length === 0
          ? [{ label: t.done, kind: 'cta' }]
          : [
              { label: ctx.i18n.ui.common.cancel },
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
