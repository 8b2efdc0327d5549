import type { IsoWeek } from '../../core/ports';
import type { ReportNote } from '../../core/report/report-note';
import { dayOf } from '../../core/time/calendar-day';
import { addWeeks, weekOf } from '../../core/time/iso-week';
import type { Context } from '../context';
import { copyReport } from './copy-report';
import { findMissing } from './missing';
import { MissingModal } from './missing-modal';
import { createReport, openReport } from './open-report';
import { refreshReport } from './refresh-report';
import { paneOf } from '../../ui/open-note';
import { WeekPicker } from './week-picker';
import type { WeeklyReports } from './weekly-reports';

/** The commands of the palette. */
export function registerCommands(ctx: Context, reports: WeeklyReports): void {
  const t = ctx.i18n.ui.report.command;
  const add = (id: string, name: string, run: () => Promise<void>): void => {
    ctx.plugin.addCommand({ id, name, callback: run });
  };
  add('create-weekly-report', t.create, () => openReport(ctx, reports, thisWeek(ctx), { offerRefresh: true }));
  add('create-last-weekly-report', t.createLast, () =>
    openReport(ctx, reports, addWeeks(thisWeek(ctx), -1), { offerRefresh: true }),
  );
  add('choose-weekly-report', t.choose, () => chooseReport(ctx, reports));
  add('refresh-weekly-report', t.refresh, () => refreshOpen(ctx, reports));
  add('copy-weekly-report', t.copy, async () => {
    let report = (await activeReport(ctx, reports)) ?? undefined;
    if (report === undefined) {
      await reports.upToDate(); // it may have been made a moment ago
      report = reports.find(thisWeek(ctx))?.report;
    }
    if (report === undefined) ctx.notify.info(ctx.i18n.ui.report.copy.none);
    else await copyReport(ctx, reports, report);
  });
  add('list-missing-reports', t.missing, () => listMissing(ctx, reports));
}

function thisWeek(ctx: Context): IsoWeek {
  return weekOf(dayOf(ctx.clock.now()));
}

/** The report that is open before the student, whoever wrote it. */
async function activeReport(ctx: Context, reports: WeeklyReports): Promise<ReportNote | null> {
  const active = ctx.app.workspace.getActiveFile();
  return active === null ? null : reports.reportAt(active.path);
}

async function refreshOpen(ctx: Context, reports: WeeklyReports): Promise<void> {
  await refresh(ctx, reports, await activeReport(ctx, reports));
}

/** Refreshes the report that a note is. */
export async function refreshAt(ctx: Context, reports: WeeklyReports, path: string): Promise<void> {
  const report = await reports.reportAt(path);
  if (report === null) ctx.notify.info(ctx.i18n.ui.report.problem.noReport(path));
  else await refresh(ctx, reports, report);
}

/** Copies the report that a note is. */
export async function copyAt(ctx: Context, reports: WeeklyReports, path: string): Promise<void> {
  const report = await reports.reportAt(path);
  if (report === null) ctx.notify.info(ctx.i18n.ui.report.problem.noReport(path));
  else await copyReport(ctx, reports, report);
}

/** Refreshes the report that is open, or this week's. */
async function refresh(ctx: Context, reports: WeeklyReports, open: ReportNote | null): Promise<void> {
  if (open !== null && open.author !== '' && open.author !== reports.author) {
    ctx.notify.info(ctx.i18n.ui.report.problem.notYours(open.path, open.author));
    return;
  }
  const week = open?.week ?? thisWeek(ctx);
  if (open === null && !(await reports.isThere(week))) ctx.notify.info(ctx.i18n.ui.report.copy.none);
  else await refreshReport(ctx, reports, week);
}

async function chooseReport(ctx: Context, reports: WeeklyReports): Promise<void> {
  await reports.upToDate();
  ctx.dialogs.open(
    new WeekPicker(ctx, reports, thisWeek(ctx), (week, event) => {
      void openReport(ctx, reports, week, { pane: paneOf(event) });
    }),
  );
}

async function listMissing(ctx: Context, reports: WeeklyReports): Promise<void> {
  const weeks = await findMissing(ctx, reports);
  ctx.dialogs.open(
    new MissingModal(ctx, {
      weeks,
      create: async (week) => (await createReport(ctx, reports, week)) !== null,
      open: (week) => void openReport(ctx, reports, week),
    }),
  );
}
