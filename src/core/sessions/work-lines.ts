import { readNoteFacts, type FactLine } from '../reading/find-log-lines';
import type { IsoDate } from '../ports';
import type { Steps } from '../steps';

/** A dated line in the log of an idea or an experiment: work, deep or not, or a run. */
export interface WorkLine extends FactLine {
  readonly date: IsoDate;
}

/** The lines of such a log in a note. @param headings - of its log, in every language */
export function* workLines(note: string, headings: readonly string[]): Steps<WorkLine[]> {
  const { lines } = yield* readNoteFacts(note, { source: null, day: null, logHeadings: headings, isWork: true });
  return lines.filter(isWorkLine);
}

export function isWorkLine(line: FactLine): line is WorkLine {
  return line.links === null && line.date !== null;
}
