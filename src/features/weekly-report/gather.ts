import type { IsoWeek } from '../../core/ports';
import { ASK } from '../../core/marks/keywords';
import { inOrder } from '../../core/marks/listing';
import { feedbackOf, planOf, type EarlierReport } from '../../core/report/carry-over';
import { withoutLogFields } from '../../core/reading/log-line';
import { reportBlocks } from '../../core/report/markdown';
import type { OpenQuestion, ReportBlock } from '../../core/report/model';
import type { ReportNote } from '../../core/report/report-note';
import { holdsThoughts } from '../../core/report/thoughts';
import { readOften, weekReport } from '../../core/report/week-report';
import { daysOfWeek } from '../../core/time/iso-week';
import type { Context } from '../context';
import type { ReportContext } from './context';
import { doneInWeek } from './done-tasks';
import { headingNames, thoughtHeadings } from './headings';

/**
 * A week's generated parts, as they belong into the report at `path`. The reading index must be up to date.
 *
 * @param readsMarks - whether notes may be read for marks now; else the part with questions says that they were not
 */
export async function gatherBlocks(
  ctx: ReportContext,
  week: IsoWeek,
  path: string,
  earlier: readonly ReportNote[],
  readsMarks: boolean,
): Promise<ReadonlyMap<ReportBlock, string>> {
  const { index } = ctx.reading;
  const { start, end } = daysOfWeek(week) ?? { start: '', end: '' };
  const texts = await earlierReports(ctx, earlier);
  const [latest] = texts;
  const feedback = headingNames(ctx, 'feedback');
  const report = weekReport(week, index, {
    plan: latest === undefined ? null : planOf(latest, headingNames(ctx, 'plan')),
    feedback: texts.flatMap((text) => feedbackOf(text, feedback)),
    done: await doneInWeek(ctx, week),
    experiments: await ctx.offers.experiments.between(start, end),
    questions: readsMarks ? await openQuestions(ctx) : null,
    unthought: await unthoughtSources(ctx, readOften(week, index)),
  });
  return reportBlocks(report, {
    words: ctx.i18n.in(ctx.places.language()).report.note,
    showMinutes: ctx.settings.values.reportShowMinutes,
    showDepth: ctx.settings.values.showDepth,
    linkPath: (target) => linkPath(ctx, target, path),
  });
}

/** Link path of a note as the app would write it, without `.md`. */
export function linkPath(ctx: Context, target: string, from: string): string {
  const file = ctx.app.vault.getFileByPath(target);
  return file === null ? target.replace(/\.md$/, '') : ctx.app.metadataCache.fileToLinktext(file, from, true);
}

/** Texts of earlier reports, latest first. */
async function earlierReports(ctx: Context, earlier: readonly ReportNote[]): Promise<EarlierReport[]> {
  const sorted = [...earlier].sort((a, b) => (a.week < b.week ? 1 : -1));
  const texts = await Promise.all(
    sorted.map(async ({ week, path }) => {
      const text = await cachedText(ctx, path);
      return text === null ? [] : [{ week, path, text }];
    }),
  );
  return texts.flat();
}

/** Questions that are marked in notes and open, but for private ones. */
async function openQuestions({ marks }: Context): Promise<OpenQuestion[]> {
  await marks.flush();
  return inOrder(marks.notes).flatMap(({ keyword, done, private: isHidden, path, heading, text: written }) => {
    const text = withoutLogFields(written);
    return keyword !== ASK || done || isHidden || text === '' ? [] : [{ text, place: { path, heading } }];
  });
}

/** Of the sources that are read again and again, those without a limitation or an idea written down. */
async function unthoughtSources(
  ctx: Context,
  often: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<string, number>> {
  const headings = thoughtHeadings(ctx);
  const without = await Promise.all(
    [...often].map(async ([path, times]) => {
      const text = await cachedText(ctx, path);
      return text !== null && !holdsThoughts(text, headings) ? [[path, times] as const] : [];
    }),
  );
  return new Map(without.flat());
}

async function cachedText(ctx: Context, path: string): Promise<string | null> {
  const file = ctx.app.vault.getFileByPath(path);
  return file === null ? null : ctx.app.vault.cachedRead(file);
}
