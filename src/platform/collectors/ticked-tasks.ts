import { tickedTasks, type TickedTask } from '../../core/tasks/ticked';
import { rowsStored, type NoteLogRules } from '../note-log';

/** The ticked tasks of every note; a note is opened only where the cache knows of a ticked box. */
export const TICKED_TASKS: NoteLogRules<TickedTask> = {
  matters: ({ ahead, cache }) => ahead || cache?.listItems?.some(({ task }) => task === 'x' || task === 'X') === true,
  read: tickedTasks,
  stored: rowsStored(
    'ticked-tasks',
    2,
    3,
    (task) => [task.line, task.text, task.private ? 1 : 0],
    ([line, text, hidden]) =>
      typeof line === 'number' && typeof text === 'string' && (hidden === 0 || hidden === 1)
        ? { line, text, private: hidden === 1 }
        : null,
  ),
};
