import type { IsoWeek } from '../../core/ports';
import { partsOf } from '../../core/time/calendar-day';
import { daysOfWeek } from '../../core/time/iso-week';
import type { Wordings } from '../../i18n';
import type { LoggedWeek } from './logged-weeks';

/** The days of a week, e.g. `3 Aug – 9 Aug`; nothing where there is no such week. */
export function weekDays(week: IsoWeek, { common }: Wordings): string {
  const days = daysOfWeek(week);
  if (days === null) return '';
  const [start, end] = [partsOf(days.start), partsOf(days.end)];
  return `${common.day(start.month, start.day)} – ${common.day(end.month, end.day)}`;
}

/** What was logged in a week, e.g. `3 sessions · 2 h`. */
export function loggedWords(logged: LoggedWeek | undefined, words: Wordings): string {
  const { note, nothingLogged } = words.report;
  if (logged === undefined) return nothingLogged;
  const { sessions, minutes } = logged;
  const time = minutes === 0 ? [] : [words.common.duration(Math.floor(minutes / 60), minutes % 60)];
  return [note.sessions(sessions), ...time].join(' · ');
}
