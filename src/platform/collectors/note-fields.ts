import { noteFields, type NoteField } from '../../core/markdown/note-fields';
import { mayHoldLog, noteKind } from '../../core/vault/note-kind';
import { rowsStored, type NoteLogRules } from '../note-log';

/** The fields in the bodies of all notes but samples and reports. */
export const NOTE_FIELDS: NoteLogRules<NoteField> = {
  matters: ({ ahead, frontmatter }) => ahead || mayHoldLog(noteKind(frontmatter)),
  read: noteFields,
  stored: rowsStored(
    'fields',
    1,
    5,
    (field) => [field.line, field.key, field.value, field.date ?? '', field.private ? 1 : 0],
    ([line, key, value, date, hidden]) =>
      typeof line === 'number' &&
      typeof key === 'string' &&
      typeof value === 'string' &&
      typeof date === 'string' &&
      (hidden === 0 || hidden === 1)
        ? { line, key, value, date: date === '' ? null : date, private: hidden === 1 }
        : null,
  ),
};
