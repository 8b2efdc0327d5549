import { expectedOutcome, type Outcome } from '../../core/handbook/apply';
import type { KeepReason, NoteChoice, Step } from '../../core/handbook/note-steps';
import type { Plan } from '../../core/handbook/plan';
import type { UndoRecord } from '../../core/handbook/undo';
import type { WriteResult } from '../../core/ports';
import type { Wordings } from '../../i18n';
import { mergeChoice } from '../../ui/merge-choice';
import type { ResultItem } from '../../ui/result-list';
import type { Context } from '../context';
import type { Handbook } from './handbook';
import { deletedGroup } from './restore';
import { resultGroups } from './result-groups';
import { ResultModal, type ResultButton } from './result-modal';
import { outcomeSummary } from './texts';

/** Shows what an update would do; does it when the student says so, and shows what was done. */
export async function openUpdate(ctx: Context, handbook: Handbook): Promise<void> {
  const t = ctx.i18n.ui.handbook;
  const planned = await handbook.planUpdate();
  if (!planned.ok) {
    ctx.notify.warn(planned.error);
    return;
  }
  const version = Math.max(...planned.plans.map(({ pack }) => pack.version));
  const words = {
    title: t.updateTitle(version),
    lead: t.updateLead(t.updateOnSync),
    done: t.updateDone(version),
    upToDate: t.upToDate(version),
  };
  await showPlans(ctx, handbook, planned.plans, { kind: 'update', words });
}

/** How a set-up or an update is told. */
export interface PlansView {
  readonly kind: UndoRecord['kind'];
  readonly words: { readonly title: string; readonly lead: string; readonly done: string; readonly upToDate: string };
  /** What is done once all is written. */
  readonly then?: (plans: readonly Plan[]) => Promise<void>;
  /** Offered besides. */
  readonly button?: ResultButton;
}

/** The same for any plans. */
export async function showPlans(
  ctx: Context,
  handbook: Handbook,
  plans: readonly Plan[],
  view: PlansView,
): Promise<void> {
  const t = ctx.i18n.ui.handbook;
  const { kind, words, button } = view;
  if (!plans.some((plan) => plan.steps.some(isWrite))) {
    const outcomes = await handbook.apply(plans, { kind, merge: false });
    if (button !== undefined || plans.some((plan) => plan.steps.some(needsAttention)))
      showResult(ctx, handbook, plans, outcomes, view);
    else ctx.notify.info(words.upToDate);
    return;
  }
  // Merging is asked for: by the switch, or by the button where there is nothing else to do.
  let merge = !plans.some((plan) => plan.steps.some((step) => step.kind === 'create' || step.kind === 'update'));
  const canMerge = plans.flatMap((plan) => plan.steps).filter((step) => step.kind === 'merge').length;
  ctx.dialogs.open(
    new ResultModal(ctx, () => {
      const expected = plans.map((plan) => expectedOutcome(plan, merge));
      const count = expected.reduce(
        (sum, { created, updated, merged }) => sum + created.length + updated.length + merged.length,
        0,
      );
      return {
        title: words.title,
        lead: words.lead,
        groups: resultGroups(expected, t, { planned: true }),
        ...(canMerge === 0
          ? {}
          : {
              option: {
                label: t.mergeOption(canMerge),
                hint: t.mergeHint,
                on: merge,
                set: (on: boolean) => void (merge = on),
              },
            }),
        buttons: [
          { label: t.later },
          ...(button === undefined ? [] : [button]),
          {
            label: t.update(count),
            kind: 'cta' as const,
            disabled: count === 0,
            run: async (onProgress) => {
              const outcomes = await handbook.apply(plans, { kind, merge, onProgress });
              await view.then?.(plans);
              showResult(ctx, handbook, plans, outcomes, view);
            },
          },
        ],
      };
    }),
  );
}

function showResult(
  ctx: Context,
  handbook: Handbook,
  plans: readonly Plan[],
  outcomes: readonly Outcome[],
  { words, button }: PlansView,
): void {
  const t = ctx.i18n.ui.handbook;
  const steps = new Map(plans.flatMap((plan) => plan.steps).map((step) => [step.path, step]));
  ctx.dialogs.open(
    new ResultModal(ctx, () => ({
      title: resultTitle(words.done, outcomes, t),
      lead: outcomeSummary(outcomes, t),
      groups: [
        ...resultGroups(outcomes, t, { actionFor: (path) => actionFor(ctx, handbook, steps.get(path)) }),
        deletedGroup(
          ctx,
          plans.flatMap((plan) => plan.deleted),
        ),
      ],
      buttons: [...(button === undefined ? [] : [button]), { label: t.done, kind: 'cta' }],
    })),
  );
}

/** Nothing is called updated where nothing was written. */
function resultTitle(done: string, outcomes: readonly Outcome[], t: Wordings['handbook']): string {
  if (outcomes.some(({ failed }) => failed.length > 0)) return t.updateUnfinished;
  const waiting = outcomes.flatMap(({ kept }) => kept).filter(({ reason }) => isForStudent(reason)).length;
  const isWritten = outcomes.some(
    ({ created, updated, merged }) => created.length + updated.length + merged.length > 0,
  );
  return isWritten || waiting === 0 ? done : t.notesWaiting(waiting);
}

/** What the student can do about a note that was left alone. */
function actionFor(ctx: Context, handbook: Handbook, step: Step | undefined): ResultItem['action'] {
  const t = ctx.i18n.ui.handbook;
  const choice = choiceOf(step);
  if (step === undefined || choice === null) return undefined;
  const write = async (writing: Promise<WriteResult>, done: (words: string) => void): Promise<void> => {
    const result = await writing;
    if (result.ok) done(t.written);
    else ctx.notify.warn(`${step.path}${t.after(t.failReasons[result.reason](result.message))}`);
  };
  const isCompared = hasNoHistory(step);
  if (choice.merge.conflicts === 0) {
    // Without history that is a note whose text is the new one's already: only its properties say otherwise.
    const label = isCompared ? t.markAs(choice.version) : t.mergeNow;
    return { label, run: (done) => void write(handbook.decide(step.path, choice, []), done) };
  }
  return {
    label: isCompared ? t.compare : t.lookAtPlaces(choice.merge.conflicts),
    run: (done) => {
      const { ui } = ctx.i18n;
      ctx.dialogs.open(
        mergeChoice(ctx.app, ui, {
          path: step.path,
          choice,
          isCompared,
          theirsTag: ui.choice.version(choice.version),
          decide: (sides) => void write(handbook.decide(step.path, choice, sides), done),
          takeWhole: () => void write(handbook.replace(step.path, choice), done),
        }),
      );
    },
  };
}

function choiceOf(step: Step | undefined): NoteChoice | null {
  return step !== undefined && (step.kind === 'keep' || step.kind === 'merge') ? (step.choice ?? null) : null;
}

function isWrite(step: Step): boolean {
  return step.kind === 'create' || step.kind === 'update' || step.kind === 'merge';
}

function needsAttention(step: Step): boolean {
  return step.kind === 'keep' && isForStudent(step.reason);
}

function isForStudent(reason: KeepReason): boolean {
  return reason !== 'retired' && reason !== 'in-the-way';
}

/** What the student's text came from is not known, so nobody can say which side changed what. */
function hasNoHistory(step: Step): boolean {
  return step.kind === 'keep' && step.reason === 'no-history';
}
