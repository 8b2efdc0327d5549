import { feedbackBody, feedbackPoints, withFeedback } from '../../core/group/feedback';
import type { GroupWeek, MemberWeek } from '../../core/group/week';
import type { IsoWeek } from '../../core/ports';
import { scanNote } from '../../core/markdown/scan';
import { openNote } from '../../ui/open-note';
import type { GroupContext } from './context';
import type { Group } from './group';

/** Opens the feedback on a hand-in; where there is none, makes the note beside it, with the questions quoted. */
export async function openFeedback(
  ctx: GroupContext,
  { week, questions }: GroupWeek,
  member: MemberWeek,
): Promise<void> {
  const { path, feedback, person } = member;
  if (path === null) return;
  const at = feedback ?? path.replace(/[^/]*$/, `${week}.feedback.md`);
  if (feedback === null) {
    const title = ctx.i18n.in(ctx.places.language()).group.feedbackTitle(person.name, week);
    const body = feedbackBody(
      title,
      questions.filter((one) => one.member === member).map(({ text }) => text),
    );
    const head = ctx.yaml.stringify({ type: 'feedback', member: person.id, week });
    const made = await ctx.notes.create(at, `---\n${head}---\n\n${body}`);
    if (!made.ok && made.reason !== 'exists') {
      ctx.notify.warn(ctx.i18n.ui.report.problem.writing(at, made.message));
      return;
    }
  }
  const text = await ctx.notes.read(at);
  const line = text === null ? -1 : scanNote(text).findIndex((one) => one.text === '- ');
  await openNote(ctx.app, at, { line: line < 0 ? null : line, pane: 'tab' });
}

/** In place of how many points came in: they would not count. */
const UNCLOSED = -1;

export type Taken =
  | { readonly ok: true; readonly path: string | null; readonly added: number }
  | { readonly ok: false; readonly error: string };

/**
 * Puts the points of the advisor's feedback into the reports that they are on: of one week, or of all weeks.
 *
 * @returns how many are new, and the latest report that holds some
 */
export async function takeFeedback(ctx: GroupContext, group: Group, asked: IsoWeek | null): Promise<Taken> {
  const t = ctx.i18n.ui.group.refused;
  const { member } = group;
  if (member === null) return { ok: false, error: t.noMember };
  const folder = group.folder();
  const roster = await group.roster(folder);
  const mine = (await group.notesIn(folder))
    .filter((note) => note.kind === 'feedback' && group.isMember(roster, member, note.member))
    .filter(({ week }) => (asked === null ? week !== '' : week === asked));
  const weeks = [...new Set(mine.map(({ week }) => week))].sort().reverse();
  if (asked !== null && ctx.offers.reports.of(asked) === null) return { ok: false, error: t.noReport(asked) };
  let path = asked === null ? null : (ctx.offers.reports.of(asked)?.path ?? null);
  let added = 0;
  for (const week of weeks) {
    const report = ctx.offers.reports.of(week)?.path;
    if (report === undefined) continue;
    const texts = await Promise.all(mine.filter((note) => note.week === week).map((note) => ctx.notes.read(note.path)));
    const points = texts.flatMap((text) => (text === null ? [] : feedbackPoints(text)));
    let here = UNCLOSED;
    const written = await ctx.notes.change(report, (text) => {
      const now = withFeedback(text, points, ctx.offers.reports.headings('feedback'));
      here = now?.added ?? UNCLOSED;
      return now === null || here === 0 ? null : now.text;
    });
    if (!written.ok && written.reason !== 'changed') {
      return { ok: false, error: ctx.i18n.ui.report.problem.writing(report, written.message) };
    }
    if (here === UNCLOSED) return { ok: false, error: t.unclosed(report) };
    added += here;
    if (path === null || (added === here && here > 0)) path = report;
  }
  return { ok: true, path, added };
}
