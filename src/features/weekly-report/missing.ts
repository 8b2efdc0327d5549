import type { IsoWeek } from '../../core/ports';
import { parseHolidays } from '../../core/reading/holidays';
import { missingWeeks } from '../../core/report/missing-weeks';
import { dayOf } from '../../core/time/calendar-day';
import { weekOf } from '../../core/time/iso-week';
import type { Context } from '../context';
import { loggedWeeks } from './logged-weeks';
import { loggedWords, weekDays } from './texts';
import type { WeeklyReports } from './weekly-reports';

/** Weeks that are over and have no report, in order; the reading index and the cache are brought up to date first. */
export async function findMissing(ctx: Context, reports: WeeklyReports): Promise<IsoWeek[]> {
  await reports.upToDate();
  const holidays = parseHolidays(ctx.settings.values.holidays);
  return missingWeeks({
    firstEntry: ctx.reading.index.bounds()?.first ?? null,
    reported: new Set(reports.all().map(({ week }) => week)),
    today: dayOf(ctx.clock.now()),
    isDayOff: (date) => holidays.includes(date),
  });
}

/** What is said where no week is missing: without an entry, or a week that is over, that is no praise. */
export function noneMissing(ctx: Context): string {
  const t = ctx.i18n.ui.report.missing;
  const first = ctx.reading.index.bounds()?.first;
  if (first === undefined) return t.noneLogged;
  return weekOf(first) < weekOf(dayOf(ctx.clock.now())) ? t.none : t.noneOver;
}

/** `research-handbook:missing`. */
export function registerMissingCli(ctx: Context, reports: WeeklyReports): void {
  const words = ctx.i18n.ui;
  const t = words.report.missing;
  ctx.cli.register({
    name: 'missing',
    description: t.description,
    flags: {},
    run: async () => {
      const weeks = await findMissing(ctx, reports);
      const logged = loggedWeeks(ctx.reading.index);
      const lines = weeks.map((week) => `${week}  ${weekDays(week, words)}  ${loggedWords(logged.get(week), words)}`);
      return { ok: true, text: lines.length === 0 ? noneMissing(ctx) : lines.join('\n'), json: { weeks } };
    },
  });
}
