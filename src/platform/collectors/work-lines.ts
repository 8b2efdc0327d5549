import { packFacts, STORED_FACTS_VERSION, unpackFacts } from '../../core/reading/stored-facts';
import { isWorkLine, workLines, type WorkLine } from '../../core/sessions/work-lines';
import { hasWorkLog, noteKind } from '../../core/vault/note-kind';
import type { Translations } from '../../i18n';
import type { NoteLogRules } from '../note-log';

/** The lines in the logs of ideas and experiments. */
export function workLineRules(i18n: Translations): NoteLogRules<WorkLine> {
  const headings = workHeadings(i18n);
  return {
    matters: ({ frontmatter }) => hasWorkLog(noteKind(frontmatter)),
    read: (text) => workLines(text, headings),
    stored: {
      room: 'work',
      version: STORED_FACTS_VERSION,
      pack: (lines) => packFacts({ source: null, lines }),
      unpack: (packed, path) => unpackFacts(packed, path)?.lines.filter(isWorkLine) ?? null,
    },
  };
}

/** Names of the heading of such a log, in either language. */
export function workHeadings(i18n: Translations): string[] {
  return (['zh', 'en'] as const).map((language) => i18n.in(language).content.headings.log);
}
