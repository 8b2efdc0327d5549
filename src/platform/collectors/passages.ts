import { printOf } from '../../core/ask/sent-text';
import { isPrivateNote, isPrivateText, mayBePrivateNote } from '../../core/private/private-note';
import { passagesOf } from '../../core/search/passages';
import { isOthers } from '../../core/search/searchable';
import { appYaml } from '../app-yaml';
import { rowsStored, type NoteLogRules } from '../note-log';

/** The prints of the passages of every note that may be sent, in their order. What the settings leave out is told by `NoteSearch`. */
export const PASSAGE_PRINTS: NoteLogRules<number> = {
  matters: ({ frontmatter }) => !isPrivateNote(frontmatter) && !isOthers(frontmatter),
  *read(text) {
    if (mayBePrivateNote(text) && isPrivateText(text, appYaml)) return []; // the cache may not have heard of it
    return (yield* passagesOf(text)).passages.map(printOf);
  },
  stored: rowsStored(
    'passages',
    1,
    1,
    (print) => [print],
    ([print]) => (Number.isSafeInteger(print) ? (print as number) : null),
  ),
};
