import { workLines, type WorkLine } from '../../core/sessions/work-lines';
import { hasWorkLog, noteKind } from '../../core/vault/note-kind';
import type { Translations } from '../../i18n';
import { rowsStored, type NoteLogRules } from '../note-log';

/** The lines of deep work in the logs of ideas and experiments. */
export function workLineRules(i18n: Translations): NoteLogRules<WorkLine> {
  const headings = workHeadings(i18n);
  return {
    matters: ({ frontmatter }) => hasWorkLog(noteKind(frontmatter)),
    read: (text) => workLines(text, headings),
    stored: rowsStored(
      'work',
      1,
      5,
      (one) => [one.line, one.date, one.minutes, one.text, one.private ? 1 : 0],
      ([line, date, minutes, text, hidden]) =>
        typeof line === 'number' &&
        typeof date === 'string' &&
        typeof minutes === 'number' &&
        typeof text === 'string' &&
        (hidden === 0 || hidden === 1)
          ? { line, date, minutes, text, private: hidden === 1 }
          : null,
    ),
  };
}

/** Names of the heading of such a log, in either language. */
export function workHeadings(i18n: Translations): string[] {
  return (['zh', 'en'] as const).map((language) => i18n.in(language).content.headings.log);
}
