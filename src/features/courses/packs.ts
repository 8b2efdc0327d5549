import { readCoursePack, type CoursePack } from '../../core/courses/course-pack';
import type { CourseNote } from '../../core/courses/course-note';
import { linksOfLine, wikilink } from '../../core/markdown/links';
import type { IsoDate } from '../../core/ports';
import { exactDay } from '../../core/time/date-value';
import { noteKind } from '../../core/vault/note-kind';
import type { CourseContext } from './context';

/** Lists of one course, the newest first. */
export type CoursePacks = readonly [CoursePack, ...CoursePack[]];

/** Names of the courses that the plugin brings. */
export function shippedCourses({ packs }: CourseContext): string[] {
  return [...new Set(packs.courses().map(([name]) => courseOf(name)))].reverse();
}

/** Paths of notes that are lists of the student's own: those that say `as-of`, and are nothing else. */
export function ownLists({ vaultIndex }: CourseContext): string[] {
  return [...vaultIndex.known()].flatMap(({ path, frontmatter }) =>
    frontmatter['as-of'] !== undefined && noteKind(frontmatter) === null ? [path] : [],
  );
}

/** What a note's course is known by: the name of one of ours, or the path of the note with its list. */
export function courseKey({ app }: CourseContext, { course }: Pick<CourseNote, 'course'>, from: string): string {
  const [link] = linksOfLine(course);
  return link === undefined ? course : (app.metadataCache.getFirstLinkpathDest(link.path, from)?.path ?? course);
}

/** Every known list of a course; a text says what is wrong with it. */
export async function packsOf(ctx: CourseContext, key: string): Promise<CoursePacks | string> {
  const { courses: t } = ctx.i18n.ui;
  const { metadataCache, vault } = ctx.app;
  const shipped = ctx.packs.courses().filter(([name]) => courseOf(name) === key);
  const file = vault.getFileByPath(key);
  const text = await ctx.notes.read(key);
  const own =
    file === null || text === null ? [] : [[wikilink(metadataCache.fileToLinktext(file, '', true)), text] as const];
  const packs: CoursePack[] = [];
  for (const [name, list] of [...shipped, ...own]) {
    const pack = readCoursePack(file === null ? key : name, list, key, ctx.yaml);
    if ('problem' in pack) return t.problems[pack.problem](key, pack.value);
    packs.push(pack);
  }
  const [newest, ...earlier] = packs;
  return newest === undefined ? t.unknown(key, shippedCourses(ctx)) : [newest, ...earlier];
}

/** The day of the newest list of a course; null where none is known. Reads no note. */
export function newestDay(ctx: CourseContext, key: string): IsoDate | null {
  const name = ctx.packs.courses().find(([one]) => courseOf(one) === key)?.[0];
  if (name !== undefined) return name.slice(key.length + 1);
  const file = ctx.app.vault.getFileByPath(key);
  return file && exactDay(ctx.app.metadataCache.getFileCache(file)?.frontmatter?.['as-of']);
}

/** The day of a list that is newer than the one that a note came from; null where there is none. */
export function newerDay(ctx: CourseContext, note: CourseNote): IsoDate | null {
  const day = newestDay(ctx, courseKey(ctx, note, note.path));
  return day !== null && note.asOf !== null && day > note.asOf ? day : null;
}

const courseOf = (name: string): string => name.split('/')[0] ?? '';
