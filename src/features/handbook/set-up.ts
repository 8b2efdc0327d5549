import type { Outcome } from '../../core/handbook/apply';
import { HOME_ID } from '../../core/handbook/pack';
import type { Plan } from '../../core/handbook/plan';
import type { Language } from '../../core/ports';
import { asLanguage } from '../../core/text/language';
import type { ContextWith } from '../context';
import { LANGUAGES, type Handbook } from './handbook';
import { resultGroups } from './result-groups';
import { ResultModal } from './result-modal';
import { SetUpModal } from './set-up-modal';

export type SetUpResult =
  | { readonly ok: true; readonly plan: Plan; readonly outcome: Outcome }
  | { readonly ok: false; readonly error: string };

type Progress = (done: number, total: number) => void;

/** Sets the vault up, or finishes an interrupted set-up; in a vault that is set up it makes and upgrades nothing. */
export async function setUp(
  handbook: Handbook,
  language: Language,
  root: string,
  onProgress?: Progress,
): Promise<SetUpResult> {
  const planned = handbook.planSetUp(language, root, await handbook.state(language));
  if (!planned.ok) return planned;
  const [outcome] = await handbook.apply([planned.plan], { kind: 'set-up', merge: false, onProgress });
  if (outcome === undefined) throw new Error('one plan has one outcome');
  return { ok: true, plan: planned.plan, outcome };
}

/** Opens the set-up form; afterwards shows what was made and offers the home note. */
export function openSetUp(ctx: ContextWith<'home'>, handbook: Handbook, only?: Language): void {
  ctx.dialogs.open(
    new SetUpModal(ctx, handbook, {
      language: only ?? ctx.places.language(),
      languageFixed: only !== undefined,
      run: async (language, root, onProgress) => {
        const result = await setUp(handbook, language, root, onProgress);
        if (!result.ok) ctx.notify.warn(result.error);
        else showSetUpResult(ctx, result.plan, result.outcome);
      },
    }),
  );
}

/** Adds the handbook in the language that the vault does not have yet. */
export async function openSecondLanguage(ctx: ContextWith<'home'>, handbook: Handbook): Promise<void> {
  const t = ctx.i18n.ui.handbook;
  const first = ctx.places.language();
  const second = LANGUAGES.find((language) => language !== first) ?? first;
  const state = await handbook.state(second);
  if (ctx.places.record() === null) ctx.notify.warn(t.notSetUp);
  else if (handbook.record(second, state) !== null) ctx.notify.info(t.secondThere(t.languageNames[second]));
  else openSetUp(ctx, handbook, second);
}

function showSetUpResult(ctx: ContextWith<'home'>, plan: Plan, outcome: Outcome): void {
  const t = ctx.i18n.ui.handbook;
  const made = outcome.created.length;
  const home = plan.steps.find((step) => step.id === HOME_ID);
  ctx.dialogs.open(
    new ResultModal(ctx, () => ({
      title: outcome.failed.length > 0 ? t.setUpUnfinished : t.setUpDone,
      lead: outcome.failed.length > 0 ? t.setUpUnfinishedLead(made) : made > 0 ? t.setUpLeadDone(made) : t.setUpNothing,
      groups: resultGroups([outcome], t),
      buttons: [
        ...(home === undefined
          ? [{ label: t.done, kind: 'cta' as const }]
          : [
              { label: t.done },
              {
                label: t.openHome,
                kind: 'cta' as const,
                run: () => ctx.offers.home.open(asLanguage(plan.pack.language)),
              },
            ]),
      ],
    })),
  );
}
