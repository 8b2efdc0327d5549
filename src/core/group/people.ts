import type { IsoDate, IsoWeek } from '../ports';
import { compare } from '../text/compare';
import { addDays, daysBetween } from '../time/calendar-day';
import { addWeeks, daysOfWeek } from '../time/iso-week';
import { hasOwnName, memberKey, type GroupNote } from './group-note';
import type { Days, Member } from './members';

/** Somebody of the group, with what came of them. */
export interface Person extends Member {
  /** Whether `members.md` lists them. */
  readonly inTable: boolean;
  /** Their hand-ins by week, the one that counts first: with a name of its own, else the shortest path, then alphabetical. */
  readonly handIns: ReadonlyMap<IsoWeek, readonly GroupNote[]>;
  readonly feedback: ReadonlyMap<IsoWeek, readonly GroupNote[]>;
}

/** How a member stands with a week; `open`: it is not over; `before` and `left`: they were not there. */
export type MemberState = 'in' | 'late' | 'open' | 'silent' | 'away' | 'before' | 'left';

interface Known extends Person {
  readonly handIns: Map<IsoWeek, GroupNote[]>;
  readonly feedback: Map<IsoWeek, GroupNote[]>;
}

/**
 * Everybody of a group: whom its table lists, in that order, and whoever else handed something in.
 *
 * @param members - null where there is no table
 */
export function peopleOf(members: readonly Member[] | null, notes: readonly GroupNote[]): Person[] {
  const byKey = new Map<string, Known>();
  const people: Known[] = [];
  const add = (member: Member, inTable: boolean): Known => {
    const person = {
      ...member,
      inTable,
      handIns: new Map<IsoWeek, GroupNote[]>(),
      feedback: new Map<IsoWeek, GroupNote[]>(),
    };
    people.push(person);
    for (const id of [member.id, ...member.also]) if (!byKey.has(memberKey(id))) byKey.set(memberKey(id), person);
    return person;
  };
  for (const member of members ?? []) if (!byKey.has(memberKey(member.id))) add(member, true);
  const listed = people.length;
  for (const note of notes) {
    const { member: id, kind, week } = note;
    const person =
      byKey.get(memberKey(id)) ?? add({ id, name: id, also: [], from: null, until: null, away: [] }, false);
    const weeks = kind === 'feedback' ? person.feedback : person.handIns;
    const own = weeks.get(week);
    if (own === undefined) weeks.set(week, [note]);
    else own.push(note);
  }
  for (const { handIns, feedback } of people) {
    for (const own of [...handIns.values(), ...feedback.values()]) if (own.length > 1) own.sort(byRank);
  }
  return [...people.slice(0, listed), ...people.slice(listed).sort((a, b) => compare(a.id, b.id))];
}

function byRank(a: GroupNote, b: GroupNote): number {
  return Number(hasOwnName(b)) - Number(hasOwnName(a)) || a.path.length - b.path.length || compare(a.path, b.path);
}

/** Without a table somebody who has been silent for so many weeks has left, for all one knows. */
const WEEKS_TO_LEAVE = 12;
/** A report of a week may come on the Monday after. */
const DAYS_LATE = 1;
/** Somebody is away in a week if they are for so many of its five working days. */
const DAYS_AWAY = 3;
const WORKING_DAYS = 5;

/** How members stand with weeks, as of a day. */
export class Standing {
  /** The week before which nothing came of anybody. */
  private readonly begin: IsoWeek;

  /** @param shown - the week that is looked at: where nothing came yet, it is the first that is asked for */
  constructor(
    people: readonly Person[],
    shown: IsoWeek,
    private readonly today: IsoDate,
  ) {
    this.begin = people.map(earliest).reduce((first, week) => (week < first ? week : first), shown);
  }

  of(person: Person, week: IsoWeek): MemberState {
    const { start, end } = requireWeek(week);
    const { handIns, from, until, away, inTable } = person;
    const [note] = handIns.get(week) ?? [];
    if (note !== undefined) return note.on !== null && note.on > addDays(end, DAYS_LATE) ? 'late' : 'in';
    if (from !== null ? end < from : week < (inTable ? this.begin : earliest(person))) return 'before';
    if (until !== null && start > until) return 'left';
    if (away.some((days) => isAway(days, start))) return 'away';
    if (this.today <= end) return 'open';
    const last = this.lastOf(person, week);
    if (!inTable && last !== null && addWeeks(last, WEEKS_TO_LEAVE) < week) return 'left';
    return 'silent';
  }

  /** The latest week up to this one of which something came. */
  lastOf({ handIns }: Person, week: IsoWeek): IsoWeek | null {
    let last: IsoWeek | null = null;
    for (const one of handIns.keys()) if (one !== '' && one <= week && (last === null || one > last)) last = one;
    return last;
  }

  /** How many weeks in a row up to this one are silent; those away do not count, and break nothing. */
  silenceOf(person: Person, week: IsoWeek): number {
    let count = 0;
    for (let [at, back] = [week, 0]; back < 52; [at, back] = [addWeeks(at, -1), back + 1]) {
      const state = this.of(person, at);
      if (state === 'silent') count += 1;
      else if (state !== 'away') break;
    }
    return count;
  }
}

/** The first week of which something came; a week after all others where nothing did. */
function earliest({ handIns }: Person): IsoWeek {
  let first = NEVER;
  for (const week of handIns.keys()) if (week !== '' && week < first) first = week;
  return first;
}

const NEVER: IsoWeek = '9999-W99';

function isAway({ from, until }: Days, monday: IsoDate): boolean {
  const friday = addDays(monday, WORKING_DAYS - 1);
  const [first, last] = [from ?? monday, until ?? friday];
  const days = daysBetween(first < monday ? monday : first, last > friday ? friday : last) + 1;
  return days >= DAYS_AWAY;
}

function requireWeek(week: IsoWeek): { readonly start: IsoDate; readonly end: IsoDate } {
  const days = daysOfWeek(week);
  if (days === null) throw new RangeError(`No such week: ${week}`);
  return days;
}
