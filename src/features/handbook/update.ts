import { expectedOutcome, type Outcome } from '../../core/handbook/apply';
import { hunksOf } from '../../core/handbook/hunks';
import type { NoteChoice, Step } from '../../core/handbook/note-steps';
import type { Plan } from '../../core/handbook/plan';
import type { WriteResult } from '../../core/ports';
import { ChoiceModal, type Choices } from '../../ui/choice-view';
import type { ResultItem } from '../../ui/result-list';
import type { Context } from '../context';
import type { Handbook } from './handbook';
import { deletedGroup } from './restore';
import { resultGroups } from './result-groups';
import { ResultModal } from './result-modal';
import { outcomeSummary } from './wording';

/** Shows what an update would do; does it when the student says so, and shows what was done. */
export async function openUpdate(ctx: Context, handbook: Handbook): Promise<void> {
  const t = ctx.i18n.ui.handbook;
  const planned = await handbook.planUpdate();
  if (!planned.ok) {
    ctx.notify.warn(planned.error);
    return;
  }
  const { plans } = planned;
  if (!plans.some((plan) => plan.steps.some(isWrite))) {
    const outcomes = await handbook.apply(plans, { kind: 'update', merge: false });
    if (plans.some((plan) => plan.steps.some(needsAttention))) showResult(ctx, handbook, plans, outcomes);
    else ctx.notify.info(t.upToDate(versionOf(plans)));
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
        title: t.updateTitle(versionOf(plans)),
        lead: t.updateLead,
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
          {
            label: t.update(count),
            kind: 'cta' as const,
            disabled: count === 0,
            run: async (onProgress) => {
              const outcomes = await handbook.apply(plans, { kind: 'update', merge, onProgress });
              showResult(ctx, handbook, plans, outcomes);
            },
          },
        ],
      };
    }),
  );
}

function showResult(ctx: Context, handbook: Handbook, plans: readonly Plan[], outcomes: readonly Outcome[]): void {
  const t = ctx.i18n.ui.handbook;
  const steps = new Map(plans.flatMap((plan) => plan.steps).map((step) => [step.path, step]));
  ctx.dialogs.open(
    new ResultModal(ctx, () => ({
      title: outcomes.some((outcome) => outcome.failed.length > 0)
        ? t.updateUnfinished
        : t.updateDone(versionOf(plans)),
      lead: outcomeSummary(outcomes, t),
      groups: [
        ...resultGroups(outcomes, t, { actionFor: (path) => actionFor(ctx, handbook, steps.get(path)) }),
        deletedGroup(
          ctx,
          plans.flatMap((plan) => plan.deleted),
        ),
      ],
      buttons: [{ label: t.done, kind: 'cta' }],
    })),
  );
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
  if (choice.merge.conflicts === 0)
    return { label: t.mergeNow, run: (done) => void write(handbook.decide(step.path, choice, []), done) };
  return {
    label: t.lookAtPlaces(choice.merge.conflicts),
    run: (done) => {
      openChoice(ctx, step.path, choice, {
        decide: (sides) => void write(handbook.decide(step.path, choice, sides), done),
        takeWhole: () => void write(handbook.replace(step.path, choice), done),
      });
    },
  };
}

function openChoice(
  ctx: Context,
  path: string,
  choice: NoteChoice,
  answers: Required<Pick<Choices, 'decide' | 'takeWhole'>>,
): void {
  const { ui } = ctx.i18n;
  const clean = choice.merge.parts.filter((part) => part.kind === 'theirs').length;
  ctx.dialogs.open(
    new ChoiceModal(ctx.app, ui, {
      lead: ui.handbook.choiceLead(path, choice.merge.conflicts) + (clean > 0 ? ui.handbook.choiceClean(clean) : ''),
      theirsTag: ui.choice.version(choice.version),
      hunks: hunksOf(choice.merge).map(({ heading, fromLine, toLine, mine, theirs }) => ({
        where: ui.choice.where(heading ?? '', fromLine, toLine),
        mine,
        theirs,
      })),
      ...answers,
    }),
  );
}

function choiceOf(step: Step | undefined): NoteChoice | null {
  return step !== undefined && (step.kind === 'keep' || step.kind === 'merge') ? (step.choice ?? null) : null;
}

function isWrite(step: Step): boolean {
  return step.kind === 'create' || step.kind === 'update' || step.kind === 'merge';
}

function needsAttention(step: Step): boolean {
  return step.kind === 'keep' && step.reason !== 'retired' && step.reason !== 'in-the-way';
}

function versionOf(plans: readonly Plan[]): number {
  return Math.max(...plans.map((plan) => plan.pack.version));
}
