import type { IsoWeek } from '../../core/ports';
import { feedbackOf, planOf, type EarlierReport } from '../../core/report/carry-over';
import { reportBlocks } from '../../core/report/markdown';
import type { CompletedTask, ReportBlock } from '../../core/report/model';
import type { ReportNote } from '../../core/report/report-note';
import { completedTasks } from '../../core/report/tasks';
import { holdsThoughts } from '../../core/report/thoughts';
import { readOften, weekReport } from '../../core/report/week-report';
import { compare } from '../../core/text/compare';
import { daysOfWeek } from '../../core/time/iso-week';
import { mayHoldTasks, noteKind } from '../../core/vault/note-kind';
import type { Context } from '../context';
import { headingNames, thoughtHeadings } from './headings';

/** A week's generated parts, as they belong into the report at `path`. The reading index must be up to date. */
export async function gatherBlocks(
  ctx: Context,
  week: IsoWeek,
  path: string,
  earlier: readonly ReportNote[],
): Promise<ReadonlyMap<ReportBlock, string>> {
  const { index } = ctx.reading;
  const texts = await earlierReports(ctx, earlier);
  const [latest] = texts;
  const feedback = headingNames(ctx, 'feedback');
  const report = weekReport(week, index, {
    plan: latest === undefined ? null : planOf(latest, headingNames(ctx, 'plan')),
    feedback: texts.flatMap((text) => feedbackOf(text, feedback)),
    done: await doneInWeek(ctx, week),
    unthought: await unthoughtSources(ctx, readOften(week, index)),
  });
  return reportBlocks(report, {
    words: ctx.i18n.in(ctx.places.language()).report.note,
    showMinutes: ctx.settings.values.reportShowMinutes,
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

/** Completed tasks of the folders and the tag in the settings; null where none is chosen. */
async function doneInWeek(ctx: Context, week: IsoWeek): Promise<CompletedTask[] | null> {
  const { taskFolders, taskTag } = ctx.settings.values;
  const folders = taskFolders
    .split(/[,，;；\n]/)
    .map((folder) => folder.trim().replace(/^\/+|\/+$/g, ''))
    .filter((folder, at, all) => folder !== '' || (all.length === 1 && taskFolders.trim() === '/'));
  const tag = taskTag.trim() === '' ? null : `#${taskTag.trim().replace(/^#+/, '')}`;
  const days = daysOfWeek(week);
  if (days === null || (folders.length === 0 && tag === null)) return null;
  await ctx.tasks.flush();
  const tasks = [...ctx.tasks.notes].flatMap(([path, ticked]) => {
    const inFolder = folders.some((folder) => folder === '' || path.startsWith(`${folder}/`));
    if ((!inFolder && tag === null) || !isOwnWork(ctx, path)) return [];
    return completedTasks(path, ticked, { ...days, tag: inFolder ? null : tag });
  });
  return tasks.sort((a, b) => compare(a.date, b.date) || compare(a.path, b.path) || a.line - b.line);
}

/** Whether the tasks of a note are the student's own: those of templates, reports and the handbook are not. */
function isOwnWork({ app }: Context, path: string): boolean {
  const file = app.vault.getFileByPath(path);
  return mayHoldTasks(noteKind(file === null ? undefined : app.metadataCache.getFileCache(file)?.frontmatter));
}

async function cachedText(ctx: Context, path: string): Promise<string | null> {
  const file = ctx.app.vault.getFileByPath(path);
  return file === null ? null : ctx.app.vault.cachedRead(file);
}
