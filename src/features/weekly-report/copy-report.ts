import { readFrontmatter } from '../../core/markdown/frontmatter';
import { setFrontmatter } from '../../core/markdown/frontmatter-edit';
import { reportFacts, type ReportNote } from '../../core/report/report-note';
import { wordsInHints } from '../../core/report/own-words';
import { sharedMarkdown, sharedPlainText, sharedReport, type SharingForm } from '../../core/report/sharing';
import { isPrivateText } from '../../core/private/private-note';
import type { IsoWeek } from '../../core/ports';
import { daysOfWeek } from '../../core/time/iso-week';
import type { SharedWeek } from '../../offers/reports';
import { leadsToPrivate } from '../../platform/private-links';
import type { Context } from '../context';
import { ask } from '../../ui/ask';
import { builtInTemplate } from './built-in-template';
import { CopyModal, type CopyTexts } from './copy-modal';
import { headingNames, LANGUAGES } from './headings';
import { refreshReport } from './refresh-report';
import { richText } from './rich-text';
import { reportTemplate } from './template-note';
import { weekDays } from './texts';
import type { WeeklyReports } from './weekly-reports';

/** Copies a report in the form that the student chooses, then asks whether it is sent. What is behind the log is said before. */
export async function copyReport(ctx: Context, reports: WeeklyReports, report: ReportNote): Promise<void> {
  const t = ctx.i18n.ui.report;
  const text = await ctx.notes.read(report.path);
  if (text === null) {
    ctx.notify.warn(t.problem.gone(report.path));
    return;
  }
  const refresh = async (): Promise<void> => {
    await refreshReport(ctx, reports, report.week);
    // Where it still waits for a choice, that is asked now.
    if (!(await isBehind(reports, report))) await copyReport(ctx, reports, report);
  };
  const isOld = await isBehind(reports, report);
  ctx.dialogs.open(
    new CopyModal(ctx, await copyTexts(ctx, report, text), isOld ? () => void refresh() : null, () => {
      if (report.status === 'draft') void askWhetherSent(ctx, report.path);
    }),
  );
}

/** Whether a refresh would change it, or has to ask. Another's report is refreshed by its author alone. */
async function isBehind(reports: WeeklyReports, { week, path }: ReportNote): Promise<boolean> {
  const now = await reports.refresh(week, { dryRun: true, existingOnly: true });
  return now.ok && now.path === path && now.isBehind;
}

async function copyTexts(ctx: Context, report: ReportNote, text: string): Promise<CopyTexts> {
  const { title, form } = sharingForm(ctx, report);
  const markdown = sharedMarkdown(text, form);
  return {
    markdown,
    plain: sharedPlainText(text, form, ctx.i18n.in(ctx.places.language()).report.chatHeading),
    rich: await richText(ctx, markdown),
    subject: title,
    unsent: await inHints(ctx, text),
  };
}

async function inHints(ctx: Context, text: string): Promise<string[]> {
  const { text: template } = await reportTemplate(ctx);
  return wordsInHints(text, [template, builtInTemplate(ctx)]);
}

function sharingForm(ctx: Context, report: ReportNote): { readonly title: string; readonly form: SharingForm } {
  const words = ctx.i18n.in(ctx.places.language());
  const { week } = report;
  const { start = '', end = '' } = daysOfWeek(week) ?? {};
  const author = report.author === '' ? ctx.settings.values.reportAuthor.trim() : report.author;
  const title = words.report.title(week, weekDays(week, words), author);
  return {
    title,
    form: {
      title: { text: title, week, start, end },
      keepsEmpty: ctx.settings.values.reportKeepEmpty,
      nothing: nothingToTell(ctx),
      questions: headingNames(ctx, 'questions'),
      isPrivate: leadsToPrivate(ctx.app, report.path),
    },
  };
}

/** The week's report as a copy in Markdown has it, with what a copy says before; null where there is none. */
export async function shareReport(ctx: Context, reports: WeeklyReports, week: IsoWeek): Promise<SharedWeek | null> {
  await reports.upToDate();
  const report = reports.find(week)?.report;
  const text = report === undefined ? null : await ctx.notes.read(report.path);
  if (report === undefined || text === null) return null;
  const t = ctx.i18n.ui.report.copy;
  return {
    ...sharedReport(text, sharingForm(ctx, report).form),
    path: report.path,
    isPrivate: isPrivateText(text, ctx.yaml),
    remarks: [
      ...((await isBehind(reports, report)) ? [`${t.behind} ${t.refreshFirst}`] : []),
      ...(await inHints(ctx, text)).map(t.inHint),
    ],
  };
}

/** What generated parts say that have nothing to tell, in either language: the notes' may have been another. */
function nothingToTell(ctx: Context): string[] {
  return LANGUAGES.flatMap((language) => {
    const { nothingRead, noEarlierReport, nothingDone, nothingRan, noPlan } = ctx.i18n.in(language).report.note;
    return [nothingRead.says, noEarlierReport.says, nothingDone.says, nothingRan.says, noPlan.says('')];
  });
}

/** Asks whether a report is to be marked as sent. */
export async function askWhetherSent(ctx: Context, path: string, said?: readonly string[]): Promise<void> {
  const t = ctx.i18n.ui.report;
  const isSent = await ask(ctx, {
    title: t.sent.title,
    text: said === undefined ? [t.sent.text, t.sent.again] : [...said, t.sent.text],
    yes: t.sent.yes,
    no: t.sent.no,
    careful: true,
  });
  if (!isSent) return;
  const written = await ctx.notes.change(path, (current) => {
    const read = readFrontmatter(current, ctx.yaml);
    const isDraft = read.ok && reportFacts(read.data) !== null && (read.data['status'] ?? 'draft') === 'draft';
    return isDraft ? setFrontmatter(current, { status: 'sent' }, ctx.yaml) : null;
  });
  if (written.ok) ctx.notify.info(t.sent.done);
  else ctx.notify.warn(t.sent.failed(path));
}
