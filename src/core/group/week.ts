import { canonicalText } from '../block/canonical';
import { splitNote } from '../markdown/frontmatter';
import type { IsoDate, IsoWeek } from '../ports';
import { addWeeks, daysOfWeek } from '../time/iso-week';
import { addDays } from '../time/calendar-day';
import { openMerge, readContents, type Contents, type GroupHeadings } from './contents';
import { memberKey, type GroupNote } from './group-note';
import type { Member } from './members';
import { peopleOf, Standing, type MemberState, type Person } from './people';
import { sourcesRead, type ReadSource } from './same-sources';

export type { MemberState } from './people';

/** How a member stands with the week that is shown. */
export interface MemberWeek {
  readonly person: Person;
  readonly state: MemberState;
  /** How many weeks in a row up to this one are silent. */
  readonly silent: number;
  /** The latest week up to this one of which something came. */
  readonly last: IsoWeek | null;
  /** The day on which they are back, less one; null where they are not away, or nobody knows. */
  readonly awayUntil: IsoDate | null;
  /** Their hand-in; null where nothing came. */
  readonly path: string | null;
  /** Whether there is nothing in it but what the plugin filled in. */
  readonly isEmpty: boolean;
  /** The advisor's feedback on it; null where there is none. */
  readonly feedback: string | null;
  /** The ids under which they handed in lately, other than their own. */
  readonly formerly: readonly string[];
  /** Up to the week shown, and what came of each; null where nothing did. */
  readonly strip: readonly { readonly week: IsoWeek; readonly state: MemberState; readonly path: string | null }[];
}

/** A question or a problem, where it stands. */
export interface Said {
  readonly member: MemberWeek;
  readonly text: string;
  readonly path: string;
  /** From 0. */
  readonly line: number;
}

export type UnreadableReason = 'merge' | 'properties' | 'not-read' | 'no-week';

export interface Unreadable {
  readonly path: string;
  readonly reason: UnreadableReason;
  /** Line of an open merge, from 0. */
  readonly line: number | null;
}

/** What the advisor wants to know of a week. */
export interface GroupWeek {
  readonly week: IsoWeek;
  /** Those who were there in that week. */
  readonly members: readonly MemberWeek[];
  readonly questions: readonly Said[];
  readonly problems: readonly Said[];
  /** Read by two or more within four weeks. */
  readonly same: readonly ReadSource[];
  /** Read in the week. */
  readonly reading: readonly ReadSource[];
  readonly unreadable: readonly Unreadable[];
  /** Hand-ins of which a sync tool kept more than one version, by member. */
  readonly versions: readonly (readonly string[])[];
  /** Those who left shortly before. */
  readonly left: readonly Person[];
  /** Those who handed in and are in no row of the table; nobody where there is no table. */
  readonly unlisted: readonly Person[];
}

export interface GroupNotes {
  readonly week: IsoWeek;
  readonly today: IsoDate;
  /** Null where there is no table. */
  readonly members: readonly Member[] | null;
  /** Those of the group's folder. */
  readonly notes: readonly GroupNote[];
  readonly headings: GroupHeadings;
}

const STRIP_WEEKS = 12;
const SAME_WEEKS = 4;

/**
 * The group's week.
 *
 * @param texts - the notes of `notes` whose week it is, by path; null for one that could not be read
 */
export function groupWeek(
  { week, today, members, notes, headings }: GroupNotes,
  texts: ReadonlyMap<string, string | null>,
): GroupWeek {
  const people = peopleOf(members, notes);
  const standing = new Standing(people, week, today);
  const monday = daysOfWeek(week)?.start ?? today;
  const unreadable: Unreadable[] = notes.flatMap((note) =>
    note.week === '' ? [{ path: note.path, reason: 'no-week', line: null }] : [],
  );
  const versions: (readonly string[])[] = [];
  const questions: Said[] = [];
  const problems: Said[] = [];
  const rows = people.map((person): MemberWeek => {
    const read = versionsOf(person.handIns.get(week) ?? [], texts, unreadable, headings);
    if (read.length > 1) versions.push(read.map(({ path }) => path));
    const member = memberWeek(person, week, standing, read);
    questions.push(...saidOnce(member, read, ({ contents }) => contents.questions));
    problems.push(...saidOnce(member, read, ({ contents }) => contents.problems));
    return member;
  });
  const shown = rows.filter(({ state }) => state !== 'before' && state !== 'left');
  const isLately = (person: Person): boolean =>
    person.until !== null
      ? person.until >= addDays(monday, -7 * SAME_WEEKS)
      : (standing.lastOf(person, week) ?? '') >= addWeeks(week, -STRIP_WEEKS - SAME_WEEKS);
  return {
    week,
    members: shown,
    questions,
    problems,
    same: sourcesRead(people, week, SAME_WEEKS).filter(({ readers }) => readers.length > 1),
    reading: sourcesRead(people, week, 1),
    unreadable,
    versions,
    left: rows.filter(({ state, person }) => state === 'left' && isLately(person)).map(({ person }) => person),
    unlisted: members === null ? [] : shown.map(({ person }) => person).filter(({ inTable }) => !inTable),
  };
}

/** The week to begin with: the one under way once something has come for it, else the one before. */
export function weekToShow(notes: readonly GroupNote[], thisWeek: IsoWeek): IsoWeek {
  const hasCome = notes.some(({ kind, week }) => kind === 'handed-in' && week === thisWeek);
  return hasCome ? thisWeek : addWeeks(thisWeek, -1);
}

function memberWeek(person: Person, week: IsoWeek, standing: Standing, read: readonly Version[]): MemberWeek {
  const state = standing.of(person, week);
  const weeks = Array.from({ length: STRIP_WEEKS }, (_, at) => addWeeks(week, at + 1 - STRIP_WEEKS));
  const [note] = person.handIns.get(week) ?? [];
  const days = daysOfWeek(week);
  const ids = weeks.flatMap((one) => (person.handIns.get(one) ?? []).map(({ member }) => member));
  return {
    person,
    state,
    silent: standing.silenceOf(person, week),
    last: standing.lastOf(person, week),
    awayUntil: person.away.find(({ until }) => until !== null && days !== null && until >= days.start)?.until ?? null,
    path: read[0]?.path ?? note?.path ?? null,
    isEmpty: read.length > 0 && read.every(({ contents }) => contents.isEmpty),
    feedback: person.feedback.get(week)?.[0]?.path ?? null,
    formerly: [...new Set(ids.filter((id) => memberKey(id) !== memberKey(person.id)))],
    strip: weeks.map((one) => ({
      week: one,
      state: standing.of(person, one),
      path: person.handIns.get(one)?.[0]?.path ?? null,
    })),
  };
}

interface Version {
  readonly path: string;
  readonly contents: Contents;
}

/** What a member says; what several versions hold in the same words is said once. */
function saidOnce(
  member: MemberWeek,
  versions: readonly Version[],
  said: (version: Version) => Contents['questions'],
): Said[] {
  const known = new Set<string>();
  return versions.flatMap((version) =>
    said(version).flatMap(({ text, line }) => {
      if (known.has(text)) return [];
      known.add(text);
      return [{ member, text, path: version.path, line }];
    }),
  );
}

/** The versions of a hand-in that say different things, and can be read. */
function versionsOf(
  notes: readonly GroupNote[],
  texts: ReadonlyMap<string, string | null>,
  unreadable: Unreadable[],
  headings: GroupHeadings,
): Version[] {
  const known = new Set<string>();
  return notes.flatMap(({ path, byName }): Version[] => {
    const text = texts.get(path) ?? null;
    const merge = text === null ? -1 : openMerge(text);
    const reason = text === null ? 'not-read' : merge >= 0 ? 'merge' : byName ? 'properties' : null;
    if (text === null || reason !== null) {
      unreadable.push({ path, reason: reason ?? 'not-read', line: merge < 0 ? null : merge });
      return [];
    }
    const said = canonicalText(splitNote(text).body);
    if (known.has(said)) return [];
    known.add(said);
    return [{ path, contents: readContents(text, headings) }];
  });
}
