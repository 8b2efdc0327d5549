import { readFrontmatter } from '../../core/markdown/frontmatter';
import { setFrontmatter } from '../../core/markdown/frontmatter-edit';
import { reportFacts, type ReportNote } from '../../core/report/report-note';
import { wordsInHints } from '../../core/report/own-words';
import { sharedMarkdown, sharedPlainText, type SharingForm } from '../../core/report/sharing';
import { daysOfWeek } from '../../core/time/iso-week';
import type { Context } from '../context';
import { ask } from '../../ui/ask';
import { builtInTemplate } from './built-in-template';
import { CopyModal, type CopyTexts } from './copy-modal';
import { headingNames, LANGUAGES } from './headings';
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
  ctx.dialogs.open(
    new CopyModal(ctx, await copyTexts(ctx, report, text), await isBehind(reports, report), () => {
      if (report.status === 'draft') void askWhetherSent(ctx, report.path);
    }),
  );
}

/** Whether a refresh would change it. Another's report is refreshed by its author alone. */
async function isBehind(reports: WeeklyReports, { week, path }: ReportNote): Promise<boolean> {
  const now = await reports.refresh(week, { dryRun: true, existingOnly: true });
  return now.ok && now.path === path && now.isBehind;
}

async function copyTexts(ctx: Context, report: ReportNote, text: string): Promise<CopyTexts> {
  const words = ctx.i18n.in(ctx.places.language());
  const { text: template } = await reportTemplate(ctx);
  const { week } = report;
  const { start = '', end = '' } = daysOfWeek(week) ?? {};
  const author = report.author === '' ? ctx.settings.values.reportAuthor.trim() : report.author;
  const title = words.report.title(week, weekDays(week, words), author);
  const form: SharingForm = {
    title: { text: title, week, start, end },
    keepsEmpty: ctx.settings.values.reportKeepEmpty,
    nothing: nothingToTell(ctx),
    questions: headingNames(ctx, 'questions'),
  };
  const markdown = sharedMarkdown(text, form);
  return {
    markdown,
    plain: sharedPlainText(text, form, words.report.chatHeading),
    rich: await richText(ctx, markdown),
    subject: title,
    unsent: wordsInHints(text, [template, builtInTemplate(ctx)]),
  };
}

/** What generated parts say that have nothing to tell, in either language: the notes' may have been another. */
function nothingToTell(ctx: Context): string[] {
  return LANGUAGES.flatMap((language) => {
    const { nothingRead, noEarlierReport, nothingDone, noPlan } = ctx.i18n.in(language).report.note;
    return [nothingRead.says, noEarlierReport.says, nothingDone.says, noPlan.says('')];
  });
}

async function askWhetherSent(ctx: Context, path: string): Promise<void> {
  const t = ctx.i18n.ui.report;
  const isSent = await ask(ctx, {
    title: t.sent.title,
    text: [t.sent.text],
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
