import { plural } from './common';

export const readingLog = {
  commandLog: 'Log reading',
  commandProblems: 'Show log problems',
  title: 'Log reading',
  sourceLabel: 'Source',
  sourcePlaceholder: 'Title, or part of it',
  sourceMissing: 'Pick a source',
  sourceUnknown: (name: string) => `There is no source “${name}”`,
  sourceSeveral: (name: string) => `Several sources are called “${name}”; pick one from the list`,
  noSources: 'There is no source yet. Add one first.',
  addSource: (name: string) => (name === '' ? 'Add a source…' : `Add “${name}” as a source…`),
  about: {
    never: 'not read yet',
    last: (day: string) => `last on ${day}`,
    pass: (pass: number) => `pass ${String(pass)}`,
  },
  dateLabel: 'Date',
  today: 'today',
  pagesLabel: 'Pages',
  minutesLabel: 'Minutes',
  minutesChip: (minutes: number) => plural(minutes, 'minute'),
  passLabel: 'Which pass',
  passRemark: '1 what it solves, 2 how, 3 redo it',
  passes: { none: 'None', 1: '1 Survey', 2: '2 Details', 3: '3 Rebuild' },
  noteLabel: 'One line',
  noteRemark: 'goes into the report',
  noteAsks: (ask: string) => `; a question for your advisor begins with “${ask}:”`,
  notePrivate: 'stays here',
  privateLabel: 'Private',
  privateHint: 'The time counts; the text stays out of reports and copies',
  more: 'Change the status',
  statusSame: 'Same',
  startsLabel: 'Start reading it',
  startsHint: (status: string) => `Its status changes from “${status}” to “Reading”`,
  submit: 'Log',
  willAppend: 'At the end of the source’s reading log',
  listComma: ', ',
  willSetStatus: (status: string) => `and its status becomes ${status}`,
  logged: (title: string) => `Logged: ${title}`,
  inputProblems: {
    'bad-date': 'Write the day like 2026-08-04, or “yesterday”',
    'future-date': 'This day is in the future',
    nothing: 'Fill in at least one: minutes, pages or a line',
    'bad-minutes': 'Minutes such as 45, 1h30m or 1.5h, a day at most',
    'bad-pages': 'Pages such as 4-6 or 3, 8-10',
    'bad-note': 'Leave out [min:: …] and other fields, and %% or <!-- comments',
  },
  unclosed: (path: string, line: number) =>
    `${path}, line ${String(line)}: a code block or comment that begins here is not closed, so a line after it would not be counted. Nothing was written.`,
  writeFailed: (path: string, message: string) => `Could not write ${path}: ${message}`,
  gone: (path: string) => `${path} is no longer there.`,
  problems: {
    'impossible-date': (value: string) => `“${value}” is not a day; write days like 2026-08-04.`,
    'long-ago': (value: string) => `${value} is before 1900; write the year in full, as in 2026-08-04.`,
    'other-form': (value: string, day: string) => `“${value}” is not read as a date; write ${day}.`,
    'no-date': (value: string) =>
      value === ''
        ? 'The line does not begin with a day; write it like 2026-08-04.'
        : `“${value}” does not begin with a day; write it like 2026-08-04.`,
    'no-item': (value: string) => `“${value}” is not a log line; start it with “- ” and the day.`,
    'future-date': (value: string) => `${value} is in the future; the line counts from that day on.`,
    'bad-minutes': (value: string) =>
      `“${value}” is not a number of minutes; write [min:: 45] with two colons, [min:: 1h30m] or [min:: 1.5h].`,
    'bad-pass': (value: string) => `“${value}” is not a pass; write [pass:: 1], 2 or 3.`,
    'bad-status': (value: string) => `“${value}” is not a status; use inbox, queued, reading, read or dropped.`,
    'bad-pages': (value: string) => `“${value}” is not a page range; write [pages:: 4-6] or [pages:: 3, 8-10].`,
    'conflict-copy': (value: string) =>
      `A conflict copy of “${value}”: lines that both have count once. Merge the two notes and delete one.`,
    'bad-properties': () =>
      'The properties cannot be read (after a sync, often because one key appears twice), so this source and its log are not counted.',
    'line-gone': (value: string) =>
      `Logged on this device and no longer in the log: “${value}”. It was deleted, or lost when two devices synced.`,
  },
  putBack: 'Put back',
  leaveOut: 'Leave it out',
  isBack: (path: string) => `${path}: the line is back at the end of the log.`,
  isThere: (path: string, line: number) =>
    `${path}, line ${String(line)}: the line is still there, but outside the log, so it does not count. Move it below the log's heading.`,
  problemsTitle: 'Log problems',
  problemsLead: (count: number) => `${plural(count, 'line')} to look at. Click one to go there.`,
  problemsNone: 'Every log line was understood',
  problemsNothing: 'No log line yet',
  problemsNoneWhy: (entries: number, sources: number) =>
    `${plural(entries, 'line')} in the logs of ${plural(sources, 'source')}. Lines that are not understood appear here.`,
  mendProperties: 'Remove the duplicates',
  propertiesMended: (path: string) => `${path}: each property stands there once now.`,
  propertiesNotMended: (path: string) =>
    `${path} was left as it is: a property has two different values, or something else is wrong. Correct it by hand.`,
  mendDate: (day: string) => `Write ${day}`,
  mended: (path: string, line: number) => `${path}, line ${String(line)}: the date was corrected.`,
  notMended: (path: string, line: number) =>
    `${path}, line ${String(line)} has changed in the meantime; nothing was written.`,
  problemsMore: (count: number) => `${String(count)} more; they appear once these are fixed.`,
  problemsReading: 'Reading the logs…',
  problemLine: (line: number) => `line ${String(line)}`,
  notCounted: 'not counted',
  address: {
    unknownAction: (action: string) => `obsidian://research-handbook: action “${action}” is not known. Use log or add.`,
    badField: (name: string, value: string, problem: string) =>
      `obsidian://research-handbook: ${name}=${value} is not valid and was left out. ${problem}.`,
    unknownFields: (fields: readonly string[], known: readonly string[]) =>
      `obsidian://research-handbook: ${fields.join(', ')} is not known and was left out. Known: ${known.join(', ')}.`,
  },
  cli: {
    log: 'Append a line to a source’s reading log',
    source: 'Path, citekey, file name or title of the source',
    sourceValue: '<path|citekey|name|title>',
    date: 'Day, YYYY-MM-DD; today by default',
    min: 'Minutes: 45, 1h30m or 1.5h',
    pass: 'Pass: 1, 2 or 3',
    pages: 'Pages: 4-6',
    status: 'New status of the source',
    note: 'What was learned, in a line',
    private: 'The text stays out of reports and copies',
    noSource: (name: string, similar: readonly string[]) =>
      similar.length === 0
        ? `Flag “source”: there is no source “${name}”.`
        : `Flag “source”: there is no source “${name}”. Similar: ${similar.join('; ')}.`,
    manySources: (flag: string, name: string, candidates: readonly string[]) =>
      `Flag “${flag}”: “${name}” is ambiguous. Give a path: ${candidates.join('; ')}.`,
    badValue: (flag: string, value: string, problem: string) => `Flag “${flag}”: “${value}” is not valid. ${problem}.`,
    badPass: 'Use 1, 2 or 3',
    badStatus: 'Use inbox, queued, reading, read or dropped',
    logged: (path: string, line: string) => `${path}\n${line}`,
  },
};
