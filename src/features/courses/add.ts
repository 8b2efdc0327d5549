import { courseProperties, withChecklist, type CourseNote } from '../../core/courses/course-note';
import { countingFirst } from '../../core/handbook/note-that-counts';
import { noteName } from '../../core/vault/path';
import { openNote } from '../../ui/open-note';
import { PickModal } from '../../ui/pick';
import type { CourseContext } from './context';
import { checklistHeadings } from './look';
import { courseKey, newestDay, ownLists, packsOf, shippedCourses } from './packs';
import { openUpdate } from './update';

/** The note of a course that was to be added; one that was here may have an older list. */
interface AddedCourse {
  readonly path: string;
  readonly created: boolean;
}

/** A course there is to add. */
export interface ListedCourse {
  readonly id: string;
  readonly title: string;
  readonly asOf: string;
  readonly items: number;
  /** Its note; null where it has none, or one that is private. */
  readonly path: string | null;
}

/** The courses that the plugin brings. */
export async function listCourses(ctx: CourseContext): Promise<ListedCourse[]> {
  const courses: ListedCourse[] = [];
  for (const id of shippedCourses(ctx)) {
    const packs = await packsOf(ctx, id);
    if (typeof packs === 'string') continue;
    const [{ title, asOf, items }] = packs;
    const here = await courseFor(ctx, id);
    courses.push({ id, title, asOf, items, path: here?.isPrivate === false ? here.path : null });
  }
  return courses;
}

async function courseFor(ctx: CourseContext, key: string): Promise<CourseNote | null> {
  await ctx.notes.settled();
  const notes = ctx.courses.all().filter((note) => courseKey(ctx, note, note.path) === key);
  return countingFirst(notes, () => null)[0] ?? null;
}

/**
 * Creates the note of a course, unless it is here; a source of that title or address without a list gets the list at its end. A
 * text says why nothing was written.
 */
export async function addCourse(ctx: CourseContext, key: string): Promise<AddedCourse | string> {
  const packs = await packsOf(ctx, key);
  if (typeof packs === 'string') return packs;
  const here = await courseFor(ctx, key);
  if (here !== null) return { path: here.path, created: false };
  const [pack] = packs;
  const { title, authors, url } = pack;
  const none = { year: null, venue: null, citekey: null, arxiv: null, doi: null, zotero: null };
  const section = `## ${checklistHeadings(ctx)[0] ?? ''}\n\n${pack.list}`;
  const extra = { properties: courseProperties(pack), section };
  const [result] = await ctx.offers.sources.create([
    { kind: 'course', status: 'queued', title, authors, url, ...none, extra },
  ]);
  if (result === undefined || result.outcome === 'stopped') return ctx.i18n.ui.cli.stopped;
  if (result.outcome === 'failed') return result.message;
  const { path, outcome } = result;
  if (outcome === 'existing') {
    const { courses: t, sources } = ctx.i18n.ui;
    const written = await ctx.notes.change(path, (text) => withChecklist(text, pack, checklistHeadings(ctx), ctx.yaml));
    if (!written.ok) return written.reason === 'changed' ? t.noRoom(path) : sources.writeFailed(path, written.message);
  }
  return { path, created: outcome === 'created' };
}

/** Adds a course that was chosen, or looks whether its list is newer than that of its note; shows the note. */
async function choose(ctx: CourseContext, key: string): Promise<void> {
  const added = await addCourse(ctx, key);
  if (typeof added === 'string') {
    ctx.notify.warn(added);
    return;
  }
  await openNote(ctx.app, added.path);
  if (!added.created) await openUpdate(ctx, added.path);
}

/** Asks which course, ours first, then lists of the student's own, and adds it. */
export async function openAddCourse(ctx: CourseContext): Promise<void> {
  const { courses: t } = ctx.i18n.ui;
  const own = ownLists(ctx).map((path) => ({
    id: path,
    title: noteName(path),
    asOf: newestDay(ctx, path),
    path: null,
  }));
  ctx.dialogs.open(
    new PickModal(ctx.app, {
      name: t.addCourse,
      placeholder: t.pick,
      items: [...(await listCourses(ctx)), ...own],
      text: ({ title, asOf, path }) => `${title} · ${t.about(asOf ?? '?')}${path === null ? '' : ` · ${path}`}`,
      onPick: ({ id }) => void choose(ctx, id),
    }),
  );
}
