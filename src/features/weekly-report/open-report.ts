import type { PaneType } from 'obsidian';
import type { IsoWeek } from '../../core/ports';
import { firstOwnLine } from '../../core/report/own-words';
import type { Context } from '../context';
import { ask } from '../../ui/ask';
import { unreadTasksRemark } from './done-tasks';
import { openNote } from '../../ui/open-note';
import { refreshReport } from './refresh-report';
import { refusalWords, remarks } from './texts';
import type { ReportOutcome, ReportResult, WeeklyReports } from './weekly-reports';

export interface OpenOptions {
  readonly pane?: PaneType | boolean;
  /** Offers a refresh where an existing report has fallen behind the log. */
  readonly offerRefresh?: boolean;
}

/** Opens the week's report, creating it where there is none. */
export async function openReport(
  ctx: Context,
  reports: WeeklyReports,
  week: IsoWeek,
  { pane = false, offerRefresh = false }: OpenOptions = {},
): Promise<void> {
  await ctx.notes.settled();
  const found = offerRefresh ? null : reports.find(week);
  if (found !== null) {
    await openNote(ctx.app, found.report.path, { pane });
    return;
  }
  const outcome = await createReport(ctx, reports, week);
  if (outcome === null) return;
  const text = outcome.created ? await ctx.notes.read(outcome.path) : null;
  await openNote(ctx.app, outcome.path, { pane, line: text === null ? null : firstOwnLine(text) });
  if (offerRefresh && !outcome.created && outcome.isBehind) await askForRefresh(ctx, reports, outcome);
}

/** Creates the week's report and says what there is to say; null where there is none afterwards. */
export async function createReport(ctx: Context, reports: WeeklyReports, week: IsoWeek): Promise<ReportOutcome | null> {
  const t = ctx.i18n.ui.report;
  let result: ReportResult = await reports.create(week);
  if (!result.ok && result.reason === 'foreign' && (await askForPlace(ctx, result.path))) {
    result = await reports.addTo(result.path, week);
  }
  if (!result.ok) {
    ctx.notify.warn(refusalWords(result, t));
    return null;
  }
  for (const remark of [...remarks(result, t), ...unreadTasksRemark(ctx)]) ctx.notify.warn(remark);
  return result;
}

function askForPlace(ctx: Context, path: string): Promise<boolean> {
  const t = ctx.i18n.ui.report.foreign;
  return ask(ctx, { title: t.title, text: [t.text(path)], yes: t.yes, no: t.no, careful: true });
}

async function askForRefresh(ctx: Context, reports: WeeklyReports, { week }: ReportOutcome): Promise<void> {
  const t = ctx.i18n.ui.report.behind;
  if (await ask(ctx, { title: t.title, text: [t.text], yes: t.yes, no: t.no })) await refreshReport(ctx, reports, week);
}
