import { writeEntry } from '../../../core/bibliography/write-entry';
import { DEFAULT_CHOICES, taskFor, type ImportChoices, type ImportTask } from '../../../core/import/choices';
import { outcomeOf, type ImportOutcome, type StepResult } from '../../../core/import/outcome';
import { planImport, type ImportPlan } from '../../../core/import/plan';
import type { ReadItems } from '../../../core/bibliography/item';
import type { SourceStatus } from '../../../core/reading/types';
import { noteKind } from '../../../core/vault/note-kind';
import type { Batch } from '../../../offers/batch';
import type { NewSource } from '../../../offers/sources';
import type { ContextWith } from '../../context';

export type ImportContext = ContextWith<'sources'>;

/**
 * What taking these entries into the vault would do; waits until the vault has been read.
 *
 * @param only - the one note that is meant; left out: all
 */
export async function planFor(ctx: ImportContext, read: ReadItems, only?: string): Promise<ImportPlan> {
  await ctx.reading.flush();
  const sources = ctx.reading.index.sources();
  return planImport(read, {
    sources: only === undefined ? sources : sources.filter(({ path }) => path === only),
    frontmatterOf: (path) => {
      const written = ctx.app.metadataCache.getCache(path)?.frontmatter;
      return written !== undefined && noteKind(written) === 'source' ? written : null;
    },
  });
}

interface Numbered<K extends ImportTask['kind']> {
  readonly number: number;
  readonly task: ImportTask & { readonly kind: K };
}

/** Does what a plan says, as the student chose: first the new notes, then those that are filled in. */
export async function runImport(
  ctx: ImportContext,
  plan: ImportPlan,
  choices: ImportChoices,
  status: SourceStatus,
  batch: Batch,
): Promise<ImportOutcome> {
  const tasks = plan.steps.map((step, number) => ({ number, task: taskFor(step, number, choices) }));
  const creates = tasks.filter((one): one is Numbered<'create'> => one.task.kind === 'create');
  const fills = tasks.filter((one): one is Numbered<'fill'> => one.task.kind === 'fill');
  const total = creates.length + fills.length;
  const results = new Map<number, StepResult>();
  const carries = ctx.settings.values.importEntries;
  const news = creates.map(({ task: { item } }): NewSource => {
    return { ...item.draft, status, entry: carries ? (item.text ?? writeEntry(item.entry)) : null };
  });
  const created = await ctx.offers.sources.create(news, {
    ...batch,
    onProgress: (done) => batch.onProgress?.(done, total),
  });
  for (const [at, result] of created.entries()) {
    const number = creates[at]?.number ?? -1;
    if (result.outcome === 'created') results.set(number, { kind: 'created', path: result.path });
    else if (result.outcome === 'existing') results.set(number, { kind: 'unchanged', path: result.path });
    else if (result.outcome === 'failed') results.set(number, { kind: 'failed', message: result.message });
  }
  const fillings = fills.map(({ task: { path, fills: values, replaced } }) => ({ path, fills: values, replaced }));
  const filled = await ctx.offers.sources.fill(fillings, {
    ...batch,
    onProgress: (done) => batch.onProgress?.(creates.length + done, total),
  });
  for (const [at, result] of filled.entries()) {
    const number = fills[at]?.number ?? -1;
    if (result.outcome === 'failed') results.set(number, { kind: 'failed', message: result.message });
    else if (result.outcome !== 'stopped') results.set(number, { kind: result.outcome, path: result.path });
  }
  return outcomeOf(plan, choices, results);
}

/** What a plan would do, as far as is known without writing. */
export function expectedOutcome(ctx: ImportContext, plan: ImportPlan): ImportOutcome {
  const results = new Map<number, StepResult>();
  for (const [number, step] of plan.steps.entries()) {
    const task = taskFor(step, number, DEFAULT_CHOICES);
    if (task.kind === 'create')
      results.set(number, { kind: 'created', path: ctx.offers.sources.pathFor(task.item.draft) });
    else if (task.kind === 'fill') results.set(number, { kind: 'filled', path: task.path });
  }
  return outcomeOf(plan, DEFAULT_CHOICES, results);
}
