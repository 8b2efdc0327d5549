import { wikilink } from '../markdown/links';
import { harmless } from './feedback';
import type { ReadSource } from './same-sources';
import type { GroupWeek, MemberWeek, Said } from './week';

/** What an agenda is headed with, and says. */
export interface AgendaWords {
  readonly title: string;
  readonly questions: string;
  readonly quiet: string;
  readonly same: string;
  readonly problems: string;
  readonly reading: string;
  /** Why somebody is among those who were not heard from. */
  quietly(member: MemberWeek): string;
}

/** The week as a note for the meeting. Others' words stand in it as words: nothing in them runs or loads. */
export function agendaText(week: GroupWeek, quiet: readonly MemberWeek[], words: AgendaWords): string {
  const link = (path: string, shown: string): string => wikilink(path.replace(/\.md$/, ''), shown);
  const said = ({ member, text, path }: Said): string => `- ${link(path, member.person.name)} ${harmless(text)}`;
  const read = ({ title, readers }: ReadSource): string =>
    `- ${harmless(title)} · ${readers.map(({ person, path }) => link(path, person.name)).join(', ')}`;
  const parts: readonly (readonly [string, readonly string[]])[] = [
    [words.questions, week.questions.map(said)],
    [words.quiet, quiet.map((member) => `- ${harmless(member.person.name)} · ${words.quietly(member)}`)],
    [words.same, week.same.map(read)],
    [words.problems, week.problems.map(said)],
    [words.reading, week.reading.map(read)],
  ];
  const sections = parts
    .filter(([, lines]) => lines.length > 0)
    .map(([head, lines]) => `## ${head}\n\n${lines.join('\n')}\n`);
  return `# ${words.title}\n\n${sections.join('\n')}`;
}
