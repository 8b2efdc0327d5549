import type { IsoWeek } from '../../core/ports';
import { REPORT_BLOCKS } from '../../core/report/model';
import { REPORT_PLACEHOLDERS } from '../../core/report/template';
import { partsOf } from '../../core/time/calendar-day';
import { daysOfWeek } from '../../core/time/iso-week';
import type { Wordings } from '../../i18n';
import type { LoggedWeek } from './logged-weeks';
import type { ReportOutcome, ReportRefusal } from './weekly-reports';

/** The days of a week, e.g. `3–9 Aug`; nothing where there is no such week. */
export function weekDays(week: IsoWeek, { common }: Wordings): string {
  const days = daysOfWeek(week);
  if (days === null) return '';
  const [start, end] = [partsOf(days.start), partsOf(days.end)];
  return common.days(start.month, start.day, end.month, end.day);
}

/** What was logged in a week, e.g. `3 sessions · 2 h`. */
export function loggedWords(logged: LoggedWeek | undefined, words: Wordings): string {
  const { note, nothingLogged } = words.report;
  if (logged === undefined) return nothingLogged;
  const { sessions, minutes } = logged;
  const time = minutes === 0 ? [] : [words.common.duration(minutes)];
  return [note.sessions(sessions), ...time].join(' · ');
}

/** Why nothing was written, for people. */
export function refusalWords(refusal: ReportRefusal, { problem: t }: Wordings['report']): string {
  switch (refusal.reason) {
    case 'foreign':
      return t.foreign(refusal.path);
    case 'gone':
      return t.gone(refusal.path);
    case 'other-author':
      return t.otherAuthor(refusal.path, refusal.author);
    case 'doubles':
      return t.doubles(refusal.paths);
    case 'writing':
      return t.writing(refusal.path, refusal.message);
  }
}

/** What a student should know of an outcome beside that it worked: of the template, of damaged markers, of doubles. */
export function remarks(outcome: ReportOutcome, t: Wordings['report']): string[] {
  const { template, damage, doubles, path } = outcome;
  const said: string[] = [];
  if (template?.path != null) {
    const braced = (names: readonly string[]): string[] => names.map((name) => `{{${name}}}`);
    const { unknown, repeated, missing } = template;
    if (unknown.length > 0) said.push(t.template.unknown(template.path, unknown, braced(REPORT_PLACEHOLDERS)));
    if (repeated.length > 0) said.push(t.template.repeated(template.path, braced(repeated)));
    if (missing.length > 0) said.push(t.template.missing(template.path, braced(missing)));
  }
  for (const { name, kind, line } of damage) {
    const block = REPORT_BLOCKS.find((known) => known === name);
    said.push(t.damagedLine(path, line + 1, t.damage[kind], block === undefined ? (name ?? '') : t.blocks[block]));
  }
  if (doubles.length > 0) said.push(t.problem.doubles([path, ...doubles]));
  return said;
}
