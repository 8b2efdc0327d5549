import type { CliOutcome } from '../../../platform/cli';
import { failureWords } from '../../../ui/ask-hosts';
import { decodedText } from '../import/file-text';
import { feedsOf, fetchFeed } from './fetch';
import { alertIn, planAlerts, takeIn, type Alert, type AlertContext } from './take-in';

type Flag = 'file' | 'text' | 'feed' | 'dry-run';
type Flags = Readonly<Partial<Record<Flag, string>>>;

export function registerAlertsCli(ctx: AlertContext): void {
  const { alerts, bibliography } = ctx.i18n.ui;
  const t = alerts.cli;
  ctx.cli.register<Flag>({
    name: 'alerts',
    description: t.alerts,
    flags: {
      file: { value: '<path>', description: t.file },
      text: { value: '<text>', description: t.text },
      feed: { value: '<name>', description: t.feed },
      'dry-run': { description: bibliography.cli.dryRun },
    },
    run: (flags) => runCli(ctx, flags),
  });
}

async function runCli(ctx: AlertContext, flags: Flags): Promise<CliOutcome> {
  const t = ctx.i18n.ui.alerts;
  const found = await alertFor(ctx, flags);
  if (typeof found === 'string') return { ok: false, error: found };
  const plan = await planAlerts(ctx, [found]);
  const { fresh, known, other, problems } = plan;
  let added = fresh.length;
  const lines = [t.found(plan.found, added, known, other), ...problems.map(({ message }) => message)];
  if (flags['dry-run'] === undefined && added > 0) {
    const done = await takeIn(ctx, plan);
    if (!done.ok) return { ok: false, error: done.message };
    added = done.added;
    lines.push(t.added(added, done.path));
  }
  return { ok: true, text: lines.join('\n'), json: { found: plan.found, added, known, problems } };
}

/** What is to be taken in; or why there is nothing. */
async function alertFor(ctx: AlertContext, { file, text, feed }: Flags): Promise<Alert | string> {
  const { alerts: t, network, bibliography } = ctx.i18n.ui;
  if ([file, text, feed].filter((one) => one !== undefined).length !== 1) return t.cli.oneOf;
  if (feed !== undefined) {
    const feeds = feedsOf(ctx);
    const named = feeds.find(({ name }) => name.toLowerCase() === feed.trim().toLowerCase());
    if (named === undefined) return t.cli.noFeed(feed, feeds.map(({ name }) => name).join(', ') || '–');
    const fetched = await fetchFeed(ctx, named, ctx.network.open([]));
    return fetched.ok ? fetched.alert : failureWords(fetched, network);
  }
  const there = file === undefined ? null : ctx.app.vault.getFileByPath(file.trim().replace(/^\/+/, ''));
  if (file !== undefined && there === null) return bibliography.cli.noFile(file);
  const read = alertIn(there === null ? (text ?? '') : decodedText(await ctx.app.vault.readBinary(there)));
  return read === null ? t.box.notRecognised : { name: read.from, read, words: ctx.settings.values.alertWords };
}
