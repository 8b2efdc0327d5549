import type { ReportWords } from '../../core/report/words';
import { duration, plural } from './common';

/** Words that go into a report. */
const note: ReportWords = {
  sessions: (count) => plural(count, 'session'),
  duration,
  passes: (passes) => `${passes.length === 1 ? 'pass' : 'passes'} ${passes.join(', ')}`,
  statuses: { inbox: 'back to inbox', queued: 'queued', reading: 'started', read: 'finished', dropped: 'dropped' },
  unthought: (times) =>
    `Read ${String(times)} times, and no limitation or idea is written yet: put it under “Limitations and ideas” in its note.`,
  depth: (read, finished) => `Read in the last four weeks: ${String(read)} sources, ${String(finished)} finished.`,
  nothingRead: {
    says: 'No reading was logged this week.',
    todo: 'What you read and did not log: add it with “Log reading”, then refresh the report.',
  },
  noEarlierReport: {
    says: 'There is no earlier report yet.',
    todo: 'The plan at the end of this report appears here in the next one.',
  },
  noPlan: {
    says: (link) => `No plan was written in ${link}.`,
    todo: 'Add it there, under “Next week’s plan”, then refresh the report.',
  },
  reason: (text) => ` (${text})`,
  feedback: (text) => `Advisor: ${text}`,
  nothingDone: {
    says: 'No task was completed this week.',
    todo: 'A task is listed here once its box is checked, as in “- [x]”, and it has a day of this week, such as ✅ 2026-08-05.',
  },
  tasksNotChosen:
    'Boxes that you check in your notes can be listed here, by folder or tag. None is chosen yet: choose one under “Weekly report” in the settings, or leave it empty.',
  experiments: {
    statuses: { planned: 'planned', running: 'running', done: 'done', failed: 'failed' },
    parts: {
      hypothesis: 'hypothesis',
      data: 'data looked at',
      results: 'results',
      baseline: 'baseline',
      verdict: 'verdict',
      why: 'why',
    },
    runs: (count, without) => `${plural(count, 'run')}${without === 0 ? '' : `, ${String(without)} without a number`}`,
    best: (value) => `best ${value}`,
    baseline: (value, difference) => `, baseline ${value} (${difference})`,
    verdict: (text) => `Verdict: ${text}`,
    missing: (parts) => `Missing: ${parts.join(', ')}`,
  },
  nothingRan: {
    says: 'No experiment ran this week.',
    todo: 'Lines in an experiment’s log are listed here if they have a metric or a commit, as in [metric:: top1 64.2].',
  },
  noExperiments: 'Runs of your experiments are listed here. “New experiment” makes a note for one.',
  noQuestions:
    'Lines in notes that begin with “ASK:” are listed here until you mark them as done in the list of “Open marks”.',
  moreQuestions: (count) => `${String(count)} more in the list of marks.`,
  marksNotRead:
    'Empty, since this device has not read the notes for marks yet. Run “Open marks”, then refresh the report.',
  numbers: ({ sessions, minutes, sources, lastWeek, averageMinutes }, showMinutes) => {
    const week = `${plural(sessions, 'session')}${showMinutes ? `, ${duration(minutes)}` : ''}, ${plural(sources, 'source')}`;
    if (lastWeek === null) return `This week ${week}.`;
    const isTimed = showMinutes && (lastWeek.minutes > 0 || lastWeek.sessions === 0); // a week without minutes was not one without reading
    const last = isTimed ? duration(lastWeek.minutes) : plural(lastWeek.sessions, 'session');
    const isAveraged = showMinutes && averageMinutes !== null;
    return `This week ${week}. Last week ${last}${isAveraged ? `; four-week average ${duration(averageMinutes)}` : ''}.`;
  },
};

export const report = {
  note,
  /** Placed into a report where the vault has no template note. */
  hints: {
    learned:
      'One sentence for each source, in your own words: what you learned, what is still unclear. Add what the log does not show.',
    experiments: 'What you changed, what came out, what it means. Failures too, down to the cause.',
    problems: 'Where you are stuck, what you tried, why something planned was not done.',
    questions:
      'What your advisor should answer in a sentence or two. Lines that begin with ASK: are added by themselves.',
    plan: 'A few small things, each clearly done or not.',
    feedback: 'Keep the answer here.',
  },
  /** Headings under which a source's limitations and ideas may stand. */
  thoughtHeadings: ['Limitations and ideas', 'Limitations', 'Limitation', 'Weaknesses', 'Ideas', 'Idea', 'My ideas'],
  blocks: {
    'plan-review': 'Last week’s plan',
    reading: 'Reading',
    done: 'Done',
    experiments: 'What ran',
    questions: 'Questions in notes',
    numbers: 'Numbers',
  },
  states: {
    written: 'written',
    refreshed: 'refreshed',
    unchanged: 'unchanged',
    'kept-edited': 'kept, since you edited it',
    absent: 'not in the note',
    damaged: 'damaged, left alone',
  },
  problem: {
    badWeek: (value: string) => `Flag “week”: there is no ISO week “${value}”. Write it like 2026-W32.`,
    badDate: (value: string) => `Flag “date”: there is no day “${value}”. Write it like 2026-08-04.`,
    weekAndDate: 'Flags “week” and “date” cannot both be given: each names the week.',
    foreign: (path: string) =>
      `${path} is not this report, so nothing was written to it. Move it, or change “Name of a report note” in the settings.`,
    otherAuthor: (path: string, author: string) =>
      `${path} is the report of ${author}. Put {author} into “Name of a report note” in the settings.`,
    notYours: (path: string, author: string) =>
      `${path} is the report of ${author}, so it was left alone. Your own is refreshed from its own note.`,
    doubles: (paths: readonly string[]) =>
      `There are several notes of this report: ${paths.join(', ')}. None was changed; keep one of them.`,
    noReport: (path: string) =>
      `${path} was not refreshed, since its properties do not have the type and week of a report.`,
    gone: (path: string) => `${path} is no longer there.`,
    writing: (path: string, reason: string) => `${path} could not be written: ${reason}`,
  },
  template: {
    unknown: (path: string, names: readonly string[], known: readonly string[]) =>
      `${path}: unknown placeholder ${names.join(', ')}, left as it is. Known: ${known.join(', ')}.`,
    repeated: (path: string, names: readonly string[]) =>
      `${path}: ${names.join(', ')} appears more than once. The first is filled in, the others are left as they are.`,
    missing: (path: string, names: readonly string[]) =>
      `${path} has no ${names.join(', ')}, so that part is not in the report.`,
  },
  damage: {
    malformed: 'unreadable marker',
    unclosed: 'a beginning without its end',
    unopened: 'an end without its beginning',
    nested: 'one block inside another',
    doubled: 'the same block twice',
  },
  unreadTasks: (paths: readonly string[]) =>
    `Could not be read, so tasks done in ${paths.length === 1 ? 'it' : 'them'} may be missing: ${paths.join(', ')}. Refresh the report once the device has ${paths.length === 1 ? 'it' : 'them'}.`,
  damagedLine: (path: string, line: number, what: string, block: string) =>
    `${path}, line ${String(line)}: ${what}${block === '' ? '' : ` (${block})`}`,
  cli: {
    description: 'Create or refresh a weekly report',
    week: 'ISO week of the report; this week if left out',
    date: 'Any day of the week',
    refresh: 'Bring the generated parts of an existing report up to date',
    created: (path: string) => `Created ${path}`,
    exists: (path: string) => `${path} is already there`,
    refreshed: (path: string) => `Refreshed ${path}`,
    block: (name: string, state: string) => `  ${name}: ${state}`,
    going: (line: number, text: string) => `    kept, line ${String(line)}: ${text}`,
  },
  command: {
    create: 'Create weekly report',
    createLast: 'Create last week’s report',
    choose: 'Choose weekly report',
    refresh: 'Refresh weekly report',
    copy: 'Copy weekly report',
    missing: 'List missing weekly reports',
  },
  /** Leads to where folders or a tag of tasks are chosen. */
  choose: 'Choose',
  nothingLogged: 'nothing logged',
  picker: {
    thisWeek: 'this week',
    lastWeek: 'last week',
    placeholder: 'W43, 10-20, last week, draft…',
    none: 'No such week.',
    states: { none: 'not written', draft: 'draft', sent: 'sent', reviewed: 'reviewed' },
  },
  missing: {
    description: 'List the weeks that are over and have no report',
    title: 'Weeks without a report',
    none: 'Every week has its report.',
    noneOver:
      'Your first entry is of this week, which is not over yet. Weeks that end without a report are listed here.',
    noneLogged: 'Nothing is logged yet. From the week of your first entry on, weeks without a report are listed here.',
    lead: (count: number) =>
      `${count === 1 ? '1 week has' : `${String(count)} weeks have`} no report yet. A report is made from what was logged in its week.`,
    create: 'Create',
    createWeek: (week: string) => `Create report of ${week}`,
    open: 'Open',
    openWeek: (week: string) => `Open report of ${week}`,
  },
  base: {
    name: 'All reports',
    author: 'Author',
    week: 'Week',
    status: 'Status',
    all: 'All',
    sent: 'To review',
    drafts: 'Drafts',
  },
  upToDate: (path: string) => `${path} is up to date.`,
  sentBefore: 'What you sent is the version before this one. To show your advisor the new one, copy and send it again.',
  refreshed: (blocks: readonly string[]) => `Refreshed: ${blocks.join(', ')}.`,
  aroundWords: (path: string) =>
    `In ${path}, words of yours stand between generated parts. If you sync this vault, let your devices catch up before you refresh: what was just written between the parts on another device may be lost. In the template, put the parts one after another and your words below them.`,
  behind: {
    title: 'Refresh this report?',
    text: 'The log has gone on since its generated parts were written. What you wrote stays as it is.',
    yes: 'Refresh',
    no: 'Later',
  },
  choice: {
    lead: (path: string, count: number) =>
      `${path}: you edited ${count === 1 ? 'a generated part' : `${String(count)} generated parts`}, and the log has gone on. Until you choose, the note stays as it is.`,
    fresh: 'from the log',
    where: (block: string, line: number) => `${block} · line ${String(line)}`,
    going: 'Taking the new text removes:',
    changedMeanwhile: (path: string) => `${path} was edited again meanwhile, so that part was kept. Refresh once more.`,
  },
  repair: {
    title: 'Repair the markers?',
    text: 'The hidden markers around the generated parts are damaged, so nothing was touched. A repair changes markers only; every line of yours stays.',
    yes: 'Repair',
    no: 'Leave it',
  },
  foreign: {
    title: 'A note of yours is in the way',
    text: (path: string) =>
      `${path} is not a weekly report, so nothing was written to it. The report can be put at its end, below what you wrote.`,
    yes: 'Add report to it',
    no: 'Leave it alone',
  },
  copy: {
    none: 'This week has no report yet. Create it first.',
    title: 'Copy weekly report',
    form: 'For',
    plain: 'Chat',
    rich: 'Mail',
    markdown: 'Markdown',
    hints: {
      plain: 'Plain text. Hints (%% … %%) and private lines are left out.',
      rich: 'Rich text with headings and lists, as it will look in the mail; a program that takes only plain text gets the text for chat.',
      markdown: 'Markdown for another editor. Links within the vault become words.',
    },
    behind: 'Something has changed since the report was filled in.',
    refresh: 'Refresh',
    refreshFirst: 'To send the latest, close this and run “Refresh weekly report” first.',
    inHint: (words: string) => `“${words}” is inside a hint (%% … %%), so it is left out. To send it, move it below.`,
    subject: 'Subject',
    copy: 'Copy',
    mail: 'Copy and open mail',
    copied: 'Copied.',
    copiedForMail: 'Copied. Paste it into the mail; only the subject is filled in.',
    failed: 'The clipboard could not be written to.',
  },
  /** What a copy begins with, and a mail's subject. */
  title: (week: string, days: string, author: string) =>
    `Weekly report ${week} (${days})${author === '' ? '' : `, ${author}`}`,
  /** A heading where nothing but its words tells it apart. */
  chatHeading: (heading: string) => `${heading}:`,
  sent: {
    title: 'Mark this report as sent?',
    text: 'Only the report’s status changes.',
    again: 'If you have not sent it yet, mark it later on the home page, or when you next copy it.',
    yes: 'Mark as sent',
    no: 'Not yet',
    done: 'Marked as sent.',
    failed: (path: string) => `${path}: the status could not be changed. Set it in the properties.`,
  },
};
