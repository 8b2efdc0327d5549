import type { LogInputProblem } from '../../core/reading/log-input';
import type { IsoDate } from '../../core/ports';
import type { LogEntry, Source } from '../../core/reading/types';
import { partsOf } from '../../core/time/calendar-day';
import type { Wordings } from '../../i18n';

/** What is wrong with something that was typed. */
export function inputProblem(problem: LogInputProblem, ui: Wordings): string {
  const t = ui.readingLog;
  if (problem === 'bad-pass') return t.cli.badPass;
  if (problem === 'bad-status') return t.cli.badStatus;
  return t.inputProblems[problem];
}

/** How a source stands: its status, when it was read last and how far; `在读 · 上次 11 月 3 日 · 第 1 遍`. */
export function aboutSource(source: Source, entries: readonly LogEntry[], today: IsoDate, ui: Wordings): string {
  const t = ui.readingLog.about;
  const last = entries.at(-1);
  const pass = Math.max(0, ...entries.map((entry) => entry.pass ?? 0));
  return [
    ui.sources.statuses[source.status],
    last === undefined ? t.never : t.last(dayText(last.date, today, ui)),
    ...(pass > 0 ? [t.pass(pass)] : []),
  ].join(' · ');
}

/** A day; its year only where it is another. */
function dayText(date: IsoDate, today: IsoDate, ui: Wordings): string {
  const { year, month, day } = partsOf(date);
  return year === partsOf(today).year ? ui.common.day(month, day) : ui.common.dayAndYear(year, month, day);
}
