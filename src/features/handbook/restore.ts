import type { Plan } from '../../core/handbook/plan';
import type { ResultGroup } from '../../ui/result-list';
import type { Context } from '../context';
import type { Handbook } from './handbook';
import { ResultModal } from './result-modal';

type Deleted = Plan['deleted'][number];

/** Offers the notes that the student deleted. */
export async function openRestore(ctx: Context, handbook: Handbook): Promise<void> {
  const t = ctx.i18n.ui.handbook;
  const planned = await handbook.planUpdate();
  if (!planned.ok) {
    ctx.notify.warn(planned.error);
    return;
  }
  const deleted = planned.plans.flatMap((plan) => plan.deleted);
  if (deleted.length === 0) {
    ctx.notify.info(t.nothingDeleted);
    return;
  }
  ctx.dialogs.open(
    new ResultModal(ctx, () => ({
      title: t.restoreTitle,
      lead: t.restoreLead,
      groups: [deletedGroup(ctx, deleted, true)],
      buttons: [
        { label: ctx.i18n.ui.common.cancel },
        {
          label: t.restoreAll(deleted.length),
          kind: 'cta',
          run: async (onProgress) => {
            let done = 0;
            for (const note of deleted) {
              if (!(await ctx.notes.exists(note.path))) await restore(ctx, note);
              onProgress(++done, deleted.length);
            }
          },
        },
      ],
    })),
  );
}

/** The notes that the student deleted; each can be had back. */
export function deletedGroup(ctx: Context, deleted: readonly Deleted[], open = false): ResultGroup {
  const t = ctx.i18n.ui.handbook;
  return {
    outcome: 'deleted',
    title: t.groupDeleted,
    hint: '',
    open,
    items: deleted.map((note) => ({
      path: note.path,
      exists: false,
      text: t.after(''),
      action: {
        label: t.restoreOne,
        run: (done) =>
          void restore(ctx, note).then((isBack) => {
            if (isBack) done(t.restored);
          }),
      },
    })),
  };
}

async function restore(ctx: Context, { path, text }: Deleted): Promise<boolean> {
  const t = ctx.i18n.ui.handbook;
  const result = await ctx.notes.create(path, text);
  if (!result.ok) ctx.notify.warn(`${path}${t.after(t.failReasons[result.reason](result.message))}`);
  return result.ok;
}
