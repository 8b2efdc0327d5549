import type { HeatmapProblemCode } from '../../core/heatmap/problem-code';
import type { ProblemSentences } from '../types';
import { LONG_MONTHS } from './common';
import { on } from './problems';

const plural = (count: string, one: string, many = `${one}s`): string => `${count} ${count === '1' ? one : many}`;

/** A statistics sentence; what is between two `**` is set in bold. Null: not asked for. */
interface StatisticsWords {
  readonly lead: string;
  readonly total: string | null;
  readonly active: number | null;
  readonly current: number | null;
  readonly longest: number | null;
  /** Whether days off that were missed broke none of these runs. */
  readonly forgiving: boolean;
  readonly best: string | null;
  readonly reached: number | null;
}

const days = (count: number): string => `**${String(count)}** ${count === 1 ? 'day' : 'days'}`;

export const heatmap = {
  name: {
    reading: 'Reading heatmap',
    property: 'Heatmap of a property',
    field: 'Heatmap of a field',
    tasks: 'Heatmap of completed tasks',
    notes: 'Heatmap of notes',
    data: 'Heatmap',
    dataview: 'Heatmap of a query',
  },
  loading: 'Reading the vault…',
  /** What a value of each kind is. */
  value: { numbers: 'a number', times: 'a time', durations: 'a length of time', words: 'one of the words' },
  /** What values of each kind are. */
  manyValues: { numbers: 'numbers', times: 'times', durations: 'lengths of time', words: 'among the words' },
  /** A date with its year; `day` is day and month. */
  date: (year: number, day: string) => `${day} ${String(year)}`,
  /** Words of an amount; it comes formatted. */
  amount: {
    minutes: (n: string) => `${n} min`,
    sessions: (n: string) => plural(n, 'session'),
    sources: (n: string) => plural(n, 'source'),
    pages: (n: string) => plural(n, 'page'),
    entries: (n: string) => plural(n, 'entry', 'entries'),
    tasks: (n: string) => plural(n, 'task'),
    notes: (n: string) => plural(n, 'note'),
    plain: (n: string) => n,
    own: (n: string, unit: string) => `${n} ${unit}`,
  },
  total: {
    hours: (hours: string) => `**${hours}** ${hours === '1' ? 'hour' : 'hours'}`,
    duration: (text: string) => `**${text}**`,
    sessions: (n: string) => `**${n}** ${n === '1' ? 'session' : 'sessions'}`,
    sources: (n: string) => `**${n}** ${n === '1' ? 'source' : 'sources'}`,
    pages: (n: string) => `**${n}** ${n === '1' ? 'page' : 'pages'}`,
    entries: (n: string) => `**${n}** ${n === '1' ? 'entry' : 'entries'}`,
    tasks: (n: string) => `**${n}** ${n === '1' ? 'task' : 'tasks'} completed`,
    notes: (n: string) => `**${n}** ${n === '1' ? 'note' : 'notes'}`,
    plain: (n: string) => `**${n}** in all`,
    own: (n: string, unit: string) => `**${n}** ${unit}`,
    average: (n: string) => `**${n}** on average`,
  },
  /** Which days a sentence is about. */
  lead: {
    rolling: 'in 12 months',
    year: (year: number) => `in ${String(year)}`,
    yearSoFar: (year: number) => `in ${String(year)} so far`,
    quarter: (year: number, quarter: number) =>
      `in the ${['first', 'second', 'third', 'fourth'][quarter - 1] ?? ''} quarter of ${String(year)}`,
    month: (year: number, month: number) => `in ${LONG_MONTHS[month - 1] ?? ''} ${String(year)}`,
    /** `short` is the two days without their year, where it is one. */
    days: (from: string, to: string, short: readonly [string, string] | null) => `from ${short?.[0] ?? from} to ${to}`,
    span: (name: string) => `in ${name}`,
    week: (week: string) => `in ${week}`,
    last: (count: number, unit: 'day' | 'week' | 'month' | 'year') =>
      count === 1 ? `in the last ${unit}` : `in the last ${String(count)} ${unit}s`,
  },
  statistics: (words: StatisticsWords) => {
    const first =
      words.total === null
        ? words.lead.replace(/^./, (letter) => letter.toUpperCase())
        : `${words.total} ${words.lead}`;
    const done = words.active === null ? first : `${first}, on ${days(words.active)}`;
    const row = words.current === null ? null : `${days(words.current)} in a row`;
    const longest =
      words.longest === null
        ? null
        : `longest ${row === null ? `run ${days(words.longest)}` : `**${String(words.longest)}**`}`;
    const runs = [row, longest].filter((part) => part !== null).join(', ');
    const streak = words.forgiving && runs !== '' ? `${runs} (weekends and days off aside)` : runs;
    const goal = words.reached === null ? '' : `goal reached on ${days(words.reached)}`;
    const best = words.best === null ? '' : `most ${words.best}`;
    return [done, goal, streak, best].filter((part) => part !== '').join('; ');
  },
  best: (amount: string, day: string) => `**${amount}** on ${day}`,
  /** Second line of a day's tooltip. */
  dayAmount: (amount: string, entries: string | null) => (entries === null ? amount : `${amount}, ${entries}`),
  goalReached: 'goal reached',
  moreItems: (count: number) => `and ${String(count)} more`,
  state: {
    none: { entries: 'no entry', notes: 'no note', tasks: 'no task completed', value: 'no value' },
    future: 'in the future',
    before: 'not begun yet',
  },
  legend: {
    none: { entries: 'no entry', notes: 'no note', tasks: 'none', value: 'no value' },
    between: (from: string, to: string) => `${from}–${to}`,
    least: (from: string) => `≥ ${from}`,
    under: (to: string) => `≤ ${to}`,
    below: (to: string) => `< ${to}`,
    otherWords: 'others',
    reports: 'Report',
    // Short, so that the legend keeps to one line in a note of the usual width.
    reportState: { none: 'none', draft: 'draft', sent: 'sent', reviewed: 'reviewed' },
  },
  /** The label of a week's report, and what a click does. */
  week: {
    none: (week: string) => `${week}, report not written\nClick to create it`,
    draft: (week: string) => `${week}, report drafted\nClick to continue it`,
    sent: (week: string) => `${week}, report sent\nClick to open it`,
    reviewed: (week: string) => `${week}, report reviewed\nClick to open it`,
  },
  pager: {
    rolling: { back: 'Twelve months back', on: 'Twelve months on' },
    year: { back: 'Previous year', on: 'Next year' },
    quarter: { back: 'Previous quarter', on: 'Next quarter' },
    month: { back: 'Previous month', on: 'Next month' },
    week: { back: 'Previous week', on: 'Next week' },
    last: { back: 'Earlier days', on: 'Later days' },
  },
  popover: {
    previous: 'Previous day',
    next: 'Next day',
    sum: (amount: string, entries: string | null) =>
      entries === null ? `**${amount}**` : `**${amount}** in ${entries}`,
    report: {
      none: (week: string) => `${week} report, not written`,
      draft: (week: string) => `${week} report, draft`,
      sent: (week: string) => `${week} report, sent`,
      reviewed: (week: string) => `${week} report, reviewed`,
    },
    pass: (pass: number) => `pass ${String(pass)}`,
    pages: (pages: string) => `pp. ${pages}`,
    private: 'Private: the text stays out of reports',
    openDaily: 'Open daily note',
    createDaily: 'Create daily note',
    dailyFailed: 'The daily note could not be created.',
  },
  hoverSource: 'Research Handbook: calendar heatmap',
  empty: {
    nothing: {
      reading: 'No reading logged yet',
      property: 'No note has a value to draw',
      field: 'No note has a value to draw',
      tasks: 'No completed task with a date',
      notes: 'No note with a date in its name',
      data: 'There is nothing to draw',
      dataview: 'The query finds nothing',
    },
    nothingTip: {
      reading: 'Each logged reading fills the tile of its day.',
      field: 'A field stands in the text, such as `mood:: 4`, in a dated note or behind the date of its line.',
      property: 'A note counts when its name, or the property named by `dateProperty`, holds a date.',
      tasks:
        'A task counts once its box is checked and it has its day (`✅ 2026-08-04` or `[completion:: 2026-08-04]`), or stands in a daily note.',
      notes: 'A note counts when its name holds a date, such as `2026-08-04`, or when it is a daily note.',
      dataview: 'Try it in a `dataview` block first.',
      data: 'Write days with amounts below `data:`, such as `2026-08-04: 3`.',
    },
    outside: {
      before: (where: string, latest: string) => `Nothing ${where}; the latest is ${latest}`,
      after: (where: string, earliest: string) => `Nothing ${where}; the earliest is ${earliest}`,
      both: (where: string, nearest: string) => `Nothing ${where}; the nearest is ${nearest}`,
    },
    show: (year: string) => `Show ${year}`,
    logReading: 'Log reading',
    filtered: (count: number) =>
      `The filter leaves out ${count === 1 ? 'the only entry' : `all ${String(count)} entries`}`,
    filteredTip: 'Widen or remove `filter`.',
    noProperty: (count: number, property: string) =>
      `${count === 1 ? '1 note has' : `${String(count)} notes have`} no \`${property}\``,
    noPropertyNearest: (nearest: string) => `Did you mean \`${nearest}\`?`,
    noField: (field: string) => `No note has a field \`${field}\``,
    noNumber: (count: number, property: string, wanted: string) =>
      count === 1
        ? `1 note has \`${property}\`, but not as ${wanted}`
        : `${String(count)} notes have \`${property}\`, but none as ${wanted}`,
    says: (count: number, example: string) => `${count === 1 ? 'It' : 'One of them'} says \`${example}\`. `,
    noNumberTip: (wanted: string, example: string) => `Write ${wanted}, such as \`${example}\`.`,
    valuesTip: (meant: string, name: string) => `To draw ${meant}, add the line \`values: ${name}\`.`,
    dataview: {
      missing: 'Dataview is not installed, or is switched off',
      pack: 'A note of the handbook asks Dataview for nothing',
      query: 'Dataview does not understand the query',
    },
    dataviewTip: {
      missing: 'Switch it on under Community plugins; `property` and `field` need no other plugin.',
      pack: 'Copy the block into a note of your own.',
      query: 'Write a source, or the commands from `FROM` on, and an expression in `value`.',
    },
    noDate: (dateProperty: string) => `No note has a date in \`${dateProperty}\``,
    noNotes: 'The base selects no note',
    undatedNotes: (count: number) =>
      count === 1
        ? 'The only note has no date in its name'
        : `None of the ${String(count)} notes has a date in its name`,
    undatedNotesTip: 'Choose the property that holds the date in the options of the view.',
    undated: (count: number, property: string) =>
      count === 1
        ? `The only note with \`${property}\` has no date in its name`
        : `None of the ${String(count)} notes with \`${property}\` has a date in its name`,
    undatedTip: 'Name the property that holds the date: `dateProperty: date`.',
    undatedBy: (count: number, dateProperty: string) =>
      count === 1
        ? `The only note has no date in \`${dateProperty}\``
        : `None of the ${String(count)} notes has a date in \`${dateProperty}\``,
    undatedByTip: 'Write dates as year-month-day, such as `2026-08-04`.',
  },
  /** The view of bases, and its options. */
  bases: {
    name: 'Calendar heatmap',
    date: 'Date',
    datePlaceholder: 'From the name of the note',
    value: 'Value',
    valuePlaceholder: 'Count of notes',
    values: 'Its values are',
    view: 'Shown as',
    views: { weeks: 'Weeks', months: 'Months' },
    combine: 'Several notes on one day',
    range: 'Range',
    palette: 'Palette',
    unit: 'Unit',
  },
  builder: {
    command: 'Insert calendar heatmap',
    title: 'Insert calendar heatmap',
    source: 'Show',
    sources: {
      reading: 'Reading',
      property: 'A property',
      field: 'A field in the text',
      tasks: 'Completed tasks',
      notes: 'Dated notes',
      dataview: 'A Dataview query',
    },
    property: 'Property',
    /** In the place of the preview, until there is a name. */
    nameProperty: 'Write the name of a property to see its heatmap here.',
    query: 'Query',
    queryHint: 'A source such as "Daily" or #run, or commands from FROM on.',
    value: 'Amount of each row, or empty to count rows',
    nameQuery: 'Write a query to see its heatmap here.',
    fieldHint: 'Written as “mood:: 4” in the text of dated notes.',
    values: 'Its values are',
    kinds: { numbers: 'Numbers', times: 'Times', durations: 'Lengths of time', words: 'Words' },
    propertyHint: 'Of notes with a date in their name, such as daily notes.',
    metric: 'Count',
    metrics: {
      minutes: 'Minutes',
      deep: 'Deep work',
      sessions: 'Sessions',
      sources: 'Sources',
      pages: 'Pages',
      count: 'Entries',
      value: 'Values',
    },
    range: 'Range',
    ranges: {
      rolling: 'Last 12 months',
      year: 'This year',
      quarter: 'This quarter',
      month: 'This month',
      week: 'This week',
      other: 'Other',
    },
    otherRange: 'Other range',
    rangeHint:
      'A year (2025), a month (2026-03), a week (2026-W32), two days (2026-03-01..2026-07-15), “last 30 days” or “this term”.',
    palette: 'Palette',
    palettes: {
      green: 'Green',
      accent: 'Accent',
      blue: 'Blue',
      orange: 'Orange',
      ink: 'Ink',
      safe: 'Colour-blind safe',
    },
    more: 'Title, goal and more',
    heading: 'Title',
    goal: 'Daily goal',
    combine: 'Several entries on one day',
    combinations: { sum: 'Sum', max: 'Largest', average: 'Average', last: 'Last' },
    weekNumbers: 'Week numbers',
    writes: 'Will be inserted at the cursor:',
    insert: 'Insert',
  },
  /** What a script's data for `renderHeatmapCalendar` held that could not be used. */
  script: {
    noEntries: 'The script gave no list of entries.',
    badDates: (count: number, example: string) =>
      count === 1
        ? `1 entry has no date that exists: ${example}.`
        : `${String(count)} entries have no date that exists, such as ${example}.`,
    badIntensities: (count: number, example: string) =>
      count === 1
        ? `1 intensity is not a number: ${example}.`
        : `${String(count)} intensities are not numbers, such as ${example}.`,
    unknownColours: (names: readonly string[]) =>
      `There are no colours named ${names.join(', ')}; the first list stands in.`,
    otherYears: (count: number) =>
      count === 1 ? '1 entry lies in another year.' : `${String(count)} entries lie in other years.`,
  },
  unreadable: {
    lines: (count: number) => (count === 1 ? '1 line not counted' : `${String(count)} lines not counted`),
    notes: (count: number) => (count === 1 ? '1 note could not be read' : `${String(count)} notes could not be read`),
    values: (count: number, example: string, wanted: string, many: string) =>
      count === 1
        ? `1 value is not ${wanted}: ${example}`
        : `${String(count)} values are not ${many}, ${example} among them`,
    show: 'Show',
    /** Notes that are not drawn, though they belong to the calendar. Names follow the cause, with what stands there. */
    leftOut: {
      noDate: (count: number, dateProperty: string) =>
        count === 1
          ? `1 note is left out, since its \`${dateProperty}\` is not a date that can be read: `
          : `${String(count)} notes are left out, since their \`${dateProperty}\` is not a date that can be read: `,
      noDayInName: (count: number) =>
        count === 1
          ? '1 note is left out, since its name holds no date: '
          : `${String(count)} notes are left out, since their names hold no date: `,
      noDayInNameWith: (count: number, property: string) =>
        count === 1
          ? `1 note with \`${property}\` is left out, since its name holds no date: `
          : `${String(count)} notes with \`${property}\` are left out, since their names hold no date: `,
      broken: (count: number) =>
        count === 1
          ? '1 note is left out, since its properties cannot be read: '
          : `${String(count)} notes are left out, since their properties cannot be read: `,
      written: (value: string) => (value === '' ? ' (empty)' : ` (${value})`),
      comma: ', ',
      more: (count: number) => ` and ${String(count)} more`,
      tip: {
        'no-date': '. Write dates as year-month-day, such as `2026-09-16`.',
        'no-day-in-name': '. A date in the name, such as `2026-09-16`, puts a note on its day.',
        broken: '. Open it in source mode and correct what is between the two `---` lines.',
      },
    },
  },
  /** What is wrong with the options of a heatmap, beside what may be wrong with any block. Backticks become code. */
  problem: {
    cause: {
      'bad-range': (problem) => `\`range\`${on(problem)} cannot be \`${problem.value}\``,
      'no-term': () => 'The settings have no term yet',
      'range-reversed': (problem) => `\`${problem.key}\`${on(problem)} ends before it begins`,
      'range-too-long': (problem) => `\`${problem.key}\`${on(problem)} is longer than can be drawn`,
      'range-twice': (problem) => `\`range\`${on(problem)} and \`from\` are both given`,
      'source-twice': (problem) =>
        `\`source: ${problem.value}\`${on(problem)} does not go with \`${problem.known[0] ?? ''}\``,
      'bad-scale': (problem) => `\`scale\`${on(problem)} holds something that is not a number`,
      'scale-not-rising': (problem) => `The thresholds of \`scale\`${on(problem)} do not rise`,
      'scale-too-many': (problem) => `\`scale\`${on(problem)} has more thresholds than there are colours`,
      'too-many-colours': (problem) => `\`palette\`${on(problem)} holds too many colours`,
      'too-many-words': (problem) => `\`values\`${on(problem)} holds too many words`,
      'too-many-rows': (problem) => `\`rows\`${on(problem)} holds too many`,
      'bad-goal': (problem) => `\`goal\`${on(problem)} cannot be \`${problem.value}\``,
      'no-colour': (problem) => `\`palette\`${on(problem)} holds no colour`,
      'unknown-colour': (problem) => `\`${problem.value}\`${on(problem)} is not a colour`,
      'bad-data': (problem) => `\`data\`${on(problem)}: \`${problem.value}\` cannot be read`,
    } satisfies ProblemSentences<HeatmapProblemCode>,
    tip: {
      'bad-range': (problem) =>
        `${problem.nearest === null ? '' : `Did you mean \`${problem.nearest}\`? `}Write \`rolling\`, a year (\`2026\`), a quarter (\`2026-Q1\`), a month (\`2026-03\`), a week (\`2026-W32\`), \`last 30 days\`, two days (\`2026-03-01..2026-07-15\`) or the name of a term from the settings.`,
      'no-term': () => 'Add one there under Terms and deadlines, such as `Autumn term: 2026-09-07..2027-01-15`.',
      'range-reversed': () => 'Write the earlier day first.',
      'range-too-long': () => 'Ask for thirty years at most.',
      'range-twice': () => 'Keep one of them.',
      'source-twice': () => 'Keep one of them.',
      'bad-scale': () => 'Write `quantile`, `linear`, or rising numbers such as `[1, 30, 60, 120]`.',
      'scale-not-rising': () => 'Write each larger than the one before, such as `[1, 30, 60, 120]`.',
      'scale-too-many': (problem) => `There are ${problem.known[0] ?? ''} colours: write as many thresholds at most.`,
      'too-many-colours': (problem) => `Write ${problem.known[0] ?? ''} at most.`,
      'too-many-words': (problem) => `Write ${problem.known[0] ?? ''} at most.`,
      'too-many-rows': (problem) => `Write ${problem.known[0] ?? ''} at most.`,
      'bad-goal': () => 'Write a number above 0, or remove the line.',
      'no-colour': () => 'Write colours as CSS does, from the least to the most: `["#dbe9f6", "#2171b5"]`.',
      'unknown-colour': () => 'Write colours as CSS does, in quotes: `"#2171b5"`, `"steelblue"`.',
      'bad-data': (problem) => `Write a day and a number: \`${problem.known[0] ?? ''}\`.`,
    } satisfies ProblemSentences<HeatmapProblemCode>,
  },
};
