import type { HomeProblemCode } from '../../core/home/problem-code';
import type { ProblemSentences } from '../types';
import { LONG_MONTHS, plural } from './common';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

export const home = {
  open: 'Open home',
  openView: 'Open home as a page of its own',
  pageLook: {
    command: 'Give the home note the look of the page',
    given: (path: string) => `${path} looks like the page now: cssclasses in its properties has rh-home-note.`,
    there: (path: string) => `${path} has the look of the page already.`,
    unreadable: (path: string) =>
      `The properties of ${path} could not be read or edited, so nothing was changed. Correct them first.`,
    failed: (path: string, message: string) => `Could not write ${path}: ${message}`,
  },
  title: 'Home',
  hoverSource: 'Research Handbook: home page',
  notSetUp: 'There is no home note yet. Create it here first.',
  noHome: (path: string) =>
    `The home note “${path}” is not there. Choose another one under “Home note” in the settings.`,
  /** Above the page: month 1–12, weekday 1 (Monday) – 7. */
  date: (month: number, day: number) => `${String(day)} ${LONG_MONTHS[month - 1] ?? ''}`,
  weekday: (weekday: number) => WEEKDAYS[weekday - 1] ?? '',
  /** Whether it is said before the day. */
  weekdayFirst: true,
  term: (name: string, week: number) => `${name}, week ${String(week)}`,
  addSource: 'Add source',
  logReading: 'Log reading',
  thisWeek: {
    title: 'This week',
    hours: 'h',
    minutes: 'min',
    minutesAlone: 'min',
    goal: (goal: string) => `goal ${goal}`,
    ahead: (lead: string) => `${lead} ahead`,
    behind: (lead: string) => `${lead} behind`,
    level: 'on pace',
    reached: 'goal reached',
    notBegun: 'counted from the first entry',
    ring: (percent: number, elapsed: number) =>
      `${String(percent)}% of the goal read; ${String(elapsed)}% of the week gone`,
    plan: 'Plan',
    done: (done: number, total: number) => `${String(done)} of ${String(total)}`,
    noPlan: 'Write next week’s plan in a report, and it appears here when the week comes.',
    nextPlanned: 'Next week’s plan is written; it appears here when the week comes.',
    notPlanned: (week: string) => `No plan in the report of ${week}`,
    allDone: 'Everything planned is done.',
    more: (count: number) => `and ${String(count)} more`,
    planFrom: (week: string) => `from the report of ${week}`,
    report: 'Report',
    states: { none: 'not written', draft: 'draft', sent: 'sent', reviewed: 'reviewed' },
    copy: 'Copy',
    markSent: 'Mark as sent',
    buttons: { none: 'Create report', draft: 'Continue', sent: 'Open', reviewed: 'Open' },
    missed: 'Last week has no report yet. It is not too late.',
    writeMissed: (week: string) => `Write ${week}`,
    tickFailed: (words: string) =>
      `“${words}” has just been changed elsewhere, so nothing was written. Please look again.`,
  },
  reading: {
    title: 'Now reading',
    queued: (count: number) => `${String(count)} queued`,
    inbox: (count: number) => `${String(count)} in the inbox`,
    waiting: 'Added, not begun: ',
    kinds: { paper: 'paper', course: 'course', book: 'book', video: 'video', article: 'article' },
    and: (one: string, other: string) => `${one} & ${other}`,
    etAl: (first: string) => `${first} et al.`,
    nextPass: (pass: number) => `next: pass ${String(pass)}`,
    allPasses: 'all three passes read',
    today: 'today',
    yesterday: 'yesterday',
    never: 'no entry yet',
    inAll: (duration: string) => `${duration} in all`,
    more: (count: number) => `and ${String(count)} more`,
    noSources: 'No sources yet. Add a paper, a course or a book you are reading; it gets a note of its own.',
    nothing: 'Nothing was read in the last two weeks. Log some reading, and it appears here.',
  },
  steps: {
    title: 'Handbook',
    done: (done: number, total: number) => `${String(done)} of ${plural(total, 'step')} done`,
    more: (count: number) => plural(count, 'more checklist'),
    open: (count: number) => `${String(count)} to do`,
    allDone: 'Every checklist is done.',
    noHandbook: 'No handbook in this vault yet.',
  },
  problems: {
    title: 'Log problems',
    notCounted: (count: number) => `${plural(count, 'line')} not counted`,
    inPart: (count: number) => `${plural(count, 'line')} read in part`,
    both: (notCounted: string, inPart: string) => `${notCounted}, ${inPart}`,
    all: (count: number) => `Show all ${String(count)}`,
  },
  cause: {
    'section-twice': ({ value }) => `\`${value}\` appears twice under \`sections\`.`,
  } satisfies ProblemSentences<HomeProblemCode>,
  tip: {
    'section-twice': () => 'It is drawn once, where it comes first. Leave the other one out.',
  } satisfies ProblemSentences<HomeProblemCode>,
};
