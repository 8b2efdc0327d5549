import type { Courses } from '../../offers/courses';
import type { NoteList } from '../../platform/collectors/note-list';
import type { CourseNote } from '../../core/courses/course-note';
import type { ContextWith } from '../context';

export type CourseAsks = 'sources' | 'log';

/** What the parts of the feature share: the notes of courses, and how to hear of their changes. */
export interface CourseContext extends ContextWith<CourseAsks> {
  readonly courses: NoteList<CourseNote>;
  readonly subscribe: Courses['subscribe'];
}
