const plural = (count: number, one: string, many = `${one}s`): string => `${String(count)} ${count === 1 ? one : many}`;

export const readingLog = {
  commandLog: 'Log reading',
  commandProblems: 'Show log problems',
  title: 'Log reading',
  sourceLabel: 'What did you read',
  sourcePlaceholder: 'Title, or some of its letters',
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
  passLabel: 'Pass',
  passes: { none: 'None', 1: '1 Survey', 2: '2 Details', 3: '3 Rebuild' },
  noteLabel: 'One line',
  noteRemark: 'goes into the report',
  notePrivate: 'stays here',
  privateLabel: 'Private',
  privateHint: 'The time counts; the text enters no report and no copy',
  more: 'Change the status',
  statusSame: 'Same',
  startsLabel: 'Start reading it',
  startsHint: (status: string) => `Its status, “${status}” until now, becomes “Reading”`,
  submit: 'Log',
  willAppend: 'At the end of this note’s reading log',
  listComma: ', ',
  willSetStatus: (status: string) => `and its status becomes ${status}`,
  logged: (title: string) => `Logged: ${title}`,
  inputProblems: {
    'bad-date': 'A day such as 2026-08-04',
    'future-date': 'This day is still to come',
    nothing: 'Minutes, pages or one line: one of them is needed',
    'bad-minutes': 'Minutes such as 45, 1h30m or 1.5h, a day at most',
    'bad-pages': 'Pages such as 4-6 or 3, 8-10',
    'bad-note': 'Without [min:: …] and other fields, and without %% or <!-- comments',
  },
  unclosed: (path: string, line: number) =>
    `${path}, line ${String(line)}: a code block or comment that begins here is not closed, so a line after it would not count. Nothing was written.`,
  writeFailed: (path: string, message: string) => `Could not write ${path}: ${message}`,
  gone: (path: string) => `${path} is not there any more.`,
  problems: {
    'impossible-date': (value: string) => `“${value}” is no day; write days as 2026-08-04.`,
    'long-ago': (value: string) => `${value} lies before 1900; write the year in full, as in 2026-08-04.`,
    'other-form': (value: string, day: string) => `“${value}” is not read as a date; write ${day}.`,
    'no-date': (value: string) =>
      value === ''
        ? 'The line does not begin with a day; write one as 2026-08-04.'
        : `“${value}” does not begin with a day; write one as 2026-08-04.`,
    'no-item': (value: string) => `“${value}” is no log line; let it begin with “- ” and the day.`,
    'future-date': (value: string) => `${value} is still to come; the line counts from that day on.`,
    'bad-minutes': (value: string) =>
      `“${value}” is no number of minutes; write [min:: 45], [min:: 1h30m] or [min:: 1.5h].`,
    'bad-pass': (value: string) => `“${value}” is no pass; write [pass:: 1], 2 or 3.`,
    'bad-status': (value: string) => `“${value}” is no status; use inbox, queued, reading, read or dropped.`,
    'bad-pages': (value: string) => `“${value}” are no pages; write [pages:: 4-6] or [pages:: 3, 8-10].`,
    'conflict-copy': (value: string) =>
      `A conflict copy of “${value}”: lines that both have count once. Merge the two notes and delete one.`,
    'bad-properties': () =>
      'The properties cannot be read (after a sync, often one key that stands there twice), so this source and its log do not count.',
    'line-gone': (value: string) =>
      `Logged on this device and no longer in the log: “${value}”. It was deleted, or lost when two devices synced.`,
  },
  putBack: 'Put back',
  leaveOut: 'Leave it out',
  isBack: (path: string) => `${path}: the line is back at the end of the log.`,
  isThere: (path: string, line: number) =>
    `${path}, line ${String(line)}: the line is still there, but outside the log, so it does not count. Move it below the log's heading.`,
  problemsTitle: 'Log problems',
  problemsLead: (count: number) => `${plural(count, 'line')} to look at. A click goes there.`,
  problemsNone: 'Every log line is understood',
  problemsNothing: 'No log line yet',
  problemsNoneWhy: (entries: number, sources: number) =>
    `${plural(entries, 'line')} in the logs of ${plural(sources, 'source')}. Lines that cannot be read appear here.`,
  mendDate: (day: string) => `Write ${day}`,
  mended: (path: string, line: number) => `${path}, line ${String(line)}: the date is mended.`,
  notMended: (path: string, line: number) =>
    `${path}, line ${String(line)} says something else by now; nothing was changed.`,
  problemsMore: (count: number) => `${String(count)} more; they show once these are mended.`,
  problemsReading: 'Reading the logs…',
  problemLine: (line: number) => `line ${String(line)}`,
  notCounted: 'not counted',
  address: {
    unknownAction: (action: string) => `obsidian://research-handbook: action “${action}” is not known. Use log or add.`,
    badField: (name: string, value: string, problem: string) =>
      `obsidian://research-handbook: ${name}=${value} does not fit and was left out. ${problem}.`,
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
    note: 'A line of what was learned',
    private: 'The text enters no report and no copy',
    noSource: (name: string, similar: readonly string[]) =>
      similar.length === 0
        ? `Flag “source”: there is no source “${name}”.`
        : `Flag “source”: there is no source “${name}”. Similar: ${similar.join('; ')}.`,
    manySources: (name: string, candidates: readonly string[]) =>
      `Flag “source”: “${name}” is ambiguous. Give a path: ${candidates.join('; ')}.`,
    badValue: (flag: string, value: string, problem: string) => `Flag “${flag}”: “${value}” does not fit. ${problem}.`,
    badPass: 'Use 1, 2 or 3',
    badStatus: 'Use inbox, queued, reading, read or dropped',
    logged: (path: string, line: string) => `${path}\n${line}`,
  },
};
