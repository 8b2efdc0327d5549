import type { AgendaWords } from '../../core/group/agenda';
import type { GroupWeek, MemberWeek } from '../../core/group/week';
import { partsOf } from '../../core/time/calendar-day';
import { daysOfWeek } from '../../core/time/iso-week';
import type { Wordings } from '../../i18n';
import type { ShownWeek } from './group';

/** The days of the week, e.g. `3–9 Aug`. */
export function daysWords(week: string, { common }: Wordings): string {
  const days = daysOfWeek(week);
  if (days === null) return '';
  const [start, end] = [partsOf(days.start), partsOf(days.end)];
  return common.days(start.month, start.day, end.month, end.day);
}

/** Those whose week is not as it should be, those who are silent longest first; who is away comes last. */
export function quietMembers({ members, unreadable }: GroupWeek): MemberWeek[] {
  const bad = new Set(unreadable.map(({ path }) => path));
  const rank = ({ state }: MemberWeek): number => (state === 'away' ? 2 : state === 'open' ? 1 : 0);
  return members
    .filter(({ state, isEmpty, path }) => isQuiet(state) || isEmpty || (path !== null && bad.has(path)))
    .sort((a, b) => rank(a) - rank(b) || b.silent - a.silent);
}

export function isQuiet(state: MemberWeek['state']): boolean {
  return state === 'silent' || state === 'open' || state === 'away';
}

/** Why a member is among them. */
export function quietWords(
  { state, silent, last, awayUntil, isEmpty, strip }: MemberWeek,
  { group: t, common }: Wordings,
): string {
  const isThisYear = last?.slice(0, 4) === strip.at(-1)?.week.slice(0, 4);
  const received = last === null ? t.never : t.last(isThisYear ? last.slice(5) : last);
  switch (state) {
    case 'silent':
      return `${t.silentFor(silent)} · ${received}`;
    case 'open':
      return `${t.weekOpen} · ${received}`;
    case 'away': {
      if (awayUntil === null) return t.away;
      const { month, day } = partsOf(awayUntil);
      return t.awayUntil(common.day(month, day));
    }
    default:
      return isEmpty ? t.empty : t.unreadableShort;
  }
}

/** Who is there, and what came, in figures. */
export function sumWords({ members }: GroupWeek, { counts: t }: Wordings['group']): string {
  const count = (...states: readonly MemberWeek['state'][]): number =>
    members.filter(({ state }) => states.includes(state)).length;
  const parts = [
    [t.in, count('in', 'late')],
    [t.silent, count('silent')],
    [t.open, count('open')],
    [t.away, count('away')],
  ] as const;
  return [t.members(members.length), ...parts.flatMap(([say, of]) => (of === 0 ? [] : say(of)))].join(' · ');
}

/** What is to be known of the table, of names and of copies. */
export function remarksOn(
  { roster, left, unlisted, members, versions }: ShownWeek,
  { group: t, common }: Wordings,
): string[] {
  const names = (all: readonly { readonly name: string }[]): string => all.map(({ name }) => name).join(', ');
  return [
    ...roster.problems.map(({ code, value, line }) => t.tableProblems[code](value, line + 1)),
    ...(roster.copies.length === 0 ? [] : [t.membersCopies(roster.copies.join(', '))]),
    ...versions.map((paths) => t.versions(paths.join(', '))),
    ...(unlisted.length === 0 ? [] : [t.unlisted(names(unlisted))]),
    ...members.flatMap(({ person, formerly }) =>
      formerly.length === 0 ? [] : [t.formerly(person.name, formerly.join(', '))],
    ),
    ...left.map(({ name, until }) => {
      if (until === null) return t.gone(name);
      const { year, month, day } = partsOf(until);
      return t.left(name, common.dayAndYear(year, month, day));
    }),
  ];
}

export function agendaWords(week: string, words: Wordings): AgendaWords {
  const { group: t } = words;
  const { questions, quiet, same, problems, reading } = t;
  const title = t.agendaTitle(week, daysWords(week, words));
  return { title, questions, quiet, same, problems, reading, quietly: (member) => quietWords(member, words) };
}
