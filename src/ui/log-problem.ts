import { meantDay } from '../core/reading/mend-date';
import type { LogProblem } from '../core/reading/types';
import type { Wordings } from '../i18n';

/** What is wrong with a line in a note. */
export function logProblemText({ code, value }: LogProblem, ui: Wordings): string {
  const day = code === 'impossible-date' ? meantDay(value) : null;
  if (day !== null) return ui.readingLog.problems['other-form'](value, day);
  return ui.readingLog.problems[code](value);
}
