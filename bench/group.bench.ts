import { groupNote, type GroupNote } from '../src/core/group/group-note';
import { groupWeek } from '../src/core/group/week';
import type { Member } from '../src/core/group/members';
import { addWeeks } from '../src/core/time/iso-week';
import type { Figure } from './figure';
import { worked } from './work';

export const name = 'Group';

const WEEK = '2026-W45';
const HEADINGS = { questions: ['Questions for my advisor'], problems: ['Problems'], generated: ['Reading', 'Numbers'] };
const BODY = `# Weekly report\n\n## Reading\n\n${'- Deep Residual Learning · 2 sessions · 1 h 35 min\n  - derived section 3.2\n'.repeat(6)}
## Problems\n\n- Batch 1024 does not fit\n\n## Questions for my advisor\n\n- Does the ratio follow the resolution?\n- Which of the two?\n`;

/** Properties as the app's cache has them: so many members, each of whom handed in for so many weeks. */
function notes(members: number, weeks: number): [path: string, properties: Record<string, unknown>][] {
  const all: [string, Record<string, unknown>][] = [];
  for (let who = 0; who < members; who++) {
    for (let back = 0; back < weeks; back++) {
      if ((who * 7 + back) % 23 === 0) continue; // a silent week now and then
      const [member, week] = [`m${String(who)}`, addWeeks(WEEK, -back)];
      const sources = [0, 1, 2].map((n) => `arxiv:2401.${String(10_000 + ((who * 31 + back * 17 + n * 7) % 900))}`);
      const properties = {
        type: 'handed-in',
        member,
        week,
        'handed-in': '2026-11-08',
        sources,
        titles: sources,
        hash: 'x',
      };
      all.push([`Group/${member}/${week}.md`, properties]);
    }
  }
  return all;
}

/** The week from the vault's metadata: what a cold view does but for reading the week's files. */
function shown(members: number, weeks: number, most: number): Figure {
  const all = notes(members, weeks);
  const table = Array.from({ length: members }, (_, at): Member => {
    const id = `m${String(at)}`;
    return { id, name: id, also: [], from: null, until: null, away: [] };
  });
  const began = worked();
  const found = all.flatMap(([path, properties]): readonly GroupNote[] =>
    [groupNote(path, properties)].filter((one) => one !== null),
  );
  const texts = new Map(found.filter(({ week }) => week === WEEK).map(({ path }) => [path, BODY]));
  const week = groupWeek({ week: WEEK, today: '2026-11-10', members: table, notes: found, headings: HEADINGS }, texts);
  const took = worked() - began;
  return {
    label: `${String(all.length)} handed-in notes, ${String(week.questions.length)} questions of the week, work`,
    value: `${took.toFixed(0)} ms`,
    target: `≤ ${String(most)} ms`,
    holds: took <= most,
  };
}

export function run(): Promise<Figure[]> {
  return Promise.resolve([shown(20, 156, 300), shown(200, 156, 3000)]);
}
