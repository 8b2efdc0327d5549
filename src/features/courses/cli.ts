import type { CliOutcome } from '../../platform/cli';
import { addCourse, listCourses } from './add';
import type { CourseContext } from './context';
import { courseProgress, lookAtCourse } from './look';
import { newerDay } from './packs';

type Flag = 'list' | 'add' | 'path';

export function registerCourseCli(ctx: CourseContext): void {
  const { courses: t } = ctx.i18n.ui;
  ctx.cli.register<Flag>({
    name: 'course',
    description: t.title,
    flags: {
      list: { description: t.title },
      add: { value: '<name|path>', description: t.addCourse },
      path: { value: '<path>', description: t.title },
    },
    run: async ({ list, add, path }) => {
      const isOne = [list, add, path].filter((flag) => flag !== undefined).length === 1;
      if (!isOne) return { ok: false, error: t.which };
      if (path !== undefined) return tellOf(ctx, path);
      if (add !== undefined) return addOne(ctx, add);
      const courses = await listCourses(ctx);
      const text = courses.map(({ id, title }) => `${id} · ${title}`).join('\n');
      return { ok: true, text, json: { courses } };
    },
  });
}

async function addOne(ctx: CourseContext, key: string): Promise<CliOutcome> {
  const added = await addCourse(ctx, key);
  if (typeof added === 'string') return { ok: false, error: added };
  const { path, created } = added;
  return { ok: true, text: created ? ctx.i18n.ui.sources.cli.created(path) : path, json: { path, created } };
}

async function tellOf(ctx: CourseContext, path: string): Promise<CliOutcome> {
  const { courses: t, ideas } = ctx.i18n.ui;
  const text = await ctx.notes.read(path);
  const course = text === null ? null : lookAtCourse(ctx, path, text);
  if (course === null) return { ok: false, error: t.notCourse(path).replaceAll('`', '') };
  if (course.isPrivate) return { ok: false, error: ideas.private(path) };
  const { title, asOf } = course;
  const progress = courseProgress(course);
  const { done, total, next } = progress;
  const newer = newerDay(ctx, course);
  const said = `${String(done)} / ${String(total)} · ${next === '' ? t.through : t.next(next)}`;
  return {
    ok: true,
    text: newer === null ? said : `${said}\n${t.newer(newer)}`,
    json: { path, title, ...progress, asOf, newer },
  };
}
