import { writeMerge, type Choice } from '../handbook/note-merge';
import { stepsFor, type NoteChoice } from '../handbook/note-steps';
import { checklistUnder, type ChecklistItem } from '../home/checklist';
import { withCheckboxMark } from '../markdown/checkbox';
import { lineEnding, type Frontmatter } from '../markdown/frontmatter';
import { setFrontmatter } from '../markdown/frontmatter-edit';
import { findSection } from '../markdown/sections';
import type { IsoDate, Yaml } from '../ports';
import { isPrivateNote } from '../private/private-note';
import { readSource } from '../reading/source';
import type { SourceStatus } from '../reading/types';
import { exactDay } from '../time/date-value';
import { noteKind } from '../vault/note-kind';
import type { CoursePack } from './course-pack';

/** The note of a course, as far as its frontmatter says. */
export interface CourseNote {
  readonly path: string;
  readonly title: string;
  readonly status: SourceStatus;
  /** Which course its list came from, and as of when; empty and null for a list of the student's own. */
  readonly course: string;
  readonly asOf: IsoDate | null;
  readonly isPrivate: boolean;
}

/** Reads frontmatter, or null where it is not a course's. */
export function courseNote(path: string, frontmatter: Frontmatter): CourseNote | null {
  if (noteKind(frontmatter) !== 'source') return null;
  const { title, status, kind } = readSource(path, frontmatter);
  const { course } = frontmatter;
  const id = typeof course === 'string' ? course : '';
  if (kind !== 'course' && id === '') return null;
  const asOf = exactDay(frontmatter['as-of']);
  return { path, title, status, course: id, asOf, isPrivate: isPrivateNote(frontmatter) };
}

/** The properties that tell from which list a course's note came. */
export function courseProperties({ id, asOf }: CoursePack): Readonly<Record<string, string>> {
  return { course: id, 'as-of': asOf };
}

/** The boxes of a course's checklist, in their order; whatever the student added counts. */
export function courseItems(text: string, headings: readonly string[]): ChecklistItem[] {
  return checklistUnder(text, headings).filter(({ hasBox }) => hasBox);
}

/** What a newer list would do to a course's note. */
export interface CourseUpdate {
  /** The merge with what may need a choice; null where nothing does. */
  readonly choice: NoteChoice | null;
  /** Whether what the note came from is not known, so that every difference needs a choice. */
  readonly isCompared: boolean;
  /** Line of the note, from 0, that the lines of the merge are counted from. */
  readonly line: number;
  /** What comes (`+`) and what goes (`−`), line by line, as far as it needs no choice. */
  readonly changes: readonly string[];
  /** The whole note after it, each conflict decided, by its place; null where it cannot be written. */
  after(sides: readonly Choice[]): string | null;
}

/**
 * Plans the update of a course's checklist as the handbook's are planned, with the list that the note came from as base; the
 * rest of the note is not looked at.
 *
 * @param packs - all lists of the course that are known, the newest first
 * @param headings - names of the checklist
 * @returns null where there is nothing to do: the note has the newest list, or no checklist
 */
export function courseUpdate(
  { path, asOf }: Pick<CourseNote, 'path' | 'asOf'>,
  text: string,
  packs: readonly [CoursePack, ...CoursePack[]],
  headings: readonly string[],
  yaml: Yaml,
): CourseUpdate | null {
  const [newest] = packs;
  const section = findSection(text, headings);
  if (section === null) return null;
  const body = text.slice(section.bodyStart, section.end);
  const mine = withoutBlankEnd(body);
  const known = { id: newest.id, path, text: mine, language: 'en' as const };
  const [step] = stepsFor({
    mine: { ...known, version: asOf === null ? null : numberOf(asOf), copies: [] },
    note: { ...known, version: numberOf(newest.asOf), since: 1, title: newest.title, text: newest.list },
    theirs: newest.list,
    history: {
      text: (_note, version) => packs.find((pack) => numberOf(pack.asOf) === version)?.list ?? null,
      formerPaths: () => [],
    },
    bases: (shipped) => [shipped],
    yaml,
  });
  const choice = step !== undefined && 'choice' in step ? (step.choice ?? null) : null;
  const clean = step?.kind === 'update' ? step.after : null;
  if (choice === null && clean === null) return null;
  const merged = (sides: readonly Choice[]): string | null =>
    choice === null ? clean : writeMerge(choice.merge, (at) => sides[at] ?? 'mine', yaml);
  return {
    choice,
    isCompared: step?.kind === 'keep' && step.reason === 'no-history',
    line: section.bodyLine,
    changes: listChanges(mine, merged([]) ?? mine),
    after: (sides) => {
      const list = merged(sides);
      if (list === null) return null;
      const above = text.slice(0, section.bodyStart);
      const gap = above.endsWith('\n') ? '' : lineEnding(text);
      const after = above + gap + withoutBlankEnd(list) + body.slice(mine.length) + text.slice(section.end);
      return setFrontmatter(after, { 'as-of': newest.asOf }, yaml);
    },
  };
}

/** A note that is here already with a course's checklist at its end; null where that would not count there. */
export function withChecklist(text: string, pack: CoursePack, headings: readonly string[], yaml: Yaml): string | null {
  const eol = lineEnding(text);
  const list = `## ${headings[0] ?? ''}\n\n${pack.list}\n`.replaceAll('\n', eol);
  const gap = text.endsWith('\n') ? eol : eol + eol;
  const after = setFrontmatter(text + gap + list, courseProperties(pack), yaml);
  return findSection(text, headings) !== null || after === null || findSection(after, headings) === null ? null : after;
}

/** A list's day as the handbook counts versions. */
const numberOf = (day: IsoDate): number => Number(day.replaceAll('-', ''));

/** Without the blank lines at its end, which belong to what comes next. */
const withoutBlankEnd = (text: string): string => text.replace(/(?:\r?\n[ \t]*)+$/, '');

/** Ticks and blanks are no change. */
function listChanges(before: string, after: string): string[] {
  const [mine, theirs] = [before, after].map((text) => {
    return text.split(/\r?\n/).flatMap((line) => withCheckboxMark(line, ' ').trim() || []);
  });
  const only = (mark: string, these: readonly string[] = [], those: readonly string[] = []): string[] =>
    these.filter((line) => !those.includes(line)).map((line) => `${mark} ${line.replace(/^- \[ \] /, '')}`);
  return [...only('+', theirs, mine), ...only('−', mine, theirs)];
}
