import type { PeriodUnit } from '../../core/time/period';
import type { CountUnit, OrdinalUnit } from '../../core/progress/row';
import type { ProgressProblemCode } from '../../core/progress/problem-code';
import type { ProblemSentences } from '../types';
import { LONG_MONTHS } from './common';
import { list, meant, on } from './problems';

const UNITS: Readonly<Record<CountUnit, readonly [one: string, many: string]>> = {
  minutes: ['min', 'min'],
  hours: ['h', 'h'],
  days: ['day', 'days'],
  weeks: ['week', 'weeks'],
  months: ['month', 'months'],
  years: ['year', 'years'],
  workdays: ['working day', 'working days'],
};
const unitOf = (count: number, unit: CountUnit): string => UNITS[unit][count === 1 ? 0 : 1];
const amount = (count: number, unit: CountUnit): string => `${String(count)} ${unitOf(count, unit)}`;
const PERIODS: Readonly<Record<PeriodUnit, string>> = {
  day: 'Today',
  week: 'Week',
  month: 'Month',
  quarter: 'Quarter',
  year: 'Year',
};

export const progress = {
  head: ['Period', 'Elapsed', 'Total', 'Progress', 'Percent', 'Now'],
  period: (unit: PeriodUnit) => PERIODS[unit],
  goalName: 'Reading goal',
  /** A unit as it stands behind its number, with the space between. */
  unitAfter: (count: number, unit: CountUnit) => ` ${unitOf(count, unit)}`,
  amount,
  ordinal: (unit: OrdinalUnit, at: number) => `${unit} ${String(at)}`,
  ordinalTotal: (_unit: OrdinalUnit, total: number) => String(total),
  left: (count: number, unit: CountUnit) => (count === 0 ? 'under 1 min left' : `${amount(count, unit)} left`),
  starts: (count: number, unit: CountUnit) => (count === 0 ? 'starts any minute' : `starts in ${amount(count, unit)}`),
  since: (count: number, unit: CountUnit) => amount(count, unit),
  ended: (count: number) => (count === 0 ? 'ended today' : `ended ${amount(count, 'days')} ago`),
  closed: (count: number) => (count === 0 ? 'closed today' : `closed ${amount(count, 'days')} ago`),
  waiting: 'reading the note',
  sessions: (count: number) => `${String(count)} ${count === 1 ? 'session' : 'sessions'}`,
  sources: (count: number) => `${String(count)} ${count === 1 ? 'source' : 'sources'}`,
  reached: 'reached',
  onPace: 'on pace',
  ahead: (by: string) => `${by} ahead`,
  behind: (by: string) => `${by} behind`,
  month: (year: number, month: number) => `${LONG_MONTHS[month - 1] ?? ''} ${String(year)}`,
  quarter: (year: number, quarter: number) => `${String(year)}-Q${String(quarter)}`,
  year: (year: number) => String(year),
  withTime: (day: string, time: string) => `${day} ${time}`,
  ends: (when: string) => `ends ${when}`,
  sinceWhen: (when: string) => `since ${when}`,
  due: (when: string) => `due ${when}`,
  /** What a screen reader says of a bar, the name aside. */
  spoken: (percent: string, detail: string, label: string) =>
    [percent, detail, label].filter((part) => part !== '').join(', '),
  spokenOf: (elapsed: string, total: string) => `${elapsed} of ${total}`,
  tooltip: (name: string, extent: string) => `${name}: ${extent}`,
  extent: (from: string, to: string) => `${from} to ${to}`,
  until: (to: string) => `until ${to}`,
  asOf: (now: string) => `As of ${now}`,
  builder: {
    command: 'Insert time progress',
    title: 'Insert time progress',
    style: 'Style',
    styles: { table: 'Table', bars: 'Bars', compact: 'Compact', ring: 'Rings' },
    periods: 'Periods',
    named: 'From the settings',
    spans: 'Terms and deadlines',
    spansRemark: 'one per line',
    spansHint:
      'A term: from and to, with two dots between. A deadline: one date, with a time and a zone if it has them.',
    spansPlaceholder: 'Autumn term: 2026-09-07..2027-01-15\nCVPR 2027: 2026-11-17 23:59 AoE',
    spansProblem: (line: string) => `Not understood: “${line}”. Write a name, a colon and a date, such as 2027-01-15.`,
    spansReversed: (name: string) => `“${name}” ends before it starts.`,
    goal: 'Weekly reading goal',
    goalRemark: 'minutes; empty for none',
    goalProblem: 'Write a whole number of minutes, from 1 to 10080.',
    more: 'More',
    single: 'A single date is to be',
    countDown: 'Counted down to',
    countUp: 'Counted up from',
    unit: 'Count in',
    units: {
      auto: 'What fits',
      hours: 'Hours',
      days: 'Days',
      workdays: 'Working days',
      weeks: 'Weeks',
      months: 'Months',
      years: 'Years',
    },
    repeat: 'Repeat',
    repeats: { never: 'Never', week: 'Each week', month: 'Each month', year: 'Each year' },
    language: 'Language',
    languages: { auto: 'Same as the app', zh: '中文', en: 'English' },
    writes: 'Will be inserted at the cursor:',
    empty: 'Choose a period, or add a term, a deadline or a goal.',
    insert: 'Insert',
    insertStatic: 'Insert as static Markdown',
  },
  nothing: 'Nothing to draw: the list of periods is empty, and there is no term, deadline or goal.',
  nothingTip: 'Take the line `periods: []` out for today, week, month, quarter and year, or add `spans`.',
  cause: {
    reversed: (problem) => `\`${problem.value}\` ends before it starts`,
    'no-such-time': (problem) => `\`${problem.key}\`${on(problem)} has a time that does not exist`,
    'unknown-zone': (problem) => `Unknown time zone \`${problem.value}\`${on(problem)}`,
    'no-spans': () => 'The settings have no terms or deadlines yet',
    'unread-span': (problem) => `A line of the settings is not a term or deadline: \`${problem.value}\``,
    'unknown-span': (problem) => `No term or deadline is called \`${problem.value}\``,
    'missing-note': (problem) => `There is no note \`${problem.value}\``,
    'not-a-note': (problem) => `\`${problem.value}\`${on(problem)} is not a note`,
    'missing-property': (problem) => `The note has no property \`${problem.value}\``,
    'property-no-date': (problem) => `The note’s property \`${problem.value}\` is not a date`,
    'no-goal': () => 'No weekly reading goal is set',
  } satisfies ProblemSentences<ProgressProblemCode>,
  tip: {
    reversed: ({ known: [first, second] }) =>
      first === undefined || second === undefined || first === second
        ? 'The two dates look swapped: put the earlier one in `from`.'
        : `The two dates look swapped: exchange them in lines ${first} and ${second}.`,
    'no-such-time': () => 'Write hours and minutes, such as `2026-11-17 23:59`.',
    'unknown-zone': (problem) =>
      `${meant(problem)}Write \`AoE\` (anywhere on earth), \`UTC+8\`, or a name such as \`Asia/Shanghai\`.`,
    'no-spans': () => 'Add some there under Terms and deadlines, such as `Autumn term: 2026-09-07..2027-01-15`.',
    'unread-span': () => 'Write a name, a colon and dates, such as `Autumn term: 2026-09-07..2027-01-15`.',
    'unknown-span': (problem) =>
      `${meant(problem)}${
        problem.known.length > 0
          ? `The settings have: ${list(problem.known)}.`
          : 'The settings have none yet. Add one there, or write `name`, `from` and `to` here.'
      }`,
    'missing-note': (problem) =>
      `${meant(problem)}Write the note’s name as in a link, such as \`note: "[[CVPR 2027]]"\`.`,
    'not-a-note': () =>
      'Only notes have properties. Name the note that holds the dates, such as `note: "[[CVPR 2027]]"`, or write the dates here.',
    'missing-property': (problem) =>
      `${meant(problem)}${problem.known.length > 0 ? `It has: ${list(problem.known)}.` : 'It has no properties at all.'}`,
    'property-no-date': (problem) =>
      `It says \`${problem.known[0] ?? ''}\`. Write year-month-day there, such as \`2026-12-01\` or \`2026-12-01 23:59\`.`,
    'no-goal': () =>
      'Set “Weekly goal in minutes” in the settings, or write it here: `goal:` and, indented below, `minutes: 300`.',
  } satisfies ProblemSentences<ProgressProblemCode>,
};
