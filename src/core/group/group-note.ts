import type { Frontmatter } from '../markdown/frontmatter';
import type { IsoDate, IsoWeek } from '../ports';
import { isCalendarDay } from '../time/calendar-day';
import { daysOfWeek } from '../time/iso-week';
import { originalOf } from '../vault/conflict-copies';
import { noteKind } from '../vault/note-kind';
import { foldedPath, folderOf, noteName } from '../vault/path';

/** A note of the group's folder, as far as it is known without its body. */
export interface GroupNote {
  readonly path: string;
  readonly kind: 'handed-in' | 'feedback';
  /** As its properties say, else the folder's name. */
  readonly member: string;
  /** Empty where neither properties nor name say one. */
  readonly week: IsoWeek;
  /** When it first came; null where that is not written. */
  readonly on: IsoDate | null;
  readonly sources: readonly string[];
  /** What these are called, in the same order. */
  readonly titles: readonly string[];
  /** Whether its name alone says what it is: its properties say nothing, or cannot be read. */
  readonly byName: boolean;
}

const WEEK_NAME = /^(\d{4}-W\d{2})(\.feedback)?(.*)$/;

/**
 * What a note is to a group, wherever it lies; null where it is nothing. Properties decide. Where there are none (a
 * sync may have left a merge in them), its name does: the week, `.feedback` perhaps, and what sync tools add to names.
 */
export function groupNote(path: string, frontmatter: Frontmatter): GroupNote | null {
  const kind = noteKind(frontmatter);
  const isOurs = kind === 'handed-in' || kind === 'feedback';
  if (!isOurs && frontmatter['type'] !== undefined) return null;
  const named = weekNamed(path);
  const folder = noteName(folderOf(path));
  if (!isOurs && (named === null || folder === '')) return null;
  const { member, week, sources, titles } = frontmatter;
  const on = frontmatter['handed-in'];
  return {
    path,
    kind: isOurs ? kind : named?.isFeedback === true ? 'feedback' : 'handed-in',
    member: textOf(member) || folder,
    week: daysOfWeek(textOf(week)) === null ? (named?.week ?? '') : textOf(week),
    on: typeof on === 'string' && isCalendarDay(on) ? on : null,
    sources: textsOf(sources),
    titles: textsOf(titles),
    byName: !isOurs,
  };
}

/** The week that a note's name begins with, unless something else follows than what sync tools write there. */
function weekNamed(path: string): { readonly week: IsoWeek; readonly isFeedback: boolean } | null {
  const [, week = '', feedback = '', rest = ''] = WEEK_NAME.exec(noteName(path)) ?? [];
  if (daysOfWeek(week) === null) return null;
  if (rest !== '' && originalOf(`note${rest}.md`)?.path !== 'note.md') return null;
  return { week, isFeedback: feedback !== '' };
}

/** Whether the note has a name of its own, and not one that a sync tool made of it. */
export function hasOwnName({ path, week, kind }: GroupNote): boolean {
  return noteName(path) === week + (kind === 'feedback' ? '.feedback' : '');
}

/** Two spellings of a member's id that most systems take for one folder. */
export function memberKey(id: string): string {
  return foldedPath(id.trim());
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(textOf) : [];
}
