import { ReportIndex } from '../../platform/report-index';
import type { Context } from '../context';
import type { Feature } from '../feature';
import { registerWeeklyCli } from './cli';
import { registerCommands } from './commands';
import { registerMissingCli } from './missing';
import { openReport } from './open-report';
import { WeeklyReports } from './weekly-reports';

/** The weekly report: made from the week's log, finished and sent by the student. */
export const weeklyReport: Feature = {
  register(ctx) {
    const index = ctx.plugin.addChild(new ReportIndex(ctx.app));
    const reports = new WeeklyReports(ctx, index);
    offerActions(ctx, reports, index);
    registerCommands(ctx, reports);
    registerWeeklyCli(ctx, reports);
    registerMissingCli(ctx, reports);
  },
};

function offerActions(ctx: Context, reports: WeeklyReports, index: ReportIndex): void {
  const { actions } = ctx;
  actions.openReport = (week, pane) => openReport(ctx, reports, week, { pane: pane ?? false });
  actions.reportState = (week) => reports.find(week)?.report.status ?? 'none';
  actions.reportOf = (week) => {
    const report = reports.find(week)?.report;
    return report === undefined ? null : { path: report.path, state: report.status };
  };
  actions.reportBefore = (week) => reports.before(week);
  actions.onReportsChanged = (callback) => {
    const stops = [
      index.subscribe(callback),
      ctx.settings.subscribe((keys) => {
        if (keys.has('reportAuthor')) callback(); // other reports are one's own now
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  };
}
