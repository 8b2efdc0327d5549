import type { BlockWriter } from '../../offers/block-rules';
import type { Reports } from '../../offers/reports';
import { openSetting } from '../../platform/app-settings';
import { ReportIndex } from '../../platform/collectors/reports';
import type { Context } from '../context';
import type { Feature } from '../feature';
import { registerWeeklyCli } from './cli';
import type { ReportAsks } from './context';
import { copyAt, refreshAt, registerCommands } from './commands';
import { registerMissingCli } from './missing';
import { headingNames, LANGUAGES } from './headings';
import { askWhetherSent, copyReport, shareReport } from './copy-report';
import { createReport, openReport } from './open-report';
import { refreshReport } from './refresh-report';
import { WeeklyReports } from './weekly-reports';

/** The weekly report: made from the week's log, finished and sent by the student. */
export const weeklyReport: Feature<Reports, ReportAsks> = {
  register(ctx) {
    const index = new ReportIndex(ctx.vaultIndex);
    const reports = new WeeklyReports(ctx, index);
    registerCommands(ctx, reports);
    registerWeeklyCli(ctx, reports);
    registerMissingCli(ctx, reports);
    ctx.offers.blockRules.add(writerOf(ctx, reports));
    return offered(ctx, reports, index);
  },
};

/** What is said of a report's blocks while it is edited. */
function writerOf(ctx: Context, reports: WeeklyReports): BlockWriter {
  const { report: t, settings } = ctx.i18n.ui;
  const labels = new Map<string, string>(Object.entries(t.blocks));
  const isNotChosen = (remark: string): boolean =>
    LANGUAGES.some((language) => ctx.i18n.in(language).report.note.tasksNotChosen === remark);
  const choose = (): void => {
    if (!openSetting(ctx.app, ctx.plugin.manifest.id, settings.taskFolders)) ctx.notify.info(t.note.tasksNotChosen);
  };
  return {
    label: (name) => labels.get(name) ?? null,
    refresh: (path) => void refreshAt(ctx, reports, path),
    next: (path) => ({ label: t.command.copy, run: () => void copyAt(ctx, reports, path) }),
    step: (name, remark) => (name === 'done' && isNotChosen(remark) ? { label: t.choose, run: choose } : null),
  };
}

function offered(ctx: Context, reports: WeeklyReports, index: ReportIndex): Reports {
  return {
    open: (week, pane = false) => openReport(ctx, reports, week, { pane }),
    copy: async (week) => {
      const report = reports.find(week)?.report;
      if (report !== undefined) await copyReport(ctx, reports, report);
    },
    weekAt: (path) => {
      const week = index.at(path)?.week ?? null;
      return week !== null && reports.find(week)?.report.path === path ? week : null;
    },
    share: (week) => shareReport(ctx, reports, week),
    askWhetherSent: async (path, said) => {
      if (index.at(path)?.status === 'draft') await askWhetherSent(ctx, path, said);
    },
    isBehind: (week) => reports.isBehind(week),
    refresh: (week) => refreshReport(ctx, reports, week),
    headings: (section) => [
      ctx.i18n.in(ctx.places.language()).content.headings[section],
      ...headingNames(ctx, section),
    ],
    make: async (week) => (await createReport(ctx, reports, week))?.path ?? null,
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
