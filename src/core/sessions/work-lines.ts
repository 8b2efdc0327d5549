import { readNoteFacts } from '../reading/find-log-lines';
import type { IsoDate } from '../ports';
import type { Steps } from '../steps';

/** A line of deep work in the log of an idea or an experiment. */
export interface WorkLine {
  /** From 0. */
  readonly line: number;
  readonly date: IsoDate;
  readonly minutes: number;
  readonly text: string;
  /** Its minutes count; its text is shown nowhere. */
  readonly private: boolean;
}

/** The lines of deep work in a note. @param headings - of its log, in every language */
export function* workLines(note: string, headings: readonly string[]): Steps<WorkLine[]> {
  const { lines } = yield* readNoteFacts(note, { source: null, day: null, logHeadings: headings, isWork: true });
  return lines.flatMap(({ line, date, minutes, deep, links, text, private: hidden }) =>
    links === null && deep && date !== null && minutes !== null ? [{ line, date, minutes, text, private: hidden }] : [],
  );
}
