import { courseItems, courseNote, type CourseNote } from '../../core/courses/course-note';
import type { ChecklistItem } from '../../core/home/checklist';
import { readFrontmatter } from '../../core/markdown/frontmatter';
import type { Context } from '../context';

/** A course and its checklist. */
export interface LookedCourse extends CourseNote {
  readonly items: readonly ChecklistItem[];
}

/** Names of a checklist, that of the notes' language first. */
export function checklistHeadings({ i18n, places }: Context): string[] {
  return [places.language(), 'zh' as const, 'en' as const].map((one) => i18n.in(one).content.headings.checklist);
}

/** Looks at a note by its text; null where it is no course with a checklist. */
export function lookAtCourse(ctx: Context, path: string, text: string): LookedCourse | null {
  const read = readFrontmatter(text, ctx.yaml);
  const note = read.ok ? courseNote(path, read.data) : null;
  const items = courseItems(text, checklistHeadings(ctx));
  return note === null || items.length === 0 ? null : { ...note, items };
}

/** The same of the note as the app has it at hand, for what only shows. */
export async function lookAtCourseFile(ctx: Context, path: string): Promise<LookedCourse | null> {
  const text = await ctx.notes.glance(path);
  return text === null ? null : lookAtCourse(ctx, path, text);
}

/** How far a course is: items done, all items, and the first that is open. */
export function courseProgress({ items }: LookedCourse): { done: number; total: number; next: string } {
  const next = items.find(({ done }) => !done)?.words ?? '';
  return { done: items.filter(({ done }) => done).length, total: items.length, next };
}
