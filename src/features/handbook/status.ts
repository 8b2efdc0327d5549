import type { Step } from '../../core/handbook/note-steps';
import { logProblemText } from '../../ui/log-problem';
import type { Context } from '../context';
import type { Handbook } from './handbook';

export interface Status {
  readonly text: string;
  readonly json: Readonly<Record<string, unknown>>;
}

/** Counts of the handbook, and sources, entries and problems of the reading log. */
export async function readStatus(ctx: Context, handbook: Handbook): Promise<Status> {
  const t = ctx.i18n.ui.handbook;
  await ctx.reading.flush();
  const { index } = ctx.reading;
  const bounds = index.bounds();
  const entries = bounds === null ? 0 : index.entriesBetween(bounds.first, bounds.last).length;
  const sources = index.sources().length;
  const problems = index.problems().map((problem) => ({
    path: problem.path,
    line: problem.line + 1,
    message: logProblemText(problem, ctx.i18n.ui),
  }));
  const counts = await handbookCounts(handbook);
  const { version } = ctx.plugin.manifest;
  return {
    json: { version, handbook: counts, sources, entries, problems },
    text: [
      t.statusVersion(version),
      counts.notes === 0 ? t.notSetUp : t.statusHandbook(counts),
      t.statusReading(sources, entries),
      ...problems.map(({ path, line, message }) => t.statusProblem(path, line, message)),
    ].join('\n'),
  };
}

export interface HandbookCounts {
  /** Notes of the handbook in the vault. */
  readonly notes: number;
  /** Of them, those that the student changed. */
  readonly changed: number;
  /** Notes that the student deleted. */
  readonly deleted: number;
  /** Notes that an update would make, replace or offer. */
  readonly waiting: number;
  /** Identities that more than one note has. */
  readonly doubled: number;
}

async function handbookCounts(handbook: Handbook): Promise<HandbookCounts> {
  const planned = await handbook.planUpdate();
  const none = { notes: 0, changed: 0, deleted: 0, waiting: 0, doubled: 0 };
  if (!planned.ok) return none;
  return planned.plans.reduce((sum, plan) => {
    const of = (test: (step: (typeof plan.steps)[number]) => boolean): number => plan.steps.filter(test).length;
    const ids = new Set(plan.steps.flatMap((step) => (step.kind === 'create' || step.id === null ? [] : [step.id])));
    const doubled = plan.steps.flatMap((step) => (step.kind === 'keep' && step.reason === 'doubled' ? [step.id] : []));
    return {
      notes: sum.notes + ids.size,
      changed:
        sum.changed +
        of((step) => (step.kind === 'unchanged' && step.edited) || step.kind === 'merge' || isUndecided(step)),
      deleted: sum.deleted + plan.deleted.length,
      waiting: sum.waiting + of((step) => !['unchanged', 'keep'].includes(step.kind) || isUndecided(step)),
      doubled: sum.doubled + new Set(doubled).size,
    };
  }, none);
}

/** Whether the note is not the plugin's to write before the student has compared it with the new version. */
function isUndecided(step: Step): boolean {
  return step.kind === 'keep' && (step.reason === 'conflict' || step.reason === 'no-history');
}
