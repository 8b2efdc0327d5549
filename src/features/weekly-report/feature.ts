import type { PaneType } from 'obsidian';
import type { IsoWeek } from '../../core/ports';
import { dayOf } from '../../core/time/calendar-day';
import { weekOf } from '../../core/time/iso-week';
import { ReportIndex } from '../../platform/report-index';
import type { Context } from '../context';
import type { Feature } from '../feature';
import { registerWeeklyCli } from './cli';
import { refusalWords, remarks } from './said';
import { WeeklyReports } from './weekly-reports';

/** The weekly report: made from the week's log, finished by the student. */
export const weeklyReport: Feature = {
  register(ctx) {
    const index = ctx.plugin.addChild(new ReportIndex(ctx.app));
    const reports = new WeeklyReports(ctx, index);
    offerActions(ctx, reports, index);
    const t = ctx.i18n.ui.report.command;
    ctx.plugin.addCommand({
      id: 'create-weekly-report',
      name: t.create,
      callback: () => openOrCreate(ctx, reports, thisWeek(ctx)),
    });
    ctx.plugin.addCommand({
      id: 'refresh-weekly-report',
      name: t.refresh,
      callback: () => refreshOpenReport(ctx, reports),
    });
    registerWeeklyCli(ctx, reports);
  },
};

function offerActions(ctx: Context, reports: WeeklyReports, index: ReportIndex): void {
  const { actions } = ctx;
  actions.openReport = (week, pane) => openOrCreate(ctx, reports, week, pane);
  actions.reportState = (week) => reports.find(week)?.report.status ?? 'none';
  actions.reportOf = (week) => {
    const report = reports.find(week)?.report;
    return report === undefined ? null : { path: report.path, state: report.status };
  };
  actions.reportBefore = (week) => reports.before(week);
  actions.onReportsChanged = (callback) => index.subscribe(callback);
}

function thisWeek(ctx: Context): IsoWeek {
  return weekOf(dayOf(ctx.clock.now()));
}

async function openOrCreate(
  ctx: Context,
  reports: WeeklyReports,
  week: IsoWeek,
  pane: PaneType | boolean = false,
): Promise<void> {
  const t = ctx.i18n.ui.report;
  const result = await reports.create(week);
  if (!result.ok) {
    ctx.notify.warn(refusalWords(result, t));
    return;
  }
  for (const remark of remarks(result, t)) ctx.notify.warn(remark);
  const file = ctx.app.vault.getFileByPath(result.path);
  if (file !== null) await ctx.app.workspace.getLeaf(pane).openFile(file);
}

async function refreshOpenReport(ctx: Context, reports: WeeklyReports): Promise<void> {
  const t = ctx.i18n.ui.report;
  const active = ctx.app.workspace.getActiveFile();
  const open = active === null ? null : await reports.reportAt(active.path);
  const result = await reports.refresh(open?.week ?? thisWeek(ctx));
  if (!result.ok) {
    ctx.notify.warn(refusalWords(result, t));
    return;
  }
  for (const remark of remarks(result, t)) ctx.notify.warn(remark);
}
