import type { Reports } from '../../offers/reports';
import { ReportIndex } from '../../platform/collectors/reports';
import type { Context } from '../context';
import type { Feature } from '../feature';
import { registerWeeklyCli } from './cli';
import { refreshAt, registerCommands } from './commands';
import { registerMissingCli } from './missing';
import { openReport } from './open-report';
import { WeeklyReports } from './weekly-reports';

/** The weekly report: made from the week's log, finished and sent by the student. */
export const weeklyReport: Feature<Reports, 'blockRules'> = {
  register(ctx) {
    const index = new ReportIndex(ctx.vaultIndex);
    const reports = new WeeklyReports(ctx, index);
    registerCommands(ctx, reports);
    registerWeeklyCli(ctx, reports);
    registerMissingCli(ctx, reports);
    const labels = new Map<string, string>(Object.entries(ctx.i18n.ui.report.blocks));
    ctx.offers.blockRules.add({
      label: (name) => labels.get(name) ?? null,
      refresh: (path) => void refreshAt(ctx, reports, path),
    });
    return offered(ctx, reports, index);
  },
};

function offered(ctx: Context, reports: WeeklyReports, index: ReportIndex): Reports {
  return {
    open: (week, pane = false) => openReport(ctx, reports, week, { pane }),
    stateOf: (week) => reports.find(week)?.report.status ?? 'none',
    of: (week) => {
      const report = reports.find(week)?.report;
      return report === undefined ? null : { path: report.path, state: report.status };
    },
    before: (week) => reports.before(week),
    onChange: (callback) => {
      const stops = [
        index.subscribe(callback),
        ctx.settings.subscribe((keys) => {
          if (keys.has('reportAuthor')) callback(); // other reports are one's own now
        }),
      ];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}
