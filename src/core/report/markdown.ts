import { differenceTo } from '../experiments/metric';
import { wikilink } from '../markdown/links';
import type { Place, ReportBlock, SourceWeek, WeekReport } from './model';
import { noteName } from '../vault/path';
import { asItem } from '../markdown/as-item';
import { plainLine } from '../markdown/plain-line';
import { withoutTemplaterTags } from '../text/templater';
import type { Nothing, ReportWords } from './words';

export interface ReportForm {
  readonly words: ReportWords;
  readonly showMinutes: boolean;
  /** Whether the student is told how deep the reading went. */
  readonly showDepth: boolean;
  /** Link path of a note as seen from the report, without `.md`. */
  linkPath(path: string): string;
}

const DONE = '✓';
const OPEN = '○';
const MOST_QUESTIONS = 10;

/** The text of each guarded block, without blank lines around it. */
export function reportBlocks(report: WeekReport, form: ReportForm): ReadonlyMap<ReportBlock, string> {
  const blocks: [ReportBlock, string][] = [
    ['plan-review', planReview(report, form)],
    ['reading', reading(report, form)],
    ['done', done(report, form)],
    ['experiments', experiments(report, form)],
    ['questions', questions(report, form)],
    ['numbers', numbers(report, form)],
  ];
  return new Map(blocks.map(([name, text]) => [name, withoutTemplaterTags(text)]));
}

function planReview({ plan, feedback }: WeekReport, form: ReportForm): string {
  const { words } = form;
  const said = feedback.map(
    ({ place, week, text }) => `${words.feedback(plainLine(text))} · ${linkTo(place, week, form)}`,
  );
  if (plan === null) return joined(nothing(words.noEarlierReport), list(said));
  const link = linkTo(plan.place, plan.week, form);
  if (plan.items.length === 0)
    return joined(nothing({ says: words.noPlan.says(link), todo: words.noPlan.todo }), list(said));
  const items = plan.items.map(({ text, done: isDone, reason }) => {
    const why = isDone || reason === null ? '' : words.reason(plainLine(reason));
    return `${isDone ? DONE : OPEN} ${plainLine(text)}${why} · ${link}`;
  });
  return list([...items, ...said]);
}

function reading(report: WeekReport, form: ReportForm): string {
  if (report.reading.length === 0) return nothing(form.words.nothingRead);
  return joined(...report.reading.map((source) => sourceLines(source, form)));
}

/** A source with its facts; below it what was written, an item each, and last what is said to the student alone. */
function sourceLines(source: SourceWeek, form: ReportForm): string {
  const { words, showMinutes, showDepth } = form;
  const facts = [
    wikilink(form.linkPath(source.source), source.title),
    words.sessions(source.sessions),
    ...(showMinutes && source.minutes !== null ? [words.duration(source.minutes)] : []),
    ...(source.passes.length > 0 ? [words.passes(source.passes)] : []),
    ...source.statuses.map((status) => words.statuses[status]),
  ].join(' · ');
  const nudge = source.unthought === null || !showDepth ? [] : [remarkBelow(words.unthought(source.unthought))];
  return joined(list([facts]), ...source.lines.map((line) => `  - ${asItem(line)}`), ...nudge);
}

function nothing({ says, todo }: Nothing): string {
  return joined(list([says]), remarkBelow(todo));
}

function remarkBelow(words: string): string {
  return `  ${remark(words)}`;
}

/** Words for the student alone: a comment is not shown to others, and no copy holds it. */
function remark(words: string): string {
  return `%% ${words} %%`;
}

function done({ done: tasks }: WeekReport, form: ReportForm): string {
  if (tasks === null) return remark(form.words.tasksNotChosen);
  if (tasks.length === 0) return nothing(form.words.nothingDone);
  return list(
    tasks.map(({ path, text }) => `${asItem(plainLine(text))} · ${wikilink(form.linkPath(path), noteName(path))}`),
  );
}

function experiments({ experiments: all }: WeekReport, form: ReportForm): string {
  const { words } = form;
  const t = words.experiments;
  if (all === null) return remark(words.noExperiments);
  if (all.length === 0) return nothing(words.nothingRan);
  return joined(
    ...all.map(({ path, status, runs, without, results, verdict, missing }) => {
      const facts = [
        wikilink(form.linkPath(path), noteName(path)),
        t.statuses[status],
        t.runs(runs, without),
        ...results.map(({ metric: { name, text, value }, isBest, baseline }) => {
          const by = differenceTo(value, baseline);
          const said = `${plainLine(name)} ${isBest ? t.best(text) : text}`;
          return by === '' ? said : said + t.baseline(baseline?.text ?? '', by);
        }),
      ].join(' · ');
      const below = [
        ...(verdict === '' ? [] : [t.verdict(plainLine(verdict))]),
        ...(missing.length === 0 ? [] : [t.missing(missing.map((part) => t.parts[part]))]),
      ];
      return joined(list([facts]), ...below.map((line) => `  - ${line}`));
    }),
  );
}

function questions({ questions: open }: WeekReport, form: ReportForm): string {
  const { words } = form;
  if (open === null) return remark(words.marksNotRead);
  if (open.length === 0) return remark(words.noQuestions);
  const shown = open.slice(0, MOST_QUESTIONS).map(({ text, place }) => {
    return `${asItem(plainLine(text))} · ${linkTo(place, noteName(place.path), form)}`;
  });
  const left = open.length - shown.length;
  return joined(list(shown), left === 0 ? '' : remarkBelow(words.moreQuestions(left)));
}

function numbers({ numbers: all, depth }: WeekReport, { words, showMinutes, showDepth }: ReportForm): string {
  const written = all.minutes > 0 || (all.lastWeek?.minutes ?? 0) > 0 || (all.averageMinutes ?? 0) > 0;
  return joined(
    words.numbers(all, showMinutes && written),
    depth === null || !showDepth ? '' : remark(words.depth(depth.sourcesTouched, depth.finished)),
  );
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
  return joined(...lines.map((line) => `- ${line}`));
}

function joined(...lines: readonly string[]): string {
  return lines.filter((line) => line !== '').join('\n');
}
