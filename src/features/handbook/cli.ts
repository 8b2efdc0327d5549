import { expectedOutcome, type Outcome } from '../../core/handbook/apply';
import type { CliOutcome } from '../../platform/cli';
import type { Context } from '../context';
import type { Handbook } from './handbook';
import { setUp } from './set-up';
import { readStatus } from './status';
import { isLanguage } from './vault-state';
import { outcomeJson, outcomeText } from './texts';

export function registerCli(ctx: Context, handbook: Handbook): void {
  const t = ctx.i18n.ui.handbook;
  ctx.cli.register({
    name: 'setup',
    description: t.cliSetUp,
    flags: {
      lang: { value: '<zh|en>', description: t.cliLang, required: true },
      root: { value: '<folder>', description: t.cliRoot },
    },
    run: async ({ lang, root = '' }) => {
      if (!isLanguage(lang)) return { ok: false, error: t.unknownLanguage(lang ?? '') };
      const result = await setUp(handbook, lang, root);
      if (!result.ok) return result;
      return answer(ctx, [result.outcome]);
    },
  });
  ctx.cli.register({
    name: 'update',
    description: t.cliUpdate,
    flags: { 'dry-run': { description: t.cliDryRun }, merge: { description: t.cliMerge } },
    run: async (flags) => {
      const planned = await handbook.planUpdate();
      if (!planned.ok) return planned;
      const merge = flags.merge !== undefined;
      return flags['dry-run'] === undefined
        ? answer(ctx, await handbook.apply(planned.plans, { kind: 'update', merge }))
        : foretold(
            ctx,
            planned.plans.map((plan) => expectedOutcome(plan, merge)),
          );
    },
  });
  ctx.cli.register({
    name: 'status',
    description: t.cliStatus,
    flags: {},
    run: async () => {
      const status = await readStatus(ctx, handbook);
      return { ok: true, text: status.text, json: status.json };
    },
  });
}

/** What would be done, and, where that is to write into notes that are there, what a sync may do to words in them. */
export function foretold(ctx: Context, outcomes: readonly Outcome[]): CliOutcome {
  const t = ctx.i18n.ui.handbook;
  const rewrites = outcomes.some(({ updated, merged }) => updated.length + merged.length > 0);
  const text = [t.cliDryRun, outcomeText(outcomes, t), ...(rewrites ? [t.updateOnSync] : [])].join('\n');
  return { ok: true, text, json: outcomeJson(outcomes, t) };
}

/** Where nothing could be written at all, that is an error; otherwise the lists say what failed. */
export function answer(ctx: Context, outcomes: readonly Outcome[]): CliOutcome {
  const t = ctx.i18n.ui.handbook;
  const failed = outcomes.flatMap((outcome) => outcome.failed);
  const written = outcomes.flatMap(({ created, updated, merged }) => [...created, ...updated, ...merged]);
  const [first] = failed;
  if (first !== undefined && written.length === 0) {
    return { ok: false, error: t.allFailed(first.path, t.failReasons[first.reason](first.message), failed.length) };
  }
  return { ok: true, text: outcomeText(outcomes, t), json: outcomeJson(outcomes, t) };
}
