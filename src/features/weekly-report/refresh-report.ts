import type { EditedBlock } from '../../core/block/refresh';
import type { IsoWeek } from '../../core/ports';
import { linksAsWords } from '../../core/markdown/links-as-words';
import { parseListLine } from '../../core/markdown/list-lines';
import { plainWords } from '../../core/markdown/plain-words';
import { REPORT_BLOCKS } from '../../core/report/model';
import { ChoiceModal } from '../../ui/choice-view';
import type { Context } from '../context';
import { aroundWordsRemark } from './around-words';
import { ask } from '../../ui/ask';
import { unreadTasksRemark } from './done-tasks';
import { refusalWords, remarks } from './texts';
import type { ReportOutcome, ReportResult, WeeklyReports } from './weekly-reports';

/** Refreshes the report that a week has. Damaged markers are repaired, and edited blocks replaced, only where the student says so. */
export async function refreshReport(ctx: Context, reports: WeeklyReports, week: IsoWeek): Promise<void> {
  const result = await reports.refresh(week, { existingOnly: true });
  await settle(ctx, reports, result);
}

async function settle(ctx: Context, reports: WeeklyReports, result: ReportResult): Promise<void> {
  const t = ctx.i18n.ui.report;
  if (!result.ok) {
    ctx.notify.warn(refusalWords(result, t));
    return;
  }
  if (result.damage.length > 0) {
    await offerRepair(ctx, reports, result);
    return;
  }
  const refreshed = REPORT_BLOCKS.filter((block) => result.blocks[block] === 'refreshed').map((name) => t.blocks[name]);
  if (result.edited.length === 0 || refreshed.length > 0) {
    ctx.notify.info(refreshed.length === 0 ? t.upToDate(result.path) : t.refreshed(refreshed));
  }
  if (refreshed.length > 0 && reports.find(result.week)?.report.status === 'sent') ctx.notify.info(t.sentBefore);
  for (const remark of [...aroundWordsRemark(ctx, result), ...unreadTasksRemark(ctx)]) ctx.notify.warn(remark);
  if (result.edited.length > 0) offerNewText(ctx, reports, result);
}

async function offerRepair(ctx: Context, reports: WeeklyReports, outcome: ReportOutcome): Promise<void> {
  const t = ctx.i18n.ui.report;
  const repair = await ask(ctx, {
    title: t.repair.title,
    text: [t.repair.text, ...remarks(outcome, t)],
    yes: t.repair.yes,
    no: t.repair.no,
  });
  if (repair) await settle(ctx, reports, await reports.repair(outcome.week));
}

function offerNewText(ctx: Context, reports: WeeklyReports, outcome: ReportOutcome): void {
  const { ui } = ctx.i18n;
  const t = ui.report;
  const { edited, path, week } = outcome;
  ctx.dialogs.open(
    new ChoiceModal(ctx.app, ui, {
      lead: t.choice.lead(path, edited.length),
      theirsTag: t.choice.fresh,
      hunks: edited.map((block) => ({
        where: whereOf(block, ctx),
        mine: shown(block.mine),
        theirs: shown(block.fresh),
        going: { lead: t.choice.going, lines: block.going.map(({ text }) => quoted(text)) },
      })),
      decide: (sides) => {
        const taken = new Map(edited.filter((_, at) => sides[at] === 'theirs').map(({ name, mine }) => [name, mine]));
        if (taken.size > 0) void takeNew(ctx, reports, week, taken);
      },
    }),
  );
}

async function takeNew(
  ctx: Context,
  reports: WeeklyReports,
  week: IsoWeek,
  taken: ReadonlyMap<string, string>,
): Promise<void> {
  const t = ctx.i18n.ui.report;
  const result = await reports.refresh(week, { existingOnly: true, taken });
  if (!result.ok) {
    ctx.notify.warn(refusalWords(result, t));
    return;
  }
  const done = REPORT_BLOCKS.filter((block) => taken.has(block) && result.blocks[block] === 'refreshed');
  // What was edited again since it was shown is kept; that has to be said, since it was not what was chosen.
  if (done.length < taken.size) ctx.notify.warn(t.choice.changedMeanwhile(result.path));
  else ctx.notify.info(t.refreshed(done.map((block) => t.blocks[block])));
  for (const remark of aroundWordsRemark(ctx, result)) ctx.notify.warn(remark);
}

/** Which block, and on which line. */
function whereOf({ name, line }: EditedBlock, ctx: Context): string {
  const t = ctx.i18n.ui.report;
  const block = REPORT_BLOCKS.find((known) => known === name);
  return t.choice.where(block === undefined ? name : t.blocks[block], line + 1);
}

/** A block's text as it is shown beside another: a title is read once, not as `[[file|title]]`. */
function shown(text: string): string {
  return text
    .trim()
    .split(/\r\n?|\n/)
    .map((line) => linksAsWords(line))
    .join('\n');
}

/** A line as it is read, without its mark or the signs of a comment. */
function quoted(line: string): string {
  const words = parseListLine(line)?.text ?? line.trim();
  return plainWords(words.replace(/^%%[ \t]*(.*?)[ \t]*%%$/, '$1'));
}
