import { lineEnding, type Frontmatter } from '../markdown/frontmatter';
import { plainLine } from '../markdown/plain-line';
import { headingKey, listSections } from '../markdown/sections';
import type { IsoDate } from '../ports';
import { exactDay } from '../time/date-value';
import { noteKind } from '../vault/note-kind';

/** A session of a reading group, as far as its note's frontmatter says. */
export interface SessionNote {
  readonly path: string;
  readonly date: IsoDate;
  readonly next: IsoDate | null;
  /** The link to what is read, as written. */
  readonly source: string;
}

/** Reads frontmatter, or null where it is not a session's: one without a day is none. */
export function sessionNote(path: string, frontmatter: Frontmatter): SessionNote | null {
  const date = exactDay(frontmatter['date']);
  if (noteKind(frontmatter) !== 'reading-group' || date === null) return null;
  const { source } = frontmatter;
  return { path, date, next: exactDay(frontmatter['next']), source: typeof source === 'string' ? source : '' };
}

/** Names as they are typed, one per line or with commas between. */
export function namesIn(typed: string): string[] {
  return typed.split(/[\n,，、;；]/).flatMap((name) => plainLine(name).replace(/^#+ */, '') || []);
}

/** Who has a section in a note. */
export function peopleIn(text: string): string[] {
  return listSections(text).flatMap(({ level, heading }) => (level === 2 ? [heading] : []));
}

/**
 * A note with a section at its end for each person who has none; nothing that stands there changes.
 *
 * @returns the text, the same where nobody is missing; null where the sections would not count, since code or a comment was
 *   never closed
 */
export function withPeople(text: string, people: readonly string[]): string | null {
  const known = new Set(peopleIn(text).map(headingKey));
  const eol = lineEnding(text);
  let after = text;
  for (const name of people) {
    const key = headingKey(name);
    if (known.has(key)) continue;
    known.add(key);
    after += `${after.endsWith('\n') ? '' : eol}${eol}## ${name}${eol}`;
  }
  return after === text || new Set(peopleIn(after).map(headingKey)).size === known.size ? after : null;
}
