import type { ReadItems } from '../../../core/bibliography/item';
import { readBibliography } from '../../../core/bibliography/read';
import { DEFAULT_CHOICES } from '../../../core/import/choices';
import type { ImportOutcome } from '../../../core/import/outcome';
import { SOURCE_STATUSES } from '../../../core/reading/types';
import { dayOf } from '../../../core/time/calendar-day';
import type { CliOutcome } from '../../../platform/cli';
import type { Wordings } from '../../../i18n';
import { damageText, failureText, leftOutText } from '../texts';
import { decodedText } from './file-text';
import { expectedOutcome, planFor, runImport, type ImportContext } from './run';
import type { ImportStore } from './undo-store';

type Flag = 'file' | 'text' | 'status' | 'dry-run';

export function registerImportCli(ctx: ImportContext, store: ImportStore): void {
  const t = ctx.i18n.ui.bibliography.cli;
  ctx.cli.register<Flag>({
    name: 'import',
    description: t.import,
    flags: {
      file: { value: '<path>', description: t.file },
      text: { value: '<text>', description: t.text },
      status: { value: `<${SOURCE_STATUSES.join('|')}>`, description: t.status },
      'dry-run': { description: t.dryRun },
    },
    run: (flags) => runCli(ctx, store, flags),
  });
}

async function runCli(
  ctx: ImportContext,
  store: ImportStore,
  flags: Readonly<Partial<Record<Flag, string>>>,
): Promise<CliOutcome> {
  const t = ctx.i18n.ui.bibliography;
  const { file, text } = flags;
  if ((file === undefined) === (text === undefined)) return { ok: false, error: t.cli.fileOrText };
  const found = file === undefined ? null : ctx.app.vault.getFileByPath(file.trim().replace(/^\/+/, ''));
  if (file !== undefined && found === null) return { ok: false, error: t.cli.noFile(file) };
  const written = found === null ? (text ?? '') : decodedText(await ctx.app.vault.readBinary(found));
  const read = readBibliography(written);
  if (read === null) return { ok: false, error: t.notRecognised };
  return takeInByCli(ctx, store, read, flags);
}

/** Takes in what was found, without a question; what differs in the vault stays as it is. */
export async function takeInByCli(
  ctx: ImportContext,
  store: ImportStore,
  read: ReadItems,
  flags: Readonly<Partial<Record<'status' | 'dry-run', string>>>,
): Promise<CliOutcome> {
  const t = ctx.i18n.ui.bibliography;
  const status = SOURCE_STATUSES.find((one) => one === (flags.status ?? 'inbox').trim().toLowerCase());
  if (status === undefined) return { ok: false, error: t.cli.badStatus(flags.status ?? '', SOURCE_STATUSES) };
  const plan = await planFor(ctx, read);
  if (flags['dry-run'] !== undefined) return answer(expectedOutcome(ctx, plan), t);
  const record = store.begin(dayOf(ctx.clock.now()));
  const outcome = await runImport(ctx, plan, DEFAULT_CHOICES, status, { onWritten: record.remember });
  record.finish();
  if (ctx.unloaded.aborted) return { ok: false, error: ctx.i18n.ui.cli.stopped };
  return answer(outcome, t);
}

function answer(outcome: ImportOutcome, t: Wordings['bibliography']): CliOutcome {
  return { ok: true, text: () => outcomeText(outcome, t), json: outcomeJson(outcome, t) };
}

/** Lines are counted from 1, as everywhere on the command line. */
function outcomeJson(outcome: ImportOutcome, t: Wordings['bibliography']): Record<string, unknown> {
  const { found, created, filled, unchanged, doubles } = outcome;
  return {
    found,
    created,
    filled,
    unchanged,
    different: outcome.different.map(({ path, key, old, new: value }) => ({ path, key, old, new: value })),
    doubles,
    damaged: outcome.damaged.map((one) => ({ path: one.path, line: one.line + 1, message: damageText(one, t) })),
    failed: outcome.failed.map((one) => ({ line: one.line + 1, message: failureText(one, t), raw: one.raw })),
    skipped: outcome.skipped.map((one) => ({ line: one.line + 1, reason: leftOutText(one, t) })),
  };
}

function outcomeText(outcome: ImportOutcome, t: Wordings['bibliography']): string {
  const { found, created, filled, unchanged, failed, skipped, damaged, doubles } = outcome;
  const { sumParts, cli } = t;
  const counts = [
    created.length > 0 ? sumParts.created(created.length) : '',
    filled.length > 0 ? sumParts.filled(filled.length) : '',
    unchanged.length > 0 ? sumParts.unchanged(unchanged.length) : '',
    skipped.length > 0 ? sumParts.skipped(skipped.length) : '',
    failed.length > 0 ? sumParts.failed(failed.length) : '',
  ];
  return [
    cli.summary(
      counts.filter((part) => part !== ''),
      found,
    ),
    ...failed.map((one) => cli.failed(one.line + 1, failureText(one, t))),
    ...skipped.map((one) => cli.skipped(one.line + 1, leftOutText(one, t))),
    ...damaged.map((one) => cli.damaged(one.path, one.line + 1, damageText(one, t))),
    ...doubles.map(({ path, other }) => cli.double(path, other)),
    ...filled.map(cli.filled),
    ...created.map(cli.created),
  ].join('\n');
}
