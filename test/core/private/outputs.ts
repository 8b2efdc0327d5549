// What leaves, or is shown on home, made from one list that stands in a report and in a source's log.
import { readContents } from '../../../src/core/group/contents';
import { feedbackPoints } from '../../../src/core/group/feedback';
import { checklistUnder } from '../../../src/core/home/checklist';
import { openEntry } from '../../../src/core/reading/log-entries';
import { readNoteFacts } from '../../../src/core/reading/find-log-lines';
import { ReadingIndex } from '../../../src/core/reading/reading-index';
import { readSource } from '../../../src/core/reading/source';
import { readExperiment } from '../../../src/core/experiments/experiment-note';
import { experimentWeek } from '../../../src/core/experiments/week';
import { feedbackOf, planOf } from '../../../src/core/report/carry-over';
import { reportBlocks } from '../../../src/core/report/markdown';
import { sharedMarkdown, sharedPlainText, sharedReport } from '../../../src/core/report/sharing';
import { completedTasks } from '../../../src/core/report/tasks';
import { weekReport } from '../../../src/core/report/week-report';
import { readKeywords } from '../../../src/core/marks/keywords';
import { marksOf } from '../../../src/core/marks/marks-of';
import { passagesOf } from '../../../src/core/search/passages';
import { postingsOf } from '../../../src/core/search/postings';
import { packPostings } from '../../../src/core/search/stored-postings';
import { Vocabulary } from '../../../src/core/search/vocabulary';
import { tickedTasks } from '../../../src/core/tasks/ticked';
import { inOneGo } from '../../../src/core/steps';
import { zh } from '../../../src/i18n/zh';

/** The day that each item bears, so that it may count as a log line and as a task that was done. */
export const DAY = '2026-08-04';

const WEEK = '2026-W32'; // 3 to 9 August 2026, by the calendar
const MARKS = { keywords: readKeywords(''), code: true };
const [PLAN, FEEDBACK, LOG] = ['下周计划', '导师反馈', '阅读日志'];

const EXPERIMENT = { headings: [zh.report.note.experiments.parts], logHeadings: ['日志'], isPrivate: () => false };
/** The list as verdicts, as runs, and in a row that gives the baseline. */
const experimentText = (list: string): string => {
  const words = list.replace(/(?:secret|open)\d+x/g, '[metric:: $& 4]');
  return `## 结果\n\n${list.replace(/(?:secret|open)\d+x/g, '判断：$&')}\n\n## 日志\n\n${words}\n`;
};

/** Each as a text: the words of the student's that are in it are the ones that got there. */
export interface Outputs {
  readonly copied: string;
  readonly plain: string;
  /** What a hand-in's preview shows, and where its links led. */
  readonly sheet: string;
  /** What the group's view reads out of a note that somebody wrote by hand. */
  readonly group: string;
  readonly plan: string;
  readonly feedback: string;
  readonly done: string;
  readonly home: string;
  readonly api: string;
  /** The generated parts of the new report. */
  readonly report: string;
  /** What is said of log lines that were not understood. */
  readonly problems: string;
  /** What can be found, and what is kept on the device for that. */
  readonly found: string;
  readonly kept: string;
  /** Marks that are listed for others. */
  readonly marks: string;
}

export function outputsOf(list: string): Outputs {
  const text = `---\ntype: weekly-report\n---\n\n## ${PLAN}\n\n${list}\n\n## ${FEEDBACK}\n\n${list}\n`;
  const earlier = { week: '2026-W31', path: 'a.md', text };
  const plan = planOf(earlier, [PLAN]);
  const feedback = feedbackOf(earlier, [FEEDBACK]);
  const done = completedTasks('a.md', inOneGo(tickedTasks(list)), {
    start: '2026-08-03',
    end: '2026-08-09',
    tag: null,
  });
  const index = new ReadingIndex({ today: () => '2026-08-09', resolve: () => null, written: () => [] });
  const source = readSource('s.md', { title: 'Source' });
  index.setNote('s.md', inOneGo(readNoteFacts(`## ${LOG}\n\n${list}\n`, { source, day: null, logHeadings: [LOG] })));
  const marks = inOneGo(marksOf(list.replace(/(?:secret|open)\d+x/g, 'ASK: $&'), MARKS)).filter(
    (mark) => !mark.private,
  );
  const questions = marks.map((mark) => ({ text: mark.text, place: { path: 'a.md', heading: mark.heading } }));
  const experiment = experimentWeek(
    { path: 'e.md', status: 'done', isPrivate: false, ...readExperiment(experimentText(list), 'done', EXPERIMENT) },
    ...(['2026-08-03', '2026-08-09'] as const),
  );
  const experiments = experiment === null ? [] : [experiment];
  const report = weekReport(WEEK, index, { plan, feedback, done, unthought: new Map(), experiments, questions });
  const form = { words: zh.report.note, showMinutes: true, showDepth: true, linkPath: (path: string) => path };
  return {
    copied: sharedMarkdown(text),
    plain: sharedPlainText(text),
    sheet: JSON.stringify(sharedReport(text)),
    group:
      JSON.stringify(readContents(text, { questions: [PLAN], problems: [FEEDBACK], generated: [] })) +
      JSON.stringify(feedbackPoints(text)),
    plan: JSON.stringify(plan),
    feedback: JSON.stringify(feedback),
    done: JSON.stringify(done),
    home: JSON.stringify(checklistUnder(text, [PLAN])),
    api: JSON.stringify(index.entriesBetween('2026-08-01', '2026-08-31').map(openEntry)),
    report: [...reportBlocks(report, form).values()].join('\n'),
    problems: JSON.stringify(index.problems()),
    marks: JSON.stringify(marks),
    ...searched(text),
  };
}

function searched(text: string): Pick<Outputs, 'found' | 'kept'> {
  const vocabulary = new Vocabulary();
  const note = inOneGo(passagesOf(text));
  const postings = inOneGo(postingsOf({ titles: [], ...note }, vocabulary));
  return { found: JSON.stringify(note.passages), kept: JSON.stringify(packPostings(postings, vocabulary)) };
}
