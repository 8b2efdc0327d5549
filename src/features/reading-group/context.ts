import type { SessionNote } from '../../core/reading-group/session-note';
import type { NoteList } from '../../platform/collectors/note-list';
import type { ContextWith } from '../context';

export type ReadingGroupAsks = 'log';

export interface ReadingGroupContext extends ContextWith<ReadingGroupAsks> {
  /** The sessions there are, a note each. */
  readonly sessions: NoteList<SessionNote>;
}
