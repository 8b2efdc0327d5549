import { readFrontmatter } from '../../core/markdown/frontmatter';
import { setFrontmatter } from '../../core/markdown/frontmatter-edit';
import { reportFacts, type ReportNote } from '../../core/report/report-note';
import { sharedMarkdown, sharedPlainText } from '../../core/report/sharing';
import type { Context } from '../context';
import { ask } from './ask';
import { CopyModal } from './copy-modal';
import { richText } from './rich-text';
import { weekDays } from './texts';

/** Copies a report in the form that the student chooses, then asks whether it is sent. */
export async function copyReport(ctx: Context, report: ReportNote): Promise<void> {
  const t = ctx.i18n.ui.report;
  const text = await ctx.notes.read(report.path);
  if (text === null) {
    ctx.notify.warn(t.problem.gone(report.path));
    return;
  }
  const markdown = sharedMarkdown(text);
  const words = ctx.i18n.in(ctx.places.language());
  const texts = {
    markdown,
    plain: sharedPlainText(text),
    rich: await richText(ctx, markdown),
    subject: words.report.mailSubject(report.week, weekDays(report.week, words), report.author),
  };
  ctx.dialogs.open(
    new CopyModal(ctx, texts, () => {
      if (report.status === 'draft') void askWhetherSent(ctx, report.path);
    }),
  );
}

async function askWhetherSent(ctx: Context, path: string): Promise<void> {
  const t = ctx.i18n.ui.report;
  const isSent = await ask(ctx, { title: t.sent.title, text: [t.sent.text], yes: t.sent.yes, no: t.sent.no });
  if (!isSent) return;
  const written = await ctx.notes.change(path, (current) => {
    const read = readFrontmatter(current, ctx.yaml);
    const isDraft = read.ok && reportFacts(read.data) !== null && (read.data['status'] ?? 'draft') === 'draft';
    return isDraft ? setFrontmatter(current, { status: 'sent' }, ctx.yaml) : null;
  });
  if (written.ok) ctx.notify.info(t.sent.done);
  else ctx.notify.warn(t.sent.failed(path));
}
