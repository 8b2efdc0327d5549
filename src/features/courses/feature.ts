import { courseNote } from '../../core/courses/course-note';
import { compare } from '../../core/text/compare';
import type { Courses } from '../../offers/courses';
import { NoteList } from '../../platform/collectors/note-list';
import { registerNoteBlock } from '../../ui/note-block';
import type { Feature } from '../feature';
import { openAddCourse } from './add';
import { registerCourseCli } from './cli';
import type { CourseAsks, CourseContext } from './context';
import { drawCourse } from './course-view';
import { courseProgress, lookAtCourseFile } from './look';

/** Courses: lists of facts that become sources with a checklist, how far each is, and their updates. */
export const courses: Feature<Courses, CourseAsks> = {
  register(base) {
    const notes = new NoteList(base.vaultIndex, courseNote);
    const subscribe: Courses['subscribe'] = (listener) => {
      notes.all(); // follows the vault from the first time that it is asked
      return notes.subscribe(listener);
    };
    const ctx: CourseContext = { ...base, courses: notes, subscribe };
    ctx.plugin.addCommand({
      id: 'add-course',
      name: ctx.i18n.ui.courses.addCourse,
      callback: () => openAddCourse(ctx),
    });
    registerCourseCli(ctx);
    registerNoteBlock(ctx, 'course-progress', (parent, path) => drawCourse(ctx, parent, path));
    return {
      list: async () => {
        await notes.ready();
        const open = notes.all().filter(({ status }) => status !== 'read' && status !== 'dropped');
        const looked = await Promise.all(open.map(({ path }) => lookAtCourseFile(ctx, path)));
        const rows = looked
          .flatMap((course) => course ?? [])
          .map((course) => ({ path: course.path, title: course.title, ...courseProgress(course) }))
          .sort((a, b) => Number(b.done > 0) - Number(a.done > 0) || compare(a.title, b.title));
        return rows.length === 0 ? null : rows;
      },
      subscribe,
    };
  },
};
