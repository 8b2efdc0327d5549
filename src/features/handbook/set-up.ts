import type { Outcome } from '../../core/handbook/apply';
import { HOME_ID } from '../../core/handbook/pack';
import type { Plan } from '../../core/handbook/plan';
import type { Language } from '../../core/ports';
import type { Context } from '../context';
import type { Handbook } from './handbook';
import { openHome } from './open-home';
import { resultGroups } from './result-groups';
import { ResultModal } from './result-modal';
import { SetUpModal } from './set-up-modal';

export type SetUpResult =
  | { readonly ok: true; readonly plan: Plan; readonly outcome: Outcome }
  | { readonly ok: false; readonly error: string };

type Progress = (done: number, total: number) => void;

/** Sets the vault up; a vault that is set up already gets what is missing of an interrupted run, and nothing else. */
export async function setUp(
  handbook: Handbook,
  language: Language,
  root: string,
  onProgress?: Progress,
): Promise<SetUpResult> {
  const planned = handbook.planSetUp(language, root, await handbook.state(language));
  if (!planned.ok) return planned;
  const outcome = await handbook.apply(planned.plan, { merge: false, ...(onProgress ? { onStep: onProgress } : {}) });
  return { ok: true, plan: planned.plan, outcome };
}

/** Opens the set-up form; afterwards shows what was made and offers the home note. */
export function openSetUp(ctx: Context, handbook: Handbook, only?: Language): void {
  new SetUpModal(ctx, handbook, {
    language: only ?? ctx.places.language(),
    languageFixed: only !== undefined,
    run: async (language, root, onProgress) => {
      const result = await setUp(handbook, language, root, onProgress);
      if (!result.ok) ctx.notify.warn(result.error);
      else showSetUpResult(ctx, result.plan, result.outcome);
    },
  }).open();
}

function showSetUpResult(ctx: Context, plan: Plan, outcome: Outcome): void {
  const t = ctx.i18n.ui.handbook;
  const made = outcome.created.length;
  const home = plan.steps.find((step) => step.id === HOME_ID);
  new ResultModal(ctx, {
    title: outcome.failed.length > 0 ? t.setUpUnfinished : t.setUpDone,
    lead: outcome.failed.length > 0 ? t.setUpUnfinishedLead(made) : made > 0 ? t.setUpLeadDone(made) : t.setUpNothing,
    groups: resultGroups([outcome], t),
    ...(home === undefined
      ? {}
      : {
          next: {
            label: t.openHome,
            run: () => void openHome(ctx, plan.pack.language),
          },
        }),
  }).open();
}
