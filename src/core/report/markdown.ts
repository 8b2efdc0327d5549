import { wikilink } from '../markdown/links';
import type { Place, ReportBlock, SourceWeek, WeekReport } from './model';
import { noteName } from '../vault/path';
import { plainLine } from '../markdown/plain-line';
import { withoutTemplaterTags } from '../text/templater';
import type { ReportWords } from './words';

export interface ReportForm {
  readonly words: ReportWords;
  readonly showMinutes: boolean;
  /** Link path of a note as seen from the report, without `.md`. */
  linkPath(path: string): string;
}

const DONE = '✓';
const OPEN = '○';

/** The text of each guarded block, without blank lines around it. */
export function reportBlocks(report: WeekReport, form: ReportForm): ReadonlyMap<ReportBlock, string> {
  const blocks: [ReportBlock, string][] = [
    ['plan-review', planReview(report, form)],
    ['reading', reading(report, form)],
    ['done', done(report, form)],
    ['numbers', numbers(report, form)],
  ];
  return new Map(blocks.map(([name, text]) => [name, withoutTemplaterTags(text)]));
}

function planReview({ plan, feedback }: WeekReport, form: ReportForm): string {
  const { words } = form;
  const lines: string[] = [];
  if (plan === null) lines.push(words.noEarlierReport);
  else {
    const link = linkTo(plan.place, plan.week, form);
    if (plan.items.length === 0) lines.push(words.noPlan(link));
    for (const { text, done: isDone, reason } of plan.items) {
      const why = isDone || reason === null ? '' : words.reason(plainLine(reason));
      lines.push(`${isDone ? DONE : OPEN} ${plainLine(text)}${why} · ${link}`);
    }
  }
  for (const { place, week, text } of feedback) {
    lines.push(`${words.feedback(plainLine(text))} · ${linkTo(place, week, form)}`);
  }
  return list(lines);
}

function reading(report: WeekReport, form: ReportForm): string {
  if (report.reading.length === 0) return list([form.words.nothingRead]);
  return list(report.reading.map((source) => sourceLine(source, form)));
}

function sourceLine(source: SourceWeek, form: ReportForm): string {
  const { words, showMinutes } = form;
  const facts = [
    wikilink(form.linkPath(source.source), source.title),
    words.sessions(source.sessions),
    ...(showMinutes && source.minutes !== null ? [words.minutes(source.minutes)] : []),
    ...(source.passes.length > 0 ? [words.passes(source.passes)] : []),
    ...source.statuses.map((status) => words.statuses[status]),
  ].join(' · ');
  const written = source.lines.length === 0 ? '' : words.colon + source.lines.join(words.between);
  const nudge = source.unthought === null ? '' : ` · ${words.unthought(source.unthought)}`;
  return facts + written + nudge;
}

function done({ done: tasks }: WeekReport, form: ReportForm): string {
  if (tasks === null) return `%% ${form.words.tasksNotChosen} %%`;
  if (tasks.length === 0) return list([form.words.nothingDone]);
  return list(tasks.map(({ path, text }) => `${plainLine(text)} · ${wikilink(form.linkPath(path), noteName(path))}`));
}

function numbers({ numbers: all }: WeekReport, { words, showMinutes }: ReportForm): string {
  const written = all.minutes > 0 || all.lastWeek.minutes > 0 || (all.averageMinutes ?? 0) > 0;
  return words.numbers(all, showMinutes && written);
}

function linkTo({ path, heading }: Place, shown: string, form: ReportForm): string {
  return wikilink(form.linkPath(path), shown, heading === null ? '' : `#${headingPath(heading)}`);
}

/** A heading as it stands in a link: what would end the link or begin another part of it becomes a blank. */
function headingPath(heading: string): string {
  return heading
    .replace(/[[\]|#^:\\]|%%/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function list(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}
