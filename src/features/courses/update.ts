import { courseUpdate } from '../../core/courses/course-note';
import type { Choice } from '../../core/handbook/note-merge';
import { ask } from '../../ui/ask';
import { mergeChoice } from '../../ui/merge-choice';
import type { CourseContext } from './context';
import { checklistHeadings, lookAtCourse } from './look';
import { courseKey, packsOf } from './packs';

/** Shows what a newer list would do to a course's note; does it once the student says so. */
export async function openUpdate(ctx: CourseContext, path: string): Promise<void> {
  const { notify, i18n, notes } = ctx;
  const { courses: t, common, handbook } = i18n.ui;
  const text = await notes.read(path);
  const course = text === null ? null : lookAtCourse(ctx, path, text);
  const packs = course === null ? t.notCourse(path) : await packsOf(ctx, courseKey(ctx, course, path));
  if (typeof packs === 'string') notify.warn(packs);
  if (text === null || course === null || typeof packs === 'string') return;
  const update = courseUpdate(course, text, packs, checklistHeadings(ctx), ctx.yaml);
  const { title } = course;
  if (update === null) {
    notify.info(t.upToDate(title));
    return;
  }
  const [{ asOf }] = packs;
  const write = async (sides: readonly Choice[]): Promise<void> => {
    const after = update.after(sides);
    const written = await notes.change(path, (now) => (now === text ? after : null));
    if (written.ok) notify.info(t.upToDate(title));
    else notify.warn(path + handbook.after(handbook.failReasons[written.reason](written.message)));
  };
  const { choice, isCompared, line, changes } = update;
  if (choice !== null && choice.merge.conflicts > 0) {
    const decide = (sides: readonly Choice[]): void => void write(sides);
    ctx.dialogs.open(mergeChoice(ctx.app, i18n.ui, { path, choice, isCompared, line, theirsTag: asOf, decide }));
  } else {
    const question = { title: t.update, text: [t.asks(title, asOf), ...changes], yes: t.update, no: common.cancel };
    if (await ask(ctx, question)) await write([]);
  }
}
