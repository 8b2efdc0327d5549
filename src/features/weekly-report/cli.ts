import type { IsoWeek } from '../../core/ports';
import { REPORT_BLOCKS } from '../../core/report/model';
import { dayOf, isCalendarDay } from '../../core/time/calendar-day';
import { daysOfWeek, weekOf } from '../../core/time/iso-week';
import type { CliOutcome } from '../../platform/cli';
import type { Context } from '../context';
import { aroundWordsRemark } from './around-words';
import { unreadTasksRemark } from './done-tasks';
import { refusalWords, remarks } from './texts';
import type { ReportOutcome, WeeklyReports } from './weekly-reports';

/** `research-handbook:weekly`: creates the week's report, or refreshes it where asked. */
export function registerWeeklyCli(ctx: Context, reports: WeeklyReports): void {
  const t = ctx.i18n.ui.report;
  ctx.cli.register({
    name: 'weekly',
    description: t.cli.description,
    flags: {
      week: { value: '<2026-W32>', description: t.cli.week },
      date: { value: '<2026-08-04>', description: t.cli.date },
      refresh: { description: t.cli.refresh },
    },
    run: async ({ week, date, refresh }) => {
      const wanted = weekFrom(ctx, week, date);
      if (!wanted.ok) return wanted;
      const result = refresh === undefined ? await reports.create(wanted.week) : await reports.refresh(wanted.week);
      if (!result.ok) return { ok: false, error: refusalWords(result, t) };
      return answer(ctx, result, refresh !== undefined);
    },
  });
}

function weekFrom(
  ctx: Context,
  week: string | undefined,
  date: string | undefined,
): { readonly ok: true; readonly week: IsoWeek } | { readonly ok: false; readonly error: string } {
  const t = ctx.i18n.ui.report.problem;
  if (week !== undefined && date !== undefined) return { ok: false, error: t.weekAndDate };
  if (week !== undefined) return daysOfWeek(week) === null ? { ok: false, error: t.badWeek(week) } : { ok: true, week };
  if (date !== undefined && !isCalendarDay(date)) return { ok: false, error: t.badDate(date) };
  return { ok: true, week: weekOf(date ?? dayOf(ctx.clock.now())) };
}

function answer(ctx: Context, outcome: ReportOutcome, refreshed: boolean): CliOutcome {
  const t = ctx.i18n.ui.report;
  const { path, week, created, blocks, edited } = outcome;
  const head = created ? t.cli.created(path) : refreshed ? t.cli.refreshed(path) : t.cli.exists(path);
  const lines = REPORT_BLOCKS.flatMap((block) => [
    t.cli.block(t.blocks[block], t.states[blocks[block]]),
    ...edited
      .filter(({ name }) => name === block)
      .flatMap(({ going }) => going.map(({ line, text }) => t.cli.going(line + 1, text.trim()))),
  ]);
  return {
    ok: true,
    text: () => {
      const said = [...remarks(outcome, t), ...aroundWordsRemark(ctx, outcome), ...unreadTasksRemark(ctx)];
      return [head, ...lines, ...said].join('\n');
    },
    json: { path, week, created, blocks },
  };
}
